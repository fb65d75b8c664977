import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './axe';
import { base, launch } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Opens a page whose first content need not be a chart. */
async function open(path: string, width = 1440): Promise<{ page: Page; faults: string[]; close: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(base + path);
  await page.locator('h1').first().waitFor();
  return { page, faults, close: () => context.close() };
}

test('a partner is found as one types, opened, and the way back leads to the same search and place in the page', async () => {
  const { page, faults, close } = await open('/partners?lang=en');
  await page.getByRole('searchbox').fill('partner de');
  await page.waitForURL(/q=partner\+?(%20)?de/);
  await page.waitForFunction(() => /^\d+ partners$/.test(document.querySelector('h1')?.textContent ?? '') && !/^7\d\d/.test(document.querySelector('h1')?.textContent ?? ''));
  const found = await page.locator('h1').innerText();
  const link = page.getByRole('link', { name: 'Exchange partner DE-12', exact: true });
  await link.scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  const y = await page.evaluate(() => scrollY);
  await link.click();
  await page.waitForURL(/\/partners\/xp-de-12/);
  await page.getByRole('heading', { level: 1, name: 'Exchange partner DE-12' }).waitFor();
  expect(await page.title()).toContain('Exchange partner DE-12');
  await page.locator('#chart-partner-timeline canvas').waitFor();
  await page.goBack();
  await page.waitForFunction((heading) => document.querySelector('h1')?.textContent === heading, found);
  await page.waitForFunction((before) => Math.abs(scrollY - before) < 3, y);
  expect(await page.getByRole('searchbox').inputValue()).toBe('partner de');
  expect(faults).toEqual([]);
  await close();
});

test('the list is sorted by its headings, narrowed by state, and paged, all in the address', async () => {
  const { page, close } = await open('/partners?lang=en');
  await page.getByRole('button', { name: 'Received', exact: false }).first().click();
  await page.waitForURL(/sort=-inbound/);
  await page.locator('th[aria-sort=descending]').waitFor();
  await page.getByRole('link', { name: 'Page 2' }).click();
  await page.waitForURL(/page=2/);
  await page.getByText('51–100 of').waitFor();
  await page.getByRole('button', { name: 'Dormant', exact: true }).click();
  await page.waitForURL((url) => url.searchParams.get('state') === 'dormant' && !url.searchParams.has('page'));
  await page.waitForFunction(() => [...document.querySelectorAll('tbody tr')].every((row) => row.querySelector('.tag.warn')));
  await close();
});

test('a place leads to its region, its neighbours and all of its partners', async () => {
  const { page, faults, close } = await open('/places?lang=en');
  await page.getByRole('searchbox').fill('germ');
  await page.getByText('1 country or region found').waitFor();
  await page.getByRole('link', { name: 'Germany' }).last().click();
  await page.getByRole('heading', { level: 1, name: 'Germany' }).waitFor();
  await page.locator('#chart-mobility-trend canvas').waitFor();
  expect(await page.locator('#chart-mobility-trend .subtitle').innerText()).toContain('Germany');
  await page.getByRole('link', { name: /^Next in Europe/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Greece' }).waitFor();
  await page.goBack();
  await page.getByRole('link', { name: /^All \d+ partners/ }).click();
  await page.waitForURL(/\/partners\?place=DE/);
  await page.getByRole('button', { name: 'Remove Country or region: Germany' }).waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('a partner in the address becomes a chip with its name', async () => {
  const { page, close } = await open('/partners?partner=xp-us-01&lang=en');
  await page.getByRole('button', { name: 'Remove Partner: Exchange partner US-01' }).click();
  await page.waitForFunction(() => !location.search.includes('partner='));
  await close();
});

test.each(['/places/XX', '/partners/nobody'])('%s does not exist, and says where to go', async (path) => {
  const response = await fetch(base + path);
  expect(response.status).toBe(404);
  const { page, close } = await open(`${path}?lang=en`);
  await page.getByRole('link', { name: /^All / }).first().waitFor();
  await close();
});

test.each([
  ['en', 'Germany'],
  ['zh-Hant', '德國'],
  ['zh-Hans', '德国'],
])('a place speaks %s', async (lang, name) => {
  const { page, close } = await open(`/places/DE?lang=${lang}`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe(lang);
  await close();
});

test('no page is wider than a phone, and the pages without room are under More', async () => {
  const { page, close } = await open('/places/DE?lang=en', 360);
  await page.locator('.card canvas').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.locator('nav.bottom button').click();
  await page.getByRole('link', { name: 'Partners', exact: true }).last().click();
  await page.waitForURL(/\/partners/);
  await page.locator('tbody tr').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await close();
});

const paths = ['/places', '/places/DE', '/partners', '/partners/xp-us-01'];
test.each(paths.flatMap((path) => ['light', 'dark', 'hc'].map((theme) => [path, theme] as const)))('axe finds nothing on %s in %s', async (path, theme) => {
  const { page, close } = await open(`${path}?theme=${theme}&lang=en`);
  await page.locator('tbody tr').first().waitFor();
  await page.waitForTimeout(500);
  expect(await violations(page)).toEqual([]);
  await close();
});
