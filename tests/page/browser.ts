/** Real Chromium with the reader put into its pages. */
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { build } from 'vite';
import type { FrameReading, PageReading } from '../../content-scripts/page-reading.ts';
import type { SiteMapping } from '../../mapping/shape.ts';

/** 22 November 2026, the day on which every layout is read. */
export const TODAY = Date.UTC(2026, 10, 22) / 86_400_000;
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

let bundled: Promise<string> | undefined;

/** The reader as one script. */
export function readerScript(): Promise<string> {
  bundled ??= build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: {
        entry: fileURLToPath(new URL('reader-in-page.ts', import.meta.url)),
        formats: ['iife'],
        name: 'readerInPage',
      },
    },
  }).then((result) => {
    const output = [result].flat()[0];
    if (!output || !('output' in output)) throw new Error('nothing was built');
    const chunk = output.output[0];
    return chunk.code;
  });
  return bundled;
}

export function launchChromium(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
    defaultViewport: { width: 1280, height: 900 },
  });
}

/** Reads one frame as it stands. */
export async function readIn(frame: Frame, mappings: readonly SiteMapping[] = []): Promise<FrameReading> {
  await frame.evaluate(await readerScript());
  const reading = await frame.evaluate(
    `reader.readFrame(document, { salt: 'test', today: ${TODAY}, mappings: ${JSON.stringify(mappings)} })`,
  );
  if (!reading) throw new Error('not a reading');
  return reading as FrameReading;
}

/** Reads every frame of a page that can be reached and joins them, in the page's own order. */
export async function readPage(page: Page, mappings: readonly SiteMapping[] = []): Promise<PageReading> {
  const frames = page.frames();
  const readings: { frameId: number; reading: FrameReading }[] = [];
  for (const [frameId, frame] of frames.entries()) {
    // a frame that is not shown has no window to read in
    if (frame.detached) continue;
    readings.push({ frameId, reading: await readIn(frame, mappings) });
  }
  const { joinFrames } = await import('../../content-scripts/join-frames.ts');
  return joinFrames(readings);
}
