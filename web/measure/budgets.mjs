// The budgets of the pages, measured in Chromium with an empty cache: npm run budgets, with MERIDIAN_URL set to a
// running Meridian or the program built. Medians of several runs; a measure over its budget ends with status 1.
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { redraw } from './redraw.mjs';
import { pages, served } from './served.mjs';

const runs = Number(process.env.RUNS ?? 5);
const { url, stop } = await served();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});

/** Loads a page into an empty cache: paints in ms, layout shift, and what came over the wire in bytes. */
async function load(path) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-HK' });
  const page = await context.newPage();
  const wire = await watch(context, page);
  await page.addInitScript(() => {
    window.seen = { largest: 0, shift: 0 };
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.seen.largest = entry.startTime))).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => { if (!entry.hadRecentInput) window.seen.shift += entry.value; })).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url + path, { waitUntil: 'networkidle' });
  await page.waitForTimeout(600);
  const paints = await page.evaluate(() => ({ ...window.seen, first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0 }));
  await context.close();
  return { ...paints, ...wire() };
}

/** Adds up what crosses the wire. */
async function watch(context, page) {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  let all = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (all += encodedDataLength));
  return () => ({ all });
}

/** The scripts that the page names or preloads, without ECharts and the maps' projections: bytes by gzip. */
async function firstScripts() {
  const html = await (await fetch(`${url}/`)).text();
  const names = [...new Set([...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, name]) => name))].filter((name) => !name.includes('vendor-'));
  const texts = await Promise.all(names.map(async (name) => (await fetch(url + name)).arrayBuffer()));
  return texts.reduce((sum, text) => sum + gzipSync(Buffer.from(text), { level: 9 }).length, 0);
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
let over = 0;
function tell(what, value, budget, unit, digits = 0) {
  const fits = value <= budget;
  if (!fits) over++;
  console.log(`${what.padEnd(52)}${value.toFixed(digits).padStart(9)} ${unit.padEnd(3)} budget ${String(budget).padStart(5)}  ${fits ? 'ok' : 'OVER'}`);
}

try {
  await load('/');
  for (const path of pages) {
    const loads = [];
    for (let run = 0; run < runs; run++) loads.push(await load(path));
    const of = (name) => median(loads.map((one) => one[name]));
    tell(`${path} first contentful paint`, of('first'), 500, 'ms');
    tell(`${path} largest contentful paint`, of('largest'), 1000, 'ms');
    tell(`${path} layout shift`, of('shift'), 0.02, '', 3);
    if (path !== '/') continue;
    tell('/ first scripts, before the charts, gzip', (await firstScripts()) / 1024, 60, 'KB', 1);
    tell('/ all of the first load', of('all') / 1024, 400, 'KB');
  }
  const times = await redraw(browser, url, runs);
  tell('/ filter to redraw of all charts in view', median(times), 100, 'ms');
} finally {
  await browser.close();
  stop();
}
process.exitCode = over ? 1 : 0;
