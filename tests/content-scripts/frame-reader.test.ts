/** The panel's half of reading one frame, without a page: what it remembers, leaves out, and refuses to guess. */
import { describe, expect, test } from 'vitest';
import type { PageToPanel, PanelToPage } from '../../content-scripts/messages.ts';
import type { FrameReading } from '../../content-scripts/page-reading.ts';
import { FrameReader } from '../../content-scripts/qualify/frame-reader.ts';
import { chartOf, collectedPage } from './collected-pages.ts';

const ALPHA = { name: 'Alpha Zztest', mrn: '100', dose: '1.3' };
const BRAVO = { name: 'Bravo Yytest', mrn: '200', dose: '1' };
const NOW = Date.now();

/** A panel's reader with the page's memory behind it. */
function connected(remembered: Extract<PageToPanel, { type: 'remembered' }>) {
  const answers: Extract<PanelToPage, { type: 'understood' }>[] = [];
  const reader = new FrameReader({
    salt: 'session',
    today: 20_000,
    answer: (message) => message.type === 'understood' && answers.push(message),
  });
  reader.take(remembered);
  return { reader, answers };
}
const nothing = { type: 'remembered', chart: null, since: [] } as const;
const shown = (reading: FrameReading | null) => ({
  label: reading?.patientLabel?.split(' ')[0] ?? null,
  doses: reading?.orders.map(({ dosePerBsa }) => (dosePerBsa.status === 'read' ? dosePerBsa.value : dosePerBsa.status)),
});
const bannerChange = (at: number): PageToPanel => ({
  type: 'changing',
  reason: 'patient',
  at,
  address: null,
});

describe('one frame', () => {
  test('a chart is read, and the page is told by which texts it is known whose it is', () => {
    const { reader, answers } = connected({ ...nothing, since: [] });
    const reading = reader.take({ type: 'collected', page: chartOf(ALPHA, { banner: 1, order: 1 }) });
    expect(shown(reading)).toEqual({ label: 'Alpha', doses: [1.3] });
    expect(answers).toMatchObject([{ serial: 1, reliedOn: ['Name: Alpha Zztest', 'MRN: 100'] }]);
  });

  test('what was there before the banner changed is left out, with the reason', () => {
    const { reader } = connected({ ...nothing, since: [] });
    reader.take({ type: 'collected', page: chartOf(ALPHA, { banner: 1, order: 1 }) });
    reader.take(bannerChange(NOW));
    const page = chartOf({ ...BRAVO, dose: '1.3' }, { banner: NOW, order: 1 }, 2);
    const reading = reader.take({ type: 'collected', page });
    expect(shown(reading)).toEqual({ label: 'Bravo', doses: [] });
    expect(reading?.ignored[0]?.reason).toMatch(/before the patient changed/);
  });

  test('nothing is read before the page has said what it remembers', () => {
    const reader = new FrameReader({ salt: 's', answer: () => expect.unreachable() });
    expect(reader.take({ type: 'collected', page: chartOf(ALPHA, { banner: 1, order: 1 }) })).toBeNull();
    expect(reader.exclude([[0, 5]])).toBeNull();
  });

  test('more than belongs to one order is said, not read', () => {
    const { reader } = connected({ ...nothing, since: [] });
    const page = collectedPage({ orders: [{ place: 'order-1', group: null, text: 'Bortezomib and all the rest' }] });
    const reading = reader.take({ type: 'collected', page });
    expect(reading?.orders).toEqual([]);
    expect(reading?.ignored).toMatchObject([{ text: 'Bortezomib and all the rest' }]);
  });

  test('a page of which not all was collected is said to be too large, and what was collected is read', () => {
    const { reader } = connected({ ...nothing, since: [] });
    const page = { ...chartOf(ALPHA, { banner: 1, order: 1 }), whole: false };
    const reading = reader.take({ type: 'collected', page });
    expect(shown(reading)).toEqual({ label: 'Alpha', doses: [1.3] });
    expect(reading?.unreadable).toMatchObject([{ kind: 'too-large' }]);
  });

  test('more orders than are shown are said, not passed over', () => {
    const page = chartOf(ALPHA, { banner: 1, order: 1 });
    const [order] = page.orders;
    const orders = (count: number) =>
      Array.from({ length: count }, (_, n) => {
        const copy = structuredClone(order as NonNullable<typeof order>);
        for (const field of copy.group?.fields ?? []) field.text = field.text.replace('1.3', `1.${n + 10}`);
        return { ...copy, place: `order-${n}` };
      });
    const read = (count: number) =>
      connected({ ...nothing, since: [] }).reader.take({ type: 'collected', page: { ...page, orders: orders(count) } });
    expect(read(40)).toMatchObject({ orders: { length: 40 }, unreadable: [] });
    expect(read(41)).toMatchObject({ orders: { length: 40 }, unreadable: [{ kind: 'too-large' }] });
  });

  test('an order whose text was cut is left out, with the reason', () => {
    const { reader } = connected({ ...nothing, since: [] });
    const page = chartOf(ALPHA, { banner: 1, order: 1 });
    for (const field of page.orders[0]?.group?.fields ?? []) field.cut = true;
    const reading = reader.take({ type: 'collected', page });
    expect(shown(reading)).toEqual({ label: 'Alpha', doses: [] });
    expect(reading?.ignored[0]?.reason).toMatch(/too long to be read whole/);
  });

  test('references to containers that were not sent are no values', () => {
    const { reader } = connected({ ...nothing, since: [] });
    const page = collectedPage({
      identities: [{ levels: [7, 8], row: false }],
      labels: [
        { kind: 'measure', text: 'Creatinine', around: { container: 3, at: 4, row: true }, below: [], over: [9] },
        { kind: 'measure', text: 'Creatinine', around: null, below: [{ cell: 5, row: 6 }], over: [] },
        { kind: 'list', heading: 'Allergies', section: 'allergies', items: [[[3, 3]]], headings: [] },
      ],
    });
    const reading = reader.take({ type: 'collected', page });
    expect(reading).toMatchObject({ patientKey: null, allergies: [] });
    expect(reading?.observations.creatinineMgDl.status).toBe('not-found');
  });
});

describe('memory', () => {
  test('another panel goes on where the first one was: the order that stayed is left out', () => {
    const first = connected({ ...nothing, since: [] });
    first.reader.take({ type: 'collected', page: chartOf(ALPHA, { banner: 1, order: 1 }) });
    const chart = first.answers.at(-1)?.chart ?? null;
    const second = connected({ type: 'remembered', chart, since: [] });
    const page = chartOf({ ...BRAVO, dose: '1.3' }, { banner: NOW, order: 1 }, 2);
    expect(shown(second.reader.take({ type: 'collected', page }))).toEqual({ label: 'Bravo', doses: [] });
  });

  test('what changed while nobody answered counts: the same patient anew, and an order from in between', () => {
    const first = connected({ ...nothing, since: [] });
    first.reader.take({ type: 'collected', page: chartOf(ALPHA, { banner: 1, order: 1 }) });
    const chart = first.answers.at(-1)?.chart ?? null;
    const page = chartOf(ALPHA, { banner: NOW, order: NOW - 400 }, 2);
    const unaware = connected({ type: 'remembered', chart, since: [] });
    expect(shown(unaware.reader.take({ type: 'collected', page })).doses).toEqual([1.3]);
    const aware = connected({ type: 'remembered', chart, since: [{ at: NOW - 500, what: 'banner' }] });
    expect(shown(aware.reader.take({ type: 'collected', page })).doses).toEqual([]);
  });
});

describe('what all frames together exclude', () => {
  test('is left out by the next panel too, which does not know it yet', () => {
    const first = connected({ ...nothing, since: [] });
    first.reader.take({ type: 'collected', page: chartOf(ALPHA, { banner: 1, order: 50 }) });
    first.reader.exclude([[40, 60]]);
    const chart = first.answers.at(-1)?.chart ?? null;
    const page = chartOf(ALPHA, { banner: 1, order: 50 }, 2);
    const second = connected({ type: 'remembered', chart, since: [] });
    expect(shown(second.reader.take({ type: 'collected', page })).doses).toEqual([]);
    const third = connected({ type: 'remembered', chart: second.answers.at(-1)?.chart ?? null, since: [] });
    expect(shown(third.reader.take({ type: 'collected', page })).doses).toEqual([]);
  });

  test('is left out of what was collected, at once, and kept', () => {
    const { reader, answers } = connected({ ...nothing, since: [] });
    reader.take({ type: 'collected', page: chartOf(ALPHA, { banner: 1, order: 50 }) });
    const reading = reader.exclude([[40, 60]]);
    expect(shown(reading).doses).toEqual([]);
    expect(reading?.heeded).toEqual([[40, 60]]);
    expect(answers.at(-1)?.chart.heeded).toEqual([[40, 60]]);
  });

  test('nothing is read again from what no longer stands there', () => {
    const { reader } = connected({ ...nothing, since: [] });
    reader.take({ type: 'collected', page: chartOf(ALPHA, { banner: 1, order: 50 }) });
    reader.take({ type: 'changing', reason: 'content', at: NOW, address: null });
    expect(reader.exclude([[40, 60]])).toBeNull();
    const reading = reader.take({ type: 'collected', page: chartOf(ALPHA, { banner: 1, order: 50 }, 2) });
    expect(shown(reading).doses).toEqual([]);
  });
});
