import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawAll, launch, paths, visit } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const themed = paths.flatMap((path) => ['light', 'dark'].map((theme) => [path, theme] as const));

test.each(themed)('%s in %s draws every chart, without an error and without another host', async (path, theme) => {
  const { page, faults, close } = await visit(browser, `${path}?theme=${theme}&lang=en`);
  await drawAll(page);
  expect(await page.locator('h1').innerText()).not.toBe('');
  expect(await page.locator('.card').count()).toBeGreaterThan(0);
  expect(await page.locator('[role=alert]').count()).toBe(0);
  expect(await page.locator('.strip .figure').count()).toBeGreaterThan(0);
  expect(faults).toEqual([]);
  await close();
});

test.each(paths)('%s does not scroll sideways on the narrowest phone', async (path) => {
  for (const lang of ['en', 'zh-Hant']) {
    const { page, close } = await visit(browser, `${path}?lang=${lang}`, { viewport: { width: 320, height: 640 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await close();
  }
});

test('the pages are links: forward by click, back by the browser, and the title follows', async () => {
  const { page, close } = await visit(browser, '/?lang=en');
  await page.getByRole('link', { name: 'Mobility' }).first().click();
  await page.waitForURL('**/mobility**');
  expect(await page.title()).toContain('Mobility');
  await page.goBack();
  await page.waitForFunction(() => document.title.startsWith('Overview'));
  expect(new URL(page.url()).pathname).toBe('/');
  await close();
});

test('an address that is no page says so and leads home', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const { base } = await import('./browser');
  await page.goto(`${base}/nowhere?lang=en`);
  await page.getByRole('link', { name: 'Go to the overview' }).click();
  await page.waitForURL('**/?lang=en');
  await context.close();
});
