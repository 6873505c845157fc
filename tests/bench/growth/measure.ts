/** How the costs grow with the page, the orders, the medications and the open tabs. */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { evaluate, parseContext } from '../../../rules/index.ts';
import { Chromium, SANDBOX_ARGS } from '../../../scripts/drive/chromium.ts';
import { type Panel, panelIn } from '../../../scripts/drive/panel.ts';
import { findChromium } from '../../../scripts/find-browsers.mjs';
import { median } from '../interleaved.ts';
import { measureChange } from '../reader/measure.ts';
import { pageOf } from '../reader/pages.ts';
import { bundle, World } from '../reader/world.ts';
import { type Growth, growthOf, type Point } from './fit.mjs';
import { chartOf, medicationNames } from './pages.ts';

const BUILT = path.resolve(import.meta.dirname, '../../../.output/chrome-mv3');
const ROUNDS = 7;
/** No worse than this exponent counts as linear, and as constant: what a measurement may be off by is in it. */
const MOST = { linear: 1.1, constant: 0.15 };

export interface GrowthCurve extends Growth {
  /** name of its picture */
  id: string;
  title: string;
  x: string;
  y: string;
  points: Point[];
  expected: keyof typeof MOST;
  most: number;
  met: boolean;
}

/** Measures all curves. */
export async function measureGrowth(progress: (line: string) => void): Promise<GrowthCurve[]> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium found; set CHROMIUM to the path of one');
  const script = await bundle('in-page.ts');
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const curves: GrowthCurve[] = [];
  const grow = async (
    what: Omit<GrowthCurve, 'points' | 'met' | 'most' | keyof Growth>,
    sizes: number[],
    cost: (size: number) => Promise<number>,
  ) => {
    const points: Point[] = [];
    for (const size of sizes) {
      progress(`${what.title}: ${size.toLocaleString('en')}`);
      points.push({ size, cost: await cost(size) });
    }
    curves.push(judged({ ...what, points }));
  };
  const pages = [2000, 5000, 10_000, 25_000, 54_000, 100_000, 200_000];
  try {
    await grow(
      {
        id: 'page',
        title: 'Reading a page with one order',
        x: 'elements of the page',
        y: 'ms of the processor',
        expected: 'linear',
      },
      pages,
      (size) => readingCost(browser, pageOf(size, 'one order'), script),
    );
    await grow(
      {
        id: 'change',
        title: 'Reading again after one change',
        x: 'elements of the page',
        y: 'ms of the processor',
        expected: 'constant',
      },
      pages,
      async (size) => (await measureChange(browser, size, script)).rereadMs,
    );
    await grow(
      {
        id: 'orders',
        title: 'Reading a page with many orders',
        x: 'bortezomib orders on the page',
        y: 'ms of the processor',
        expected: 'linear',
      },
      [1, 2, 5, 10, 20, 50, 100],
      (size) => readingCost(browser, chartOf(size, 5), script),
    );
    await grow(
      {
        id: 'medications',
        title: 'Reading a page with many medications',
        x: 'medications on the page',
        y: 'ms of the processor',
        expected: 'linear',
      },
      [5, 10, 25, 50, 100, 200, 400],
      (size) => readingCost(browser, chartOf(1, size), script),
    );
  } finally {
    await browser.close();
  }
  await grow(
    {
      id: 'evaluate',
      title: 'Evaluating with many medications',
      x: 'medications in the context',
      y: 'µs',
      expected: 'linear',
    },
    [5, 10, 25, 50, 100, 200, 300],
    evaluationCost,
  );
  curves.push(...(await tabs([1, 2, 5, 10, 20, 35, 50], progress)));
  return curves;
}

function judged(curve: Omit<GrowthCurve, 'met' | 'most' | keyof Growth>): GrowthCurve {
  const growth = growthOf(curve.points);
  const most = MOST[curve.expected];
  return { ...curve, ...growth, most, met: growth.exponent <= most };
}

async function readingCost(browser: Browser, html: string, script: string): Promise<number> {
  const world = await World.open(browser, html, [script]);
  for (let warm = 0; warm < 3; warm += 1) await world.run('bench.readWhole()');
  const costs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) costs.push(await world.cost('bench.readWhole()'));
  await world.page.close();
  return median(costs);
}

/** µs of one evaluation with so many medications. */
async function evaluationCost(medications: number): Promise<number> {
  const parsed = parseContext({
    order: { drug: 'bortezomib', dosePerBsa: 1.3, doseMg: 2.37, route: 'SC', days: [1, 4, 8, 11], cycleLengthDays: 21 },
    assessment: { sensoryGrade: 2, pain: true },
    patient: { bsaM2: 1.82, medications: medicationNames(medications) },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const times: number[] = [];
  for (let round = 0; round < 600; round += 1) {
    const from = performance.now();
    evaluate(parsed.value);
    times.push((performance.now() - from) * 1000);
  }
  return median(times.slice(200));
}

/** With more and more charts open, each read once: how soon the panel shows the one that is gone to, and what it keeps. */
async function tabs(counts: readonly number[], progress: (line: string) => void): Promise<GrowthCurve[]> {
  const server = http.createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(chartOf(1, 20)),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const chromium = await Chromium.launch({ extensionDir: BUILT, headless: true, args: [...SANDBOX_ARGS] });
  const shown: Point[] = [];
  const held: Point[] = [];
  try {
    const open = [await chromium.firstPage()];
    await open[0]?.goto(url);
    const panelPage = await chromium.openPanel(open[0] as (typeof open)[number]);
    const panel = panelIn(panelPage);
    await panel.waitForState(['ready', 'partly-read']);
    for (const count of counts) {
      progress(`open tabs: ${count}`);
      while (open.length < count) {
        const page = await chromium.browser.newPage();
        await page.goto(url);
        await clickUntilRead(chromium, page, panel);
        open.push(page);
      }
      const other = await chromium.browser.newPage();
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        await other.bringToFront();
        await panel.waitForState(['no-access']);
        const page = open[(round * 7) % open.length] as (typeof open)[number];
        await panel.run(WHEN_READY);
        const from = Date.now();
        await page.bringToFront();
        await panel.waitForState(['ready', 'partly-read']);
        times.push(Number(await panel.run('return window.readyAt;')) - from);
      }
      await other.close();
      shown.push({ size: count, cost: median(times) });
      const session = await panelPage.createCDPSession();
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      await session.detach();
      held.push({ size: count, cost: usedSize / 2 ** 20 });
    }
  } finally {
    await chromium.close();
    server.close();
  }
  const curve = { x: 'open tabs that were read', expected: 'linear' } as const;
  return [
    judged({ ...curve, id: 'tabs', title: 'Going to a tab until it is read', y: 'ms by the clock', points: shown }),
    judged({ ...curve, id: 'tabs-memory', title: 'What the panel holds in memory', y: 'MB', points: held }),
  ];
}

/** The driver's click may come before the tab's new document counts as the one that was clicked on. */
async function clickUntilRead(chromium: Chromium, page: Page, panel: Panel): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await chromium.clickToolbarButton(page);
    try {
      await panel.waitForState(['ready', 'partly-read'], 3000);
      return;
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
}

/** Body for the panel: notes when it is next filled. */
const WHEN_READY = `
  window.readyAt = undefined;
  const observer = new MutationObserver(() => {
    if (!/^(?:ready|partly-read)$/.test(document.body.dataset.state)) return;
    window.readyAt = Date.now();
    observer.disconnect();
  });
  observer.observe(document.body, { attributes: true, attributeFilter: ['data-state'] });`;

/** The same to read. */
export function readableGrowth(curves: readonly GrowthCurve[]): string {
  const number = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
  return [
    'How costs grow: the exponent of size in the law that fits the larger half of the sizes (0: constant, 1: linear)',
    ...curves.map(({ title, x, y, points, exponent, rSquared, most, met }) => {
      const [first, last] = [points[0] as Point, points.at(-1) as Point];
      return `  ${title.padEnd(42)}${exponent.toFixed(2).padStart(6)}  (R² ${rSquared.toFixed(2)}); ${number(first.cost)} ${y} at ${first.size}, ${number(last.cost)} at ${last.size.toLocaleString('en')} ${x}; at most ${most}: ${met ? 'met' : 'MISSED'}`;
    }),
  ].join('\n');
}
