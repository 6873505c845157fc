/** A frame in which nothing was found yet. */
import type { FrameReading } from '../page-reading.ts';
import { GENERIC, notFound } from './reading.ts';

export function emptyReading(origin: string, top: boolean): FrameReading {
  return {
    adapter: GENERIC,
    origin,
    top,
    orders: [],
    patient: { ageYears: notFound(), sex: notFound(), heightCm: notFound(), weightKg: notFound(), bsaM2: notFound() },
    observations: {
      creatinineMgDl: notFound(),
      crClMlMin: notFound(),
      bilirubinMgDl: notFound(),
      bilirubinUlnMgDl: notFound(),
      plateletsPerNl: notFound(),
      b12PgMl: notFound(),
      hba1cPercent: notFound(),
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
  };
}
