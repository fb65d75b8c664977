import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './axe';
import { launch, visit } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('a row’s number is explained at its own address; back closes the panel and the focus returns', async () => {
  const { page, faults, close } = await visit(browser, '/mobility?lang=en', { bypassCSP: true });
  const line = page.locator('.rank button').first();
  await line.focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu');
  await menu.waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/Show only/);
  await menu.getByRole('menuitem', { name: /^Explain Participants/ }).click();
  const panel = page.getByRole('dialog', { name: 'Explain this number' });
  await panel.getByText('The rows used, added up again, give this number.').waitFor();
  expect(page.url()).toMatch(/explain=mobility-flows&at=[^&]*country_code:CN/);
  expect(await panel.getByRole('row').count()).toBeGreaterThan(20);
  await panel.getByRole('button', { name: 'Rows after these' }).click();
  await panel.getByText(/^Rows 21–40 of/).first().waitFor();
  expect(await violations(page)).toEqual([]);
  for (let step = 0; step < 12; step++) await page.keyboard.press('Tab');
  expect(await panel.evaluate((dialog) => dialog.contains(document.activeElement) || document.activeElement === document.body)).toBe(true);
  await page.goBack();
  await panel.waitFor({ state: 'detached' });
  expect(page.url()).not.toContain('explain');
  await expect.poll(() => line.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.goForward();
  await panel.waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await close();
});

test('a shared address opens the panel, and closing it stays on the page', async () => {
  const { page, close } = await visit(browser, '/?lang=en&explain=kpi:projects');
  const panel = page.getByRole('dialog', { name: 'Explain this number' });
  expect(await panel.locator('blockquote').first().innerText()).toMatch(/1,100/);
  await panel.getByRole('button', { name: 'Close' }).click();
  await panel.waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe('?lang=en');
  await close();
});

test('a number that nobody asks for is refused in words', async () => {
  const { page, close } = await visit(browser, '/?lang=en&explain=no-such-chart');
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await close();
});

test('the palette finds a place by its code, filters, remembers, and gives the focus back', async () => {
  const { page, faults, close } = await visit(browser, '/mobility?lang=en', { bypassCSP: true });
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Search or jump to' });
  await field.fill('de');
  const first = page.getByRole('option').first();
  await expect.poll(() => first.innerText()).toMatch(/Germany/);
  expect(await field.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
  expect(await violations(page)).toEqual([]);
  await field.fill('only europe');
  await page.getByRole('option', { name: /Show only Europe/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/region=europe/);
  await page.getByRole('button', { name: 'Search or jump to' }).click();
  await page.getByRole('group', { name: 'Recent' }).getByRole('option', { name: /Show only Europe/ }).waitFor();
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Search or jump to');
  expect(faults).toEqual([]);
  await close();
});

test('the palette asks the server for partners and opens the one chosen', async () => {
  const { page, close } = await visit(browser, '/?lang=en');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('delft');
  const partner = page.getByRole('group', { name: 'Partners' }).getByRole('option').first();
  await partner.waitFor();
  await partner.click();
  await page.waitForURL(/\/partners\//);
  await close();
});

test('a view is kept under a name, opened after a reload, renamed and deleted', async () => {
  const { page, close } = await visit(browser, '/mobility?region=europe&lang=en');
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await page.getByPlaceholder('Name of the view').fill('Europe');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Europe', exact: true }).waitFor();
  await page.goto(new URL('/?lang=en', page.url()).href);
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await page.getByRole('link', { name: 'Europe', exact: true }).click();
  await page.waitForURL(/\/mobility\?region=europe/);
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await page.getByRole('button', { name: 'Rename Europe' }).click();
  await page.getByPlaceholder('Name of the view').fill('Our Europe');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Delete Our Europe' }).click();
  await page.getByText('No views are saved in this browser yet.').waitFor();
  await close();
});

test('the years of the filter are a chip that can be taken out', async () => {
  const { page, close } = await visit(browser, '/mobility?from=2012/2013&to=2014/2015&lang=en');
  await page.getByRole('button', { name: 'Remove Academic years: 2012/13–2014/15' }).click();
  await page.waitForFunction(() => !location.search.includes('from='));
  await close();
});
