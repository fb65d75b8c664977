/**
 * Notes which Chinese letters the pages show and how bold (`npm run fonts:collect`,
 * with MERIDIAN_URL naming a running Meridian): those of the overview, then
 * those of the other pages with their tables and definitions. `build.mjs` cuts
 * the browser's fonts by it, so that a page loads little more than it shows.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { cjk } from './charsets.mjs';

const base = process.env.MERIDIAN_URL ?? 'http://127.0.0.1:8080';
const others = ['/collaboration', '/mobility', '/alliances', '/mainland', '/places', '/places/DE', '/places/CN', '/partners', '/partners/xjtu', '/board'];
const weights = [400, 700];

/** Runs before a page: notes, frame by frame and by weight, what stands on it and on its canvases. */
function watch() {
  const written = (window.written = { 400: new Set(), 700: new Set() });
  const note = (text, bold) => [...text].forEach((letter) => written[bold ? 700 : 400].add(letter));
  const fill = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
    note(String(text), /\b[6-9]00\b|bold/.test(this.font));
    return fill.call(this, text, ...rest);
  };
  const read = () => {
    const walk = document.createTreeWalker(document.getElementById('app') ?? document, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const style = walk.currentNode.parentElement && getComputedStyle(walk.currentNode.parentElement);
      // The name and the language switch have a font of their own.
      if (style && !style.fontFamily.includes('Meridian Mark')) note(walk.currentNode.data, Number(style.fontWeight) >= 600);
    }
    requestAnimationFrame(read);
  };
  requestAnimationFrame(read);
}

/** Runs in a page: the letters noted so far. */
const noted = () => Object.fromEntries(Object.entries(window.written).map(([weight, letters]) => [weight, [...letters].join('')]));

async function collect(browser, lang, path) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watch);
  await page.goto(`${base}${path}?lang=${lang}`);
  for (const card of await page.locator('.card').all()) {
    await card.scrollIntoViewIfNeeded();
    await card.locator('canvas, .empty').first().waitFor();
  }
  await page.waitForTimeout(800);
  const shown = await page.evaluate(noted);
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await page.waitForTimeout(80);
  }
  await page.waitForTimeout(800);
  const opened = await page.evaluate(noted);
  await page.close();
  return { shown, opened };
}

const letters = (texts) => [...new Set(texts.join('').match(cjk) ?? [])].sort().join('');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});
const seen = {};
for (const [name, lang] of [['hk', 'zh-Hant'], ['sc', 'zh-Hans']]) {
  const overview = await collect(browser, lang, '/');
  const rest = [overview.opened];
  for (const path of others) rest.push((await collect(browser, lang, path)).opened);
  for (const weight of weights) {
    seen[`${name}-${weight}`] = { overview: letters([overview.shown[weight]]), pages: letters(rest.map((text) => text[weight])) };
  }
}
await browser.close();
writeFileSync(join(dirname(fileURLToPath(import.meta.url)), 'seen.json'), `${JSON.stringify(seen, null, 1)}\n`);
