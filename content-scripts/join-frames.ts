/** All frames of a tab as one reading. Pure. */
import type {
  FrameReading,
  ObservationReadings,
  PageReading,
  PatientReading,
  Reading,
  Unreadable,
} from './page-reading.ts';
import { samePatient } from './qualify/same-patient.ts';

export interface Frame {
  frameId: number;
  reading: FrameReading;
}

const MISSING: Reading<never> = { status: 'not-found' };

/** Provenance with the frame's index, so that a locator can be sent back to the frame that it belongs to. */
function placed<T>(reading: Reading<T>, frame: number): Reading<T> {
  return reading.from ? { ...reading, from: { ...reading.from, frame } } : reading;
}

/** One value from several frames: what all that have one agree on. */
function oneOf<T>(readings: readonly Reading<T>[]): Reading<T> {
  const read = readings.filter((reading) => reading.status === 'read');
  const first = read[0];
  if (first) {
    const other = read.find((reading) => JSON.stringify(reading.value) !== JSON.stringify(first.value));
    if (other)
      return {
        status: 'ambiguous',
        text: first.text,
        reason: `frames show two values: ${first.text} / ${other.text}`,
        from: first.from,
      };
    const doubt = readings.find((reading) => reading.status === 'ambiguous');
    return doubt ?? first;
  }
  const said = (reading: Reading<T>) => 'reason' in reading && reading.reason !== undefined;
  return readings.find((reading) => reading.status !== 'not-found') ?? readings.find(said) ?? MISSING;
}

/** Joins readings by their shared part; the top frame first, the others in the order given. */
export function joinFrames(frames: readonly Frame[]): PageReading {
  const ordered = [...frames].sort((a, b) => Number(b.reading.top) - Number(a.reading.top));
  const at = <T>(pick: (reading: FrameReading) => Reading<T>): Reading<T> =>
    oneOf(ordered.map(({ reading, frameId }) => placed(pick(reading), frameId)));
  const all = <T>(pick: (reading: FrameReading) => readonly Reading<T>[]): Reading<T>[] =>
    ordered.flatMap(({ reading, frameId }) => pick(reading).map((one) => placed(one, frameId)));
  const body = (key: Exclude<keyof PatientReading, 'sex'>) => at((reading) => reading.patient[key]);
  const observed = (key: keyof ObservationReadings) => at((reading) => reading.observations[key]);
  const identity = joinPatients(ordered);
  return {
    adapter:
      ordered.find(({ reading }) => reading.orders.length > 0)?.reading.adapter ??
      ordered[0]?.reading.adapter ??
      'generic',
    orders: ordered.flatMap(({ reading, frameId }) =>
      reading.orders.map((order) => {
        const copy = { ...order, id: `${frameId}:${order.id}` };
        for (const [key, value] of Object.entries(order))
          if (typeof value === 'object') Object.assign(copy, { [key]: placed(value as Reading<unknown>, frameId) });
        return copy;
      }),
    ),
    patient: {
      ageYears: body('ageYears'),
      sex: at((reading) => reading.patient.sex),
      heightCm: body('heightCm'),
      weightKg: body('weightKg'),
      bsaM2: body('bsaM2'),
    },
    observations: {
      creatinineMgDl: observed('creatinineMgDl'),
      crClMlMin: observed('crClMlMin'),
      bilirubinMgDl: observed('bilirubinMgDl'),
      bilirubinUlnMgDl: observed('bilirubinUlnMgDl'),
      plateletsPerNl: observed('plateletsPerNl'),
      b12PgMl: observed('b12PgMl'),
      hba1cPercent: observed('hba1cPercent'),
    },
    medications: distinct(all((reading) => reading.medications)),
    problems: distinct(all((reading) => reading.problems)),
    allergies: distinct(all((reading) => reading.allergies)),
    ignored: ordered.flatMap(({ reading, frameId }) =>
      reading.ignored.map((one) => (one.from ? { ...one, from: { ...one.from, frame: frameId } } : one)),
    ),
    unreadable: counted([...ordered.flatMap(({ reading }) => reading.unreadable), ...unreported(ordered)]),
    ...identity,
    health: ordered.flatMap(({ reading }) => reading.health),
  };
}

/** More parts than this are counted, not listed one by one. */
const MOST_PARTS = 50;

/** Parts of the same name are one part with their number; what is too large is said first. */
function counted(parts: PageReading['unreadable']): PageReading['unreadable'] {
  const numbers = new Map<string, { part: Unreadable; count: number }>();
  for (const part of parts) {
    const name = JSON.stringify(part);
    const known = numbers.get(name);
    if (known) known.count += 1;
    else numbers.set(name, { part, count: 1 });
  }
  const isTooLarge = ({ kind }: Unreadable) => kind === 'too-large';
  const all = [...numbers.values()].map(({ part, count }) =>
    count > 1 && !isTooLarge(part) ? { ...part, label: `${part.label} (${count} times)` } : part,
  );
  const sorted = [...all.filter(isTooLarge), ...all.filter((part) => !isTooLarge(part))];
  const left = sorted.splice(MOST_PARTS).length;
  return left > 0 ? [...sorted, { kind: 'too-large', label: `${left} more parts could not be read` }] : sorted;
}

/** The same entry in two frames is one entry. */
function distinct(readings: readonly Reading<string>[]): Reading<string>[] {
  const seen = new Set<string>();
  return readings.filter((reading) => {
    if (reading.status !== 'read') return true;
    if (seen.has(reading.value)) return false;
    seen.add(reading.value);
    return true;
  });
}

/** Child frames that were announced by their parent and did not report: matched by origin, one report for each. */
function unreported(frames: readonly Frame[]): PageReading['unreadable'] {
  const reports = frames.filter(({ reading }) => !reading.top).map(({ reading }) => reading.origin);
  const announced = frames.flatMap(({ reading }) => reading.childFrames);
  const missing: typeof announced = [];
  for (const child of announced) {
    const index = reports.indexOf(child.origin);
    if (index >= 0) reports.splice(index, 1);
    else missing.push(child);
  }
  // a frame whose origin its parent could not tell: a report that nobody announced is it
  return missing
    .filter(({ origin }) => origin !== 'opaque' || reports.pop() === undefined)
    .map(({ label, origin }) => ({ kind: 'frame', label, ...(/^https?:/.test(origin) ? { origin } : {}) }));
}

function joinPatients(frames: readonly Frame[]): Pick<PageReading, 'patientKey' | 'patientLabel' | 'patientConflict'> {
  const said = frames.filter(({ reading }) => reading.patientKey !== null);
  if (frames.some(({ reading }) => reading.patientConflict))
    return { patientKey: null, patientLabel: null, patientConflict: true };
  const first = said[0]?.reading;
  const key = first?.patientKey ?? null;
  if (!first || key === null) return { patientKey: null, patientLabel: null, patientConflict: false };
  const patientConflict = said.some(
    ({ reading }) => reading.patientKey !== null && !samePatient(key, reading.patientKey),
  );
  return {
    patientKey: patientConflict ? null : key,
    patientLabel: patientConflict ? null : first.patientLabel,
    patientConflict,
  };
}
