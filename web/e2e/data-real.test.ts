import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './browser';
import { start } from './instance';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = process.env['MERIDIAN_REAL_DATA'] ?? join(root, '..', 'shared', 'real-data');

/** Public data sets as they were published, with the committed mapping, and a chart with a sum that was computed elsewhere. */
const sets = [
  { name: 'erasmus-2013-14', mapping: 'erasmus.yaml', chart: 'flow-trend', column: 'moved', sum: 207_790 },
  { name: 'uis-student-flows', mapping: 'uis.yaml', chart: 'flow-trend', column: 'moved', sum: 54_879_396.562 },
  { name: 'openalex-coauthorship', mapping: 'openalex.yaml', chart: 'copublication-trend', column: 'works', sum: 33_241_179 },
  { name: 'ror', mapping: 'ror.yaml', chart: 'institutions-by-place', column: 'institutions', sum: 13_229 },
];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

if (!existsSync(folder)) console.warn(`The real data sets are not at ${folder} (MERIDIAN_REAL_DATA names another folder): their imports are not tested.`);

test.skipIf(!existsSync(folder)).each(sets)('$name goes through the page with its mapping, and the sum comes out', async ({ name, mapping, chart, column, sum }) => {
  const server = await start();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${server.url}/data?lang=en`);
  await page.locator('.drop').waitFor();
  const files = readdirSync(join(folder, name)).filter((file) => /\.(csv|xlsx|parquet)$/.test(file));
  await page.locator('input[data-kind=files]').setInputFiles([...files.map((file) => join(folder, name, file)), join(root, 'data', 'examples', mapping)]);
  await page.locator('.actions .what', { hasText: /Ready to commit/ }).waitFor({ timeout: 180_000 });
  const [read, stored, refused] = [...(await page.locator('#step-files .sum').innerText()).matchAll(/[\d,]+/g)].map(([digits]) => Number(digits.replaceAll(',', '')));
  expect(read).toBe((stored ?? 0) + (refused ?? 0));
  await page.getByRole('button', { name: 'Commit', exact: true }).click();
  await page.locator('.done').waitFor({ timeout: 180_000 });
  const answer = (await (await page.request.get(`${server.url}/api/v1/charts/${chart}?lang=en`)).json()) as { columns: { name: string }[]; rows: (string | number | null)[][] };
  const at = answer.columns.findIndex((one) => one.name === column);
  expect(at, `${chart} has ${answer.columns.map((one) => one.name).join(', ')}`).toBeGreaterThanOrEqual(0);
  expect(answer.rows.reduce((all, row) => all + Number(row[at] ?? 0), 0)).toBeCloseTo(sum, 2);
  await page.getByRole('link', { name: 'See the Overview' }).click();
  await page.locator('h1', { hasText: /\S/ }).waitFor();
  expect(faults).toEqual([]);
  await page.close();
  await server.close();
}, 420_000);
