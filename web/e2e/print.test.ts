import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawAll, launch, visit } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test.each(['light', 'dark'])('a page prints to A4 with every chart, and is as it was afterwards, in %s', async (theme) => {
  const { page, faults, close } = await visit(browser, `/mobility?lang=en&theme=${theme}`);
  await drawAll(page);
  const canvas = page.locator('#chart-mobility-trend canvas');
  const before = await canvas.boundingBox();
  await page.evaluate(() => {
    const seen = new Set<Element>();
    new MutationObserver(() => document.querySelectorAll('.chart-still').forEach((still) => seen.add(still))).observe(document.body, { childList: true, subtree: true });
    addEventListener('afterprint', () => setTimeout(() => document.body.setAttribute('data-seen', String(seen.size)), 100));
  });
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  expect((pdf.match(/\/Type \/Page\b/g) ?? []).length).toBeGreaterThan(2);
  const charts = await page.locator('.card').count();
  await page.waitForTimeout(300);
  expect(await page.locator('body').getAttribute('data-seen')).toBe(String(charts));
  expect(await page.locator('.chart-still').count()).toBe(0);
  expect((await canvas.boundingBox())?.width).toBe(before?.width);
  expect(faults).toEqual([]);
  await close();
});
