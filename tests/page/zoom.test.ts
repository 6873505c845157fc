/**
 * Pages read the same at every zoom. A browser's zoom of 400 % leaves a page a quarter of its width in CSS pixels, each four
 * device pixels wide: 320 instead of 1280, where pages that can do so arrange themselves anew. Pinching magnifies alone.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, readPage } from './browser.ts';
import { summarise } from './summary.ts';

const folder = fileURLToPath(new URL('layouts/', import.meta.url));
const WINDOW = { width: 1280, height: 900 };
const ZOOMS = [0.5, 1, 2, 4];
const LAYOUTS = [
  'reflowing-rows',
  'banner-in-brackets',
  'label-left',
  'aria-grid',
  'order-form',
  'frames',
  'under-bars',
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** What a page reads as, without what depends on nothing that is compared. */
async function reading(page: Page, expected: Record<string, unknown>) {
  const summary = summarise(await readPage(page)) as Record<string, unknown>;
  return Object.fromEntries(Object.keys(expected).map((key) => [key, summary[key]]));
}

describe.each(LAYOUTS)('%s', (name) => {
  test('50, 100, 200 and 400 %, and magnified by pinching', async () => {
    const written = JSON.parse(readFileSync(`${folder}${name}.expected.json`, 'utf8'));
    const expected = { orders: [], patient: {}, observations: {}, ...written };
    const page = await browser.newPage();
    try {
      await page.goto(`file://${folder}${name}.html`);
      const found: [string, unknown][] = [];
      for (const zoom of ZOOMS) {
        const [width, height] = [WINDOW.width / zoom, WINDOW.height / zoom];
        await page.setViewport({ width, height, deviceScaleFactor: zoom });
        expect(await page.evaluate('[innerWidth, devicePixelRatio]')).toEqual([width, zoom]);
        found.push([`${zoom * 100} %`, await reading(page, expected)]);
      }
      await page.setViewport(WINDOW);
      const devTools = await page.createCDPSession();
      await devTools.send('Emulation.setPageScaleFactor', { pageScaleFactor: 3 });
      found.push(['pinched', await reading(page, expected)]);
      expect(found).toEqual(found.map(([zoom]) => [zoom, expected]));
    } finally {
      await page.close();
    }
  });
});
