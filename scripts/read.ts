/**
 * `npm run --silent read -- PAGE…`: each page (a file or an address) is opened in a real Chromium and read by the built
 * extension, as after a click on its toolbar button. One JSON line per page on stdout, in the order given; a page that
 * could not be read is a line with `error`, and the exit code is then 1.
 *
 * `--site FILE`: with a hospital's mapping. `health` then says what of it matched and what did not. A page that is a file
 * has no address of the hospital's, so every page of the mapping is tried on it. A mapping with faults: exit code 2 and
 * each fault with its path on stderr.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ADAPTERS } from '../mapping/adapters/index.ts';
import { parseSiteMappingText } from '../mapping/schema.ts';
import type { SiteMapping } from '../mapping/shape.ts';
import { Chromium } from './drive/chromium.ts';
import { readTab } from './drive/read-tab.ts';
import { pageReadingJson } from './page-reading-json.ts';
import { type FolderServer, serveFolder } from './serve-folder.ts';

const EXTENSION = path.join(path.dirname(import.meta.dirname), '.output/chrome-mv3');
const LOADED_WITHIN_MS = 30_000;
/** A page that never stops asking for things is read as it stands. */
const SETTLED_WITHIN_MS = 5_000;

const USAGE = 'usage: npm run --silent read -- PAGE… [--site FILE]   (each PAGE a file or an http address)';

const { pages, site } = commandLine();

/** What is asked for; ends with exit code 2 where it cannot be understood. */
function commandLine(): { pages: string[]; site: SiteMapping | undefined } {
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { site: { type: 'string' } } });
    if (positionals.length > 0)
      return { pages: positionals, site: values.site === undefined ? undefined : mappingFrom(values.site) };
  } catch {
    // an option that is not known
  }
  console.error(USAGE);
  process.exit(2);
}

/** The mapping in a file; ends with exit code 2 and every fault where it may not be used. */
function mappingFrom(file: string): SiteMapping {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    console.error(`${file}: no such file, or it cannot be read`);
    process.exit(2);
  }
  const parsed = parseSiteMappingText(text);
  if (parsed.ok) return parsed.mapping;
  for (const { path: at, reason } of parsed.faults) console.error(`${at || '(root)'}: ${reason}`);
  process.exit(2);
}

const ANYWHERE = [{ host: '*', path: '*' }];

/** The mapping for a page; a saved page lies at no address of the hospital's. */
function mappingsFor(saved: boolean): SiteMapping[] {
  if (!site) return [...ADAPTERS];
  const tried = saved ? { ...site, pages: site.pages.map((page) => ({ ...page, addresses: ANYWHERE })) } : site;
  return [tried, ...ADAPTERS];
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
    return await readTab(browser, tab, mappingsFor(server !== undefined));
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
