// What Lighthouse says of every page, on a desktop: npm run lighthouse, with MERIDIAN_URL set to a running Meridian.
import { chromium } from 'playwright-core';
import lighthouse, { desktopConfig } from 'lighthouse';
import { pages, served } from './served.mjs';

const wanted = { performance: 90, accessibility: 100, 'best-practices': 95 };
const port = 9333;

const { url, stop } = await served();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', `--remote-debugging-port=${port}`],
});
let missed = 0;
try {
  console.log(['page'.padEnd(28), ...Object.keys(wanted).map((name) => name.padStart(16))].join(''));
  for (const page of pages) {
    const run = await lighthouse(url + page, { port, logLevel: 'error', onlyCategories: Object.keys(wanted) }, desktopConfig);
    const { categories, audits } = run.lhr;
    const scores = Object.keys(wanted).map((name) => Math.round((categories[name].score ?? 0) * 100));
    console.log([page.padEnd(28), ...scores.map((score) => String(score).padStart(16))].join(''));
    Object.entries(wanted).forEach(([name, least], at) => {
      if (scores[at] >= least) return;
      missed++;
      const faults = categories[name].auditRefs.map(({ id }) => audits[id]).filter(({ score }) => score !== null && score < 0.9);
      console.log(`  ${name} is under ${least}: ${faults.map(({ id, displayValue }) => `${id} ${displayValue ?? ''}`.trim()).join('; ')}`);
    });
  }
} finally {
  await browser.close();
  stop();
}
process.exitCode = missed ? 1 : 0;
