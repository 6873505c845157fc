/**
 * Whose chart one frame shows. The page's reader keeps it, as it was given it, for as long as it is in the page:
 * switching to another tab and back, or the back/forward cache, does not make a former patient's text this one's. Pure.
 */
import {
  afterNaming,
  type Chart,
  doubted,
  excludedNow,
  joined,
  NOBODY,
  type Stretch,
  TOGETHER,
} from './whose-chart.ts';

/** An address may name the next patient this much later than the banner, in ms. */
const ADDRESS_FOLLOWS_WITHIN = 10_000;

export interface FrameChart {
  /** salt of the keys in `chart`, which are compared for as long as the reader is in the page, and never elsewhere */
  salt: string;
  chart: Chart;
  /** what was found out over all frames */
  heeded: readonly Stretch[];
  /** when the address came to name another patient than the banner did */
  addressAheadSince: number | null;
  /** when the banner came to name another patient while the address stayed */
  bannerAheadSince: number | null;
}

/** What changed in the page that says whose chart it is. */
export interface PatientChange {
  /** ms since 1970 */
  at: number;
  /** what named the patient has changed or left, or the address names another patient than before */
  what: 'banner' | 'address';
}

/** A frame of which nothing is known yet. */
export const newFrameChart = (): FrameChart => ({
  salt: String(Math.random()),
  chart: NOBODY,
  heeded: [],
  addressAheadSince: null,
  bannerAheadSince: null,
});

/** After a change, before anything is read again. */
export function afterChange(frame: FrameChart, { at, what }: PatientChange): FrameChart {
  if (what === 'banner') return { ...frame, chart: doubted(frame.chart, at) };
  const follows = frame.bannerAheadSince !== null && at - frame.bannerAheadSince < ADDRESS_FOLLOWS_WITHIN;
  if (follows) return { ...frame, bannerAheadSince: null };
  return { ...frame, bannerAheadSince: null, addressAheadSince: at, chart: doubted(frame.chart, at) };
}

/** Who a reading found named. */
export interface FoundNamed {
  /** made with the frame's own salt */
  key: string | null;
  conflict: boolean;
  /** when the naming text came to be; where the address named that patient before, that moment counts */
  since: number;
}

/** After a reading; `contradicts`: two patients are named, in the page, or one in the page and another in the address. */
export function afterReading(
  frame: FrameChart,
  { key, conflict, since }: FoundNamed,
  at: number,
): { frame: FrameChart; contradicts: boolean } {
  const { addressAheadSince } = frame;
  const addressAhead = addressAheadSince !== null && key !== null && since < addressAheadSince - TOGETHER;
  const contradicts = conflict || addressAhead;
  const chart = afterNaming(frame.chart, { key, conflict: contradicts, since: addressAheadSince ?? since, at });
  if (key === null || contradicts) return { frame: { ...frame, chart }, contradicts };
  const before = frame.chart.confirmed;
  const bannerFirst = before !== null && before !== chart.confirmed && addressAheadSince === null;
  const bannerAheadSince = bannerFirst ? since : frame.bannerAheadSince;
  return { frame: { ...frame, chart, addressAheadSince: null, bannerAheadSince }, contradicts };
}

/** This frame's own findings, and with what was found out over all: the text of these times is not used. */
export const excludedHere = ({ chart }: FrameChart): readonly Stretch[] => excludedNow(chart);
export const excludedAtAll = (frame: FrameChart): readonly Stretch[] =>
  joined([...excludedHere(frame), ...frame.heeded]);
