/**
 * Several charts open at once in real Chromium: a panel shows the tab that is seen in its own window, and nothing of any
 * other, also when a tab was discarded, came out of the back/forward cache, or the background was ended (H01, H33).
 */
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Chromium } from '../../scripts/drive/chromium.ts';
import { type Panel, panelIn } from '../../scripts/drive/panel.ts';
import { onlyOf, type Switch, type SwitchingEhr, serveSwitchingEhr } from './switching-ehr.ts';
import { type Sample, WATCH_PANEL } from './watch-panel.ts';

const EXTENSION = path.resolve(import.meta.dirname, '../../.output/chrome-mv3');
const READ = ['ready', 'partly-read'];
const GONE_WITHIN_MS = 100;

let ehr: SwitchingEhr;
let chromium: Chromium;
beforeAll(async () => {
  ehr = await serveSwitchingEhr(9);
  chromium = await Chromium.launch({ extensionDir: EXTENSION, headless: true });
});
afterAll(async () => {
  await chromium?.close();
  ehr?.close();
});

const chartOf = (patient: number) => `${ehr.url}?p=${patient}`;
const shows = (text: string, patient: number) => {
  const { name, mg, creatinine } = onlyOf(patient);
  return text.includes(name) || text.includes(`${mg} mg`) || text.includes(`${creatinine} mg/dL`);
};
const untilShown = (panel: Panel, patient: number) => panel.waitForText(new RegExp(`${onlyOf(patient).mg}.mg`));
const samplesOf = async (panel: Panel) => (await panel.run('return window.samples;')) as Sample[];
const to = (patient: number, next: number | null): Switch => ({
  to: patient,
  address: 'push',
  addressNames: patient % 2 === 0,
  banner: 'rebuild',
  order: 'rebuild',
  first: 'banner',
  apart: 40,
  frameTakes: 0,
  dialog: patient % 3 === 0,
  next,
});

describe('two windows, each with its own panel', () => {
  const OF = [
    [0, 1, 2, 3],
    [5, 6, 7, 8],
  ] as const;
  let pages: Page[];
  let panels: Panel[];

  beforeAll(async () => {
    const first = await chromium.firstPage();
    const second = await chromium.browser.newPage({ type: 'window' });
    pages = [first, second];
    panels = [];
    for (const [index, page] of pages.entries()) {
      await page.goto(chartOf(OF[index]?.[0] ?? 0));
      panels.push(panelIn(await chromium.openPanelOfWindow(page)));
    }
  });
  afterAll(() => pages[1]?.close());

  test('neither ever shows anything of the other, also while the patient changes in both at once', async () => {
    for (const [index, panel] of panels.entries()) {
      await untilShown(panel, OF[index]?.[0] ?? 0);
      await panel.run(WATCH_PANEL);
    }
    await Promise.all(
      pages.map((page, index) => {
        const patients = OF[index] ?? [];
        const switches = Array.from({ length: 12 }, (_, at) =>
          to(patients[(at + 1) % 4] ?? 0, at === 11 ? null : at * 50),
        );
        return page.evaluate((all) => window.perform(all), switches);
      }),
    );
    for (const [index, panel] of panels.entries()) {
      const [own, others] = [OF[index] ?? [], OF[1 - index] ?? []];
      await untilShown(panel, own[0] ?? 0);
      const samples = await samplesOf(panel);
      const seen = (patients: readonly number[]) =>
        patients.filter((patient) => samples.some(({ text }) => shows(text, patient)));
      expect(seen(own).length, 'the watch saw its own patients come and go').toBeGreaterThan(1);
      expect(seen(others)).toEqual([]);
    }
  });

  test('closing the chart in one leaves the other as it is', async () => {
    await pages[1]?.goto('about:blank');
    await panels[1]?.waitForState(['no-access']);
    expect(await panels[0]?.text()).toContain(onlyOf(OF[0][0]).name);
  });
});

describe('two tabs in one window', () => {
  let pages: [Page, Page];
  let panel: Panel;
  const tabs = () =>
    panel.run(
      `return (await chrome.tabs.query({ currentWindow: true })).map(({ id, active, discarded, status }) => ({ id, active, discarded, status }));`,
    ) as Promise<{ id: number; active: boolean; discarded: boolean; status: string }[]>;
  /** A tab says itself from when on it is seen. */
  const noteSeen = (page: Page) =>
    page.evaluate(
      `document.addEventListener('visibilitychange', () => { window.seenAt = document.hidden ? 0 : Date.now(); })`,
    );

  beforeAll(async () => {
    pages = [await chromium.firstPage(), await chromium.browser.newPage()];
    for (const [patient, page] of pages.entries()) {
      await page.goto(chartOf(patient));
      panel = panelIn(await chromium.openPanelOfWindow(page));
      await untilShown(panel, patient);
      await noteSeen(page);
    }
  });

  test('the panel goes with the tab that is seen, and the other’s values are gone within 100 ms', async () => {
    await panel.run(WATCH_PANEL);
    for (const next of [0, 1, 0, 1, 0] as const) {
      await pages[next].bringToFront();
      await untilShown(panel, next);
      const seenAt = Number(await pages[next].evaluate('window.seenAt'));
      expect(seenAt).toBeGreaterThan(0);
      const late = (await samplesOf(panel)).filter(
        ({ at, until, text }) => until > seenAt + GONE_WITHIN_MS && at <= seenAt && shows(text, 1 - next),
      );
      expect(late).toEqual([]);
      expect(shows(await panel.text(), 1 - next)).toBe(false);
      await panel.run('window.samples.splice(0, window.samples.length - 1);');
    }
  });

  test('a discarded tab: the panel beside the other stays, and coming back shows that tab’s patient or nothing', async () => {
    await pages[1].bringToFront();
    await untilShown(panel, 1);
    await panel.run('window.samples.splice(0, window.samples.length - 1);');
    const away = (await tabs()).find(({ active }) => !active);
    await panel.run(`await chrome.tabs.discard(args[0]);`, [away?.id ?? -1]);
    expect(shows(await panel.text(), 1)).toBe(true);
    const discarded = (await tabs()).find((tab) => !tab.active);
    expect(discarded?.discarded).toBe(true);

    await panel.run(`await chrome.tabs.update(args[0], { active: true });`, [discarded?.id ?? -1]);
    const backAt = Date.now();
    await panel.waitForState([...READ, 'no-access']);
    const samples = await samplesOf(panel);
    expect(samples.filter(({ at, text }) => at > backAt + GONE_WITHIN_MS && shows(text, 1))).toEqual([]);
    // the click that let it be read was for the document that was given up
    await expect.poll(async () => (await tabs()).find(({ active }) => active)?.status).toBe('complete');
    const loaded = (await chromium.browser.pages()).find((page) => page.url() === chartOf(0)) as Page;
    await chromium.clickToolbarButton(loaded);
    await untilShown(panel, 0);
    expect(shows(await panel.text(), 1)).toBe(false);
  });
});

describe('one tab', () => {
  let page: Page;
  let panel: Panel;
  beforeAll(async () => {
    page = await chromium.browser.newPage();
    await page.goto(chartOf(4));
    panel = panelIn(await chromium.openPanelOfWindow(page));
    await untilShown(panel, 4);
  });

  test('the background is ended while the panel is open: it reads on, and the next click is heard', async () => {
    const background = () => chromium.browser.targets().filter((target) => target.type() === 'service_worker');
    for (const target of background()) await (await target.worker())?.close();
    await expect.poll(() => background().length).toBe(0);
    await page.evaluate((all) => window.perform(all), [to(5, null)]);
    await untilShown(panel, 5);

    const other = await chromium.browser.newPage();
    await other.goto(chartOf(6));
    await panel.waitForState(['no-access']);
    await chromium.clickToolbarButton(other);
    await untilShown(panel, 6);
    await page.bringToFront();
    await untilShown(panel, 5);
    await other.close();
  });

  test('out of the back/forward cache: an order that was the former patient’s is so still', async () => {
    await page.goto(chartOf(4));
    await untilShown(panel, 4);
    await page.evaluate(
      `window.stillHere = true;
       for (const [name, text] of Object.entries(${JSON.stringify({ name: `Test, ${onlyOf(7).name}`, mrn: 'SW-0017', dob: '1937-03-14' })}))
         document.querySelector('.' + name).textContent = text;`,
    );
    const leftOut = new RegExp(`${onlyOf(7).name}.*before the patient changed`, 's');
    await panel.waitForText(leftOut);
    await panel.waitForState(['no-order']);
    await page.goto(chartOf(8));
    await untilShown(panel, 8);
    await page.goBack();
    expect(await page.evaluate('window.stillHere'), 'the page was kept whole').toBe(true);
    await panel.waitForText(leftOut);
    await panel.waitForState(['no-order']);
  });
});
