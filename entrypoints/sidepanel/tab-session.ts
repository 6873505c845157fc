/**
 * What the panel knows about the tab beside it, as a pure state machine. Two rules hold in every state:
 * clear first, read later; and what was said or read about one patient is never shown beside another.
 */
import { joinFrames } from '../../content-scripts/join-frames.ts';
import type { FrameReading, PageReading } from '../../content-scripts/page-reading.ts';
import { type Answers, NO_ANSWERS } from './answers.ts';

export interface TabSession {
  tabId: number | null;
  /**
   * unknown until the tab's reader answers; needed: a click on the toolbar button is required; refused: the browser
   * forbids it; paused: cleared because nobody was there
   */
  access: 'unknown' | 'needed' | 'granted' | 'refused' | 'paused';
  /** the newest reading of each frame, by the browser's frame id */
  frames: ReadonlyMap<number, FrameReading>;
  /** frames that have announced a change and not been read since */
  changing: ReadonlySet<number>;
  /** frames that still show what they showed before the patient changed: left out until they report anew */
  stale: ReadonlySet<number>;
  /** the joined reading; null as long as any part of it is changing */
  page: PageReading | null;
  readAt: number | null;
  selectedOrderId: string | null;
  answers: Answers;
  /** set aside during a change; given back only when the same patient is confirmed again */
  aside: SetAside | null;
}

interface SetAside {
  identity: string;
  answers: Answers;
  selectedOrderId: string | null;
  frames: ReadonlyMap<number, FrameReading>;
}

export type TabEvent =
  | { type: 'tab-shown'; tabId: number | null }
  | { type: 'access'; access: TabSession['access'] }
  | { type: 'frame-changing'; frameId: number; reason: 'navigation' | 'patient' | 'content' }
  | { type: 'frame-read'; frameId: number; reading: FrameReading; at: number }
  | { type: 'frame-gone'; frameId: number }
  | { type: 'order-selected'; orderId: string }
  | { type: 'answered'; answers: Partial<Answers> }
  | { type: 'paused' };

const TOP_FRAME = 0;

/** A panel beside a tab that it knows nothing about. */
export function emptySession(tabId: number | null): TabSession {
  return {
    tabId,
    access: 'unknown',
    frames: new Map(),
    changing: new Set(),
    stale: new Set(),
    page: null,
    readAt: null,
    selectedOrderId: null,
    answers: NO_ANSWERS,
    aside: null,
  };
}

/** The next state. Pure: the same state and event give the same result. */
export function afterEvent(state: TabSession, event: TabEvent): TabSession {
  switch (event.type) {
    case 'tab-shown':
      return emptySession(event.tabId);
    case 'paused':
      return { ...emptySession(state.tabId), access: 'paused' };
    case 'access':
      return event.access === 'granted'
        ? { ...state, access: 'granted' }
        : { ...emptySession(state.tabId), access: event.access };
    case 'frame-changing':
      return afterChanging(state, event.frameId, event.reason);
    case 'frame-read':
      return afterReading(state, event.frameId, event.reading, event.at);
    case 'frame-gone':
      return afterFrameGone(state, event.frameId);
    case 'order-selected':
      return { ...state, selectedOrderId: event.orderId };
    case 'answered':
      return { ...state, answers: { ...state.answers, ...event.answers } };
  }
}

/** Blank at once. After a change of patient, frames that held anything of the former one count only when they report anew. */
function afterChanging(state: TabSession, frameId: number, reason: 'navigation' | 'patient' | 'content'): TabSession {
  const frames = new Map(state.frames);
  const stale = new Set(state.stale);
  frames.delete(frameId);
  stale.delete(frameId);
  if (reason !== 'content') {
    for (const [otherId, reading] of state.frames) {
      if (otherId === frameId || !holdsPatientData(reading)) continue;
      frames.delete(otherId);
      stale.add(otherId);
    }
  }
  return {
    ...state,
    frames,
    stale,
    changing: new Set(state.changing).add(frameId),
    page: null,
    readAt: null,
    selectedOrderId: null,
    answers: NO_ANSWERS,
    aside: state.page ? asideOf(state, state.page) : state.aside,
  };
}

/** Whether a frame showed anything that belongs to one patient; a bare shell around other frames does not. */
function holdsPatientData(reading: FrameReading): boolean {
  const values = [...Object.values(reading.patient), ...Object.values(reading.observations)];
  return (
    reading.patientKey !== null ||
    reading.orders.length > 0 ||
    reading.medications.length > 0 ||
    reading.problems.length > 0 ||
    values.some((value) => value.status === 'read')
  );
}

function asideOf(state: TabSession, page: PageReading): SetAside {
  const { answers, selectedOrderId, frames } = state;
  return { identity: identityOf(page), answers, selectedOrderId, frames };
}

function afterReading(state: TabSession, frameId: number, reading: FrameReading, at: number): TabSession {
  const changing = new Set(state.changing);
  const stale = new Set(state.stale);
  changing.delete(frameId);
  stale.delete(frameId);
  const frames = new Map(state.frames).set(frameId, reading);
  const next: TabSession = { ...state, access: 'granted', frames, changing, stale };
  const topIsKnown = frames.has(TOP_FRAME) || stale.has(TOP_FRAME);
  if (changing.size > 0 || !topIsKnown) return { ...next, page: null, readAt: null };
  return settled(next, at);
}

/** All frames are still: join them, and give back what was set aside only if this is provably the same patient. */
function settled(state: TabSession, at: number): TabSession {
  const { aside, page: before } = state;
  const next = withPage({ ...state, aside: null }, at);
  const identity = next.page ? identityOf(next.page) : '';
  if (!aside) {
    const samePatient = before === null || identityOf(before) === identity;
    return samePatient ? next : { ...next, answers: NO_ANSWERS, selectedOrderId: null };
  }
  if (aside.identity !== identity) return next;
  // Frames that the change had made doubtful belong to the same patient after all.
  const frames = new Map([...aside.frames, ...state.frames]);
  const { answers, selectedOrderId } = aside;
  return withPage({ ...next, frames, stale: new Set(), answers, selectedOrderId }, at);
}

function withPage(state: TabSession, at: number): TabSession {
  const page = joinFrames(listed(state.frames));
  const stillThere = page.orders.some((order) => order.id === state.selectedOrderId);
  return { ...state, page, readAt: at, selectedOrderId: stillThere ? state.selectedOrderId : null };
}

function afterFrameGone(state: TabSession, frameId: number): TabSession {
  if (frameId === TOP_FRAME) return emptySession(state.tabId);
  const frames = new Map(state.frames);
  const changing = new Set(state.changing);
  const stale = new Set(state.stale);
  frames.delete(frameId);
  changing.delete(frameId);
  stale.delete(frameId);
  const remembered = state.aside ? new Map(state.aside.frames) : null;
  remembered?.delete(frameId);
  const aside = state.aside && remembered ? { ...state.aside, frames: remembered } : null;
  const next = { ...state, frames, changing, stale, aside };
  return state.page && changing.size === 0 ? settled(next, state.readAt ?? 0) : { ...next, page: null };
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
