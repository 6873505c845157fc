/**
 * Times several ways to do the same thing in one process: interleaved rounds, so that whatever else the machine does
 * falls on all of them, and medians, so that a disturbed round does not count.
 */

export interface Contestant {
  readonly name: string;
  /** does the work `times` times; whatever it returns keeps the work from being optimised away */
  readonly run: (times: number) => unknown | Promise<unknown>;
}

export interface Timing {
  readonly name: string;
  /** median over the rounds, microseconds for one time */
  readonly medianUs: number;
  /** median over the rounds of this contestant's time to the first contestant's in the same round */
  readonly timesTheFirst: number;
  /** smallest and largest of those ratios */
  readonly ratioRange: readonly [number, number];
}

const ROUND_MS = 40;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

async function microsecondsEach({ run }: Contestant, times: number): Promise<number> {
  const start = performance.now();
  await run(times);
  return ((performance.now() - start) * 1000) / times;
}

/** How often fits into one round, found while the contestant warms up. */
async function timesPerRound(contestant: Contestant): Promise<number> {
  let times = 1;
  for (;;) {
    const us = await microsecondsEach(contestant, times);
    const fits = Math.ceil((ROUND_MS * 1000) / us);
    if (fits <= times) return fits;
    times = Math.min(fits, times * 4);
  }
}

/** Every contestant in every round, each round starting with another one. The first contestant is the measure. */
export async function interleaved(contestants: readonly Contestant[], rounds = 25): Promise<Timing[]> {
  const times = new Map<Contestant, number>();
  const measured = new Map<Contestant, number[]>();
  for (const contestant of contestants) {
    times.set(contestant, await timesPerRound(contestant));
    measured.set(contestant, []);
  }
  for (let round = 0; round < rounds; round++) {
    const from = round % contestants.length;
    for (const contestant of [...contestants.slice(from), ...contestants.slice(0, from)]) {
      measured.get(contestant)?.push(await microsecondsEach(contestant, times.get(contestant) ?? 1));
    }
  }
  const first = measured.get(contestants[0] as Contestant) ?? [];
  return contestants.map((contestant) => {
    const own = measured.get(contestant) ?? [];
    const ratios = own.map((us, round) => us / (first[round] ?? Number.NaN));
    return {
      name: contestant.name,
      medianUs: median(own),
      timesTheFirst: median(ratios),
      ratioRange: [Math.min(...ratios), Math.max(...ratios)],
    };
  });
}
