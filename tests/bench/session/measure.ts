/**
 * What the extension costs the EHR's own page over a working session: the same clicks in a browser with the panel open
 * and in one without the extension, in pairs that follow each other, each first every other time. Processor time of the
 * page's main thread. The browser tells of every task in it; of what the tasks are made of it tells in one further session,
 * because telling costs more than what is measured: every task and piece of a task there that is the extension's own.
 */
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import { Chromium, launchBrowser } from '../../../scripts/drive/chromium.ts';
import { panelIn } from '../../../scripts/drive/panel.ts';
import { median } from '../interleaved.ts';
import { EHRS, type Ehr } from './clicks.ts';
import { DETAILED, isTask, MARK, type OwnWork, ofPage, ownWork, TASKS, type TraceEvent } from './trace.ts';

const BUILT = path.resolve(import.meta.dirname, '../../../.output/chrome-mv3');
/** One click every so many ms. */
const PACE_MS = 2000;
/** A task from this on is one that a user may notice. */
const LONG_MS = 50;

export interface SessionOptions {
  /** seconds of one session */
  seconds: number;
  pairs: number;
  progress(line: string): void;
}

export interface Session {
  /** ms of the main thread */
  taskMs: number;
  scriptMs: number;
  longTasks: number;
  longestMs: number;
  heapBytes: number;
}

export interface SessionResult {
  ehr: string;
  pairs: number;
  seconds: number;
  clicks: number;
  without: Session;
  with: Session;
  /** median over the pairs of with to without */
  ratios: Record<'taskMs' | 'scriptMs' | 'longestMs' | 'heapBytes', Spread>;
  /** ms of the main thread that come on top of it with the extension, over the pairs */
  addedMs: Spread;
  /** of the extension alone in one further session, traced in detail */
  own: OwnWork;
}

export interface Spread {
  median: number;
  range: [number, number];
}

/** Runs the sessions in every EHR. Rejects when the panel did not read in the end what it was beside. */
export async function measureSessions(options: SessionOptions): Promise<SessionResult[]> {
  const results: SessionResult[] = [];
  for (const ehr of EHRS) results.push(await measureEhr(ehr, options));
  return results;
}

async function measureEhr(ehr: Ehr, { seconds, pairs, progress }: SessionOptions): Promise<SessionResult> {
  const clicks = Math.floor((seconds * 1000) / PACE_MS);
  const { url, server } = await ehr.serve();
  const withIt: Session[] = [];
  const without: Session[] = [];
  let own: OwnWork;
  try {
    const width = await pageWidthBesidePanel(ehr, url);
    for (let pair = 0; pair < pairs; pair += 1) {
      progress(`${ehr.name}: ${seconds} s with and without, pair ${pair + 1} of ${pairs}`);
      for (const turn of pair % 2 === 0 ? ['with', 'without'] : ['without', 'with'])
        if (turn === 'with') withIt.push((await sessionBesidePanel(ehr, url, clicks)).session);
        else without.push((await sessionAlone(ehr, url, clicks, width)).session);
    }
    progress(`${ehr.name}: ${seconds} s traced in detail`);
    own = ownWork((await sessionBesidePanel(ehr, url, clicks, DETAILED)).events);
    if (own.pieces === 0) throw new Error(`${ehr.name}: no work of the extension is in the trace`);
  } finally {
    server.close();
  }
  const overPairs = (compare: (beside: Session, alone: Session) => number): Spread => {
    const all = withIt.map((session, pair) => compare(session, without[pair] as Session));
    return { median: median(all), range: [Math.min(...all), Math.max(...all)] };
  };
  const ratio = (key: keyof SessionResult['ratios']) => overPairs((beside, alone) => beside[key] / alone[key]);
  return {
    ehr: ehr.name,
    pairs,
    seconds,
    clicks,
    without: medianSession(without),
    with: medianSession(withIt),
    ratios: {
      taskMs: ratio('taskMs'),
      scriptMs: ratio('scriptMs'),
      longestMs: ratio('longestMs'),
      heapBytes: ratio('heapBytes'),
    },
    addedMs: overPairs((beside, alone) => beside.taskMs - alone.taskMs),
    own,
  };
}

function medianSession(sessions: readonly Session[]): Session {
  const of = (value: (session: Session) => number) => median(sessions.map(value));
  return {
    taskMs: of(({ taskMs }) => taskMs),
    scriptMs: of(({ scriptMs }) => scriptMs),
    longTasks: of(({ longTasks }) => longTasks),
    longestMs: of(({ longestMs }) => longestMs),
    heapBytes: of(({ heapBytes }) => heapBytes),
  };
}

/** The panel takes a part of the window, so the page alone gets a window that leaves it as much as beside the panel. */
async function pageWidthBesidePanel(ehr: Ehr, url: string): Promise<number> {
  const chromium = await Chromium.launch({ extensionDir: BUILT, headless: true });
  try {
    const page = await started(await chromium.firstPage(), ehr, url);
    await chromium.openPanel(page);
    await sleep(500);
    return Number(await page.evaluate('innerWidth'));
  } finally {
    await chromium.close();
  }
}

async function started(page: Page, ehr: Ehr, url: string): Promise<Page> {
  await page.goto(`${url}${ehr.start}`);
  await page.evaluate(`(async () => { ${ehr.untilStarted} })()`);
  return page;
}

/** A session and what the browser traced of the page's main thread. */
interface Recorded {
  session: Session;
  events: TraceEvent[];
}

async function sessionBesidePanel(ehr: Ehr, url: string, clicks: number, traced = TASKS): Promise<Recorded> {
  const chromium = await Chromium.launch({ extensionDir: BUILT, headless: true });
  try {
    const page = await started(await chromium.firstPage(), ehr, url);
    const panel = panelIn(await chromium.openPanel(page));
    await panel.waitForState(['ready', 'partly-read'], 30_000);
    const recorded = await clickThrough(page, ehr, clicks, traced);
    await panel.waitForState(['ready', 'partly-read', 'choose-order', 'no-order'], 10_000);
    return recorded;
  } finally {
    await chromium.close();
  }
}

async function sessionAlone(ehr: Ehr, url: string, clicks: number, width: number): Promise<Recorded> {
  const browser = await launchBrowser({ headless: true });
  try {
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    const session = await page.createCDPSession();
    const { windowId, bounds } = await session.send('Browser.getWindowForTarget');
    const narrower = Number(await page.evaluate('innerWidth')) - width;
    await session.send('Browser.setWindowBounds', {
      windowId,
      bounds: { width: (bounds.width ?? 1280) - narrower },
    });
    await started(page, ehr, url);
    const own = Number(await page.evaluate('innerWidth'));
    if (own !== width) throw new Error(`the page alone is ${own} px wide, beside the panel ${width}`);
    return await clickThrough(page, ehr, clicks, TASKS);
  } finally {
    await browser.close();
  }
}

async function clickThrough(page: Page, ehr: Ehr, clicks: number, categories: string[]): Promise<Recorded> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const file = path.join(tmpdir(), `session-${process.pid}.json`);
  await page.tracing.start({ path: file, categories });
  // says in the trace which thread is the page's
  await page.evaluate(`performance.mark('${MARK}')`);
  const before = await metricsOf(session);
  const from = performance.now();
  for (let click = 0; click < clicks; click += 1) {
    await page.evaluate(`(async () => { ${ehr.clicks[click % ehr.clicks.length]} })()`);
    await sleep(Math.max(0, from + (click + 1) * PACE_MS - performance.now()));
  }
  const after = await metricsOf(session);
  await page.tracing.stop();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const events = ofPage((JSON.parse(readFileSync(file, 'utf8')) as { traceEvents: TraceEvent[] }).traceEvents);
  rmSync(file);
  const tasks = events.filter(isTask).map(({ tdur = 0 }) => tdur / 1000);
  return {
    session: {
      taskMs: after.TaskDuration - before.TaskDuration,
      scriptMs: after.ScriptDuration - before.ScriptDuration,
      heapBytes: usedSize,
      longTasks: tasks.filter((ms) => ms > LONG_MS).length,
      longestMs: Math.max(0, ...tasks),
    },
    events,
  };
}

async function metricsOf(session: CDPSession) {
  const { metrics } = await session.send('Performance.getMetrics');
  const ms = (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN);
  return { TaskDuration: ms('TaskDuration'), ScriptDuration: ms('ScriptDuration') };
}
