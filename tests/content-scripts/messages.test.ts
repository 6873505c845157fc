import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_CHARACTERS, MOST_FIELDS } from '../../content-scripts/limits.ts';
import { PageToPanel } from '../../content-scripts/message-schemas.ts';
import { isPanelToPage, isStart } from '../../content-scripts/messages.ts';
import { newFrameChart } from '../../content-scripts/qualify/frame-chart.ts';
import { PAGE_WORDS } from '../../content-scripts/qualify/page-words.ts';
import { ToPanel } from '../../content-scripts/to-panel-schema.ts';
import { chartOf, collectedPage, field } from './collected-pages.ts';

const chart = chartOf({ name: 'Alpha Zztest', mrn: '100', dose: '1.3' }, { banner: 1, order: 1 });
const fits = (page: unknown) => PageToPanel.safeParse({ type: 'collected', page }).success;

describe('what a page sends', () => {
  test('a collected page passes', () => {
    expect(fits(chart)).toBe(true);
    expect(PageToPanel.safeParse({ type: 'remembered', chart: newFrameChart(), since: [] }).success).toBe(true);
  });

  test('an endless page is refused, by any of its parts and as a whole', () => {
    const long = 'x'.repeat(9001);
    expect(fits({ ...chart, containers: [[field(long)]] })).toBe(false);
    expect(fits({ ...chart, language: long })).toBe(false);
    expect(fits(collectedPage({ containers: [Array.from({ length: MOST_FIELDS + 1 }, () => field('x'))] }))).toBe(
      false,
    );
    const many = Math.ceil(MOST_CHARACTERS / 8100 / 20);
    const containers = Array.from({ length: 20 }, () =>
      Array.from({ length: many }, () => field(long.slice(0, 8000), { locator: '1.1' })),
    );
    expect(fits(collectedPage({ containers }))).toBe(false);
    expect(fits(collectedPage({ containers: containers.slice(3) }))).toBe(true);
  });

  test('a forged field, another type or a missing part refuses the whole', () => {
    for (const forged of [
      { type: 'collected', page: { ...chart, html: '<img>' } },
      { type: 'collected', page: { ...chart, orders: 'many' } },
      { type: 'collected', page: { ...chart, serial: undefined } },
      { type: 'collected', page: { ...chart, identities: [{ levels: [-1], row: false }] } },
      { type: 'collected', page: { ...chart, containers: [[{ ...field('x'), text: 1.3 }]] } },
      { type: 'reading', reading: {} },
      { type: 'remembered', chart: { ...newFrameChart(), heeded: [['0', 1]] }, since: [] },
      { type: 'changing', reason: 'because', at: 1, address: null },
      { type: 'evaluate', code: 'alert(1)' },
    ]) {
      expect(PageToPanel.safeParse(forged).success, JSON.stringify(forged).slice(0, 80)).toBe(false);
    }
  });
});

test('no message of any shape makes a guard or a schema throw', () => {
  fc.assert(
    fc.property(fc.anything(), (message) => {
      isStart(message);
      isPanelToPage(message);
      PageToPanel.safeParse(message);
      ToPanel.safeParse(message);
    }),
  );
});

test('only the messages of the protocol reach the page', () => {
  expect(isPanelToPage({ type: 'outline', locator: 'a' })).toBe(true);
  expect(isPanelToPage({ type: 'outline', locator: null })).toBe(true);
  expect(isPanelToPage({ type: 'scroll-to', locator: null })).toBe(false);
  expect(isPanelToPage({ type: 'understood', serial: 1, reliedOn: [], chart: newFrameChart() })).toBe(true);
  expect(isPanelToPage({ type: 'understood', serial: 1, reliedOn: null, chart: newFrameChart() })).toBe(false);
  expect(isPanelToPage({ type: 'run', code: '' })).toBe(false);
  expect(isStart({ type: 'start', session: 's', afresh: false, words: PAGE_WORDS, mappings: [] })).toBe(true);
  expect(isStart({ type: 'start' })).toBe(false);
});
