/** What the benchmark says about the reader: its targets, whether they are met, and a page to read. */
import { type measureReader, PEERS, type PeerName, type Ratio } from './measure.ts';

const TARGETS = {
  /** times the bare pass, at 54,000 elements */
  'without the drug': 1.5,
  'one order': 5,
  /** what reading again after a change costs on the largest page, to what it costs on the smallest */
  rereadGrowth: 2,
  longestTaskMs: 50,
};
const LARGE = 54_000;

type Measured = Awaited<ReturnType<typeof measureReader>>;

/** The measurements with what they have to reach. */
export function judged(measured: Measured) {
  const { pages, changes, tasks } = measured;
  const rereads = changes.map(({ rereadMs }) => rereadMs);
  const growth = Math.max(...rereads) / Math.min(...rereads);
  return {
    ...measured,
    pages: pages.map((page) => {
      const target = page.elements === LARGE ? TARGETS[page.kind] : null;
      return { ...page, target, met: target === null || page.reader.timesThePass <= target };
    }),
    rereadGrowth: { times: growth, target: TARGETS.rereadGrowth, met: growth <= TARGETS.rereadGrowth },
    tasks: { ...tasks, target: TARGETS.longestTaskMs, met: tasks.longestMs <= TARGETS.longestTaskMs },
  };
}

export type Judged = ReturnType<typeof judged>;

/** Whether every target is met. */
export const allMet = ({ pages, rereadGrowth, tasks }: Judged): boolean =>
  pages.every(({ met }) => met) && rereadGrowth.met && tasks.met;

const met = (yes: boolean) => (yes ? 'met' : 'MISSED');
const count = (elements: number) => elements.toLocaleString('en');
const line = (name: string, { medianMs, timesThePass, range: [least, most] }: Ratio, after = '') =>
  `    ${name.padEnd(42)}${medianMs.toFixed(1).padStart(9)} ms  ${timesThePass.toFixed(1).padStart(6)} times the pass (${least.toFixed(1)} to ${most.toFixed(1)})${after}`;

/** The same to read. */
export function readable({ chromium, pages, changes, rereadGrowth, tasks }: Judged): string {
  return [
    `Reading a page: ${chromium}, an isolated world, processor time of its thread, medians of paired rounds`,
    ...pages.flatMap(({ elements, kind, passMs, reader, peers, target, met: reached }) => [
      `  ${count(elements)} elements, ${kind}; one bare pass over its text ${passMs.toFixed(1)} ms`,
      line('the reader, from nothing to the reading', reader, target ? `; target ${target}: ${met(reached)}` : ''),
      ...(Object.keys(PEERS) as PeerName[]).map((name) => {
        const peer = peers[name];
        return 'failed' in peer ? `    ${PEERS[name].padEnd(42)} failed: ${peer.failed}` : line(PEERS[name], peer);
      }),
    ]),
    '  after one change of the order',
    ...changes.map(
      ({ elements, noticeMs, rereadMs }) =>
        `    ${`${count(elements)} elements`.padEnd(42)}${rereadMs.toFixed(1).padStart(9)} ms to read again; noticed after ${noticeMs.toFixed(1)} ms`,
    ),
    `    the dearest ${rereadGrowth.times.toFixed(1)} times the cheapest; target ${rereadGrowth.target}: ${met(rereadGrowth.met)}`,
    `  ${count(tasks.elements)} elements with one order: longest of ${tasks.tasks} tasks ${tasks.longestMs.toFixed(1)} ms (${tasks.longestWallMs.toFixed(1)} ms by the clock); target ${tasks.target} ms: ${met(tasks.met)}`,
    `  kept in memory afterwards: ${(tasks.heldBytes / 2 ** 20).toFixed(1)} MB`,
  ].join('\n');
}
