/**
 * The panel's wire to the tab beside it: which tab that is, its reader's ports, and what they say. Everything that
 * arrives is checked for its sender and parsed; what does not fit is dropped.
 */
import browser, { type Runtime } from 'webextension-polyfill';
import { t } from '../../components/words.ts';
import { type PanelToPage, READING_PORT, type Start } from '../../content-scripts/messages.ts';
import type { FrameReading } from '../../content-scripts/page-reading.ts';
import { emptyReading } from '../../content-scripts/qualify/empty-reading.ts';
import type { FrameReader } from '../../content-scripts/qualify/frame-reader.ts';
import type { Stretch } from '../../content-scripts/qualify/whose-chart.ts';
import { ToPanel } from '../../content-scripts/to-panel-schema.ts';
import type { SiteMapping } from '../../mapping/shape.ts';
import { isListed } from '../../settings/host-pattern.ts';
import { type Hosts, injectReader, injectWhereMissing } from './inject-reader.ts';
import type { TabEvent } from './tab-session.ts';

export interface TabConnection {
  /** Drops everything and reads the tab as it stands, with what was there before a change of patient. */
  readAgain(): void;
  /** Stops reading until it is asked to read again. */
  pause(): void;
  /** Sends to one frame of the tab, by the browser's frame id; silently nothing if that frame is gone. */
  send(frameId: number, message: PanelToPage): void;
  /** Reads a frame again without text of these times, which was found to belong to a former patient. */
  exclude(frameId: number, stretches: readonly Stretch[]): void;
  /** Looks once more for frames without a reader: what may be read has changed. */
  lookForFrames(): void;
  close(): void;
}

/** Grammar and tables of words are not part of the panel's first chunk: no page is asked for anything before they are there. */
const loadReading = () => import('../../content-scripts/qualify/index.ts');

interface ConnectedFrame {
  port: Runtime.Port;
  reader: FrameReader;
}

/**
 * Follows the active tab of the panel's own window and turns what happens there into events.
 * @param hosts the only sites that may be read, where the organisation names any
 * @param siteMapping the organisation's own mapping; it comes before what this project describes itself
 */
export function connectToTab(
  onEvent: (event: TabEvent) => void,
  hosts: Hosts,
  siteMapping: SiteMapping | undefined,
): TabConnection {
  const ports = new Map<number, ConnectedFrame>();
  let reading: Awaited<ReturnType<typeof loadReading>> | null = null;
  /** how many visible frames each frame says are inside it */
  const announced = new Map<number, number>();
  let tabId: number | null = null;
  let windowId: number | null = null;
  let session = '';
  let paused = false;

  const disconnectAll = () => {
    for (const { port } of ports.values()) port.disconnect();
    ports.clear();
    announced.clear();
  };

  const show = (nextTabId: number | null, afresh = false) => {
    disconnectAll();
    paused = false;
    tabId = nextTabId;
    // A new session: readers that still serve the former one start afresh, and its patient keys mean nothing any more.
    session = crypto.randomUUID();
    onEvent({ type: 'tab-shown', tabId });
    if (tabId !== null) void start(tabId, afresh);
  };

  const start = async (startedTabId: number, afresh = false) => {
    const name = session;
    reading ??= await loadReading();
    // another tab was shown, or the same one anew, while that was loaded
    if (session !== name || paused) return;
    try {
      const { PAGE_WORDS: words, ADAPTERS } = reading;
      const mappings = siteMapping ? [siteMapping, ...ADAPTERS] : ADAPTERS;
      await browser.tabs.sendMessage(startedTabId, { type: 'start', session, words, mappings, afresh } satisfies Start);
    } catch {
      // No reader in that tab yet. Where the browser lets it be put there, it announces itself; elsewhere this panel has
      // no access until the toolbar button is clicked there.
      if (tabId !== startedTabId || (await injectReader(startedTabId, hosts))) return;
      if (tabId === startedTabId && ports.size === 0) onEvent({ type: 'access', access: 'needed' });
    }
  };

  /** The reader is put into the tab anew, and announces itself. */
  const afterClick = async (clickedTabId: number) => {
    if ((await injectReader(clickedTabId, hosts)) || tabId !== clickedTabId) return;
    onEvent({ type: 'access', access: 'refused' });
  };

  let looking = false;
  let lookAgain = false;
  /** One look at a time, and one more for all that was asked for meanwhile: a page may hold very many frames. */
  const lookForFrames = async (lookedIn: number) => {
    lookAgain = looking;
    if (looking) return;
    looking = true;
    do {
      lookAgain = false;
      await injectWhereMissing(lookedIn, hosts);
    } while (lookAgain && tabId === lookedIn);
    looking = false;
  };

  /** Nothing of what a frame said is used, whatever it was: it may have been about another patient. */
  const setAside = (frameId: number, reader: FrameReader) => {
    reader.take({ type: 'changing', reason: 'patient', at: Date.now(), address: null });
    onEvent({ type: 'frame-read', frameId, reading: unusableReading(frameId), at: Date.now() });
  };

  /** A page can say what fits the protocol and still makes no sense. */
  const readOr = (read: () => FrameReading | null, frameId: number, reader: FrameReader): FrameReading | null => {
    try {
      return read();
    } catch {
      setAside(frameId, reader);
      return null;
    }
  };

  const onConnect = (port: Runtime.Port) => {
    const frameId = port.sender?.frameId;
    const ours = port.name === READING_PORT && port.sender?.id === browser.runtime.id;
    // a port that comes before anything was asked for answers somebody else
    if (!ours || paused || reading === null || frameId === undefined || port.sender?.tab?.id !== tabId) return;
    if (!mayBeRead(port.sender.url, hosts)) {
      port.disconnect();
      if (frameId === 0) onEvent({ type: 'access', access: 'refused' });
      return;
    }
    ports.get(frameId)?.port.disconnect();
    const { FrameReader, PageToPanel } = reading;
    const reader = new FrameReader({ salt: session, answer: (message) => port.postMessage(message) });
    ports.set(frameId, { port, reader });
    port.onMessage.addListener((raw: unknown) => {
      if (ports.get(frameId)?.port !== port) return;
      const message = PageToPanel.safeParse(raw);
      if (!message.success) return setAside(frameId, reader);
      if (message.data.type === 'changing') {
        const { reason, at } = message.data;
        onEvent({ type: 'frame-changing', frameId, reason, at });
      }
      const read = readOr(() => reader.take(message.data), frameId, reader);
      if (!read) return;
      announced.set(frameId, read.childFrames.length);
      onEvent({ type: 'frame-read', frameId, reading: read, at: Date.now() });
      // a frame that a script has put into the page loads without the browser telling
      const frames = [...announced.values()].reduce((sum, count) => sum + count, 0);
      if (frames >= ports.size && tabId !== null) void lookForFrames(tabId);
    });
    port.onDisconnect.addListener(() => {
      // Chromium reports a page that goes into its back/forward cache as an error, unless somebody looks
      void browser.runtime.lastError;
      if (ports.get(frameId)?.port !== port) return;
      ports.delete(frameId);
      announced.delete(frameId);
      onEvent({ type: 'frame-gone', frameId, at: Date.now() });
    });
  };

  const onMessage = (raw: unknown, sender: Runtime.MessageSender): undefined => {
    const message = ToPanel.safeParse(raw);
    if (sender.id !== browser.runtime.id || !message.success || tabId === null || paused) return undefined;
    if (message.data.type === 'reader-ready' && sender.tab?.id === tabId) void start(tabId);
    if (message.data.type === 'clicked' && sender.tab === undefined && message.data.tabId === tabId)
      void afterClick(tabId);
    return undefined;
  };

  const onActivated = (info: { tabId: number; windowId: number }) => {
    if (info.windowId === windowId) show(info.tabId);
  };
  const onUpdated = (updatedTabId: number, change: { status?: string }) => {
    if (updatedTabId !== tabId || paused) return;
    if (change.status === 'loading') onEvent({ type: 'frame-changing', frameId: 0, reason: 'navigation', at: null });
    if (change.status === 'complete') void afterLoad(updatedTabId);
  };

  /** Reads on after a navigation: a reader that is still there reads again; a new document gets one if it may be read. */
  const afterLoad = async (loadedTabId: number) => {
    const top = ports.get(0);
    if (top) {
      top.port.postMessage({ type: 'read-again' } satisfies PanelToPage);
      // what loaded may have been a frame inside, whose reader went with its document
      await injectWhereMissing(loadedTabId, hosts);
    } else if (!(await injectReader(loadedTabId, hosts)) && tabId === loadedTabId)
      onEvent({ type: 'access', access: 'needed' });
  };

  browser.runtime.onConnect.addListener(onConnect);
  browser.runtime.onMessage.addListener(onMessage);
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  void browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
    windowId = tab?.windowId ?? null;
    show(tab?.id ?? null);
  });

  return {
    readAgain: () => show(tabId, true),
    pause() {
      paused = true;
      disconnectAll();
      onEvent({ type: 'paused' });
    },
    send: (frameId, message) => ports.get(frameId)?.port.postMessage(message),
    exclude(frameId, stretches) {
      const reader = ports.get(frameId)?.reader;
      const read = reader && readOr(() => reader.exclude(stretches), frameId, reader);
      if (read) onEvent({ type: 'frame-read', frameId, reading: read, at: Date.now() });
    },
    lookForFrames() {
      if (tabId !== null && !paused) void lookForFrames(tabId);
    },
    close() {
      browser.runtime.onConnect.removeListener(onConnect);
      browser.runtime.onMessage.removeListener(onMessage);
      browser.tabs.onActivated.removeListener(onActivated);
      browser.tabs.onUpdated.removeListener(onUpdated);
      disconnectAll();
    },
  };
}

/** A reader may be left from before the list of sites was changed. Frames without an address belong to their page. */
function mayBeRead(address: string | undefined, hosts: Hosts): boolean {
  const url = URL.parse(address ?? '');
  return hosts === undefined || url === null || !/^https?:$/.test(url.protocol) || isListed(url.origin, hosts);
}

/** Stands for a frame whose message did not fit the protocol: nothing of it is used, and that is said. */
function unusableReading(frameId: number): FrameReading {
  const reading = emptyReading('opaque', frameId === 0);
  const label = t(frameId === 0 ? 'reading.unusable.page' : 'reading.unusable.frame');
  return { ...reading, unreadable: [{ kind: 'frame', label }] };
}
