/** The day that `npm run soak` runs. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { evaluate } from '../../rules/index.ts';
import { dosePerBsaOf, MOST_PATIENTS, onlyOf } from '../e2e/switching-ehr.ts';
import { SwitchingRun } from '../e2e/switching-run.ts';

const BUILT = path.resolve(import.meta.dirname, '../../.output/chrome-mv3');
/** A dose in mg that no patient has. */
const EDITED_MG = '2.97';
/** An edit has to be read within this, in ms. */
const EDIT_READ_WITHIN = 3000;
const WORKER_ENDED_EVERY = 9;
const OTHER_TAB_EVERY = 14;
const AWAY_EVERY = 12;
/** The user goes away from the screen, which is locked or not. */
const NOBODY_EVERY = 17;
const DISCARD_EVERY = 23;
/** The panel's heap may be this much larger at the end than after the first openings. */
const HEAP_GROWTH = 1.25;
const WARM_AFTER = 300;

export interface Soak {
  openings: number;
  seed: number;
  progress(line: string): void;
}

interface Size {
  heapBytes: number;
  listeners: number;
  nodes: number;
}

/** Runs the day and gives its figures; rejects with the first thing that is not as it has to be. */
export async function soak({ openings, seed, progress }: Soak): Promise<Record<string, string | number>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'soak-'));
  const version = (name: string, number: string) => builtAs(path.join(folder, name), number);
  const startedAt = Date.now();
  const run = await SwitchingRun.start({
    extensionDir: version('before', '0.1.0'),
    patients: MOST_PATIENTS,
    seed,
    userDataDir: path.join(folder, 'profile'),
  });
  const requests: string[] = [];
  listen(run, requests);
  const count = { advice: 0, edits: 0, workers: 0, tabs: 0, restarts: 0, idle: 0, locked: 0, discarded: 0 };
  const sizes: Size[] = [];
  let nextSize = WARM_AFTER;
  try {
    while (run.done < openings) {
      if ((run.rests + 1) % AWAY_EVERY === 0) await run.awayAndBack();
      await run.switchAndRest(1 + Math.floor(run.random() * 28));
      if (run.random() < 0.5) count.advice += await adviceIsThatOfTheRules(run);
      if (run.random() < 0.2) count.edits += await editIsRead(run);
      await run.compareNow();
      if (run.rests % WORKER_ENDED_EVERY === 0) count.workers += await endTheWorker(run);
      if (run.rests % OTHER_TAB_EVERY === 0) count.tabs += await anotherTab(run);
      if (run.rests % NOBODY_EVERY === 0) {
        count.idle += await cleared(run, () => run.panel.leaveAlone());
        count.locked += await cleared(run, () => run.panel.run(LOCKED));
      }
      if (run.rests % DISCARD_EVERY === 0) count.discarded += await discardedTab(run);
      if (count.restarts === 0 && run.done > openings / 2) {
        await run.restart(version('after', '0.1.1'));
        listen(run, requests);
        count.restarts = 1;
        sizes.length = 0;
        nextSize = run.done + WARM_AFTER;
      }
      if (run.done >= nextSize) {
        sizes.push(await sizeOf(run.panelPage));
        nextSize = run.done + 200;
        progress(`${run.summary()}; ${count.advice} times advice`);
      }
      assert.deepEqual(run.faults, [], run.context());
      assert.deepEqual(requests, [], run.context());
    }
    const [first, last] = [sizes[0], sizes.at(-1)];
    if (first && last && sizes.length > 1) {
      assert.ok(last.heapBytes <= first.heapBytes * HEAP_GROWTH, `heap ${first.heapBytes} -> ${last.heapBytes}`);
      assert.ok(last.listeners <= first.listeners * HEAP_GROWTH, `listeners ${first.listeners} -> ${last.listeners}`);
    }
    return {
      'openings of charts': run.done,
      patients: MOST_PATIENTS,
      'comparisons at rest': run.rests,
      'samples of the panel': run.samples,
      'a former value at most (ms)': run.longest,
      'wrong values, errors, requests': 0,
      'advice equal to the rules on the true order': count.advice,
      'edits read': count.edits,
      'background ended': count.workers,
      'other tab shown': count.tabs,
      'left alone until it was cleared': count.idle,
      'screen locked': count.locked,
      'tab discarded': count.discarded,
      'browser restarted with a newer version': count.restarts,
      'panel heap, start and end (MB)': sizes.length > 1 ? `${mb(first)} ${mb(last)}` : 'too short a run',
      'panel listeners, start and end': sizes.length > 1 ? `${first?.listeners} ${last?.listeners}` : 'too short a run',
      seconds: Math.round((Date.now() - startedAt) / 1000),
    };
  } finally {
    await run.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const mb = (size: Size | undefined) => ((size?.heapBytes ?? 0) / 1e6).toFixed(1);

/** The build as another version. */
function builtAs(folder: string, version: string): string {
  cpSync(BUILT, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), version }));
  return folder;
}

/** Notes every request that is not the EHR's own or a file of the extension. */
function listen(run: SwitchingRun, requests: string[]): void {
  for (const page of [run.page, run.panelPage])
    page.on('request', (request) => {
      const url = request.url();
      if (!/^(?:http:\/\/127\.0\.0\.1:|chrome-extension:|data:|blob:)/.test(url)) requests.push(url);
      if (page === run.panelPage && url.startsWith('http')) requests.push(url);
    });
}

/** Grades at random; every dose card of the rules on the true order has to stand in the panel word for word. */
async function adviceIsThatOfTheRules(run: SwitchingRun): Promise<number> {
  const sensoryGrade = Math.floor(run.random() * 5) as 0 | 1 | 2 | 3 | 4;
  const pain = run.random() < 0.5;
  await run.answer(String(sensoryGrade), pain ? 'yes' : 'no');
  const { outcomes } = evaluate({
    order: {
      drug: 'bortezomib',
      dosePerBsa: dosePerBsaOf(run.shownNow),
      doseMg: Number(onlyOf(run.shownNow).mg),
      route: 'SC',
      days: [1, 8, 15, 22],
      cycleLengthDays: 28,
      status: 'active',
    },
    assessment: { sensoryGrade, pain },
  });
  const cards = outcomes.flatMap((outcome) =>
    outcome.kind === 'card' && outcome.rule.startsWith('dose-modification/') ? [plain(outcome.summary)] : [],
  );
  const missing = async () => {
    await run.panel.unfold('Advice');
    const text = plain(String(await run.panel.run('return document.body.textContent;')));
    return cards.filter((summary) => !text.includes(summary));
  };
  for (let tries = 0; tries < 20 && (await missing()).length > 0; tries += 1) await sleep(50);
  assert.deepEqual(await missing(), [], `grade ${sensoryGrade}, pain ${pain}; ${run.context()}`);
  return 1;
}

/** Changes the dose on the page as a framework would; the panel has to read the new one and drop the old. */
async function editIsRead(run: SwitchingRun): Promise<number> {
  const edited = await run.page.evaluate((mg) => {
    const cell = document.querySelector('#orders .mg');
    if (!cell?.firstChild) return false;
    cell.firstChild.nodeValue = `${mg} mg`;
    return true;
  }, EDITED_MG);
  if (!edited) return 0;
  await run.panel.waitForText(new RegExp(EDITED_MG.replace('.', '\\.')), EDIT_READ_WITHIN);
  assert.ok(!(await run.panel.text()).includes(`${onlyOf(run.shownNow).mg} mg`), `the former dose; ${run.context()}`);
  return 1;
}

/** The browser may end the background at any moment; nothing of a session may be in it. */
async function endTheWorker(run: SwitchingRun): Promise<number> {
  const target = run.chromium.browser
    .targets()
    .find((one) => one.type() === 'service_worker' && one.url().startsWith('chrome-extension://'));
  const worker = await target?.worker();
  await worker?.close();
  return worker ? 1 : 0;
}

/** Another tab is shown for a moment: nothing of the first may stand beside it, and it is read again afterwards. */
async function anotherTab(run: SwitchingRun): Promise<number> {
  const other = await run.chromium.browser.newPage();
  await other.bringToFront();
  await run.panel.waitForState(['no-access']);
  const text = await run.panel.text();
  assert.ok(!text.includes(onlyOf(run.shownNow).name), `the first tab's patient beside another tab; ${run.context()}`);
  await run.page.bringToFront();
  await run.panel.waitForState(['ready', 'partly-read', 'no-order']);
  await other.close();
  return 1;
}

/** Body for the panel: the browser's own event, which no automation can bring about, given to its listeners. */
const LOCKED = `chrome.idle.onStateChanged.dispatch('locked');`;

/** Nobody is there: everything is cleared, and stays so until somebody asks for it again. */
async function cleared(run: SwitchingRun, leave: () => Promise<unknown>): Promise<number> {
  await run.openWhole(run.rests);
  await run.answer('2', 'yes');
  await leave();
  await run.panel.waitForState(['paused'], 2000);
  const text = await run.panel.text();
  for (const value of [onlyOf(run.shownNow).name, `${onlyOf(run.shownNow).mg} mg`])
    assert.ok(!text.includes(value), `${value} on a panel that was cleared; ${run.context()}`);
  await run.panel.readAgain();
  await run.panel.waitForState(['ready', 'partly-read']);
  const answered = await run.panel.run(`return document.querySelectorAll('input[name="grade"]:checked').length;`);
  assert.equal(answered, 0, `answers of before; ${run.context()}`);
  await run.asShown();
  return 1;
}

/** The browser gives up the tab while another is shown; the click that let it be read is gone with its document. */
async function discardedTab(run: SwitchingRun): Promise<number> {
  await run.openWhole(run.rests);
  const address = run.page.url();
  const other = await run.chromium.browser.newPage();
  await other.bringToFront();
  await run.panel.waitForState(['no-access']);
  // the tab has another id afterwards
  await run.panel.run(
    `const [tab] = (await chrome.tabs.query({ currentWindow: true })).filter(({ active }) => !active);
     const { id } = await chrome.tabs.discard(tab.id);
     await chrome.tabs.update(id, { active: true });`,
  );
  const loaded = await run.chromium.browser.waitForTarget((target) => target.url() === address);
  const page = (await loaded.page()) as Page;
  await page.waitForFunction(`document.readyState === 'complete'`);
  await run.chromium.clickToolbarButton(page);
  await run.panel.waitForState(['ready', 'partly-read']);
  await other.close();
  await run.usePage(page);
  await run.asShown();
  return 1;
}

async function sizeOf(page: Page): Promise<Size> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { heapBytes: of('JSHeapUsedSize'), listeners: of('JSEventListeners'), nodes: of('Nodes') };
}

const plain = (text: string) => text.replaceAll('\u00A0', ' ').replace(/\s+/g, ' ');
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
