import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, visit } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('the language changes the page, the charts and the language of the document, and stays', async () => {
  const { page, close } = await visit(browser, '/mobility?lang=en');
  const english = await page.locator('h1').innerText();
  await page.getByRole('button', { name: '繁體中文' }).click();
  await page.waitForFunction((old) => document.querySelector('h1')?.textContent?.trim() !== old.trim(), english);
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant');
  expect(page.url()).toContain('lang=zh-Hant');
  expect(await page.locator('h1').innerText()).toMatch(/\p{Script=Han}/u);
  await page.goto(new URL('/alliances', page.url()).href);
  await page.locator('h1').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant');
  await close();
});

test('the theme follows the machine, then the choice, before the first paint', async () => {
  const { page, close } = await visit(browser, '/?lang=en', { colorScheme: 'dark' });
  const theme = (): Promise<string | null> => page.locator('html').getAttribute('data-theme');
  expect(await theme()).toBe('dark');
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('button', { name: 'High contrast' }).click();
  expect(await theme()).toBe('hc');
  await page.reload({ waitUntil: 'commit' });
  await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'hc');
  await close();
});

test('the pointer on a mark reads its row', async () => {
  const { page, close } = await visit(browser, '/mobility?lang=en');
  const canvas = page.locator('#chart-mobility-trend canvas');
  await canvas.scrollIntoViewIfNeeded();
  await page.waitForTimeout(1200);
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the chart has no box');
  const tip = page.locator('#chart-mobility-trend .chart-tip');
  for (const share of [0.3, 0.35, 0.4]) {
    await page.mouse.move(box.x + box.width * share, box.y + box.height / 2, { steps: 4 });
    if ((await tip.innerText().catch(() => '')) !== '') break;
    await page.waitForTimeout(200);
  }
  expect(await tip.innerText()).toMatch(/\d{4}\/\d{2}[\s\S]*\d/);
  await close();
});

test('a figure opens its source by keyboard: quote, title and date', async () => {
  const { page, close } = await visit(browser, '/?lang=en');
  const figure = page.locator('.figure', { hasText: '1,100+' });
  await page.getByRole('button', { name: 'Copy link' }).first().focus();
  for (let step = 0; step < 12 && !(await figure.evaluate((button) => button === document.activeElement)); step++) await page.keyboard.press('Tab');
  const why = page.locator('.why:popover-open');
  await why.waitFor();
  await expect.poll(() => why.innerText()).toMatch(/collaborative projects mounts over 1,100[\s\S]*Global Network/);
  await page.keyboard.press('Escape');
  await why.waitFor({ state: 'hidden' });
  await close();
});

test('the menu and the tabs work by keyboard; the table sorts', async () => {
  const { page, close } = await visit(browser, '/mobility?lang=en');
  const card = page.locator('#chart-mobility-balance');
  await card.scrollIntoViewIfNeeded();
  await card.getByRole('tab', { name: 'Chart' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await card.getByRole('tab', { name: 'Table' }).getAttribute('aria-selected')).toBe('true');
  const heading = card.locator('thead th').last();
  await heading.getByRole('button').press('Enter');
  expect(await heading.getAttribute('aria-sort')).toBe('descending');
  await card.getByRole('tab', { name: 'Table' }).press('End');
  await card.getByText('Definition').waitFor();
  expect(await card.locator('pre').innerText()).toMatch(/select/i);
  await card.getByRole('button', { name: /^More for/ }).press('Enter');
  await card.getByRole('link', { name: 'Download PNG' }).waitFor();
  // How files show people is chosen above the files it is for.
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Download PNG');
  await page.keyboard.press('Escape');
  await close();
});

test('PNG, SVG and CSV are files of the chart that is shown', async () => {
  const { page, close } = await visit(browser, '/mobility?lang=en&region=europe');
  const card = page.locator('#chart-mobility-trend');
  const save = async (name: string): Promise<Buffer> => {
    await card.getByRole('button', { name: /^More for/ }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
    return readFile(await download.path());
  };
  const png = await save('Download PNG');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1600, 900]);
  expect((await save('Download SVG')).toString()).toMatch(/^<svg/);
  const csv = (await save('Download CSV')).toString();
  expect(csv.trim().split('\n').length).toBeGreaterThan(8);
  await close();
});
