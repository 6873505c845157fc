/**
 * Every listener of the extension and who may speak to it: another extension, another tab, another frame's port, a port
 * of another name and a message that only looks right are all passed over (H30).
 */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { newFrameChart } from '../../content-scripts/qualify/frame-chart.ts';
import { PAGE_WORDS } from '../../content-scripts/qualify/page-words.ts';
import type { TabEvent } from '../../entrypoints/sidepanel/tab-session.ts';
import { chartOf } from '../content-scripts/collected-pages.ts';
import { FakeEvent, FakePort, OWN_ID, TAB } from './fake-browser.ts';

const { browser } = await vi.hoisted(async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser() }));
vi.mock('webextension-polyfill', () => ({ default: browser }));
vi.stubGlobal('chrome', { i18n: { getMessage: (key: string) => key }, sidePanel: { open: async () => undefined } });
const { connectToTab } = await import('../../entrypoints/sidepanel/tab-connection.ts');

const REMEMBERED = { type: 'remembered', chart: newFrameChart(), since: [] };
const COLLECTED = {
  type: 'collected',
  page: chartOf({ name: 'Amber Zztest', mrn: '100', dose: '1.3' }, { banner: 1, order: 1 }),
};
const sender = (more: object = {}) => ({
  id: OWN_ID,
  frameId: 0,
  url: 'http://ehr.example/chart',
  tab: { id: TAB },
  ...more,
});

describe('the panel', () => {
  let events: TabEvent[];
  let close: () => void;

  const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
  const open = async (hosts?: readonly string[]) => {
    events = [];
    const connection = connectToTab((event) => events.push(event), hosts, undefined);
    close = connection.close;
    // the grammar is loaded only now
    await vi.waitFor(() => expect(browser.sent.at(-1)?.message.type).toBe('start'), 30_000);
    events.length = 0;
    browser.sent.length = 0;
    return connection;
  };
  const connect = (name: string, from: unknown) => {
    const port = new FakePort(name, from);
    browser.runtime.onConnect.happen(port);
    port.says(REMEMBERED);
    port.says(COLLECTED);
    return port;
  };
  beforeEach(() => {
    close?.();
    browser.sent.length = 0;
    browser.injected.length = 0;
  });

  test('takes a port of its own reader in its own tab', async () => {
    await open();
    connect('reading', sender());
    expect(events.map(({ type }) => type)).toEqual(['frame-read']);
  });

  test.each([
    ['another extension', 'reading', sender({ id: 'another-extension' })],
    ['nobody', 'reading', sender({ id: undefined })],
    ['another tab', 'reading', sender({ tab: { id: TAB + 1 } })],
    ['no tab: another page of the extension', 'reading', sender({ tab: undefined })],
    ['no frame', 'reading', sender({ frameId: undefined })],
    ['no sender at all', 'reading', undefined],
    ['another name', 'Reading', sender()],
    ['no name', '', sender()],
  ])('a port from %s is not listened to', async (_, name, from) => {
    await open();
    const port = connect(name, from);
    expect(port.onMessage.listeners.size).toBe(0);
    expect(events).toEqual([]);
  });

  test('a port from a site that the organisation does not list is closed', async () => {
    await open(['https://listed.example/*']);
    const port = connect('reading', sender());
    expect(port.open).toBe(false);
    expect(events).toEqual([{ type: 'access', access: 'refused' }]);
  });

  test('a port that was replaced, was cut off, or belongs to the tab before has no say', async () => {
    const connection = await open();
    const first = connect('reading', sender());
    const second = connect('reading', sender());
    expect(first.open).toBe(false);
    events.length = 0;
    first.says(COLLECTED);
    first.onDisconnect.happen();
    expect(events, 'replaced by another of the same frame').toEqual([]);

    connection.pause();
    events.length = 0;
    second.says(COLLECTED);
    connect('reading', sender());
    expect(events, 'while nobody is there').toEqual([]);

    connection.readAgain();
    const third = connect('reading', sender());
    browser.tabs.onActivated.happen({ tabId: TAB + 1, windowId: 1 });
    events.length = 0;
    third.says(COLLECTED);
    connect('reading', sender());
    expect(events, 'of the tab before').toEqual([]);
  });

  test('each frame speaks for itself, by the number that the browser gives it', async () => {
    await open();
    connect('reading', sender({ frameId: 5, tab: { id: TAB } }));
    expect(events.map((event) => 'frameId' in event && event.frameId)).toEqual([5]);
  });

  test.each([
    ['another extension', { type: 'reader-ready' }, sender({ id: 'another-extension' })],
    ['nobody', { type: 'reader-ready' }, {}],
    ['another tab', { type: 'reader-ready' }, sender({ tab: { id: TAB + 1 } })],
    ['a page of the extension', { type: 'reader-ready' }, sender({ tab: undefined })],
    ['a reader that says it is the background', { type: 'clicked', tabId: TAB }, sender()],
    ['the background, about another tab', { type: 'clicked', tabId: TAB + 1 }, { id: OWN_ID }],
    ['another extension that says it is the background', { type: 'clicked', tabId: TAB }, { id: 'another-extension' }],
    ['a reader, with more than the protocol has', { type: 'reader-ready', more: 1 }, sender()],
  ])('a message from %s starts nothing', async (_, message, from) => {
    await open();
    browser.injected.length = 0;
    expect(browser.runtime.onMessage.happen(message, from)).toEqual([undefined]);
    await settled();
    expect(browser.sent).toEqual([]);
    expect(browser.injected).toEqual([]);
    expect(events).toEqual([]);
  });

  test('its own reader and its own background are listened to', async () => {
    await open();
    browser.runtime.onMessage.happen({ type: 'reader-ready' }, sender());
    await vi.waitFor(() => expect(browser.sent.map(({ message }) => message.type)).toEqual(['start']));
    browser.injected.length = 0;
    browser.runtime.onMessage.happen({ type: 'clicked', tabId: TAB }, { id: OWN_ID });
    await vi.waitFor(() => expect(browser.injected.length).toBeGreaterThan(0));
  });

  test('the other windows are passed over', async () => {
    await open();
    browser.tabs.onActivated.happen({ tabId: TAB + 1, windowId: 2 });
    browser.tabs.onUpdated.happen(TAB + 1, { status: 'loading' });
    expect(events).toEqual([]);
  });
});

describe('the reader in the page', () => {
  const START = { type: 'start', session: 's', afresh: false, words: PAGE_WORDS, mappings: [] };

  test.each([
    ['another extension', { id: 'another-extension' }, START],
    ['nobody', {}, START],
    ['its own panel, but not the protocol', { id: OWN_ID }, { ...START, session: 1 }],
  ])('is not started by %s', async (_, from, message) => {
    vi.stubGlobal('window', new EventTarget());
    const { servePanel } = await import('../../content-scripts/serve-panel.ts');
    const connect = vi.fn();
    const onMessage = new FakeEvent();
    const runtime = { id: OWN_ID, onMessage, connect, sendMessage: async () => undefined };
    const reader = servePanel(runtime as unknown as Parameters<typeof servePanel>[0]);
    onMessage.happen(message, from);
    expect(connect).not.toHaveBeenCalled();
    // the control: the same listener does hear its own panel
    connect.mockImplementation(() => {
      throw new Error('asked to connect');
    });
    expect(() => onMessage.happen(START, { id: OWN_ID })).toThrow('asked to connect');
    reader.stop();
    expect(onMessage.listeners.size).toBe(0);
  });
});

test('the background listens to nobody but the toolbar button', async () => {
  const before = browser.runtime.onMessage.listeners.size + browser.runtime.onConnect.listeners.size;
  const { default: background } = await import('../../entrypoints/background.ts');
  background.main();
  expect(browser.runtime.onMessage.listeners.size + browser.runtime.onConnect.listeners.size).toBe(before);
  expect(browser.action.onClicked.listeners.size).toBe(1);
  browser.action.onClicked.happen({ id: TAB, windowId: 1 });
  expect(browser.runtime.sendMessage).toHaveBeenCalledExactlyOnceWith({ type: 'clicked', tabId: TAB });
});
