/**
 * What the extension costs the EHR's own page over a working session: the same clicks in a browser with the panel open
 * and in one without the extension, in pairs that follow each other, each first every other time. Processor time of the
 * page's main thread. Beside that, from the trace of the browser, every piece of work in that thread that is a function of
 * the extension: so small a share is not lost between two runs that differ by more than it.
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
  /** of the extension's own script; 0 without it */
  own: { totalMs: number; longestMs: number; pieces: number };
}

export interface SessionResult {
  ehr: string;
  pairs: number;
  seconds: number;
  clicks: number;
  without: Omit<Session, 'own'>;
  with: Session;
  /** median over the pairs of with to without */
  ratios: Record<'taskMs' | 'scriptMs' | 'longestMs' | 'heapBytes', { median: number; range: [number, number] }>;
  /** the extension's own work as a share of the main thread's work without it, median over the pairs */
  ownShare: number;
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
  try {
    const width = await pageWidthBesidePanel(ehr, url);
    for (let pair = 0; pair < pairs; pair += 1) {
      progress(`${ehr.name}: ${seconds} s with and without, pair ${pair + 1} of ${pairs}`);
      for (const turn of pair % 2 === 0 ? ['with', 'without'] : ['without', 'with'])
        if (turn === 'with') withIt.push(await sessionBesidePanel(ehr, url, clicks));
        else without.push(await sessionAlone(ehr, url, clicks, width));
    }
  } finally {
    server.close();
  }
  const ratio = (key: keyof SessionResult['ratios']) => {
    const all = withIt.map((session, pair) => session[key] / (without[pair] as Session)[key]);
    return { median: median(all), range: [Math.min(...all), Math.max(...all)] as [number, number] };
  };
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
    ownShare: median(withIt.map(({ own }, pair) => own.totalMs / (without[pair] as Session).taskMs)),
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
    own: {
      totalMs: of(({ own }) => own.totalMs),
      // the worst, not the middle one
      longestMs: Math.max(...sessions.map(({ own }) => own.longestMs)),
      pieces: of(({ own }) => own.pieces),
    },
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

async function sessionBesidePanel(ehr: Ehr, url: string, clicks: number): Promise<Session> {
  const chromium = await Chromium.launch({ extensionDir: BUILT, headless: true });
  try {
    const page = await started(await chromium.firstPage(), ehr, url);
    const panel = panelIn(await chromium.openPanel(page));
    await panel.waitForState(['ready', 'partly-read'], 30_000);
    const session = await clickThrough(page, ehr, clicks);
    await panel.waitForState(['ready', 'partly-read', 'choose-order', 'no-order'], 10_000);
    if (session.own.pieces === 0) throw new Error(`${ehr.name}: no work of the extension is in the trace`);
    return session;
  } finally {
    await chromium.close();
  }
}

async function sessionAlone(ehr: Ehr, url: string, clicks: number, width: number): Promise<Session> {
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
    return await clickThrough(page, ehr, clicks);
  } finally {
    await browser.close();
  }
}

async function clickThrough(page: Page, ehr: Ehr, clicks: number): Promise<Session> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const file = path.join(tmpdir(), `session-${process.pid}.json`);
  await page.tracing.start({ path: file, categories: ['toplevel', 'devtools.timeline', 'v8.execute', '__metadata'] });
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
  const traced = fromTrace(file);
  rmSync(file);
  return {
    taskMs: after.TaskDuration - before.TaskDuration,
    scriptMs: after.ScriptDuration - before.ScriptDuration,
    heapBytes: usedSize,
    ...traced,
  };
}

async function metricsOf(session: CDPSession) {
  const { metrics } = await session.send('Performance.getMetrics');
  const ms = (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN);
  return { TaskDuration: ms('TaskDuration'), ScriptDuration: ms('ScriptDuration') };
}

interface TraceEvent {
  name: string;
  ph: string;
  tid: number;
  pid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string; data?: { url?: string } };
}

/** What the trace says of the page's main thread: long tasks, and every outermost piece of work of the extension. */
function fromTrace(file: string): Pick<Session, 'longTasks' | 'longestMs' | 'own'> {
  const { traceEvents } = JSON.parse(readFileSync(file, 'utf8')) as { traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const renderers = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
  );
  const inRenderer = traceEvents.filter((event) => event.ph === 'X' && renderers.has(threadOf(event)));
  // The page's process is the one in which pages' scripts run; the panel's has scripts of the extension alone.
  const isOurs = ({ args }: TraceEvent) => args?.data?.url?.startsWith('chrome-extension://') === true;
  const work = new Map<string, number>();
  for (const event of inRenderer)
    if (event.name === 'FunctionCall' && !isOurs(event))
      work.set(threadOf(event), (work.get(threadOf(event)) ?? 0) + (event.tdur ?? 0));
  const [pageThread] = [...work].sort(([, a], [, b]) => b - a)[0] ?? [''];
  const ofPage = inRenderer.filter((event) => threadOf(event) === pageThread);
  const tasks = ofPage.filter(({ name }) => /RunTask$/.test(name)).map(({ tdur = 0 }) => tdur / 1000);
  const pieces = outermost(ofPage.filter(isOurs)).map(({ tdur = 0 }) => tdur / 1000);
  return {
    longTasks: tasks.filter((ms) => ms > LONG_MS).length,
    longestMs: Math.max(0, ...tasks),
    own: { totalMs: pieces.reduce((sum, ms) => sum + ms, 0), longestMs: Math.max(0, ...pieces), pieces: pieces.length },
  };
}

/** The events that lie in no other one of them. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  const ordered = [...events].sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  let end = -1;
  return ordered.filter(({ ts, dur = 0 }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}
