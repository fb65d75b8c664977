import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { base, launch } from './browser';
import { compare } from './compare';

/**
 * The server's pixels against Chromium's: the same SVG, drawn by both with the
 * same fonts, must look the same. What is left is how each softens edges.
 */
const size = { width: 960, height: 540 };
const scale = 2;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  page = await browser.newPage({ viewport: size, deviceScaleFactor: scale });
  await page.setContent(`<style>${fontFaces()} body { margin: 0 } svg { display: block }</style><main></main>`);
});
afterAll(() => browser.close());

function fontFaces(): string {
  const fonts: [family: string, weight: number, file: string][] = [
    ['Source Sans 3', 400, 'SourceSans3-400'],
    ['Source Sans 3', 600, 'SourceSans3-600'],
    ['Source Sans 3', 700, 'SourceSans3-700'],
    ['Source Serif 4', 600, 'SourceSerif4-600'],
    ['Noto Sans HK', 400, 'NotoSansHK-400'],
    ['Noto Sans HK', 700, 'NotoSansHK-700'],
  ];
  return fonts
    .map(([family, weight, file]) => {
      const data = readFileSync(join(import.meta.dirname, '..', 'fonts', `${file}.ttf`)).toString('base64');
      return `@font-face { font-family: '${family}'; font-weight: ${weight}; src: url(data:font/ttf;base64,${data}) }`;
    })
    .join('\n');
}

async function fetchPicture(id: string, format: 'svg' | 'png', lang: string): Promise<Buffer> {
  const answer = await fetch(`${base}/api/v1/charts/${id}.${format}?width=${size.width}&height=${size.height}&scale=${scale}&lang=${lang}`);
  expect(answer.status, `${id}.${format}`).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

async function drawInChromium(svg: string): Promise<Buffer> {
  await page.evaluate(async (markup) => {
    document.querySelector('main')!.innerHTML = markup;
    await document.fonts.ready;
  }, svg);
  await page.waitForTimeout(150);
  return page.screenshot();
}

for (const lang of ['en', 'zh-Hant']) {
  test(`every chart is drawn on the server as Chromium draws it, ${lang}`, { timeout: 180_000 }, async () => {
    const { charts } = (await (await fetch(`${base}/api/v1/charts`)).json()) as { charts: { id: string }[] };
    for (const { id } of charts) {
      const svg = await fetchPicture(id, 'svg', lang);
      const { difference, similarity } = await compare(page, await fetchPicture(id, 'png', lang), await drawInChromium(svg.toString()));
      if (process.env['VERBOSE']) console.log(`${id.padEnd(26)} ${difference.toFixed(3)} ${similarity.toFixed(4)}`);
      expect(difference, `mean difference of ${id}`).toBeLessThan(1);
      expect(similarity, `similarity of ${id}`).toBeGreaterThan(0.985);
    }
  });
}
