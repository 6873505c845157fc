/**
 * Whose chart this frame shows, kept as long as the reader is in the page: switching to another tab and back, or the
 * back/forward cache, does not make a former patient's text this one's.
 */
import {
  afterNaming,
  doubted,
  excludedNow,
  isUsable,
  joined,
  NOBODY,
  type Stretch,
  TOGETHER,
} from './qualify/whose-chart.ts';

/** An address may name the next patient this much later than the banner, in ms. */
const ADDRESS_FOLLOWS_WITHIN = 10_000;

let chart = NOBODY;
let heeded: readonly Stretch[] = [];
/** when the address came to name another patient than the banner did */
let addressAheadSince: number | null = null;
/** when the banner came to name another patient while the address stayed */
let bannerAheadSince: number | null = null;

/** What named the patient has changed or left. */
export function bannerChanged(at: number): void {
  chart = doubted(chart, at);
}

/** The address names another patient than before. */
export function addressNamesAnother(at: number): void {
  const follows = bannerAheadSince !== null && at - bannerAheadSince < ADDRESS_FOLLOWS_WITHIN;
  bannerAheadSince = null;
  if (follows) return;
  addressAheadSince = at;
  chart = doubted(chart, at);
}

/**
 * Takes over who a reading found named.
 * @param since when the naming text came to be; where the address named that patient before, that moment counts
 * @returns whether two patients are named: in the page, or one in the page and another in the address
 */
export function named(key: string | null, conflict: boolean, since: number): boolean {
  const before = chart.confirmed;
  const addressAhead = addressAheadSince !== null && key !== null && since < addressAheadSince - TOGETHER;
  const contradicts = conflict || addressAhead;
  const from = addressAheadSince ?? since;
  chart = afterNaming(chart, { key, conflict: contradicts, since: from, at: Date.now() });
  if (key !== null && !contradicts) {
    if (before !== null && before !== chart.confirmed && addressAheadSince === null) bannerAheadSince = since;
    addressAheadSince = null;
  }
  return contradicts;
}

/** What the panel found out over all frames. */
export function heed(stretches: readonly Stretch[]): void {
  heeded = stretches;
}

/** This frame's own findings, and with what it was told: the text of these times is not used. */
export const excludedHere = (): readonly Stretch[] => excludedNow(chart);
export const excludedAtAll = (): readonly Stretch[] => joined([...excludedHere(), ...heeded]);
export const usable = (since: number): boolean => isUsable(since, excludedAtAll());

/** The user wants everything read as it stands. */
export function startAfresh(): void {
  chart = NOBODY;
  heeded = [];
  addressAheadSince = null;
  bannerAheadSince = null;
}
