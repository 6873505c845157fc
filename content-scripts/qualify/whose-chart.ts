/**
 * Whose chart is shown, and which stretches of time belong to somebody else: text that came to the page in such a
 * stretch is not used. Pure; the same steps run in each frame, over its own banner, and in the panel, over all frames.
 */
import { samePatient } from './same-patient.ts';

/** Text that came to be at `from` or later and before `to` (both in ms since 1970) is not known to be this patient's. */
export type Stretch = readonly [from: number, to: number];

export interface Chart {
  /** key of the patient last confirmed; null before any was */
  confirmed: string | null;
  /** since when that patient is no longer certain; null while certain */
  doubtedAt: number | null;
  excluded: readonly Stretch[];
}

export interface Named {
  key: string | null;
  /** two patients are named */
  conflict: boolean;
  /** when the page came to name this patient, or 0 where that is not known */
  since: number;
  /** when this was read */
  at: number;
}

export const NOBODY: Chart = { confirmed: null, doubtedAt: null, excluded: [] };

/**
 * What one document renders for one frame of the screen carries times at most this far apart, in ms; and so do the
 * requests for two documents that one click asks for.
 */
export const TOGETHER = 20;

/** Later than everything that a page can still show. */
export const ALWAYS = Number.MAX_SAFE_INTEGER;

/** From now on the patient is uncertain: the banner changed or left, or the address names another patient. */
export const doubted = (chart: Chart, at: number): Chart =>
  chart.doubtedAt === null ? { ...chart, doubtedAt: at } : chart;

/** Who is named after a reading, and what is excluded from then on. */
export function afterNaming(chart: Chart, { key, conflict, since, at }: Named): Chart {
  const doubtedAt = chart.doubtedAt ?? at;
  if (conflict) return { ...chart, doubtedAt };
  if (key === null) return chart.confirmed === null ? { ...chart, doubtedAt: null } : { ...chart, doubtedAt };
  const certain = { ...chart, confirmed: key, doubtedAt: null };
  if (chart.confirmed === null) return certain;
  if (!samePatient(chart.confirmed, key))
    return { ...certain, excluded: joined([...chart.excluded, [0, Math.max(since, doubtedAt)]]) };
  // The same patient, but named anew some time after: somebody else may have been named in between.
  return { ...certain, excluded: joined([...chart.excluded, [doubtedAt, since]]) };
}

/** What is excluded now: as long as nobody is named where somebody was, all that was there before is. */
export function excludedNow({ confirmed, doubtedAt, excluded }: Chart): readonly Stretch[] {
  return confirmed !== null && doubtedAt !== null ? joined([...excluded, [0, doubtedAt]]) : excluded;
}

/** What the document itself leaves out that found these stretches: what it rendered with the change stays. */
export const inSameDocument = (stretches: readonly Stretch[]): readonly Stretch[] =>
  joined(stretches.map(([from, to]) => [Math.max(0, from - TOGETHER), to - TOGETHER]));

/**
 * What another document leaves out. Nothing that it holds was rendered with the change; but if it was itself asked for
 * with the change or later, it is all of it as new as that.
 * @param asked when that document was asked for, in ms since 1970
 * @param together when the change was asked for, by the end of the stretch that it brought
 */
export const inOtherDocument = (
  stretches: readonly Stretch[],
  asked: number,
  together: (to: number) => number = (to) => to,
): readonly Stretch[] =>
  joined(
    stretches
      .filter(([, to]) => asked < together(to) - TOGETHER)
      .map(([from, to]) => [Math.max(0, from - TOGETHER), to]),
  );

/** Stretches in order, those that touch as one. */
export function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: [number, number][] = [];
  for (const [from, to] of [...stretches].sort(([a], [b]) => a - b)) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (to > from) result.push([from, to]);
  }
  return result;
}

/** The part of each stretch that is before a moment. */
export const endingBy = (end: number, stretches: readonly Stretch[]): Stretch[] =>
  stretches.map(([from, to]) => [from, Math.min(to, end)]);

export const sameStretches = (a: readonly Stretch[], b: readonly Stretch[]): boolean =>
  JSON.stringify(joined(a)) === JSON.stringify(joined(b));

/** Whether text of that time may be used. */
export const isUsable = (since: number, excluded: readonly Stretch[]): boolean =>
  !excluded.some(([from, to]) => since >= from && since < to);
