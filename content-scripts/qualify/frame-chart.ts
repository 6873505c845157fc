/**
 * Whose chart one frame shows. The page's reader keeps it, as it was given it, for as long as it is in the page:
 * switching to another tab and back, or the back/forward cache, does not make a former patient's text this one's. Pure.
 */
import { hash } from './identity.ts';
import { samePatient } from './same-patient.ts';
import {
  ALWAYS,
  afterNaming,
  type Chart,
  doubted,
  excludedNow,
  inSameDocument,
  joined,
  NOBODY,
  type Stretch,
  TOGETHER,
} from './whose-chart.ts';

/** An address that named the former patient may name the next one this much later than the banner, in ms. */
const ADDRESS_FOLLOWS_WITHIN = 10_000;

export interface FrameChart {
  /** salt of the keys in `chart` and of addresses; compared for as long as the reader is in the page, and never elsewhere */
  salt: string;
  chart: Chart;
  /** what was found out over all frames, and is left out here */
  heeded: readonly Stretch[];
  /** the same, as earlier sessions of a panel found it */
  inherited: readonly Stretch[];
  /** hash of whom the address named when the patient was last certain; null: nobody */
  address: string | null;
  ahead: AddressAhead | null;
  /** when the banner came to name another patient while the address stayed */
  bannerAheadSince: number | null;
}

/** The address came to name somebody whom the banner has not named since. */
export interface AddressAhead {
  since: number;
  /** hash of whom */
  address: string;
  /** another than the banner's patient, who had an address before; else it may be the same, and nobody knows */
  another: boolean;
}

/** What changed in the page that says whose chart it is. */
export type PatientChange =
  /** what named the patient has changed or left; `at` in ms since 1970 */
  | { what: 'banner'; at: number }
  /** the address names somebody else than before, or nobody; `another`: it named somebody before too */
  | { what: 'address'; at: number; names: string | null; another: boolean };

/** A frame of which nothing is known yet. */
export const newFrameChart = (): FrameChart => ({
  salt: String(Math.random()),
  chart: NOBODY,
  heeded: [],
  inherited: [],
  address: null,
  ahead: null,
  bannerAheadSince: null,
});

const addressKey = ({ salt }: FrameChart, names: string | null): string | null =>
  names === null ? null : hash(`${salt} address ${names}`);

/** After a change, before anything is read again. */
export function afterChange(frame: FrameChart, change: PatientChange): FrameChart {
  const { at } = change;
  if (change.what === 'banner') return { ...frame, chart: doubted(frame.chart, at) };
  const { ahead, bannerAheadSince, chart } = frame;
  const address = addressKey(frame, change.names);
  if (address === null || address === (ahead?.address ?? frame.address)) return frame;
  // back at the patient whom the banner names all the time: what came meanwhile is not known to be theirs
  if (ahead && address === frame.address) {
    const byAddressAlone = chart.doubtedAt === ahead.since;
    const excluded = joined([...chart.excluded, [ahead.since, at]]);
    return { ...frame, ahead: null, chart: { ...chart, excluded, doubtedAt: byAddressAlone ? null : chart.doubtedAt } };
  }
  const follows = bannerAheadSince !== null && at - bannerAheadSince < ADDRESS_FOLLOWS_WITHIN;
  if (follows && frame.address !== null) return { ...frame, address, bannerAheadSince: null };
  // while the banner is changing, nobody knows yet whether it will say the same
  const known = chart.doubtedAt === null && (frame.address !== null || ahead !== null);
  const another = change.another || ahead?.another === true || known;
  return {
    ...frame,
    bannerAheadSince: null,
    ahead: { since: at, address, another },
    chart: another ? doubted(chart, at) : chart,
  };
}

/** Who a reading found named. */
export interface FoundNamed {
  /** made with the frame's own salt */
  key: string | null;
  conflict: boolean;
  /** when the naming text came to be; where the address named that patient before, that moment counts */
  since: number;
  /** the patient in the address; null: nobody */
  addressNames: string | null;
}

export interface AfterReading {
  frame: FrameChart;
  /** two patients are named, in the page, or one in the page and another in the address */
  contradicts: boolean;
  /** since when the patient is named */
  since: number;
}

/** After a reading. */
export function afterReading(frame: FrameChart, found: FoundNamed, at: number): AfterReading {
  const { ahead, chart } = frame;
  const { key } = found;
  const address = addressKey(frame, found.addressNames);
  const same = chart.confirmed !== null && key !== null && samePatient(chart.confirmed, key);
  const older = ahead !== null && key !== null && found.since < ahead.since - TOGETHER;
  // a banner that is built again for the former patient does not make the next one's address theirs
  const anotherAddress = same && address !== null && frame.address !== null && address !== frame.address;
  const contradicts = found.conflict || anotherAddress || (ahead?.another === true && older);
  const since = ahead?.another && address === ahead.address && !older ? ahead.since : found.since;
  const doubtedAt = ahead && key !== null && !older ? Math.min(chart.doubtedAt ?? at, ahead.since) : chart.doubtedAt;
  const named = { ...frame, chart: afterNaming({ ...chart, doubtedAt }, { key, conflict: contradicts, since, at }) };
  if (key === null || contradicts) return { frame: named, contradicts, since };
  const before = same ? frame.address : null;
  // the address may mean this patient or another: what came with it and later is left out
  if (older && chart.confirmed !== null) return { frame: { ...named, address: before }, contradicts, since };
  const bannerFirst = chart.confirmed !== null && !same && ahead === null;
  const bannerAheadSince = bannerFirst ? since : frame.bannerAheadSince;
  return { frame: { ...named, ahead: null, address: address ?? before, bannerAheadSince }, contradicts, since };
}

/** What this frame found by itself: text of these times is a former patient's, or may be. Other frames leave it out too. */
export const excludedHere = ({ chart, ahead }: FrameChart): readonly Stretch[] =>
  ahead && !ahead.another && chart.confirmed !== null
    ? joined([...excludedNow(chart), [ahead.since, ALWAYS]])
    : excludedNow(chart);

/** The times whose text this frame leaves out. */
export const excludedAtAll = (frame: FrameChart): readonly Stretch[] =>
  joined([...inSameDocument(excludedHere(frame)), ...frame.heeded, ...frame.inherited]);
