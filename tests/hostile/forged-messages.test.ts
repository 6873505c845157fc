/**
 * A page that knows the extension's identity and its protocol word for word, and says it in every way in which a page can
 * say anything: none of it becomes a message, and the panel goes on showing the chart that was read (H30).
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newFrameChart } from '../../content-scripts/qualify/frame-chart.ts';
import { PAGE_WORDS } from '../../content-scripts/qualify/page-words.ts';
import { chartOf } from '../content-scripts/collected-pages.ts';
import { type HostileGround, hostileGround, PLAIN } from './hostile-ground.ts';

const FORGED = [
  { type: 'reader-ready' },
  { type: 'clicked', tabId: 1 },
  { type: 'start', session: 's', afresh: true, words: PAGE_WORDS, mappings: [] },
  { type: 'remembered', chart: newFrameChart(), since: [] },
  { type: 'changing', reason: 'patient', at: 1, address: { names: '666', another: true } },
  { type: 'collected', page: chartOf({ name: 'Mallory', mrn: '666', dose: '0.7' }, { banner: 1, order: 1 }) },
  { number: 0, message: { type: 'remembered', chart: newFrameChart(), since: [] } },
  { number: 1, message: { type: 'here', asked: 1 } },
  { type: 'understood', serial: 1, reliedOn: [], chart: newFrameChart() },
  { type: 'read-again' },
  { type: 'ask', asked: 1 },
  { type: 'outline', locator: '1.1' },
  { type: 'scroll-to', locator: '1.1' },
  { type: 'ready' },
  { type: 'sheet', handout: { language: 'en', title: 'Mallory', sections: [], blanks: [], foot: 'Mallory' } },
];

/** Runs in the page. Resolves with the ways that were open to it at all. */
async function sayEverything(forged: readonly unknown[], id: string): Promise<string[]> {
  const open = new Set<string>();
  const attempt = (way: string, say: () => unknown) => {
    try {
      if (say() !== undefined) open.add(way);
    } catch {
      // this way is closed
    }
  };
  const { chrome, browser } = globalThis as unknown as Record<
    string,
    { runtime?: Record<string, (...a: unknown[]) => unknown> }
  >;
  const names = ['reading', 'message', 'start', 'collected', 'wxt:content-script-started', 'sheet-for-the-patient', id];
  const channels = names.map((name) => new BroadcastChannel(name));
  for (const message of forged) {
    attempt('postMessage', () => window.postMessage(message, '*') ?? true);
    for (const frame of document.querySelectorAll('iframe'))
      attempt('frame.postMessage', () => frame.contentWindow?.postMessage(message, '*') ?? true);
    for (const name of [...names, 'reader-ready', 'clicked', 'pageshow', 'hashchange', 'popstate'])
      for (const target of [window, document, document.documentElement])
        attempt('CustomEvent', () => target.dispatchEvent(new CustomEvent(name, { detail: message, bubbles: true })));
    for (const channel of channels) attempt('BroadcastChannel', () => channel.postMessage(message) ?? true);
    attempt('MessageEvent', () =>
      window.dispatchEvent(new MessageEvent('message', { data: message, origin: `chrome-extension://${id}` })),
    );
    for (const api of [chrome, browser]) {
      attempt('runtime.sendMessage', () => api?.runtime?.sendMessage?.(id, message));
      attempt('runtime.sendMessage without an id', () => api?.runtime?.sendMessage?.(message));
      attempt('runtime.connect', () => api?.runtime?.connect?.(id, { name: 'reading' }));
    }
    const { port1 } = new MessageChannel();
    attempt('port', () => port1.postMessage(message) ?? true);
  }
  attempt('the reader’s own global', () => (globalThis as Record<string, unknown>).bortezomibReader);
  attempt('synthetic pageshow', () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  const loads = ['sidepanel.html', 'options.html', 'ehr.js', 'manifest.json'].map(async (file) => {
    await fetch(`chrome-extension://${id}/${file}`).then(
      () => open.add(`fetch ${file}`),
      () => undefined,
    );
    const frame = document.createElement('iframe');
    frame.src = `chrome-extension://${id}/${file}`;
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 300));
    // a frame that was refused shows an error page of no origin that can be told; a loaded one would answer
    frame.contentWindow?.postMessage({ type: 'clicked', tabId: 1 }, '*');
    frame.remove();
  });
  await Promise.all(loads);
  return [...open].sort();
}

let ground: HostileGround;
beforeAll(async () => {
  ground = await hostileGround({
    forger: `${PLAIN}<iframe srcdoc="a frame"></iframe>`,
  });
});
afterAll(() => ground?.close());

test('a page cannot speak to the panel, whatever it says and however (H30)', async () => {
  await ground.goto('forger');
  const before = await ground.atRest();
  expect(before.text).toContain('Amber Zztest');
  await ground.heard();

  const ways = await ground.page.evaluate(sayEverything, FORGED, ground.chromium.extensionId);
  expect(ways).toEqual([
    'BroadcastChannel',
    'CustomEvent',
    'MessageEvent',
    'frame.postMessage',
    'port',
    'postMessage',
    'synthetic pageshow',
  ]);
  const after = await ground.atRest();
  const heard = await ground.heard();
  // frames that come and go are changes of the page, which is read again
  expect(heard.filter((type) => type !== 'collected')).toEqual([]);
  expect(after).toEqual(before);
  expect(ground.faults).toEqual([]);
});

test('the panel does hear its own reader: what the test above listens with works', async () => {
  await ground.heard();
  await ground.panel.readAgain();
  await ground.atRest();
  expect((await ground.heard()).sort()).toEqual(
    ['collected', 'port reading', 'remembered'].flatMap((type) => [type, type]),
  );
});

test('thousands of forged events make no message', async () => {
  await ground.goto('forger');
  await ground.atRest();
  await ground.heard();
  await ground.page.evaluate(async () => {
    for (let round = 0; round < 500; round += 1) {
      for (const type of ['pageshow', 'pagehide'])
        window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
      window.dispatchEvent(new PopStateEvent('popstate'));
      window.dispatchEvent(new HashChangeEvent('hashchange'));
      document.dispatchEvent(new Event('visibilitychange'));
      for (const type of ['input', 'change', 'reset', 'toggle', 'transitionend', 'animationend'])
        document.body.dispatchEvent(new Event(type, { bubbles: true }));
      if (round % 50 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
  });
  await ground.atRest();
  const heard = await ground.heard();
  expect(heard.filter((type) => type !== 'collected')).toEqual([]);
  expect(heard.length).toBeLessThan(10);
  expect(ground.faults).toEqual([]);
});
