/** What the working sessions say: their targets, whether they are met, and a page to read. */
import type { SessionResult } from './measure.ts';

const TARGETS = {
  /** of the session's time, what the extension may add to the main thread's work */
  shareOfSession: 0.01,
  /** ms, the longest piece of work of the extension */
  longestMs: 50,
};

/** The measurements with what they have to reach. */
export function judgedSessions(results: readonly SessionResult[]) {
  return results.map((result) => {
    const shares = {
      added: result.addedMs.median / (result.seconds * 1000),
      own: result.own.totalMs / (result.seconds * 1000),
    };
    const met = shares.added <= TARGETS.shareOfSession && result.own.longestMs <= TARGETS.longestMs;
    return { ...result, shares, targets: TARGETS, met };
  });
}

export type JudgedSession = ReturnType<typeof judgedSessions>[number];

/** The same to read. */
export function readableSessions(results: readonly JudgedSession[]): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const ms = (value: number) => `${value.toFixed(0)} ms`.padStart(8);
  const mb = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`.padStart(8);
  return [
    'Working sessions: the same clicks with the panel open and in a browser without the extension; main thread of the page, processor time',
    ...results.flatMap((result) => {
      const { ehr, seconds, clicks, pairs, without, with: beside, ratios, addedMs, own, shares, targets, met } = result;
      const line = (what: string, key: keyof typeof ratios, show: (value: number) => string) => {
        const { median, range } = ratios[key];
        return `    ${what.padEnd(26)}${show(without[key])} without, ${show(beside[key])} with; ${median.toFixed(2)} times (${range.map((one) => one.toFixed(2)).join(' to ')})`;
      };
      return [
        `  ${ehr}: ${seconds} s, ${clicks} clicks, ${pairs} pairs, medians`,
        line('all work', 'taskMs', ms),
        line('scripts', 'scriptMs', ms),
        line('longest task', 'longestMs', ms),
        line('heap afterwards', 'heapBytes', mb),
        `    tasks over 50 ms          ${without.longTasks} without, ${beside.longTasks} with`,
        `    added by the extension   ${ms(addedMs.median)} (${addedMs.range.map((one) => one.toFixed(0)).join(' to ')}): ${percent(shares.added)} of the session (target ${percent(targets.shareOfSession)})`,
        `    its own work, traced     ${ms(own.totalMs)}: ${percent(shares.own)} of the session, in ${own.pieces} pieces, the longest ${own.longestMs.toFixed(1)} ms (target ${targets.longestMs})`,
        `    ${met ? 'met' : 'MISSED'}`,
      ];
    }),
  ].join('\n');
}
