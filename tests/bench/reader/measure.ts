/**
 * Measures the reader in a real isolated world of real Chromium. Times are the thread's own processor time, so that
 * whatever else the machine does does not count; what is compared runs in the same page, turn by turn.
 */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findChromium } from '../../../scripts/find-browsers.mjs';
import { median } from '../interleaved.ts';
import { type Kind, pageOf } from './pages.ts';
import { bundle, World } from './world.ts';

const CHANGES = 15;
const ROUNDS = 15;
/** a library that takes this many times the bare pass is measured in fewer rounds */
const SLOW = 20;

export const PEERS = {
  mark: 'mark.js, marks a word and unmarks it',
  readability: '@mozilla/readability, on a copy',
  defuddle: 'defuddle',
  axe: "axe-core, its rule 'label'",
} as const;
export type PeerName = keyof typeof PEERS;

export interface Ratio {
  medianMs: number;
  /** median over the rounds of its time to the bare pass in the same round */
  timesThePass: number;
  range: [number, number];
}

export interface PageResult {
  elements: number;
  kind: Kind;
  passMs: number;
  reader: Ratio;
  peers: Record<PeerName, Ratio | { failed: string }>;
}

export interface ChangeResult {
  elements: number;
  /** until the panel would be told to clear, by the clock, and what reading again takes, in ms */
  noticeMs: number;
  rereadMs: number;
}

async function ratioTo(world: World, expression: string, pass: number[]): Promise<Ratio> {
  const times: number[] = [];
  const ratios: number[] = [];
  let rounds = ROUNDS;
  for (let round = 0; round < rounds; round += 1) {
    // turn by turn, each first every other time
    const first = round % 2 === 0 ? 'bench.barePass()' : expression;
    const second = round % 2 === 0 ? expression : 'bench.barePass()';
    const [a, b] = [await world.cost(first), await world.cost(second)];
    const [bare, own] = round % 2 === 0 ? [a, b] : [b, a];
    pass.push(bare);
    times.push(own);
    ratios.push(own / bare);
    if (own > SLOW * bare) rounds = 5;
  }
  return { medianMs: median(times), timesThePass: median(ratios), range: [Math.min(...ratios), Math.max(...ratios)] };
}

/** The reader and the libraries on one page, each to the bare pass. */
async function measurePage(browser: Browser, elements: number, kind: Kind, scripts: string[]): Promise<PageResult> {
  const world = await World.open(browser, pageOf(elements, kind), scripts);
  const orders = await world.run('bench.readWhole()');
  if (orders !== (kind === 'one order' ? 1 : 0)) throw new Error(`${orders} orders were read from a page ${kind}`);
  const pass: number[] = [];
  for (let warm = 0; warm < 3; warm += 1) await world.run('bench.barePass(); bench.readWhole()');
  const reader = await ratioTo(world, 'bench.readWhole()', pass);
  const peers = {} as PageResult['peers'];
  for (const name of Object.keys(PEERS) as PeerName[]) {
    try {
      peers[name] = await ratioTo(world, `peers.${name}()`, []);
    } catch (error) {
      peers[name] = { failed: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
    }
  }
  await world.page.close();
  return { elements, kind, passMs: median(pass), reader, peers };
}

/** Reading again after one change of the order, on a page of a size. */
export async function measureChange(browser: Browser, elements: number, script: string): Promise<ChangeResult> {
  const world = await World.open(browser, pageOf(elements, 'one order'), [script]);
  await world.run('bench.startWatching()');
  const drawn = 'new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)))';
  const noticed: number[] = [];
  const reread: number[] = [];
  const nothing: number[] = [];
  for (let change = 0; change < CHANGES + 3; change += 1) {
    const value = 1 + (change % 9) / 10;
    await world.run(drawn);
    const notice = Number(await world.run(`bench.changeDose(${value})`));
    await world.run(drawn);
    nothing.push(await world.cost('0'));
    const read = await world.cost('globalThis.said = bench.again()');
    if ((await world.run('said')) !== value) throw new Error('the change was not read');
    if (change >= 3) {
      noticed.push(notice);
      reread.push(read);
    }
  }
  await world.page.close();
  const asking = median(nothing);
  return { elements, noticeMs: median(noticed), rereadMs: median(reread) - asking };
}

interface TraceEvent {
  name: string;
  ph: string;
  tid: number;
  pid: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/** The reader as it stands in a page, from the panel's request to the message: its longest task, and what it keeps. */
async function measureTasks(browser: Browser, elements: number, script: string) {
  const world = await World.open(browser, pageOf(elements, 'one order'), [script]);
  const before = await world.heapBytes();
  const file = path.join(tmpdir(), `trace-${process.pid}.json`);
  await world.page.tracing.start({
    path: file,
    categories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'],
  });
  const orders = await world.run('bench.serve()');
  await world.page.tracing.stop();
  if (orders !== 1) throw new Error(`${orders} orders were read`);
  const heldBytes = (await world.heapBytes()) - before;
  await world.page.close();
  const { traceEvents } = JSON.parse(readFileSync(file, 'utf8')) as { traceEvents: TraceEvent[] };
  const threads = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const isMain = (event: TraceEvent) => threads.some(({ pid, tid }) => event.pid === pid && event.tid === tid);
  const tasks = traceEvents.filter((event) => /RunTask/.test(event.name) && event.ph === 'X' && isMain(event));
  const longest = (key: 'dur' | 'tdur') => Math.max(...tasks.map((task) => task[key] ?? 0)) / 1000;
  return { elements, tasks: tasks.length, longestMs: longest('tdur'), longestWallMs: longest('dur'), heldBytes };
}

/** Everything that the benchmark says about the reader. */
export async function measureReader(progress: (line: string) => void) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium found; set CHROMIUM to the path of one');
  progress('bundling the reader and its peers');
  const own = await bundle('in-page.ts');
  const peers = await bundle('peers-in-page.mjs');
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const pages: PageResult[] = [];
    for (const [elements, kind] of [
      [2000, 'without the drug'],
      [2000, 'one order'],
      [54_000, 'without the drug'],
      [54_000, 'one order'],
    ] as const) {
      progress(`a page of ${elements.toLocaleString('en')} elements, ${kind}`);
      pages.push(await measurePage(browser, elements, kind, [own, peers]));
    }
    const changes: ChangeResult[] = [];
    for (const elements of [2000, 54_000, 200_000]) {
      progress(`one change among ${elements.toLocaleString('en')} elements`);
      changes.push(await measureChange(browser, elements, own));
    }
    progress('the longest task among 200,000 elements');
    const tasks = await measureTasks(browser, 200_000, own);
    return { chromium: await browser.version(), pages, changes, tasks };
  } finally {
    await browser.close();
  }
}
