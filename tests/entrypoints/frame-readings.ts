/** Readings made for tests: what a frame would report, with synthetic values only. */
import type { FrameReading, OrderReading, Provenance, Reading } from '../../content-scripts/page-reading.ts';

const NOT_FOUND = { status: 'not-found' } as const;

export function from(locator: string): Provenance {
  return { adapter: 'generic', confidence: 'inferred', label: null, frame: 0, locator };
}

export function read<T>(value: T, text = String(value)): Reading<T> {
  return { status: 'read', value, text, from: from(text) };
}

/** An order of 1.3 mg/m² subcutaneous, twice weekly, unless said otherwise. */
export function orderReading(changes: Partial<OrderReading> = {}): OrderReading {
  return {
    id: 'order-1',
    drug: read('bortezomib'),
    dosePerBsa: read(1.3, '1.3 mg/m2'),
    doseMg: read(2.34, '2.34 mg'),
    route: read('SC', 'subcut'),
    days: read([1, 4, 8, 11], 'days 1, 4, 8, 11'),
    cycleLengthDays: read(21, '21-day cycle'),
    frequency: read('twice-weekly', 'days 1, 4, 8, 11'),
    regimen: read('VRd'),
    status: read('active'),
    cycle: NOT_FOUND,
    cycleDay: NOT_FOUND,
    text: 'bortezomib 1.3 mg/m2 subcut days 1, 4, 8, 11',
    ...changes,
  };
}

/** What a frame reports that shows nothing at all, unless said otherwise. */
export function frameReading(changes: Partial<FrameReading> = {}): FrameReading {
  return {
    adapter: 'generic',
    origin: 'http://ehr.example',
    top: true,
    orders: [],
    patient: { ageYears: NOT_FOUND, sex: NOT_FOUND, heightCm: NOT_FOUND, weightKg: NOT_FOUND, bsaM2: NOT_FOUND },
    observations: {
      creatinineMgDl: NOT_FOUND,
      crClMlMin: NOT_FOUND,
      bilirubinMgDl: NOT_FOUND,
      bilirubinUlnMgDl: NOT_FOUND,
      plateletsPerNl: NOT_FOUND,
      b12PgMl: NOT_FOUND,
      hba1cPercent: NOT_FOUND,
    },
    medications: [],
    problems: [],
    allergies: [],
    ignored: [],
    unreadable: [],
    childFrames: [],
    patientKey: null,
    patientLabel: null,
    patientConflict: false,
    asked: 0,
    named: null,
    excludedHere: [],
    heeded: [],
    health: [],
    ...changes,
  };
}
