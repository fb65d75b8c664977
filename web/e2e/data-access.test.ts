import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './axe';
import { launch } from './browser';
import { start, type Instance } from './instance';

let browser: Browser;
let server: Instance;
beforeAll(async () => {
  browser = await launch();
  server = await start();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const settings = 'id: other\nname: Other University\nhome_place: PT\nas_of: 2018-08-31\n';
const head = 'academic_year_id,direction,country_code,kind,participants,remark\n';
const wrong = `${head}2017/2018,outbound,JP,student-studies,4,a\n2017/2018,outbound,JP,student-studies,many,b\n2017/2018,inbound,Untied Kingdom,student-studies,2,c\n`;
const right = `${head}2017/2018,outbound,JP,student-studies,4,a\n`;
const part = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

test.each(['light', 'dark', 'hc'])('axe finds nothing on the Data page in any state, in %s', async (theme) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  const files = page.locator('input[data-kind=files]');
  await page.goto(`${server.url}/data?lang=en&theme=${theme}`);
  await page.locator('#definitions li').first().waitFor();
  await page.locator('#definitions summary').first().click();
  await page.locator('#definitions pre').first().waitFor();
  expect(await violations(page), 'nothing brought yet').toEqual([]);

  await files.setInputFiles([part('photo.png', 'x')]);
  await page.locator('.refusals').waitFor();
  expect(await violations(page), 'a file that is not read').toEqual([]);

  await files.setInputFiles([part('mobility.csv', wrong), part('dataset.yaml', settings)]);
  await page.locator('.actions .what', { hasText: /error/ }).waitFor({ timeout: 30_000 });
  await page.evaluate(() => document.querySelectorAll<HTMLDetailsElement>('#bring details').forEach((details) => (details.open = true)));
  await page.locator('#step-preview .mark').first().click();
  expect(await violations(page), 'refused').toEqual([]);
  await page.getByRole('button', { name: 'Cancel the import' }).click();
  await page.getByRole('button', { name: 'Yes, drop them' }).click();

  await files.setInputFiles([part('mobility.csv', right), part('dataset.yaml', settings)]);
  await page.locator('.actions .what', { hasText: /Ready/ }).waitFor({ timeout: 30_000 });
  expect(await violations(page), 'ready').toEqual([]);
  await page.getByRole('button', { name: 'Commit', exact: true }).click();
  await page.locator('.done').waitFor({ timeout: 30_000 });
  await page.locator('#snapshots summary').click();
  await page.getByRole('button', { name: /Show this one/ }).first().click();
  await page.locator('#snapshots table caption').first().waitFor({ state: 'attached' });
  expect(await violations(page), 'committed').toEqual([]);
  await page.getByRole('button', { name: 'Back to the data before' }).click();
  await page.locator('.facts', { hasText: 'The Hong Kong Polytechnic University' }).waitFor();
  await context.close();
}, 120_000);
