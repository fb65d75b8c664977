import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, visit } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Waits until a card has the focus and its top is in the window, and still is when the page has settled. */
async function shown(page: Page, id: string): Promise<void> {
  await page.waitForFunction((card) => document.activeElement?.id === card, `chart-${id}`);
  await page.locator(`#chart-${id} canvas`).waitFor();
  await page.waitForTimeout(1000);
  const top = await page.locator(`#chart-${id}`).evaluate((card) => card.getBoundingClientRect().top);
  expect(top).toBeGreaterThanOrEqual(-1);
  expect(top).toBeLessThan(450);
}

test('a published figure keeps its grade to itself: change and target say theirs, seen and read aloud', async () => {
  const { page, close } = await visit(browser, '/?lang=en');
  const figure = page.locator('.kpi', { hasText: 'Collaborative projects' });
  const said = (await figure.textContent())?.replace(/\s+/g, ' ') ?? '';
  expect(said).toMatch(/1,100\+.*Published.*Illustrative.*Illustrative: \d+ (more|fewer) than in 2016\/17.*Illustrative: Target/);
  expect(await figure.locator('svg[role=img]').getAttribute('aria-label')).toMatch(/^Illustrative: /);
  await figure.locator('.figure').hover();
  await expect.poll(() => figure.locator('.why').innerText()).toMatch(/change and target: Illustrative/);
  await close();
});

test('a figure leads to its chart on another page, and the focus goes there', async () => {
  const { page, close } = await visit(browser, '/?lang=en');
  await page.locator('.kpi', { hasText: 'Collaborative projects' }).locator('.figure').hover();
  await page.getByRole('link', { name: 'See the chart' }).click();
  await page.waitForURL('**/collaboration?lang=en#chart-projects-by-type');
  await shown(page, 'projects-by-type');
  await close();
});

test('a link to a chart far down opens there, and its address loses what no page understands', async () => {
  const { page, close } = await visit(browser, '/collaboration?lang=en&utm_source=mail#chart-agreement-status', { viewport: { width: 390, height: 844 } });
  await shown(page, 'agreement-status');
  expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('?lang=en#chart-agreement-status');
  await close();
});

test('filters that figures do not honour are named under them', async () => {
  const { page, faults, close } = await visit(browser, '/alliances?lang=en&region=europe');
  await page.getByText('Not narrowed by region', { exact: true }).waitFor();
  expect(faults).toEqual([]);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByText('Not narrowed by region', { exact: true }).waitFor({ state: 'detached' });
  await close();
});

test('on a phone what needs attention stands before the long charts, agreements first', async () => {
  const { page, close } = await visit(browser, '/?lang=en', { viewport: { width: 390, height: 844 } });
  const care = page.getByRole('region', { name: 'Needs attention' });
  expect(await care.getByRole('listitem').first().innerText()).toMatch(/^\d+\s+\d+ agreements? /);
  expect(await care.getByRole('listitem').nth(1).innerText()).toMatch(/agreements? /);
  const top = async (selector: string): Promise<number> => (await page.locator(selector).boundingBox())?.y ?? 0;
  expect(await top('.briefing')).toBeLessThan(await top('#chart-network-by-region'));
  await close();
});
