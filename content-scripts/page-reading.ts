/**
 * What was read from the page, as plain data. Every value carries the text it came from and where that text stands,
 * or the reason why it is missing. Nothing here is a conclusion.
 */
import type { Frequency, OrderStatus, Route } from '../rules/clinical-context.ts';
import type { ReaderHealth } from './collect/named-field.ts';
import type { Stretch } from './qualify/whose-chart.ts';

/** Where a value was found. */
export interface Provenance {
  /** 'generic' or the id of the adapter that matched */
  adapter: string;
  /** confirmed: an adapter or a hospital's mapping named this field; inferred: the generic reader worked it out */
  confidence: 'confirmed' | 'inferred';
  /** the label's own words, or null where the value stood in free text */
  label: string | null;
  /** index of the frame in the joined reading; 0 while a frame reports about itself */
  frame: number;
  /** names the element inside its frame for 'show on page'; meaningless outside the page's lifetime */
  locator: string;
}

export type MissingStatus = 'empty' | 'not-found' | 'ambiguous' | 'unparsed' | 'unit-missing';

/** A result that is older than such results should be. */
export interface Old {
  /** day on which it was measured, as 2026-11-22 */
  date: string;
  /** whole days since then */
  days: number;
}

export type Reading<T> =
  | { status: 'read'; value: T; text: string; from: Provenance; old?: Old }
  | { status: MissingStatus; text?: string; reason?: string; from?: Provenance };

/** One bortezomib order as it stands on the page. */
export interface OrderReading {
  /** stable while the order stays on the page */
  id: string;
  drug: Reading<'bortezomib'>;
  /** mg/m2 */
  dosePerBsa: Reading<number>;
  doseMg: Reading<number>;
  route: Reading<Route | 'intrathecal' | 'other'>;
  days: Reading<number[]>;
  cycleLengthDays: Reading<number>;
  frequency: Reading<Frequency>;
  regimen: Reading<string>;
  status: Reading<OrderStatus>;
  cycle: Reading<number>;
  cycleDay: Reading<number>;
  /** the whole visible text of the order, for the clinician to compare */
  text: string;
}

export interface PatientReading {
  ageYears: Reading<number>;
  sex: Reading<'female' | 'male'>;
  heightCm: Reading<number>;
  weightKg: Reading<number>;
  bsaM2: Reading<number>;
}

export interface ObservationReadings {
  creatinineMgDl: Reading<number>;
  crClMlMin: Reading<number>;
  bilirubinMgDl: Reading<number>;
  bilirubinUlnMgDl: Reading<number>;
  plateletsPerNl: Reading<number>;
  b12PgMl: Reading<number>;
  hba1cPercent: Reading<number>;
}

/** Text that names bortezomib or looks like a value and was deliberately not used. */
export interface Ignored {
  text: string;
  reason: string;
  from?: Provenance;
}

/** A part of the page that could not be read; said to the clinician, never passed over. */
export interface Unreadable {
  kind: 'frame' | 'closed-shadow-root' | 'canvas' | 'embedded-document' | 'too-large';
  /** what to call it: title, label or host name */
  label: string;
  /** of a frame that has a site of its own, which the browser does not let the extension read: that site's origin */
  origin?: string;
}

/** What one frame reports about itself. */
export interface FrameReading {
  adapter: string;
  /** origin of this frame's document, to match it with the frame elements that its parent reports; never a full URL */
  origin: string;
  top: boolean;
  orders: OrderReading[];
  patient: PatientReading;
  observations: ObservationReadings;
  medications: Reading<string>[];
  problems: Reading<string>[];
  allergies: Reading<string>[];
  ignored: Ignored[];
  unreadable: Unreadable[];
  /** visible frames inside this one, by the origin each should have ('opaque' where the page does not say) */
  childFrames: { origin: string; label: string }[];
  /** salted hash of whose chart this frame shows; null where it does not say */
  patientKey: string | null;
  /** the banner's own words, for the clinician to confirm; kept in memory only */
  patientLabel: string | null;
  /** this frame names two patients */
  patientConflict: boolean;
  /** when this frame's document was asked for, in ms since 1970 */
  asked: number;
  /** since when it names its patient, and when that was asked for: with the document, or just then; null: it names nobody */
  named: { since: number; asked: number } | null;
  /** times whose text this frame found to belong to a former patient */
  excludedHere: readonly Stretch[];
  /** times that the panel told, for what other frames found, and whose text was left out of this reading too */
  heeded: readonly Stretch[];
  /** what became of the adapters and mappings that are for this frame's address; empty where none is */
  health: ReaderHealth[];
}

/** All frames of one tab joined: what the panel shows and what the rules are given. */
export interface PageReading {
  adapter: string;
  orders: OrderReading[];
  patient: PatientReading;
  observations: ObservationReadings;
  medications: Reading<string>[];
  problems: Reading<string>[];
  allergies: Reading<string>[];
  ignored: Ignored[];
  unreadable: Unreadable[];
  patientKey: string | null;
  patientLabel: string | null;
  /** frames disagree about whose chart this is: nothing may be concluded */
  patientConflict: boolean;
  /** what became of the adapters and mappings that are for these addresses */
  health: ReaderHealth[];
}
