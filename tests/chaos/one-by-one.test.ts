/** Single troubles on the way, each as it would happen, and what the panel makes of it. */
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ASK_EVERY, MOST_MISSED } from '../../entrypoints/sidepanel/patience.ts';
import { panelStateOf } from '../../entrypoints/sidepanel/selected-order.ts';
import type { TabSession } from '../../entrypoints/sidepanel/tab-session.ts';
import { labelOf, orderTextOf, page, readersForPlaces } from './model-page.ts';
import { openPanel, pass, shown } from './open-panel.ts';

const { browser } = await vi.hoisted(async () => ({
  browser: (await import('./chaotic-browser.ts')).chaoticBrowser(),
}));
vi.mock('webextension-polyfill', () => ({ default: browser.api }));
vi.stubGlobal('chrome', { i18n: { getMessage: (key: string) => key } });
const { connectToTab } = await import('../../entrypoints/sidepanel/tab-connection.ts');
const { wire } = browser;

beforeAll(async () => {
  browser.setReaders(await readersForPlaces());
  await import('../../content-scripts/qualify/index.ts');
});
beforeEach(() => {
  vi.useFakeTimers({ now: 1_790_000_000_000 });
  browser.reset();
});
afterEach(() => vi.useRealTimers());

/** A panel that has read the page. */
async function beside(inTwoFrames: boolean, look?: (session: TabSession) => void) {
  page.open('A', inTwoFrames);
  const panel = openPanel(connectToTab, look);
  await pass(3000);
  return panel;
}
const standsThere = () => (page.standing.order ? [orderTextOf(page.standing.order)] : []);

test('an order that overtakes its banner does not stand beside the former one (H14)', async () => {
  let mixed = 0;
  const panel = await beside(true, ({ page: reading }) => {
    const orderOfB = reading?.orders.some(({ text }) => text.includes('Bortezomib 1 mg/m2'));
    if (orderOfB && reading?.patientLabel?.includes(labelOf('A'))) mixed += 1;
  });
  expect(shown(panel.now()).orders).toEqual(standsThere());
  // the page's own process is busy; the one of the frame inside is not
  wire.slow.set(0, 1500);
  page.switchTo('B', true);
  await pass(1200);
  expect(panel.now().page).toBeNull();
  wire.slow.clear();
  await pass(6000);
  expect(mixed).toBe(0);
  expect(shown(panel.now())).toMatchObject({ orders: standsThere(), leftOut: [] });
  panel.close();
});

test('a change that was never told is noticed with the next question (H01)', async () => {
  const panel = await beside(false);
  panel.answer();
  wire.deaf.add(0);
  page.fill();
  await pass(400);
  wire.deaf.clear();
  await pass(ASK_EVERY + 500);
  expect(shown(panel.now()).orders).toEqual(standsThere());
  expect(panel.now().answers.grade, 'the same patient').toBe(2);
  panel.close();
});

test('a page that stops answering: silence in words, and everything again once it answers', async () => {
  const panel = await beside(false);
  panel.answer();
  wire.deaf.add(0);
  await pass((MOST_MISSED + 1) * ASK_EVERY + 200);
  expect(panelStateOf(panel.now())).toBe('silent');
  expect(panel.now().page).toBeNull();
  expect(panel.now().answers.grade).toBeUndefined();
  wire.deaf.clear();
  await pass(70_000);
  expect(shown(panel.now()).orders).toEqual(standsThere());
  expect(panel.now().answers.grade).toBe(2);
  panel.close();
});

test('what was answered does not come back for another patient', async () => {
  const panel = await beside(false);
  panel.answer();
  wire.deaf.add(0);
  await pass((MOST_MISSED + 1) * ASK_EVERY + 200);
  page.switchTo('B', true);
  wire.deaf.clear();
  await pass(70_000);
  expect(shown(panel.now()).label).toContain(labelOf('B'));
  expect(panel.now().answers.grade).toBeUndefined();
  panel.close();
});

test('a frame inside that stops answering is named, and does not keep the rest', async () => {
  const panel = await beside(true);
  wire.deaf.add(1);
  await pass((MOST_MISSED + 1) * ASK_EVERY + 500);
  expect(shown(panel.now())).toMatchObject({ orders: [], unreadable: [{ kind: 'frame', label: 'orders' }] });
  wire.deaf.clear();
  await pass(70_000);
  expect(shown(panel.now())).toMatchObject({ orders: standsThere(), unreadable: [] });
  panel.close();
});

test.each([
  ['and nothing is said of it', false],
  ['and its reader says that it is there', true],
])('the port of the page itself closes alone, %s: what the frames inside say is asked for again', async (_, says) => {
  const panel = await beside(true);
  const top = page.frame(0);
  if (top) wire.cut(top);
  await pass(100);
  expect(panel.now().page).toBeNull();
  if (says) browser.announce(0);
  await pass(5000);
  expect(shown(panel.now())).toMatchObject({ orders: standsThere(), unreadable: [] });
  panel.close();
});

test('a frame that goes while readers are put in does not keep the page from being read', async () => {
  page.open('A', true);
  // it is asked which tab is shown, then which frames there are, then readers are put in
  wire.afterCalls = [() => undefined, () => wire.gone(1)];
  const panel = openPanel(connectToTab);
  await pass(1500);
  expect(shown(panel.now()).label).toContain(labelOf('A'));
  expect(shown(panel.now()).unreadable).toMatchObject([{ kind: 'frame', label: 'orders' }]);
  panel.close();
});

test('what the panel made of an earlier collection and comes late does not undo what it knows', async () => {
  vi.resetModules();
  const { remember, remembered, noteChange } = await import('../../content-scripts/remembered.ts');
  const { newFrameChart } = await import('../../content-scripts/qualify/frame-chart.ts');
  const [early, late] = [newFrameChart(), newFrameChart()];
  noteChange(4, { what: 'banner', at: 1 });
  remember(5, late);
  remember(4, early);
  expect(remembered()).toEqual({ type: 'remembered', chart: late, since: [] });
});
