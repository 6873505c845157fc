/**
 * Thousands of generated messages to every listener of the extension: garbage, the protocol with parts replaced, and
 * messages that fit the protocol and make no sense. Nothing is thrown, and what does not fit changes nothing (H30).
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { PageToPanel } from '../../content-scripts/message-schemas.ts';
import type { PageToPanel as Message } from '../../content-scripts/messages.ts';
import { newFrameChart } from '../../content-scripts/qualify/frame-chart.ts';
import { FrameReader } from '../../content-scripts/qualify/frame-reader.ts';
import { afterEvent, emptySession, type TabEvent } from '../../entrypoints/sidepanel/tab-session.ts';
import { chartOf, collectedPage } from '../content-scripts/collected-pages.ts';
import { FakeEvent, FakePort, OWN_ID, TAB } from './fake-browser.ts';

const { browser } = await vi.hoisted(async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser() }));
vi.mock('webextension-polyfill', () => ({ default: browser }));
vi.stubGlobal('chrome', { i18n: { getMessage: (key: string) => key } });
const { connectToTab } = await import('../../entrypoints/sidepanel/tab-connection.ts');

/** The same messages every time, unless told otherwise. */
const SEED = Number(process.env.SEED ?? 20261122);
const runs = (numRuns: number) => ({ numRuns, seed: SEED });
const SENDER = { id: OWN_ID, frameId: 0, url: 'http://ehr.example/', tab: { id: TAB } };

const words = fc.constantFrom(
  'Bortezomib 1.3 mg/m2 SC weekly',
  'Velcade 1 mg/m2 IV days 1, 8',
  'DOB: 1958-03-14',
  'MRN: 100',
  'Name: Mallory',
  'Creatinine',
  '1.2 mg/dL',
  '2026-11-01',
  'Allergies',
  '<img src=x onerror=alert(1)>',
  '__proto__',
  '',
);
const text = fc.oneof(words, fc.string({ unit: 'binary', maxLength: 60 }));
const number = fc.oneof(fc.nat(5), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const index = fc.oneof({ weight: 5, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(2_000_000_000) });
const placed = { locator: text, since: number, arrived: number };
const aField = fc.record({
  ...placed,
  text,
  control: fc.boolean(),
  labels: fc.array(
    fc.record({
      text,
      from: fc.constantFrom(
        ...(['label', 'aria', 'legend', 'term', 'column-header', 'row-header', 'group', 'placeholder'] as const),
      ),
    }),
    { maxLength: 3 },
  ),
  isLabel: fc.boolean(),
  struck: fc.boolean(),
  button: fc.boolean(),
  block: fc.integer(),
  cell: fc.integer({ min: -2, max: 5 }),
  seams: fc.array(index, { maxLength: 3 }),
});
const heading = fc.record({ ...placed, text, proper: fc.boolean() });
const group = fc.record({
  fields: fc.array(aField, { maxLength: 5 }),
  headings: fc.array(heading, { maxLength: 2 }),
  struck: fc.boolean(),
  greyed: fc.boolean(),
  form: fc.boolean(),
  locator: text,
  list: fc.integer(),
});
/** Fits the protocol; its numbers point anywhere. */
const page = fc
  .record({
    serial: fc.nat(),
    top: fc.boolean(),
    language: text,
    containers: fc.array(fc.array(aField, { maxLength: 4 }), { maxLength: 4 }),
    orders: fc.array(fc.record({ place: text, group: fc.option(group), text }), { maxLength: 3 }),
    identities: fc.array(fc.record({ levels: fc.array(index, { maxLength: 4 }), row: fc.boolean() }), { maxLength: 3 }),
    labels: fc.array(
      fc.oneof(
        fc.record({
          kind: fc.constant('measure' as const),
          text,
          around: fc.option(fc.record({ container: index, at: index, row: fc.boolean() })),
          below: fc.array(fc.record({ cell: index, row: index }), { maxLength: 3 }),
          over: fc.array(index, { maxLength: 3 }),
        }),
        fc.record({
          kind: fc.constant('list' as const),
          heading: text,
          section: fc.constantFrom('medications', 'problems', 'allergies', 'Mallory', '__proto__', 'constructor'),
          items: fc.array(fc.array(fc.tuple(index, index), { maxLength: 3 }), { maxLength: 3 }),
          headings: fc.array(heading, { maxLength: 2 }),
        }),
      ),
      { maxLength: 4 },
    ),
    over: fc.array(fc.array(text, { maxLength: 2 }), { maxLength: 3 }),
    dates: fc.array(text, { maxLength: 3 }),
    whole: fc.boolean(),
  })
  .map((changes) => collectedPage(changes));
const stretches = fc.array(fc.tuple(number, number), { maxLength: 4 });
const chart = fc.record({
  salt: text,
  chart: fc.record({ confirmed: fc.option(text), doubtedAt: fc.option(number), excluded: stretches }),
  heeded: stretches,
  inherited: stretches,
  address: fc.option(text),
  ahead: fc.option(fc.record({ since: number, address: text, another: fc.boolean() })),
  bannerAheadSince: fc.option(number),
});
const addressChange = fc.record({ names: fc.option(text), another: fc.boolean() });
const fitting: fc.Arbitrary<Message> = fc.oneof(
  fc.record({ type: fc.constant('collected' as const), page }),
  fc.record({
    type: fc.constant('remembered' as const),
    chart: fc.option(chart),
    since: fc.array(
      fc.oneof(
        fc.record({ what: fc.constant('banner' as const), at: number }),
        fc.tuple(addressChange, number).map(([change, at]) => ({ what: 'address' as const, at, ...change })),
      ),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    type: fc.constant('changing' as const),
    reason: fc.constantFrom('navigation' as const, 'patient' as const, 'content' as const),
    at: number,
    address: fc.option(addressChange),
  }),
);

/** A message of the protocol in which one part, wherever it stands, is something else. */
const damaged = fc.tuple(fitting, fc.anything({ withNullPrototype: true }), fc.nat()).map(([message, other, at]) => {
  const copy = structuredClone(message) as Record<string, unknown>;
  const places: [Record<string, unknown>, string][] = [];
  const visit = (part: unknown) => {
    if (typeof part !== 'object' || part === null) return;
    for (const key of Object.keys(part)) {
      places.push([part as Record<string, unknown>, key]);
      visit((part as Record<string, unknown>)[key]);
    }
  };
  visit(copy);
  const [owner, key] = places[at % places.length] ?? [copy, 'type'];
  owner[key] = other;
  return copy;
});
const anyMessage = fc.oneof(fitting, damaged, fc.anything({ withNullPrototype: true, withBigInt: true }));

describe('the panel', () => {
  let events: TabEvent[];
  let port: FakePort;
  beforeAll(async () => {
    events = [];
    connectToTab((event) => events.push(event), undefined, undefined);
    await vi.waitFor(() => expect(browser.sent.at(-1)?.message.type).toBe('start'), 30_000);
    port = new FakePort('reading', SENDER);
    browser.runtime.onConnect.happen(port);
    port.says({ type: 'remembered', chart: newFrameChart(), since: [] });
  });

  test('its generated messages do fit the protocol', () => {
    fc.assert(
      fc.property(fitting, (message) => PageToPanel.safeParse(message).success),
      runs(300),
    );
  });

  test('over the port: 4,000 messages, nothing is thrown, and what does not fit is never read', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        events.length = 0;
        port.says(message);
        const fits = PageToPanel.safeParse(message).success;
        const read = events.flatMap((event) => (event.type === 'frame-read' ? event.reading : []));
        if (!fits) expect(read.map(({ unreadable }) => unreadable.length > 0)).toEqual([true]);
        for (const reading of read) {
          if (!fits) expect([...reading.orders, ...reading.medications]).toEqual([]);
          // what the panel joins and shows of it is data, too
          afterEvent(emptySession(TAB), { type: 'frame-read', frameId: 0, reading, at: 1 });
        }
      }),
      runs(4000),
    );
  });

  test('without its number, or with a wrong one: nothing is thrown, and nothing is read', () => {
    const numbered = fc.record({ number: fc.oneof(fc.integer({ min: 1 }), fc.anything()), message: anyMessage });
    fc.assert(
      fc.property(fc.oneof(anyMessage, numbered), (message) => {
        const strange = new FakePort('reading', { ...SENDER, frameId: 3 });
        browser.runtime.onConnect.happen(strange);
        events.length = 0;
        strange.onMessage.happen(message);
        for (const event of events) {
          expect(['frame-read', 'interrupted']).toContain(event.type);
          if (event.type === 'frame-read') expect(event.reading.unreadable).toHaveLength(1);
        }
      }),
      runs(500),
    );
  });

  test('out of a sequence of messages comes no order that none of them holds', () => {
    fc.assert(
      fc.property(fc.array(fitting, { maxLength: 6 }), (messages) => {
        const reader = new FrameReader({ salt: 's', today: 20_000, answer: () => undefined });
        for (const message of messages) {
          const reading = reader.take(message);
          const said = JSON.stringify(message);
          for (const order of reading?.orders ?? []) {
            const { dosePerBsa, doseMg, route } = order;
            for (const value of [dosePerBsa, doseMg, route])
              if (value.status === 'read') expect(said).toContain(JSON.stringify(value.text).slice(1, -1));
          }
        }
      }),
      runs(1500),
    );
  });

  test('to its other listeners: connections and messages from anybody', () => {
    const from = fc.oneof(
      fc.constant(SENDER),
      fc.record({
        id: fc.constantFrom(OWN_ID, 'other', undefined),
        frameId: fc.anything(),
        url: text,
        tab: fc.anything(),
      }),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(anyMessage, from, text, (message, sender, name) => {
        expect(browser.runtime.onMessage.happen(message, sender ?? {})).toEqual([undefined]);
        const strange = new FakePort(name, sender);
        browser.runtime.onConnect.happen(strange);
        strange.onMessage.happen(message);
        strange.onDisconnect.happen(strange);
      }),
      runs(2000),
    );
  });

  test('what comes afterwards is read right', () => {
    const own = new FakePort('reading', SENDER);
    browser.runtime.onConnect.happen(own);
    own.says({ type: 'remembered', chart: newFrameChart(), since: [] });
    events.length = 0;
    const plain = chartOf({ name: 'Amber Zztest', mrn: '100', dose: '1.3' }, { banner: 1, order: 1 });
    own.says({ type: 'collected', page: plain });
    const [event] = events;
    expect(event?.type === 'frame-read' && event.reading.orders[0]?.dosePerBsa).toMatchObject({ value: 1.3 });
  });
});

describe('the reader in the page', () => {
  test('2,000 messages to it start nothing that is not asked for', async () => {
    vi.stubGlobal('window', new EventTarget());
    const { servePanel } = await import('../../content-scripts/serve-panel.ts');
    const connect = vi.fn();
    const onMessage = new FakeEvent();
    const runtime = { id: OWN_ID, onMessage, connect, sendMessage: async () => undefined };
    servePanel(runtime as unknown as Parameters<typeof servePanel>[0]);
    fc.assert(
      fc.property(anyMessage, (message) => {
        onMessage.happen(message, { id: OWN_ID });
      }),
      runs(2000),
    );
    expect(connect).not.toHaveBeenCalled();
  });
});

describe('the tab that shows the sheet', () => {
  test('1,000 messages on its channel: nothing is thrown, and only a sheet is shown', async () => {
    const { receiveSheets } = await import('../../entrypoints/sidepanel/sheet-in-tab.ts');
    const shown: unknown[] = [];
    const faults: unknown[] = [];
    const fault = (error: unknown) => faults.push(error);
    process.on('uncaughtException', fault);
    const stop = receiveSheets((handout) => shown.push(handout));
    const channel = new BroadcastChannel('sheet-for-the-patient');
    const sheet = {
      language: 'en',
      title: 'T',
      sections: [{ id: 'a', title: 'S', items: ['I'] }],
      blanks: [],
      foot: 'F',
    };
    const strange = fc.sample(
      fc.oneof(fc.jsonValue(), fc.record({ type: fc.constant('sheet'), handout: fc.jsonValue() })),
      {
        ...runs(1000),
      },
    );
    for (const message of [null, undefined, 1, { type: 'sheet' }, ...strange, { type: 'sheet', handout: sheet }])
      channel.postMessage(message);
    await vi.waitFor(() => expect(shown.length).toBeGreaterThan(0), 10_000);
    await new Promise((resolve) => setTimeout(resolve, 200));
    stop();
    channel.close();
    process.off('uncaughtException', fault);
    expect(faults).toEqual([]);
    expect(shown).toEqual([sheet]);
  });
});
