/** Every page in layouts/ is read in real Chromium and compared with the reading written beside it. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, readPage } from './browser.ts';
import { summarise } from './summary.ts';

const folder = fileURLToPath(new URL('layouts/', import.meta.url));
const layouts = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -5));

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

describe('layouts', () => {
  test.each(layouts)('%s', async (name) => {
    const expected = JSON.parse(readFileSync(`${folder}${name}.expected.json`, 'utf8'));
    const page = await browser.newPage();
    try {
      await page.goto(`file://${folder}${name}.html`);
      const before = await page.evaluate('document.documentElement.outerHTML');
      const summary = summarise(await readPage(page)) as Record<string, unknown>;
      const compared = Object.fromEntries(
        Object.keys({ orders: 0, patient: 0, observations: 0, ...expected }).map((key) => [key, summary[key]]),
      );
      expect(compared).toEqual({ patient: {}, observations: {}, ...expected });
      expect(await page.evaluate('document.documentElement.outerHTML')).toBe(before);
    } finally {
      await page.close();
    }
  });
});
