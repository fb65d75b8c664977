import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawn, launch, visit } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('a region chosen in the sentence is in the address, changes the charts, and goes with back', async () => {
  const { page, faults, close } = await visit(browser, '/mobility?lang=en');
  const subtitle = page.locator('#chart-mobility-trend .subtitle');
  await page.locator('#chart-mobility-trend canvas').waitFor();
  const before = await subtitle.textContent();
  await page.getByRole('button', { name: /all regions/ }).click();
  await page.getByText('Europe', { exact: true }).first().click();
  await page.waitForURL(/region=europe/);
  await page.waitForFunction((old) => document.querySelector('#chart-mobility-trend .subtitle')?.textContent !== old, before);
  expect(await page.getByRole('status').innerText()).toContain('Europe');
  await page.keyboard.press('Escape');
  await page.goBack();
  await page.waitForFunction((old) => document.querySelector('#chart-mobility-trend .subtitle')?.textContent === old, before);
  expect(page.url()).not.toContain('region');
  expect(faults).toEqual([]);
  await close();
});

test('several places found by search become chips that can be taken out', async () => {
  const { page, close } = await visit(browser, '/mobility?lang=en');
  await page.getByRole('button', { name: 'More filters' }).click();
  await page.getByRole('button', { name: 'Country or region', exact: true }).click();
  for (const name of ['Japan', 'Germany']) {
    await page.getByRole('searchbox').fill(name);
    await page.locator('label.menu-item', { hasText: name }).click();
  }
  await page.waitForURL(/place=DE,JP/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Remove Country or region: Japan' }).click();
  await page.waitForURL(/place=DE(&|$)/);
  await close();
});

test('a line of the list beside the map filters the page by its first choice, and says so with a way back', async () => {
  const { page, close } = await visit(browser, '/mobility?lang=en');
  const first = page.locator('.rank button').first();
  await first.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: /^Show only/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/place=[A-Z]{2}/);
  expect(await page.getByRole('status').innerText()).toMatch(/Country or region/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.waitForFunction(() => !location.search.includes('place='));
  await close();
});

test('filters that leave nothing name the one to loosen', async () => {
  const { page, close } = await visit(browser, '/mobility?lang=en');
  await page.route('**/api/v1/charts/mobility-trend?*place=*', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), rows: [] } });
  });
  await page.locator('.rank button').first().click();
  await page.getByRole('menuitem', { name: /^Show only/ }).click();
  const loosen = page.locator('#chart-mobility-trend').getByRole('button', { name: 'Show all places' });
  await loosen.click();
  await page.waitForFunction(() => !location.search.includes('place='));
  await drawn(page);
  await close();
});

test('a chart that fails tells why, with the reference, and can be tried again', async () => {
  const { page, close } = await visit(browser, '/?lang=en');
  let fail = true;
  await page.route('**/api/v1/charts/mobility-trend?*', async (route) => {
    const error = { code: 'busy', message: 'too many questions at once', id: 'abc123' };
    if (fail) await route.fulfill({ status: 503, json: { error } });
    else await route.continue();
  });
  await page.goto(page.url().replace(/\/\?/, '/mobility?'));
  const card = page.locator('#chart-mobility-trend');
  await card.scrollIntoViewIfNeeded();
  expect(await card.getByRole('alert').innerText()).toMatch(/too many questions at once[\s\S]*abc123/);
  fail = false;
  await card.getByRole('button', { name: 'Try again' }).click();
  await card.locator('canvas').waitFor();
  await close();
});

test('the years of a map play one after the other, on that card alone', async () => {
  const { page, close } = await visit(browser, '/mobility?lang=en');
  const card = page.locator('.card.lead');
  const headline = await page.locator('h1').innerText();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await card.getByRole('button', { name: '2012/13' }).click();
  await page.waitForFunction(() => document.querySelector('.card.lead .subtitle')?.textContent?.includes('2012/13'));
  expect(new URL(page.url()).searchParams.has('from')).toBe(false);
  await card.getByRole('button', { name: '2012/13' }).press(' ');
  await page.waitForFunction(() => document.querySelector('.card.lead .subtitle')?.textContent?.includes('2013/14'));
  expect(await page.locator('h1').innerText()).toBe(headline);
  expect(asked.some((url) => url.includes('from=2013/2014&to=2013/2014'))).toBe(true);
  await close();
});
