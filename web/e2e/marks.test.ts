import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, visit } from './browser';

/** A mark under the pointer: where it is in the window, and what its tooltip says. */
interface Found {
  x: number;
  y: number;
  told: string;
}

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Moves the pointer over a picture until it is on a mark that tells of a row, as a reader would. */
async function findMark(page: Page, card: Locator, steps = 24): Promise<Found> {
  await card.scrollIntoViewIfNeeded();
  const canvas = card.locator('canvas').first();
  await canvas.waitFor();
  await page.waitForTimeout(1200);
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the picture has no place on the page');
  const tip = card.locator('.chart-tip');
  for (let row = steps - 3; row > 2; row--) {
    for (let column = 3; column < steps - 2; column++) {
      const [x, y] = [box.x + (box.width * column) / steps, box.y + (box.height * row) / steps];
      await page.mouse.move(x, y);
      const pointed = await canvas.evaluate((element) => element.parentElement?.style.cursor === 'pointer');
      if (!pointed || !(await tip.isVisible())) continue;
      const told = await tip.innerText();
      // A tooltip without a number is of something no row stands for.
      if (/\d/.test(told)) return { x, y, told };
    }
  }
  throw new Error('no mark was found in the picture');
}

test.each([
  { what: 'a bar', path: '/mobility?lang=en', id: 'mobility-balance' },
  { what: 'an area of a map', path: '/?lang=en', id: 'partner-map' },
  { what: 'a point', path: '/mobility?lang=en', id: 'mobility-reciprocity' },
])('a click on $what offers what can be done with it', async ({ path, id }) => {
  const { page, faults, close } = await visit(browser, path);
  const card = page.locator(`#chart-${id}`);
  const { x, y, told } = await findMark(page, card);
  await page.mouse.click(x, y);
  const menu = page.getByRole('menu');
  await menu.waitFor();
  const name = (await menu.locator('.kicker').innerText()).split(' · ')[0] ?? '';
  expect(told.toLowerCase()).toContain(name.toLowerCase());
  const near = await menu.boundingBox();
  expect(Math.abs((near?.x ?? 9999) - x)).toBeLessThan(440);
  await page.getByRole('menuitem', { name: /^Explain/ }).first().click();
  const panel = page.getByRole('dialog', { name: 'Explain this number' });
  await panel.waitFor();
  expect(await panel.getByRole('alert').count()).toBe(0);
  expect(faults).toEqual([]);
  await close();
});

test('a part that does not come says so, and comes when it is asked for again', async () => {
  const { page, close } = await visit(browser, '/?lang=en');
  const part = /\/assets\/Palette-[^/]*\.js/;
  await page.route(part, (route) => route.abort());
  await page.keyboard.press('Control+k');
  const fault = page.getByRole('alert').filter({ hasText: 'This part of the page could not be loaded' });
  await fault.waitFor();
  await page.unroute(part);
  await fault.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('combobox', { name: 'Search or jump to' }).waitFor();
  await close();
});

test('the panel leads to the definition on the Data page', async () => {
  const { page, close } = await visit(browser, '/?lang=en&explain=partner-map');
  await page.getByRole('dialog').getByRole('link', { name: 'Open in Data' }).click();
  await page.waitForURL(/\/data.*#metric-/);
  const id = new URL(page.url()).hash.slice(1);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(id);
  expect(await page.locator(`#${id}`).evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true);
  await close();
});

test('the pages of the header fit any window, those that do not are under More', async () => {
  const { page, close } = await visit(browser, '/?lang=en');
  for (const width of [760, 880, 1000, 1240, 1360]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width} wide`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1000, height: 800 });
  const nav = page.getByRole('banner').getByRole('navigation');
  await nav.getByRole('button', { name: 'More' }).click();
  await nav.getByRole('link', { name: 'Partners' }).click();
  await page.waitForURL(/\/partners/);
  await nav.getByRole('button', { name: 'Partners' }).waitFor();
  await close();
});
