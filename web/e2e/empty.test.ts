import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { base, launch } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function blank(page: Page, charts: string): Promise<void> {
  await page.route(`**/api/v1/charts/${charts}?*`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), rows: [] } });
  });
}

test('a chart the data set has no rows for says so, and which file fills it', async () => {
  const page = await browser.newPage();
  await blank(page, 'mobility-trend');
  await page.goto(`${base}/mobility?lang=en#chart-mobility-trend`);
  const card = page.locator('#chart-mobility-trend');
  await card.getByText('The data set has no rows for this chart').waitFor();
  expect(await card.locator('.empty').innerText()).toContain('mobility.csv');
  await page.close();
});

test('a page without a single row says so once, leaves no heading over nothing, and leads to the format', async () => {
  const page = await browser.newPage();
  await blank(page, '*');
  await page.route('**/api/v1/kpis?*', (route) => route.fulfill({ json: { kpis: [] } }));
  await page.route('**/api/v1/establishments?*', (route) => route.fulfill({ json: { establishments: [] } }));
  await page.goto(`${base}/mainland?lang=en`);
  await page.getByText('The data set has no rows for this page').waitFor();
  expect(await page.locator('main :is(h2, .card, .strip, .empty)').count()).toBe(0);
  const format = await page.getByRole('link', { name: 'How a data set is written' }).getAttribute('href');
  const answer = await page.request.get(new URL(format ?? '', base).href);
  expect(answer.headers()['content-type']).toContain('text/plain');
  expect(await answer.text()).toContain('# The import format');
  await page.close();
});
