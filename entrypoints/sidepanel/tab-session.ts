/**
 * What the panel knows about the tab beside it, as a pure state machine. Two rules hold in every state:
 * clear first, read later; and what was said or read about one patient is never shown beside another.
 */
import { joinFrames } from '../../content-scripts/join-frames.ts';
import type { FrameReading, PageReading } from '../../content-scripts/page-reading.ts';
import { samePatient } from '../../content-scripts/qualify/same-patient.ts';
import {
  afterNaming,
  type Chart,
  doubted,
  excludedNow,
  inOtherDocument,
  joined,
  NOBODY,
  type Stretch,
  sameStretches,
  TOGETHER,
} from '../../content-scripts/qualify/whose-chart.ts';
import { type Answers, NO_ANSWERS } from './answers.ts';

export interface TabSession {
  tabId: number | null;
  /**
   * unknown until the tab's reader answers; needed: a click on the toolbar button is required; refused: the browser
   * forbids it; paused: cleared because nobody was there; silent: the page should answer and does not, or something that
   * it said was lost
   */
  access: 'unknown' | 'needed' | 'granted' | 'refused' | 'paused' | 'silent';
  /** the newest reading of each frame, by the browser's frame id */
  frames: ReadonlyMap<number, FrameReading>;
  /** frames that have announced a change and not been read since */
  changing: ReadonlySet<number>;
  /** whose chart the frames together have shown so far */
  chart: Chart;
  /** the last change of patient: up to when text is the former one's, and when the next one's banner was asked for */
  switched: { until: number; asked: number };
  /** the joined reading; null as long as any part of it is changing or has to be read again without former text */
  page: PageReading | null;
  readAt: number | null;
  selectedOrderId: string | null;
  answers: Answers;
  /** set aside during a change; given back only when the same patient is confirmed again */
  aside: SetAside | null;
  /** whose charts other tabs showed when they were left: what was loading there then is not newer for that */
  left: ReadonlyMap<number, ChartOfTab>;
}

type ChartOfTab = Pick<TabSession, 'chart' | 'switched'>;

interface SetAside {
  identity: string;
  answers: Answers;
  selectedOrderId: string | null;
}

export type TabEvent =
  /** `afresh`: the user wants everything read as it stands */
  | { type: 'tab-shown'; tabId: number | null; afresh: boolean }
  | { type: 'access'; access: TabSession['access'] }
  /** `at`: when the page changed, in ms since 1970; null where only the browser said that something loads */
  | { type: 'frame-changing'; frameId: number; reason: 'navigation' | 'patient' | 'content'; at: number | null }
  | { type: 'frame-read'; frameId: number; reading: FrameReading; at: number }
  | { type: 'frame-gone'; frameId: number; at: number }
  | { type: 'order-selected'; orderId: string }
  | { type: 'answered'; answers: Partial<Answers> }
  /** the page does not answer, or something that it said was lost: it is asked for everything anew */
  | { type: 'interrupted' }
  | { type: 'paused' };

/** The browsers' number for the document of the tab itself. */
export const TOP_FRAME = 0;

/** A panel beside a tab that it knows nothing about. */
export function emptySession(tabId: number | null): TabSession {
  return {
    tabId,
    access: 'unknown',
    frames: new Map(),
    changing: new Set(),
    chart: NOBODY,
    switched: { until: 0, asked: 0 },
    page: null,
    readAt: null,
    selectedOrderId: null,
    answers: NO_ANSWERS,
    aside: null,
    left: new Map(),
  };
}

/** The next state. Pure: the same state and event give the same result. */
export function afterEvent(state: TabSession, event: TabEvent): TabSession {
  switch (event.type) {
    case 'tab-shown':
      return afterTab(state, event.tabId, event.afresh);
    case 'paused':
      return { ...emptySession(state.tabId), access: 'paused' };
    case 'interrupted':
      return afterInterruption(state);
    case 'access':
      return event.access === 'granted'
        ? { ...state, access: 'granted' }
        : { ...emptySession(state.tabId), access: event.access, left: state.left };
    case 'frame-changing':
      return afterChanging(state, event.frameId, event.reason === 'content' ? null : event.at);
    case 'frame-read':
      return afterReading(state, event.frameId, event.reading, event.at);
    case 'frame-gone':
      return afterFrameGone(state, event.frameId, event.at);
    case 'order-selected':
      return { ...state, selectedOrderId: event.orderId };
    case 'answered':
      return { ...state, answers: { ...state.answers, ...event.answers } };
  }
}

/** Blank until everything has been said anew; whose chart it was stays known. */
function afterInterruption(state: TabSession): TabSession {
  const { tabId, chart, switched, left } = state;
  return { ...emptySession(tabId), access: 'silent', aside: blank(state).aside, chart, switched, left };
}

/** Blank at once, and nothing of what the tab showed is kept but whose chart it was. */
function afterTab(
  { tabId, chart, switched, left: before }: TabSession,
  next: number | null,
  afresh: boolean,
): TabSession {
  const left = new Map(before);
  if (tabId !== null && chart.confirmed !== null) left.set(tabId, { chart, switched });
  const known = next !== null && !afresh ? left.get(next) : undefined;
  if (next !== null) left.delete(next);
  return { ...emptySession(next), ...known, left };
}

/** Blank at once. */
function afterChanging(state: TabSession, frameId: number, doubtedAt: number | null): TabSession {
  const frames = new Map(state.frames);
  frames.delete(frameId);
  return {
    ...blank(state),
    frames,
    changing: new Set(state.changing).add(frameId),
    chart: doubtedAt === null ? state.chart : doubted(state.chart, doubtedAt),
  };
}

/** Shows nothing; answers are set aside for when the same patient is confirmed. */
const blank = (state: TabSession): TabSession => ({
  ...state,
  page: null,
  readAt: null,
  selectedOrderId: null,
  answers: NO_ANSWERS,
  aside: state.page ? asideOf(state, state.page) : state.aside,
});

/** Whether a frame showed anything that belongs to one patient; a bare shell around other frames does not. */
export function holdsPatientData(reading: FrameReading): boolean {
  const values = [...Object.values(reading.patient), ...Object.values(reading.observations)];
  return (
    reading.patientKey !== null ||
    reading.orders.length > 0 ||
    reading.medications.length > 0 ||
    reading.problems.length > 0 ||
    reading.allergies.length > 0 ||
    values.some((value) => value.status === 'read')
  );
}

function asideOf({ answers, selectedOrderId }: TabSession, page: PageReading): SetAside {
  return { identity: identityOf(page), answers, selectedOrderId };
}

function afterReading(state: TabSession, frameId: number, reading: FrameReading, at: number): TabSession {
  const changing = new Set(state.changing);
  changing.delete(frameId);
  const frames = new Map(state.frames).set(frameId, reading);
  // the page as a whole answers when its top frame does
  const access = state.access === 'silent' && !frames.has(TOP_FRAME) ? 'silent' : 'granted';
  const next: TabSession = { ...state, access, frames, changing };
  return changing.size > 0 || !frames.has(TOP_FRAME) ? blank(next) : settled(next, at);
}

/** All frames are still: see whose chart it is, join them, and give back what was set aside only to the same patient. */
function settled(state: TabSession, at: number): TabSession {
  const next = { ...state, ...afterNamed(state, at) };
  if (behind(next).length > 0) return blank(next);
  const read = withPage({ ...next, aside: null }, at);
  const identity = read.page ? identityOf(read.page) : '';
  const { aside, page: before } = state;
  const same = aside ? aside.identity === identity : before === null || identityOf(before) === identity;
  if (!same) return { ...read, answers: NO_ANSWERS, selectedOrderId: null };
  return aside ? withPage({ ...read, answers: aside.answers, selectedOrderId: aside.selectedOrderId }, at) : read;
}

/** Who is named over all frames, and what is excluded from then on. */
function afterNamed(state: TabSession, at: number): Pick<TabSession, 'chart' | 'switched'> {
  const { patientKey: key, patientConflict: conflict } = joinFrames(listed(state.frames));
  const { confirmed, doubtedAt } = state.chart;
  if (confirmed !== null && key !== null && !conflict && !samePatient(confirmed, key)) {
    const named = [...state.frames.values()].flatMap((reading) => reading.named ?? []);
    const first = named.length > 0 ? Math.min(...named.map(({ since }) => since)) : 0;
    const until = Math.max(doubtedAt ?? at, first);
    const asked = named.length > 0 ? Math.max(...named.map((one) => one.asked)) : until;
    const chart = afterNaming(state.chart, { key, conflict, since: until, at });
    return { chart, switched: { until, asked } };
  }
  const chart = afterNaming(state.chart, { key, conflict, since: 0, at });
  const { switched } = state;
  if (chart.confirmed !== null || doubtedAt === null || conflict) return { chart, switched };
  // where nobody is ever named, a new address may be a new patient
  return { chart: { ...chart, excluded: joined([...chart.excluded, [0, doubtedAt - TOGETHER]]) }, switched };
}

/**
 * The times whose text a frame has to leave out for what the others found. A frame that names the patient itself knows by
 * itself what in it is older than that.
 */
export function excludedFor({ frames, chart, switched }: TabSession, frameId: number): readonly Stretch[] {
  const frame = frames.get(frameId);
  if (!frame) return [];
  const others = [...frames].flatMap(([id, { excludedHere }]) => (id === frameId ? [] : excludedHere));
  const { patientKey: key } = frame;
  const namesPatient = key !== null && chart.confirmed !== null && samePatient(key, chart.confirmed);
  const found = namesPatient ? others.filter(([from]) => from > 0) : [...excludedNow(chart), ...others];
  return inOtherDocument(found, frame.asked, (to) => (to <= switched.until ? Math.min(to, switched.asked) : to));
}

/**
 * Frames that show something and have not left out exactly the text of former patients: they have to be told. While one
 * is still changing it is not known what all have to leave out.
 */
export function behind(state: TabSession): number[] {
  if (state.changing.size > 0 || !state.frames.has(TOP_FRAME)) return [];
  return [...state.frames].flatMap(([frameId, reading]) =>
    sameStretches(reading.heeded, excludedFor(state, frameId)) ||
    !(holdsPatientData(reading) || reading.ignored.length > 0)
      ? []
      : [frameId],
  );
}

function withPage(state: TabSession, at: number): TabSession {
  const page = joinFrames(listed(state.frames));
  const stillThere = page.orders.some((order) => order.id === state.selectedOrderId);
  return { ...state, page, readAt: at, selectedOrderId: stillThere ? state.selectedOrderId : null };
}

function afterFrameGone(state: TabSession, frameId: number, at: number): TabSession {
  // whose chart it was stays known: the next document, or the same one with another reader, is held against it
  if (frameId === TOP_FRAME) {
    const { tabId, chart, switched, left } = state;
    return { ...emptySession(tabId), chart: doubted(chart, at), switched, left };
  }
  const gone = state.frames.get(frameId);
  const frames = new Map(state.frames);
  const changing = new Set(state.changing);
  frames.delete(frameId);
  changing.delete(frameId);
  const chart = gone && holdsPatientData(gone) ? doubted(state.chart, at) : state.chart;
  const next = { ...state, frames, changing, chart };
  return state.page && changing.size === 0 ? settled(next, state.readAt ?? at) : { ...next, page: null };
}

function listed(frames: ReadonlyMap<number, FrameReading>) {
  return [...frames].sort(([a], [b]) => a - b).map(([frameId, reading]) => ({ frameId, reading }));
}

/**
 * Whose page this is. Where the page does not say, every order text counts: any difference is taken for another
 * patient, because it may be one.
 */
function identityOf(page: PageReading): string {
  if (page.patientConflict) return 'conflict';
  if (page.patientKey !== null) return `patient ${page.patientKey}`;
  return `unconfirmed ${page.orders.map((order) => order.text).join('\n')}`;
}
