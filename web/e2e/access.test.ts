import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawAll, launch, paths, visit } from './browser';

interface Violation {
  id: string;
  nodes: { target: unknown; failureSummary?: string }[];
}

let browser: Browser;
let axe: string;
beforeAll(async () => {
  browser = await launch();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(() => browser.close());

const themed = paths.flatMap((path) => ['light', 'dark', 'hc'].map((theme) => [path, theme] as const));

test.each(themed)('axe finds nothing on %s in %s', async (path, theme) => {
  // axe is brought in from here, which the page itself would never allow.
  const { page, close } = await visit(browser, `${path}?theme=${theme}&lang=en`, { bypassCSP: true });
  await drawAll(page);
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const runner = (window as unknown as { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } }).axe;
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await runner.run({ runOnly: tags });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${String(node.target)} ${node.failureSummary ?? ''}`).join(' | ')}`);
  });
  expect(found).toEqual([]);
  await close();
});
