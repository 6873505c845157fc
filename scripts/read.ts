/**
 * `npm run --silent read -- PAGE…`: each page (a file or an address) is opened in a real Chromium and read by the built
 * extension, as after a click on its toolbar button. One JSON line per page on stdout, in the order given; a page that
 * could not be read is a line with `error`, and the exit code is then 1.
 */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Chromium } from './drive/chromium.ts';
import { readTab } from './drive/read-tab.ts';
import { pageReadingJson } from './page-reading-json.ts';
import { type FolderServer, serveFolder } from './serve-folder.ts';

const EXTENSION = path.join(path.dirname(import.meta.dirname), '.output/chrome-mv3');
const LOADED_WITHIN_MS = 30_000;
/** A page that never stops asking for things is read as it stands. */
const SETTLED_WITHIN_MS = 5_000;

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
    return await readTab(browser, tab);
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
