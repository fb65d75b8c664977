import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './axe';
import { base, launch } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function open(path: string, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true, ...options });
  const page = await context.newPage();
  await page.goto(base + path);
  await page.locator('#meetings-heading').waitFor();
  return { page, close: () => context.close() };
}

test('the board page compares with the last meeting, and with another moment by its address', async () => {
  const { page, close } = await open('/board?lang=en');
  expect(await page.locator('h1').innerText()).toMatch(/^Since the meeting of 2015: \d+ new partners, \d+ agreements signed and \d+ ended/);
  const then = await page.locator('tbody tr').first().innerText();
  await page.getByLabel('Compare with').selectOption('2016/2017');
  await page.waitForURL('**/board?since=2016/2017**');
  await page.getByRole('heading', { name: /^Since 2016\/17/ }).waitFor();
  expect(await page.locator('tbody tr').first().innerText()).not.toBe(then);
  await page.goBack();
  await page.getByRole('heading', { name: /^Since the meeting of 2015/ }).waitFor();
  expect(await page.locator('tbody tr').first().innerText()).toBe(then);
  await close();
});

test('a figure leads to its chart', async () => {
  const { page, close } = await open('/board?lang=en');
  await page.locator('tbody a', { hasText: 'Outbound exchange, overseas' }).click();
  await page.waitForURL('**/mobility**#chart-**');
  await close();
});

test('a meeting that cannot be compared with is refused in words, and another can be chosen', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${base}/board?since=never&lang=en`);
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toContain('neither a meeting nor a year');
  await context.close();
});

test.each(['light', 'dark', 'hc'])('axe finds nothing on the board page in %s, and no phone scrolls sideways', async (theme) => {
  const wide = await open(`/board?lang=en&theme=${theme}`);
  expect(await violations(wide.page)).toEqual([]);
  await wide.close();
  for (const lang of ['en', 'zh-Hant']) {
    const narrow = await open(`/board?lang=${lang}&theme=${theme}`, { viewport: { width: 320, height: 640 } });
    expect(await narrow.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await narrow.close();
  }
});
