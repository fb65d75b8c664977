import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './axe';
import { drawAll, launch, paths, visit } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const themed = paths.flatMap((path) => ['light', 'dark', 'hc'].map((theme) => [path, theme] as const));

test.each(themed)('axe finds nothing on %s in %s', async (path, theme) => {
  const { page, close } = await visit(browser, `${path}?theme=${theme}&lang=en`, { bypassCSP: true });
  await drawAll(page);
  expect(await violations(page)).toEqual([]);
  await close();
});
