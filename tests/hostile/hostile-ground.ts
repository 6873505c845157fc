/**
 * The built extension in real Chromium beside pages that mean it ill: what is thrown in any of its contexts, what its
 * panel hears, and how long its reader holds the page. The hostile pages and a plain chart come from one origin.
 */
import { cpSync, mkdtempSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { Chromium } from '../../scripts/drive/chromium.ts';
import { type Panel, panelIn } from '../../scripts/drive/panel.ts';

const BUILT = path.resolve(import.meta.dirname, '../../.output/chrome-mv3');

/** What the plain chart shows. Everything a hostile page makes up says `Mallory`. */
export const PLAIN = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Chart</title>
<header><b>Amber Zztest</b> <span>DOB: 1958-03-14</span> <span>MRN: PLAIN-1</span></header>
<h2>Active medications</h2><ul><li>Bortezomib 1.3 mg/m2 (2.34 mg) SC days 1, 4, 8, 11 every 21 days</li></ul>`;

/** Pages by path, served from one origin; each is asked for anew. */
export interface Served {
  url: string;
  close(): void;
}

export async function serve(pages: ReadonlyMap<string, string>): Promise<Served> {
  const server = http.createServer((request, response) => {
    const body = pages.get((request.url ?? '').slice(1).split('?')[0] ?? '');
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export interface HostileGround {
  chromium: Chromium;
  page: Page;
  panelPage: Page;
  panel: Panel;
  url: string;
  /** uncaught errors and rejections in the panel, the background and the reader's own world, so far */
  faults: string[];
  /** Goes to a page of the server; what its scripts do at once is done then. */
  goto(name: string): Promise<void>;
  /** Waits until the panel has said the same for a while, and resolves with its state and text, less the time of day. */
  atRest(withinMs?: number): Promise<{ state: string; text: string }>;
  /** Types of the messages that have reached the panel since the last call. */
  heard(): Promise<string[]>;
  /** Runs the body of an async function in the reader's own world in the top frame; it has no names of the page. */
  inReader(body: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Starts Chromium on the plain chart with the panel open and the chart read. */
export async function hostileGround(pages: Record<string, string>): Promise<HostileGround> {
  const server = await serve(new Map(Object.entries({ plain: PLAIN, ...pages })));
  // a build that runs meanwhile does not pull the files from under the browser
  const extensionDir = path.join(mkdtempSync(path.join(tmpdir(), 'extension-')), 'chrome-mv3');
  cpSync(BUILT, extensionDir, { recursive: true });
  const chromium = await Chromium.launch({ extensionDir, headless: true });
  const faults: string[] = [];
  const page = await chromium.firstPage();
  const reader = await watchReader(page, chromium.extensionId, faults);
  await page.goto(`${server.url}plain`);
  const panelPage = await chromium.openPanel(page);
  panelPage.on('pageerror', (error) => faults.push(`panel: ${error}`));
  panelPage.on('console', (message) => message.type() === 'error' && faults.push(`panel: ${message.text()}`));
  await watchBackground(chromium, faults);
  const panel = panelIn(panelPage);
  await panel.waitForState(['ready', 'partly-read']);
  await panel.run(LISTEN);

  return {
    chromium,
    page,
    panelPage,
    panel,
    url: server.url,
    faults,
    atRest: (withinMs) => atRest(panel, withinMs),
    async goto(name) {
      await page.goto(`${server.url}${name}?id=${chromium.extensionId}`, { waitUntil: 'domcontentloaded' });
    },
    heard: () => panel.run('return heard.splice(0);') as Promise<string[]>,
    inReader: reader,
    async close() {
      await chromium.close();
      server.close();
    },
  };
}

/** Waits until the panel has said the same for a while, and resolves with its state and text, less the time of day. */
export async function atRest(panel: Panel, withinMs = 30_000): Promise<{ state: string; text: string }> {
  let before = '';
  let since = Date.now();
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; ) {
    const state = await panel.state();
    const text = await panel.text();
    if (state + text !== before) since = Date.now();
    before = state + text;
    if (state && !/^(?:reading|silent)$/.test(state) && Date.now() - since > 700)
      return { state, text: text.replace(/^Read at .*$/m, '') };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the panel does not come to rest: ${before.slice(0, 500)}`);
}

/** Elements and handlers that nothing of the panel's own has, and what a payload leaves behind. Body for the panel. */
export const STRANGE = `
  const strange = [...document.querySelectorAll('script:not([src^="/"]), img, iframe, object, embed, base, form[action], body style, [onerror], [onload], a[href^="javascript:"]')];
  return { canary: globalThis.canary ?? null, strange: strange.map((element) => element.outerHTML.slice(0, 200)) };`;

/** In the panel: every message that reaches it, by type, beside its own listeners. */
const LISTEN = `
  window.heard = [];
  chrome.runtime.onMessage.addListener((message) => { window.heard.push(String(message?.type)); });
  chrome.runtime.onConnect.addListener((port) => {
    window.heard.push('port ' + port.name);
    port.onMessage.addListener((said) => {
      // the panel asks every while whether the reader is still there
      if (said?.message?.type !== 'here') window.heard.push(String(said?.message?.type));
    });
  });`;

interface Context {
  id: number;
  origin: string;
  auxData?: { frameId?: string; isDefault?: boolean };
}

/** Collects what is thrown in the isolated world of the extension, and nothing that the page throws itself. */
async function watchReader(page: Page, extensionId: string, faults: string[]) {
  const session: CDPSession = await page.createCDPSession();
  const worlds = new Map<number, Context>();
  const ours = `chrome-extension://${extensionId}`;
  session.on('Runtime.executionContextCreated', ({ context }: { context: Context }) => {
    if (context.origin.startsWith(ours)) worlds.set(context.id, context);
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    const { executionContextId = -1, exception, text, stackTrace, url } = exceptionDetails;
    const inside = url?.startsWith(ours) || stackTrace?.callFrames.some((frame) => frame.url.startsWith(ours));
    if (worlds.has(executionContextId) || inside) faults.push(`reader: ${exception?.description ?? text}`);
  });
  await session.send('Runtime.enable');
  return async (body: string): Promise<unknown> => {
    const { frameTree } = await session.send('Page.getFrameTree');
    const world = [...worlds.values()].findLast(({ auxData }) => auxData?.frameId === frameTree.frame.id);
    if (!world) throw new Error('there is no reader in this page');
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `(async () => { ${body} })()`,
      contextId: world.id,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}

async function watchBackground(chromium: Chromium, faults: string[]): Promise<void> {
  const background = await chromium.browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().includes(chromium.extensionId),
  );
  const session = await background.createCDPSession();
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
    faults.push(`background: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`),
  );
  await session.send('Runtime.enable');
}
