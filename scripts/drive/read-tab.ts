/** What the built extension reads in a tab, as plain data: the panel's own conversation with the page, listened to. */
import type { Page } from 'puppeteer-core';
import { joinFrames } from '../../content-scripts/join-frames.ts';
import { READING_PORT, type Start } from '../../content-scripts/messages.ts';
import type { PageReading } from '../../content-scripts/page-reading.ts';
import { ADAPTERS, FrameReader, PAGE_WORDS, PageToPanel } from '../../content-scripts/qualify/index.ts';
import type { SiteMapping } from '../../mapping/shape.ts';
import type { Chromium } from './chromium.ts';

/** A page counts as read when no frame has reported anything new for this long. */
const QUIET_FOR_MS = 1_000;
const READ_WITHIN_MS = 30_000;
const PANEL_READS_WITHIN_MS = 8_000;

/** Runs in the panel. */
const panelHasRead = () =>
  /^(?:no-order|choose-order|partly-read|ready|patient-conflict)$/.test(document.body.dataset.state ?? '');

/**
 * Lets the extension read a tab and joins its frames; rejects where the page itself could not be read.
 * @param mappings instead of the adapters
 */
export async function readTab(
  chromium: Chromium,
  tab: Page,
  mappings: readonly SiteMapping[] = ADAPTERS,
): Promise<PageReading> {
  const panel = await chromium.openPanel(tab);
  // the panel asks the same readers: once it has been answered, it does not ask again in between
  await panel.waitForFunction(panelHasRead, { timeout: PANEL_READS_WITHIN_MS }).catch(() => undefined);
  const session = crypto.randomUUID();
  const start: Start = { type: 'start', session, words: PAGE_WORDS, mappings, afresh: true };
  const options = { port: READING_PORT, quietMs: QUIET_FOR_MS, withinMs: READ_WITHIN_MS, start };
  const heard: HeardFrame[] = await panel.evaluate(collectMessages, options);
  const frames = heard.flatMap(({ frameId, messages }) => {
    const reader = new FrameReader({ salt: session, answer: () => undefined });
    const reading = messages.map((message) => reader.take(PageToPanel.parse(message))).at(-1);
    return reading ? [{ frameId, reading }] : [];
  });
  if (!frames.some(({ frameId }) => frameId === 0)) throw new Error('the page could not be read');
  return joinFrames(frames);
}

/** Everything that a frame has said over its port, in order. */
interface HeardFrame {
  frameId: number;
  messages: unknown[];
}

/**
 * Runs in the panel: asks the readers in the tab to start, as the panel does, and listens beside it.
 * Resolves with what each frame has said once all have been quiet for a while.
 */
async function collectMessages(options: { port: string; quietMs: number; withinMs: number; start: Start }) {
  // By frame, with the port that it came over: a frame may open a second port before its first one is gone.
  const frames = new Map<number, { port: chrome.runtime.Port; messages: { type: string }[] }>();
  let lastHeard = 0;
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const tabId = tab?.id;
  if (tabId === undefined) throw new Error('there is no tab');
  const onConnect = (port: chrome.runtime.Port) => {
    if (port.name !== options.port || port.sender?.tab?.id !== tabId) return;
    const frameId = port.sender.frameId ?? 0;
    const frame: { port: chrome.runtime.Port; messages: { type: string }[] } = { port, messages: [] };
    frames.set(frameId, frame);
    port.onMessage.addListener(({ message }: { message: { type: string } }) => {
      // the panel asks beside this
      if (message.type === 'here') return;
      lastHeard = performance.now();
      frame.messages.push(message);
    });
    port.onDisconnect.addListener(() => {
      if (frames.get(frameId) === frame) frames.delete(frameId);
    });
  };
  chrome.runtime.onConnect.addListener(onConnect);
  await chrome.tabs.sendMessage(tabId, options.start).catch(() => undefined);
  const deadline = performance.now() + options.withinMs;
  while (performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const allRead =
      frames.size > 0 && [...frames.values()].every(({ messages }) => messages.at(-1)?.type === 'collected');
    if (allRead && performance.now() - lastHeard > options.quietMs) break;
  }
  chrome.runtime.onConnect.removeListener(onConnect);
  return [...frames].map(([frameId, { messages }]) => ({ frameId, messages }));
}
