import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launch } from './browser';
import { start, type Instance } from './instance';

let browser: Browser;
let server: Instance;
let page: Page;
let faults: string[];
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = await start();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-HK' });
  faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
});
afterEach(async () => {
  await page.close();
  await server.close();
  expect(faults).toEqual([]);
});

/** What an office sends: cells between semicolons, Windows-1252, a title line, headers in two languages, one word misspelt. */
const rows = [
  'Exchange students – Übersicht',
  'Academic year;Country;Direction;Students;Bemerkung',
  '2016/17;Japan;outbound;12;',
  '2016/17;Germany;inbound;8;geschätzt',
  '2017/18;Japan;outbound;14;',
  '2017/18;Österreich;outbound;5;',
  '2017/18;Untied Kingdom;outbound;7;',
  '2017/18;Germany;inbound;9;',
];
const messy = { name: 'exchange 2018.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n').replace('–', '\u0096'), 'latin1') };

async function give(...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await page.locator('input[data-kind=files]').setInputFiles(files);
}

/** Waits until the import has come to a state that is told. */
async function settled(text: RegExp): Promise<void> {
  await page.locator('.actions .what', { hasText: text }).waitFor({ timeout: 30_000 });
}

/** Sends what was corrected, and waits for the answer. */
async function check(): Promise<void> {
  const answer = page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok());
  await page.getByRole('button', { name: 'Check again' }).click();
  await answer;
  await page.waitForFunction(() => !document.querySelector('.content.busy'));
}

test('a messy spreadsheet is understood, corrected, seen in place, committed, shown on the Overview and taken back', async () => {
  await page.goto(`${server.url}/data?lang=en`);
  await page.getByText('The Hong Kong Polytechnic University').first().waitFor();
  await give(messy);
  await page.locator('.work').waitFor({ timeout: 30_000 });
  const understood = await page.locator('#step-files').innerText();
  expect(understood).toMatch(/windows-1252/i);
  expect(understood).toContain('header on line 2');
  // The address leads back here, and so does a reload.
  expect(page.url()).toMatch(/\/data\?import=[\w-]+/);
  await page.reload();
  await page.locator('.work').waitFor({ timeout: 30_000 });

  await page.getByLabel('What the rows of exchange 2018.csv are').selectOption('mobility');
  await page.getByLabel('Where academic_year_id comes from').selectOption('=Academic year');
  await page.getByLabel('Where direction comes from').selectOption('=Direction');
  await page.getByLabel('Where participants comes from').selectOption('=Students');
  const more = page.getByRole('button', { name: /more columns? we could take/ });
  if (await more.count()) await more.click();
  await page.getByLabel('Where country_code comes from').selectOption('=Country');
  await page.getByLabel('Where kind comes from').selectOption('constant');
  await page.getByLabel('Value of kind in every row').selectOption('student-studies');
  await page.locator('#fact-id').fill('example');
  await page.locator('#fact-name').fill('Example University');
  await page.locator('#fact-home').fill('PT');
  await page.locator('#fact-asof').fill('2018-08-31');
  await page.locator('#fact-asof').press('Tab');
  expect(await page.getByRole('button', { name: 'Commit', exact: true }).getAttribute('aria-disabled')).toBe('true');
  await check();

  // The one word that names no place is marked in its very cell, and says why.
  await settled(/error/);
  const cell = page.locator('#step-preview tr[data-line="7"] .mark.error');
  expect(await cell.innerText()).toContain('Untied Kingdom');
  await cell.click();
  expect(await page.locator('#step-preview .why').innerText()).toContain('Line 7, Country');
  await page.getByRole('button', { name: '1 error', exact: true }).click();
  expect(await page.locator('#step-problems .groups').innerText()).toContain('Untied Kingdom');

  const meaning = page.getByLabel('What Untied Kingdom means');
  expect(await meaning.innerText()).toContain('United Kingdom');
  await meaning.selectOption('=GB');
  await check();
  await settled(/Ready to commit/);
  expect(await page.locator('#step-files .sum').innerText()).toBe('6 rows read = 6 stored + 0 refused');
  expect(await page.locator('#step-changes table').count()).toBe(2);
  await page.getByRole('button', { name: 'Commit', exact: true }).click();
  await page.locator('.done').waitFor({ timeout: 30_000 });
  expect(await page.locator('.done').innerText()).toContain('Example University is on screen');

  await page.getByRole('link', { name: 'See the Overview' }).click();
  await page.waitForURL('**/?lang=en');
  await page.locator('footer', { hasText: 'Example University' }).waitFor();
  await page.goto(`${server.url}/mobility?lang=en`);
  await page.locator('#chart-mobility-trend canvas').waitFor();
  const trend = await (await page.request.get(`${server.url}/api/v1/charts/mobility-trend?lang=en`)).json() as { rows: unknown[][] };
  expect(JSON.stringify(trend.rows)).toContain('26');

  await page.goto(`${server.url}/data?lang=en#snapshots`);
  await page.getByRole('button', { name: /Show this one: The Hong Kong Polytechnic University/ }).click();
  await page.getByRole('button', { name: 'Yes, show it' }).click();
  await page.locator('.facts', { hasText: 'The Hong Kong Polytechnic University' }).waitFor();
}, 120_000);

test('a page that is open elsewhere shows the new data without a reload', async () => {
  await page.goto(`${server.url}/mobility?lang=en`);
  await page.locator('footer', { hasText: 'The Hong Kong Polytechnic University' }).waitFor();
  const yaml = 'id: other\nname: Other University\nhome_place: PT\nas_of: 2018-08-31\n';
  const mobility = 'academic_year_id,direction,country_code,kind,participants\n2017/2018,outbound,JP,student-studies,4\n';
  const sent = await page.request.post(`${server.url}/api/v1/imports`, {
    multipart: { files: { name: 'mobility.csv', mimeType: 'text/csv', buffer: Buffer.from(mobility) }, dataset: yaml, commit: 'true' },
  });
  expect(sent.status()).toBe(202);
  // Coming back to the page is when it looks; so does it every twenty seconds.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.locator('footer', { hasText: 'Other University' }).waitFor({ timeout: 30_000 });
  await page.locator('[role=status]', { hasText: 'Other University' }).first().waitFor();
});

test('what cannot be read is refused in words, before or after it is sent, and the data stays', async () => {
  await page.goto(`${server.url}/data?lang=en`);
  await page.locator('.drop').waitFor();
  await give({ name: 'old.xls', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from('x') });
  expect(await page.locator('.refusals').innerText()).toContain('Save it as .xlsx');
  await give({ name: 'flows.xlsx', mimeType: 'application/zip', buffer: Buffer.from('this is no workbook') });
  const told = page.locator('#bring', { hasText: 'flows.xlsx' }).locator('.what').first();
  await told.waitFor({ timeout: 30_000 });
  expect(await page.locator('#bring').innerText()).toMatch(/error|Not taken|cannot|is not/i);
  expect(await page.locator('.facts').innerText()).toContain('The Hong Kong Polytechnic University');
});

test('an import can be left at any time, and is gone then', async () => {
  await page.goto(`${server.url}/data?lang=en`);
  await page.locator('.drop').waitFor();
  await give(messy);
  await page.locator('.work').waitFor({ timeout: 30_000 });
  const id = new URL(page.url()).searchParams.get('import') ?? '';
  await page.getByRole('button', { name: 'Cancel the import' }).click();
  await page.getByRole('button', { name: 'Yes, drop them' }).click();
  await page.getByText('The import was cancelled. Nothing changed.').first().waitFor();
  expect(new URL(page.url()).searchParams.get('import')).toBeNull();
  await expect.poll(async () => (await page.request.get(`${server.url}/api/v1/imports/${id}`)).status()).toBe(404);
  await page.goto(`${server.url}/data?lang=en&import=${id}`);
  await page.getByText('This import is no longer kept.').first().waitFor();
  faults = faults.filter((fault) => !fault.includes('404'));
});

test('a server that is away is told, what was corrected stays, and the page goes on when it is back', async () => {
  await page.goto(`${server.url}/data?lang=en`);
  await page.locator('.drop').waitFor();
  await give(messy);
  await page.locator('.work').waitFor({ timeout: 30_000 });
  await page.locator('#fact-name').fill('Kept University');
  await page.locator('#fact-name').press('Tab');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Check again' }).click();
  await settled(/The server does not answer/);
  expect(await page.locator('#fact-name').inputValue()).toBe('Kept University');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Ask again now' }).click();
  await settled(/not checked yet/);
  expect(await page.locator('#fact-name').inputValue()).toBe('Kept University');
  faults = faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'));
});

test('the whole way can be gone by keyboard', async () => {
  // Asked for early: what answers a chooser has to be in place before one opens.
  const chooser = page.waitForEvent('filechooser');
  await page.goto(`${server.url}/data?lang=en`);
  await page.locator('#definitions li').first().waitFor();
  await page.getByRole('button', { name: 'Choose files' }).focus();
  await page.keyboard.press('Enter');
  await (await chooser).setFiles([messy]);
  await page.locator('.work').waitFor({ timeout: 30_000 });
  const cancel = page.getByRole('button', { name: 'Cancel the import' });
  await cancel.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.locator('.drop').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('bring-heading');
});

test.each([1440, 820, 390, 320])('at %d wide nothing of an import scrolls the page sideways', async (width) => {
  await page.setViewportSize({ width, height: 800 });
  for (const lang of ['en', 'zh-Hant']) {
    await page.goto(`${server.url}/data?lang=${lang}`);
    await page.locator('#definitions li').first().waitFor();
    await give(messy);
    await page.locator('.work').waitFor({ timeout: 30_000 });
    await page.evaluate(() => document.querySelectorAll<HTMLDetailsElement>('#bring details').forEach((details) => (details.open = true)));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});
