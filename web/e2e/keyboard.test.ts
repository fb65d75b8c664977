import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, visit } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  });

/** Presses Tab until what has the focus is called so; the pointer is never used. */
async function tabTo(page: Page, name: RegExp, most = 160): Promise<void> {
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab');
    if (name.test(await focused(page))) return;
  }
  throw new Error(`no element called ${String(name)} within ${most} steps; the focus is on "${await focused(page)}"`);
}

test('everything is done by keyboard alone, and the focus can be seen', { timeout: 120_000 }, async () => {
  const { page, faults, close } = await visit(browser, '/?lang=en');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to the content');
  await page.keyboard.press('Tab');
  await tabTo(page, /^Mobility$/);
  expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).toBe('solid');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/mobility**');
  await page.locator('.rank button').first().waitFor();

  // A filter, from the sentence.
  await tabTo(page, /all regions/);
  await page.keyboard.press('Enter');
  await page.locator('fieldset').waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('fieldset') !== null)).toBe(true);
  await page.keyboard.press('Escape');

  // The list beside the map, its choices, and the panel.
  await tabTo(page, /^1 ?Chinese mainland/);
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focused(page)).toMatch(/^Explain/);
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Explain this number' });
  await panel.getByRole('heading', { name: 'Rows used' }).waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toMatch(/Chinese mainland/);

  // The map: tabs, zoom, years.
  await tabTo(page, /^Map$/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => focused(page)).toBe('Table');
  await tabTo(page, /^Participants/);
  await page.keyboard.press('Enter');
  expect(await page.locator('th[aria-sort=descending]').count()).toBe(1);
  await tabTo(page, /^Chinese mainland$/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  for (let step = 0; step < 8 && (await focused(page)) !== 'Table'; step++) await page.keyboard.press('Shift+Tab');
  await page.locator('[role=tab][aria-selected=true]').first().press('ArrowLeft');
  await tabTo(page, /^Zoom in$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^2012\/13$/);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.card.lead .subtitle')?.textContent?.includes('2012/13'));

  // The palette: language, theme, another page.
  for (const [words, name, value] of [['language 繁', 'lang', 'zh-Hant'], ['English', 'lang', 'en'], ['theme dark', 'data-theme', 'dark']] as const) {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type(words);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('html').getAttribute(name)).toBe(value);
    await page.getByRole('combobox').waitFor({ state: 'detached' });
  }
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('alliances');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/alliances**');
  expect(faults).toEqual([]);
  await close();
});
