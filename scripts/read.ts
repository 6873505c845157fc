/**
 * `npm run --silent read -- PAGE…`: each page (a file or an address) is opened in a real Chromium and read by the built
 * extension, as after a click on its toolbar button. One JSON line per page on stdout, in the order given; a page that
 * could not be read is a line with `error`, and the exit code is then 1.
 */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { joinFrames } from '../content-scripts/join-frames.ts';
import { READING_PORT, type Start } from '../content-scripts/messages.ts';
import type { FrameReading } from '../content-scripts/page-reading.ts';
import { Chromium } from './drive/chromium.ts';
import { pageReadingJson } from './page-reading-json.ts';
import { type FolderServer, serveFolder } from './serve-folder.ts';

const EXTENSION = path.join(path.dirname(import.meta.dirname), '.output/chrome-mv3');
const LOADED_WITHIN_MS = 30_000;
/** A page that never stops asking for things is read as it stands. */
const SETTLED_WITHIN_MS = 5_000;
/** A page counts as read when no frame has reported anything new for this long. */
const QUIET_FOR_MS = 1_000;
const READ_WITHIN_MS = 30_000;

const { positionals: pages } = parseArgs({ allowPositionals: true });
if (pages.length === 0) {
  console.error('usage: npm run --silent read -- PAGE…   (each PAGE a file or an http address)');
  process.exit(2);
}

let running: Chromium | undefined;
try {
  for (const page of pages) {
    try {
      console.log(JSON.stringify(pageReadingJson(page, await readPage(page))));
    } catch (error) {
      console.log(JSON.stringify({ page, error: error instanceof Error ? error.message : String(error) }));
      process.exitCode = 1;
    }
  }
} finally {
  await running?.close();
}

/** The browser; a new one where a page has brought the last one down. */
async function chromium(): Promise<Chromium> {
  if (!running?.browser.connected) running = await Chromium.launch({ extensionDir: EXTENSION, headless: true });
  return running;
}

/** Opens one page in a tab of its own, lets the extension read it, and joins its frames. */
async function readPage(address: string) {
  const { url, server } = await addressOf(address);
  const browser = await chromium();
  const tab = await browser.browser.newPage();
  tab.on('dialog', (dialog) => dialog.dismiss().catch(() => undefined));
  try {
    const response = await tab.goto(url, { waitUntil: 'load', timeout: LOADED_WITHIN_MS });
    if (response && !response.ok()) throw new Error(`the server answered ${response.status()}`);
    await tab.waitForNetworkIdle({ idleTime: 500, timeout: SETTLED_WITHIN_MS }).catch(() => undefined);
    const panel = await browser.openPanel(tab);
    const options = { port: READING_PORT, quietMs: QUIET_FOR_MS, withinMs: READ_WITHIN_MS };
    const frames: { frameId: number; reading: FrameReading }[] = await panel.evaluate(collectReadings, options);
    if (!frames.some(({ frameId }) => frameId === 0)) throw new Error('the page could not be read');
    return joinFrames(frames);
  } finally {
    await tab.close().catch(() => undefined);
    server?.close();
  }
}

/** A file is served from its own folder, so that what lies beside it loads as well. */
async function addressOf(page: string): Promise<{ url: string; server?: FolderServer }> {
  if (/^https?:\/\//i.test(page)) return { url: page };
  if (!existsSync(page)) throw new Error('no such file');
  if (!statSync(page).isFile()) throw new Error('not a file');
  const server = await serveFolder(path.dirname(page));
  return { url: server.url + encodeURIComponent(path.basename(page)), server };
}

/**
 * Runs in the panel: asks the readers in the tab to start, as the panel does, and listens beside it.
 * Resolves with each frame's last reading once all have been quiet for a while.
 */
async function collectReadings(options: { port: string; quietMs: number; withinMs: number }) {
  // By frame, with the port that it came over: a frame may open a second port before its first one is gone.
  const frames = new Map<number, { port: chrome.runtime.Port; reading?: FrameReading }>();
  let lastHeard = 0;
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const tabId = tab?.id;
  if (tabId === undefined) throw new Error('there is no tab');
  const onConnect = (port: chrome.runtime.Port) => {
    if (port.name !== options.port || port.sender?.tab?.id !== tabId) return;
    const frameId = port.sender.frameId ?? 0;
    const frame: { port: chrome.runtime.Port; reading?: FrameReading } = { port };
    frames.set(frameId, frame);
    port.onMessage.addListener((message: { type: string; reading?: FrameReading }) => {
      lastHeard = performance.now();
      frame.reading = message.type === 'reading' ? message.reading : undefined;
    });
    port.onDisconnect.addListener(() => {
      if (frames.get(frameId) === frame) frames.delete(frameId);
    });
  };
  chrome.runtime.onConnect.addListener(onConnect);
  const start: Start = { type: 'start', salt: crypto.randomUUID() };
  await chrome.tabs.sendMessage(tabId, start).catch(() => undefined);
  const deadline = performance.now() + options.withinMs;
  while (performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const allRead = frames.size > 0 && [...frames.values()].every(({ reading }) => reading !== undefined);
    if (allRead && performance.now() - lastHeard > options.quietMs) break;
  }
  chrome.runtime.onConnect.removeListener(onConnect);
  return [...frames].flatMap(([frameId, { reading }]) => (reading ? [{ frameId, reading }] : []));
}
