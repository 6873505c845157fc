/** A page of real Chromium that all tests of a file use one after the other. */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from './browser.ts';

/** Opens the page before the first test and closes its browser after the last; to be asked for it in a test. */
export function onePage(): () => Page {
  let browser: Browser | undefined;
  let page: Page;
  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
  });
  afterAll(() => browser?.close());
  return () => page;
}
