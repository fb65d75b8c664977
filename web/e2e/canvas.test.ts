import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { base, drawAll, launch, visit } from './browser';
import { compare, type Likeness, type Part } from './compare';

/**
 * The canvas of the page against the server's PNG of the same chart at the same
 * size: what a reader sees is what she downloads. Both are drawn at two pixels
 * to one of CSS. What may differ is how each softens edges, and that Chromium on
 * Linux fits the height of letters to rows of pixels: together that costs a
 * chart 0.002 to 0.014 of similarity, most where a small picture is all text.
 */
const scale = 2;
const bar = { similarity: 0.985, worst: 0.8, difference: 2 };

/** Heights at the foot of a picture, in CSS pixels, that hold a control: a page has it, a file has no use for it. */
const controls: Record<string, number> = { 'project-treemap': 30 };

/** Windows in which no card is larger than 960 × 540: the server lays larger pictures out at that size and enlarges them. */
const wide = { width: 1400, height: 900 };
const phone = { width: 390, height: 844 };

const pages: Record<string, string> = {
  overview: '/',
  collaboration: '/collaboration',
  mobility: '/mobility',
  alliances: '/alliances',
  mainland: '/mainland',
};

interface Look {
  theme: string;
  lang: string;
  viewport: { width: number; height: number };
}

/** What the catalogue says of charts and pages. */
interface Listed {
  charts: { id: string; subject: string; available: boolean }[];
  pages: string[];
}

interface Shown {
  width: number;
  height: number;
  picture: Buffer;
}

let browser: Browser;
let bench: Page;
beforeAll(async () => {
  browser = await launch();
  bench = await browser.newPage();
});
afterAll(() => browser.close());

/** The charts of a page as its canvases show them, on the colour of their cards. */
async function shownOn(subject: string, { theme, lang, viewport }: Look): Promise<Map<string, Shown>> {
  const path = `${pages[subject]}?theme=${theme}&lang=${lang}`;
  const { page, close } = await visit(browser, path, { viewport, deviceScaleFactor: scale, reducedMotion: 'reduce' });
  await drawAll(page);
  await page.waitForFunction(() => !document.querySelector('.card[aria-busy=true]'));
  // Letters that came after the first drawing bring another.
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(500);
  const found = await page.evaluate((scale) => {
    return [...document.querySelectorAll('.card')].map((card) => {
      const layers = [...card.querySelectorAll('canvas')];
      const whole = document.createElement('canvas');
      [whole.width, whole.height] = [layers[0]?.width ?? 0, layers[0]?.height ?? 0];
      const context = whole.getContext('2d')!;
      context.fillStyle = getComputedStyle(card).backgroundColor;
      context.fillRect(0, 0, whole.width, whole.height);
      for (const layer of layers) context.drawImage(layer, 0, 0);
      return { id: card.id.replace('chart-', ''), width: whole.width / scale, height: whole.height / scale, url: whole.toDataURL() };
    });
  }, scale);
  await close();
  return new Map(found.map(({ id, url, ...size }) => [id, { ...size, picture: Buffer.from(url.split(',')[1] ?? '', 'base64') }]));
}

async function drawnByServer(id: string, { width, height }: Shown, look: Record<string, string>): Promise<Buffer> {
  const query = new URLSearchParams({ width: String(width), height: String(height), scale: String(scale), title: '0', footer: '0', disclosure: 'off', ...look });
  const answer = await fetch(`${base}/api/v1/charts/${id}.png?${query}`);
  expect(answer.status, `${id} ${width} × ${height}`).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

function likeness(id: string, shown: Shown, drawn: Buffer, part: Part = {}): Promise<Likeness> {
  return compare(bench, drawn, shown.picture, { height: (shown.height - (controls[id] ?? 0)) * scale, ...part });
}

function passes({ similarity, worst, difference }: Likeness): boolean {
  return similarity >= bar.similarity && worst >= bar.worst && difference <= bar.difference;
}

const looks: Look[] = [
  { theme: 'light', lang: 'en', viewport: wide },
  { theme: 'dark', lang: 'zh-Hant', viewport: wide },
  { theme: 'hc', lang: 'zh-Hans', viewport: phone },
];
const cases = Object.keys(pages).flatMap((subject) => looks.map((look) => ({ subject, ...look })));

test.each(cases)('the charts of $subject are downloaded as they are shown, $theme, $lang, $viewport.width wide', { timeout: 180_000 }, async ({ subject, ...look }) => {
  const { charts, pages: listed } = (await (await fetch(`${base}/api/v1/charts`)).json()) as Listed;
  if (!listed.includes(subject)) return; // The data set has nothing for this page.
  const shown = await shownOn(subject, look);
  // The overview also shows charts of other pages.
  expect([...shown.keys()]).toEqual(expect.arrayContaining(charts.filter((chart) => chart.available && chart.subject === subject).map((chart) => chart.id)));
  const lines: string[] = [];
  const below: string[] = [];
  for (const [id, one] of shown) {
    expect(Math.min(one.width / 960, one.height / 540), `${id} is laid out at its own size`).toBeLessThanOrEqual(1);
    const alike = await likeness(id, one, await drawnByServer(id, one, { theme: look.theme, lang: look.lang }));
    const line = `${id.padEnd(24)} ${`${one.width} × ${one.height}`.padStart(10)}  similarity ${alike.similarity.toFixed(4)}  worst ${alike.worst.toFixed(3)} at ${alike.at}  difference ${alike.difference.toFixed(2)}`;
    lines.push(line);
    if (!passes(alike)) below.push(line);
  }
  console.log(`${subject}, ${look.theme}, ${look.lang}, ${look.viewport.width} wide\n${lines.join('\n')}`);
  expect(below).toEqual([]);
});

test('another picture does not pass: one pixel of CSS away, in another language or theme, of fewer years', { timeout: 120_000 }, async () => {
  const id = 'mobility-trend';
  const look = { theme: 'light', lang: 'en' };
  const shown = (await shownOn('mobility', { ...look, viewport: wide })).get(id);
  if (!shown) throw new Error(`${id} is not on its page`);
  const own = await drawnByServer(id, shown, look);
  expect(passes(await likeness(id, shown, own))).toBe(true);
  expect(passes(await likeness(id, shown, own, { shift: scale })), 'moved').toBe(false);
  const changes: Record<string, string>[] = [{ lang: 'zh-Hant' }, { theme: 'dark' }, { from: '2011/2012' }];
  for (const change of changes) {
    const other = await drawnByServer(id, shown, { ...look, ...change });
    expect(passes(await likeness(id, shown, other)), JSON.stringify(change)).toBe(false);
  }
});
