import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** Where Meridian runs; e2e/serve.ts says. */
export const base = process.env['MERIDIAN_URL'] ?? '';

export const paths = ['/', '/collaboration', '/mobility', '/alliances', '/mainland'];

/** A page under test, and what went wrong on it. */
export interface Visit {
  page: Page;
  /** Errors on the console and requests to other hosts. */
  faults: string[];
  close(): Promise<void>;
}

/** Starts Chromium; nothing of it may reach the network by itself. */
export function launch(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu', ...quiet] });
}

/** Opens an address in a fresh context and waits until the first charts are drawn. */
export async function visit(browser: Browser, path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-HK', ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(base).origin) faults.push(`asked ${request.url()}`);
  });
  await page.goto(base + path);
  await drawn(page);
  return { page, faults, close: () => context.close() };
}

/** Waits until every card near the window has its picture. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('.card canvas').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('.card[aria-busy=true] .picture, h1:empty'));
  await page.waitForTimeout(300);
}

/** Brings every card of the page into the window once, so that all of them are drawn. */
export async function drawAll(page: Page): Promise<void> {
  for (const card of await page.locator('.card').all()) {
    await card.scrollIntoViewIfNeeded();
    await card.locator('canvas, .empty').first().waitFor();
  }
  await page.evaluate(() => scrollTo(0, 0));
}
