/** What happens in the mapping mode, as a pure state machine: which fields are asked for, and what becomes of clicks. */
import type { ClickedField } from '../../../components/mapping/words.ts';
import type { PageReading } from '../../../content-scripts/page-reading.ts';
import { draftFor, type FoundPart, type NoProposal, type PartToMap, pageAt, withPart } from '../../../mapping/draft.ts';
import { parseSiteMappingText } from '../../../mapping/schema.ts';
import type { SiteMapping } from '../../../mapping/shape.ts';

/** A part whose fields are being clicked. */
export interface Clicks {
  part: PartToMap;
  fields: readonly ClickedField[];
  at: number;
  clicked: readonly { field: ClickedField; text: string | null }[];
  /** the frame in which the first field was clicked */
  frameId: number | null;
}

export interface MappingSession {
  /** addresses of the tab's frames */
  frames: ReadonlyMap<number, string>;
  clicks: Clicks | null;
  /** all fields are clicked: what is to be proposed, and in which frame */
  proposing: Clicks | null;
  fault: NoProposal | null;
  /** the mapping as text: it may be edited by hand */
  text: string;
  /** what the page shows of its patient, which must not get into the mapping */
  patientTexts: readonly string[];
  reading: PageReading | null;
}

export const EMPTY_SESSION: MappingSession = {
  frames: new Map(),
  clicks: null,
  proposing: null,
  fault: null,
  text: '',
  patientTexts: [],
  reading: null,
};

export type MappingEvent =
  | { type: 'frame'; frameId: number; url: string }
  | { type: 'frame-gone'; frameId: number }
  | { type: 'start'; part: PartToMap }
  | { type: 'clicked'; frameId: number; role: string; text: string }
  | { type: 'skipped'; role: string }
  | { type: 'stopped' }
  | { type: 'proposed'; found: FoundPart | NoProposal }
  | { type: 'text'; text: string }
  | { type: 'read'; reading: PageReading };

/** The fields that one part asks for, in their order. */
function fieldsOf(part: PartToMap): readonly ClickedField[] {
  if (part.what === 'required') return ['required'];
  return part.what === 'list' ? ['entry', 'status'] : part.fields;
}

/** The next state. Pure. */
export function afterMapping(state: MappingSession, event: MappingEvent): MappingSession {
  const { clicks } = state;
  switch (event.type) {
    case 'frame':
      return { ...state, frames: new Map(state.frames).set(event.frameId, event.url) };
    case 'frame-gone': {
      const frames = new Map(state.frames);
      frames.delete(event.frameId);
      return { ...state, frames, clicks: null, proposing: null };
    }
    case 'start':
      return {
        ...state,
        fault: null,
        proposing: null,
        clicks: { part: event.part, fields: fieldsOf(event.part), at: 0, clicked: [], frameId: null },
      };
    case 'clicked': {
      // a click that another frame took for the field before
      if (!clicks || event.role !== clicks.fields[clicks.at]) return state;
      if (clicks.frameId !== null && clicks.frameId !== event.frameId)
        return { ...state, clicks: null, fault: { fault: 'apart' } };
      const patientTexts = clicks.part.what === 'patient' ? [...state.patientTexts, event.text] : state.patientTexts;
      return afterField({ ...state, patientTexts, clicks: { ...clicks, frameId: event.frameId } }, event.text);
    }
    case 'skipped':
      return clicks && event.role === clicks.fields[clicks.at] ? afterField(state, null) : state;
    case 'stopped':
      return { ...state, clicks: null };
    case 'proposed':
      return state.proposing ? withProposal(state, state.proposing, event.found) : state;
    case 'text':
      return { ...state, text: event.text, reading: null };
    case 'read': {
      const shown = (event.reading.patientLabel ?? '').split(' · ').filter(Boolean);
      return { ...state, reading: event.reading, patientTexts: [...new Set([...state.patientTexts, ...shown])] };
    }
  }
}

function afterField(state: MappingSession, text: string | null): MappingSession {
  const { clicks } = state;
  const field = clicks?.fields[clicks.at];
  if (!clicks || !field) return state;
  const next = { ...clicks, at: clicks.at + 1, clicked: [...clicks.clicked, { field, text }] };
  if (next.at < next.fields.length) return { ...state, clicks: next };
  const any = next.clicked.some((one) => one.text !== null);
  return { ...state, clicks: null, proposing: any ? next : null, fault: any ? null : { fault: 'nothing' } };
}

function withProposal(state: MappingSession, { part, frameId }: Clicks, found: FoundPart | NoProposal): MappingSession {
  const url = state.frames.get(frameId ?? 0);
  if ('fault' in found || url === undefined)
    return { ...state, proposing: null, fault: 'fault' in found ? found : { fault: 'nothing' } };
  const before = state.text.trim() === '' ? draftFor(url, new URL(url).hostname) : mappingIn(state.text);
  if (!before) return { ...state, proposing: null, fault: { fault: 'text' } };
  const { mapping, index } = pageAt(before, url, before.name);
  const text = JSON.stringify(withPart(mapping, index, part, found), null, 2);
  return { ...state, proposing: null, fault: null, text, reading: null };
}

/** The mapping that is being made, as far as it goes: it need not be complete, but it has to be one. */
export function mappingIn(text: string): SiteMapping | null {
  const parsed = parseSiteMappingText(text);
  if (parsed.ok) return parsed.mapping;
  // a page of which nothing is required yet is not complete, and can be added to
  const incomplete = parsed.faults.every(({ path }) => /^pages\[\d+\]\.requires$/.test(path));
  return incomplete && parsed.faults.length > 0 ? (JSON.parse(text) as SiteMapping) : null;
}
