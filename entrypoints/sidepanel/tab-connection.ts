/**
 * The panel's wire to the tab beside it: which tab that is, whether it may be read, and when its readers are started or
 * asked again. Everything that arrives is checked for its sender and parsed; what does not fit is dropped.
 */
import browser, { type Runtime } from 'webextension-polyfill';
import { type PanelToPage, READING_PORT, type Start } from '../../content-scripts/messages.ts';
import type { Stretch } from '../../content-scripts/qualify/whose-chart.ts';
import { ToPanel } from '../../content-scripts/to-panel-schema.ts';
import type { SiteMapping } from '../../mapping/shape.ts';
import { FrameLines } from './frame-lines.ts';
import { type Hosts, injectReader, injectWhereMissing, mayBeRead, oneLookAtATime } from './inject-reader.ts';
import { ASK_EVERY, isDue, LOADS_WITHIN, MOST_MISSED } from './patience.ts';
import { type TabEvent, TOP_FRAME } from './tab-session.ts';

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
type Reading = Awaited<ReturnType<typeof loadReading>>;

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
  let reading: Reading | null = null;
  let tabId: number | null = null;
  let windowId: number | null = null;
  /** names what the readers serve now; those that serve something else start anew */
  let session = '';
  let paused = false;
  /** why the tab is not read, as it was said */
  let denied: 'needed' | 'refused' | 'not-listed' | null = null;
  /** questions that may still pass until the page has loaded */
  let loading = 0;
  /** questions since something last came of a start */
  let inVain = 0;
  let interruptedLately = false;

  const lines = new FrameLines({
    onEvent,
    onRead(frameId) {
      if (frameId === TOP_FRAME) loading = inVain = 0;
      // a frame that a script has put into the page loads without the browser telling
      if (lines.areMissing() && tabId !== null) void lookForFrames(tabId);
    },
    onBroken: () => interrupt(),
    onTopGone: () => disconnectAll(),
  });

  const disconnectAll = () => {
    lines.close();
    session = crypto.randomUUID();
  };

  const startAnew = () => {
    disconnectAll();
    denied = null;
    loading = 0;
    inVain = 0;
  };

  const show = (nextTabId: number | null, afresh = false) => {
    startAnew();
    paused = false;
    tabId = nextTabId;
    onEvent({ type: 'tab-shown', tabId, afresh });
    if (tabId !== null) void start(tabId, afresh);
  };

  /** Something was lost, or a frame no longer answers: nothing is known of the page until all of it has been said anew. */
  const interrupt = () => {
    const before = inVain;
    startAnew();
    inVain = before;
    onEvent({ type: 'interrupted' });
    if (tabId !== null && !interruptedLately) void start(tabId);
    interruptedLately = true;
  };

  const start = async (startedTabId: number, afresh = false, frameId?: number) => {
    const name = session;
    try {
      reading ??= await loadReading();
    } catch {
      // asked for again with the next question
      return;
    }
    // another tab was shown, or the same one anew, while that was loaded
    if (session !== name || paused) return;
    try {
      await sendStart(reading, startedTabId, { session, afresh }, frameId);
    } catch {
      // No reader in that tab yet. Where the browser lets it be put there, it announces itself; elsewhere this panel has
      // no access until the toolbar button is clicked there.
      if (session !== name || frameId !== undefined || (await injectReader(startedTabId, hosts))) return;
      if (session === name && lines.areNone && denied === null) deny('needed');
    }
  };

  const sendStart = async (
    { PAGE_WORDS: words, ADAPTERS }: Reading,
    toTab: number,
    asked: Pick<Start, 'session' | 'afresh'>,
    frameId?: number,
  ) => {
    const mappings = siteMapping ? [siteMapping, ...ADAPTERS] : ADAPTERS;
    const message: Start = { type: 'start', words, mappings, ...asked };
    await browser.tabs.sendMessage(toTab, message, frameId === undefined ? {} : { frameId });
  };

  const deny = (access: 'needed' | 'refused' | 'not-listed') => {
    // a page that answers is being read, whatever was refused just now
    if (denied === access || paused || lines.has(TOP_FRAME)) return;
    denied = access;
    onEvent({ type: 'access', access: access === 'needed' ? 'needed' : 'refused' });
  };

  /** The reader is put into the tab anew, and announces itself. */
  const afterClick = async (clickedTabId: number) => {
    inVain = 0;
    // a busy page takes its time: the click is answered at once
    if (lines.areNone) {
      denied = null;
      onEvent({ type: 'access', access: 'unknown' });
    }
    if ((await injectReader(clickedTabId, hosts)) || tabId !== clickedTabId) return;
    deny('refused');
  };

  const lookForFrames = oneLookAtATime((lookedIn) => injectWhereMissing(lookedIn, hosts));

  const onConnect = (port: Runtime.Port) => {
    const frameId = port.sender?.frameId;
    const ours = port.name === READING_PORT && port.sender?.id === browser.runtime.id;
    // a port that comes before anything was asked for answers somebody else
    if (!ours || paused || reading === null || frameId === undefined || port.sender?.tab?.id !== tabId) return;
    if (!mayBeRead(port.sender.url, hosts)) {
      port.disconnect();
      if (frameId === TOP_FRAME) deny('not-listed');
      return;
    }
    denied = null;
    lines.open(port, frameId, reading);
  };

  const onMessage = (raw: unknown, sender: Runtime.MessageSender): undefined => {
    const message = ToPanel.safeParse(raw);
    if (sender.id !== browser.runtime.id || !message.success || tabId === null || paused) return undefined;
    if (message.data.type === 'reader-ready' && sender.tab?.id === tabId) void start(tabId, false, sender.frameId);
    if (message.data.type === 'clicked' && sender.tab === undefined && message.data.tabId === tabId)
      void afterClick(tabId);
    return undefined;
  };

  const onActivated = (info: { tabId: number; windowId: number }) => {
    if (info.windowId === windowId) show(info.tabId);
  };
  const onUpdated = (updatedTabId: number, change: { status?: string }) => {
    if (updatedTabId !== tabId || paused) return;
    inVain = 0;
    if (change.status === 'loading') {
      loading = LOADS_WITHIN;
      lines.drop(TOP_FRAME);
      onEvent({ type: 'frame-changing', frameId: TOP_FRAME, reason: 'navigation', at: null });
    }
    if (change.status === 'complete') void afterLoad(updatedTabId);
  };

  /** Reads on after a navigation: a reader that is still there reads again; a new document gets one if it may be read. */
  const afterLoad = async (loadedTabId: number) => {
    if (lines.has(TOP_FRAME)) {
      // until it has been read, it counts as loading
      loading = LOADS_WITHIN;
      lines.post(TOP_FRAME, { type: 'read-again' });
      // what loaded may have been a frame inside, whose reader went with its document
      await injectWhereMissing(loadedTabId, hosts);
      return;
    }
    loading = 0;
    if (!(await injectReader(loadedTabId, hosts)) && tabId === loadedTabId) deny('needed');
  };

  /** Every while: is everybody still there, and does what failed work now? */
  const ask = () => {
    if (paused) return;
    interruptedLately = false;
    if (windowId === null) return findTab();
    if (tabId === null) return;
    if (lines.missedAnswers() >= MOST_MISSED) return interrupt();
    if (loading > 0) {
      loading -= 1;
      // the browser never said that it was complete, or what was asked of the page was lost
      if (loading === 0) void afterLoad(tabId);
      return;
    }
    if (lines.has(TOP_FRAME) && !lines.areMissing()) return;
    inVain += 1;
    if (!lines.has(TOP_FRAME) && denied === null && inVain === MOST_MISSED) interrupt();
    if (denied === 'not-listed' || !isDue(inVain)) return;
    if (lines.has(TOP_FRAME)) return void lookForSilentFrames(tabId);
    // a reader that believes that it serves us already would not start again
    session = crypto.randomUUID();
    void start(tabId);
    // a reader in a frame inside may have heard that, and the page itself has none
    if (inVain > 1) void lookForFrames(tabId);
  };

  /** Readers that have not heard that they should start, or believe that they are heard. */
  const lookForSilentFrames = async (lookedIn: number) => {
    const name = session;
    const withReader = await injectWhereMissing(lookedIn, hosts);
    for (const frameId of withReader) {
      if (session !== name || paused || reading === null || lines.has(frameId)) continue;
      const own = { session: crypto.randomUUID(), afresh: false };
      // one that has gone says nothing
      void sendStart(reading, lookedIn, own, frameId).catch(() => undefined);
    }
  };

  const findTab = () => {
    browser.tabs.query({ active: true, currentWindow: true }).then(
      ([tab]) => {
        if (windowId !== null || closed) return;
        windowId = tab?.windowId ?? null;
        show(tab?.id ?? null);
      },
      // asked for again with the next question
      () => undefined,
    );
  };

  browser.runtime.onConnect.addListener(onConnect);
  browser.runtime.onMessage.addListener(onMessage);
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  let closed = false;
  const asking = setInterval(ask, ASK_EVERY);
  findTab();

  return {
    readAgain: () => show(tabId, true),
    pause() {
      paused = true;
      disconnectAll();
      onEvent({ type: 'paused' });
    },
    send: (frameId, message) => lines.post(frameId, message),
    exclude: (frameId, stretches) => lines.exclude(frameId, stretches),
    lookForFrames() {
      if (tabId !== null && !paused) void lookForFrames(tabId);
    },
    close() {
      closed = true;
      clearInterval(asking);
      browser.runtime.onConnect.removeListener(onConnect);
      browser.runtime.onMessage.removeListener(onMessage);
      browser.tabs.onActivated.removeListener(onActivated);
      browser.tabs.onUpdated.removeListener(onUpdated);
      disconnectAll();
    },
  };
}
