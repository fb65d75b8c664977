import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawAll, launch, visit } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const permissions = { permissions: ['clipboard-read', 'clipboard-write'] };
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
const said = async (page: Page, words: RegExp): Promise<void> => {
  await page.getByRole('status').filter({ hasText: words }).waitFor();
};

test('the page’s link holds its filters and names its language', async () => {
  const { page, faults, close } = await visit(browser, '/mobility?region=europe', permissions);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await said(page, /copied/);
  expect(await clipboard(page)).toBe(`${new URL(page.url()).origin}/mobility?region=europe&lang=en`);
  expect(faults).toEqual([]);
  await close();
});

test('a chart’s link leads to the chart', async () => {
  const { page, close } = await visit(browser, '/mobility?lang=en', permissions);
  const card = page.locator('#chart-aid-coverage');
  await card.scrollIntoViewIfNeeded();
  await card.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('button', { name: 'Copy link' }).last().click();
  await said(page, /copied/);
  expect(await clipboard(page)).toMatch(/\/mobility\?lang=en#chart-aid-coverage$/);
  await close();
});

test('without the clipboard of secure pages a link is copied all the same', async () => {
  const { page, close } = await visit(browser, '/?lang=en', permissions);
  await page.evaluate(() => Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject(new Error('not here')) }));
  await page.getByRole('button', { name: 'Copy link' }).first().click();
  await said(page, /copied/);
  expect(await clipboard(page)).toContain('/?lang=en');
  await close();
});

test('a chart fills the screen and comes back, from the menu and by keyboard', async () => {
  const { page, faults, close } = await visit(browser, '/mobility?lang=en');
  await drawAll(page);
  const card = page.locator('#chart-mobility-trend');
  const canvas = card.locator('canvas');
  const before = await canvas.boundingBox();
  await card.getByRole('button', { name: /^More for/ }).press('Enter');
  await page.getByRole('button', { name: 'Full screen' }).press('Enter');
  await page.waitForFunction(() => document.fullscreenElement?.id === 'chart-mobility-trend');
  await page.waitForTimeout(500);
  const full = await canvas.boundingBox();
  expect(full?.width).toBeGreaterThan(1300);
  expect(full?.height).toBeGreaterThan((before?.height ?? 0) * 1.3);
  await card.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('button', { name: 'Leave full screen' }).click();
  await page.waitForFunction(() => !document.fullscreenElement);
  await page.waitForTimeout(500);
  expect((await canvas.boundingBox())?.height).toBe(before?.height);
  expect(faults).toEqual([]);
  await close();
});
