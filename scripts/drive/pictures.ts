/** Puts the two screenshots of one window, page and panel, back beside each other. */
import puppeteer from 'puppeteer-core';
import { findChromium } from '../find-browsers.mjs';
import { SANDBOX_ARGS } from './chromium.ts';

/** The page's and the panel's PNGs, taken at the same moment. */
export interface WindowPictures {
  page: Uint8Array;
  panel: Uint8Array;
}

/**
 * Draws page and panel beside each other, one PNG per pair. DevTools photographs the page and the side panel apart:
 * the panel's title bar, which belongs to the browser, stays an empty strip.
 */
export async function sideBySide(windows: WindowPictures[]): Promise<Uint8Array[]> {
  const browser = await puppeteer.launch({ executablePath: findChromium(), headless: true, args: SANDBOX_ARGS });
  try {
    const sheet = await browser.newPage();
    const pictures: Uint8Array[] = [];
    for (const { page, panel } of windows) {
      await sheet.setContent(`<!doctype html>
        <body style="margin:0">
          <main style="display:inline-flex; align-items:flex-end; background:#f1f3f5">
            <img src="${dataUrl(page)}"><img src="${dataUrl(panel)}" style="border-left:1px solid #c6ccd4">
          </main>`);
      await sheet.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
      const box = await (await sheet.$('main'))?.boundingBox();
      if (!box) throw new Error('nothing was drawn');
      await sheet.setViewport({ width: Math.ceil(box.width), height: Math.ceil(box.height) });
      pictures.push(await sheet.screenshot());
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

function dataUrl(png: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}
