import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { base, launch } from './browser';

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

/** Mean difference of a channel, 0 to 255, and mean structural similarity over blocks of 8 × 8. */
function compare(own: Buffer, theirs: Buffer): Promise<{ difference: number; similarity: number }> {
  return page.evaluate(async (images) => {
    const [a, b] = (await Promise.all(
      images.map(async (image) => {
        const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${image}`)).blob());
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, bitmap.width, bitmap.height);
      }),
    )) as [ImageData, ImageData];
    let sum = 0;
    for (let at = 0; at < a.data.length; at++) sum += Math.abs((a.data[at] ?? 0) - (b.data[at] ?? 0));
    let [similar, blocks] = [0, 0];
    for (let y = 0; y + 8 <= a.height; y += 8) {
      for (let x = 0; x + 8 <= a.width; x += 8) {
        let [ma, mb, aa, bb, ab] = [0, 0, 0, 0, 0];
        for (let i = 0; i < 64; i++) {
          const at = ((y + (i >> 3)) * a.width + x + (i & 7)) * 4 + 1;
          const [p, q] = [a.data[at] ?? 0, b.data[at] ?? 0];
          [ma, mb, aa, bb, ab] = [ma + p / 64, mb + q / 64, aa + (p * p) / 64, bb + (q * q) / 64, ab + (p * q) / 64];
        }
        const spread = aa - ma * ma + bb - mb * mb;
        similar += ((2 * ma * mb + 6.5) * (2 * (ab - ma * mb) + 58.5)) / ((ma * ma + mb * mb + 6.5) * (spread + 58.5));
        blocks++;
      }
    }
    return { difference: sum / a.data.length, similarity: similar / blocks };
  }, [own.toString('base64'), theirs.toString('base64')]);
}

for (const lang of ['en', 'zh-Hant']) {
  test(`every chart is drawn on the server as Chromium draws it, ${lang}`, { timeout: 180_000 }, async () => {
    const { charts } = (await (await fetch(`${base}/api/v1/charts`)).json()) as { charts: { id: string }[] };
    for (const { id } of charts) {
      const svg = await fetchPicture(id, 'svg', lang);
      const { difference, similarity } = await compare(await fetchPicture(id, 'png', lang), await drawInChromium(svg.toString()));
      if (process.env['VERBOSE']) console.log(`${id.padEnd(26)} ${difference.toFixed(3)} ${similarity.toFixed(4)}`);
      expect(difference, `mean difference of ${id}`).toBeLessThan(1);
      expect(similarity, `similarity of ${id}`).toBeGreaterThan(0.985);
    }
  });
}
