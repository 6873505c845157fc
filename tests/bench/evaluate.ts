/** `evaluate` on a full context: how long one takes, and whether the heap stays flat over very many. */
import { type ClinicalContext, evaluate, parseContext } from '../../rules/index.ts';
import { median } from './interleaved.ts';

/** Every field that a hospital could fill in, with long lists: what the panel evaluates at most for one answer. */
const FULL = {
  order: {
    drug: 'bortezomib',
    product: 'bortezomib 3.5 mg powder for solution for injection',
    formulation: 'lyophilised',
    licensedRoutes: 'either',
    status: 'active',
    dosePerBsa: 1.3,
    doseMg: 2.37,
    route: 'SC',
    days: [1, 4, 8, 11],
    cycleLengthDays: 21,
    frequency: 'twice-weekly',
    regimen: 'VRd',
    cycle: 3,
    cycleDay: 4,
    plannedAt: '2026-03-12T09:00:00Z',
    previousDoseAt: '2026-03-09T09:00:00Z',
    startingDosePerBsa: 1.3,
    earlierReductions: 0,
    retreatment: false,
    lastToleratedDosePerBsa: 1.3,
  },
  assessment: {
    scale: 'CTCAE 5.0',
    sensoryGrade: 2,
    motorGrade: 1,
    pain: true,
    lossOfFunction: false,
    autonomic: 'mild',
    baselineGrade: 0,
    phase: 'on-treatment',
    redFlags: [],
  },
  patient: {
    ageYears: 71,
    sex: 'female',
    heightCm: 165,
    weightKg: 72,
    bsaM2: 1.82,
    creatinineMgDl: 1.1,
    crClMlMin: 48,
    bilirubinMgDl: 0.6,
    bilirubinUlnMgDl: 1.2,
    astUL: 22,
    astUlnUL: 40,
    plateletsPerNl: 140,
    b12PgMl: 350,
    hba1cPercent: 7.1,
    tshMIuL: 2,
    pregnant: false,
    breastFeeding: false,
    medications: [
      'Lenalidomide 25 mg daily',
      'Dexamethasone 20 mg',
      'Aspirin 81 mg',
      'Acyclovir 400 mg twice daily',
      'Tramadol 50 mg',
      'Duloxetine 30 mg',
      'Metformin 500 mg',
      'Vitamin C 1,000 mg',
      'Green tea extract',
      'Omeprazole 20 mg',
      'Amlodipine 5 mg',
      'Atorvastatin 20 mg',
    ],
    problems: [
      'Multiple myeloma',
      'Type 2 diabetes mellitus',
      'Hypertension',
      'Chronic kidney disease stage 3',
      'Peripheral neuropathy',
    ],
    allergies: ['Penicillin'],
  },
  setting: { role: 'pharmacist', labelRegion: 'US' },
};

function fullContext(): ClinicalContext {
  const parsed = parseContext(FULL);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

export interface EvaluateTiming {
  readonly medianUs: number;
  readonly p99Us: number;
  readonly outcomes: number;
}

const WARM_UP = 3_000;
const TIMED = 10_000;

export function timeEvaluate(): EvaluateTiming {
  const context = fullContext();
  const one = () => {
    const start = performance.now();
    evaluate(context);
    return (performance.now() - start) * 1000;
  };
  for (let i = 0; i < WARM_UP; i++) one();
  const times = Array.from({ length: TIMED }, one).sort((a, b) => a - b);
  return {
    medianUs: median(times),
    p99Us: times[Math.floor(TIMED * 0.99)] ?? Number.NaN,
    outcomes: evaluate(context).outcomes.length,
  };
}

export interface HeapOverEvaluations {
  readonly evaluations: number;
  /** bytes in use after a full collection: before, after each tenth, after the last */
  readonly heapUsed: readonly number[];
  /** from after the first tenth, when everything is compiled, to after the last: bytes */
  readonly grownBytes: number;
}

/** @param collect a full garbage collection, so that only what is still held is counted (`node --expose-gc`) */
export function heapOverEvaluations(
  evaluations: number,
  collect: () => void,
  progress: (line: string) => void,
): HeapOverEvaluations {
  const context = fullContext();
  const heapUsed: number[] = [];
  const look = () => {
    collect();
    heapUsed.push(process.memoryUsage().heapUsed);
  };
  look();
  const tenth = Math.ceil(evaluations / 10);
  for (let part = 1; part <= 10; part++) {
    for (let i = 0; i < tenth; i++) evaluate(context);
    look();
    progress(`  ${(part * tenth).toLocaleString('en')} evaluations`);
  }
  const afterFirstTenth = heapUsed[1] ?? Number.NaN;
  const last = heapUsed[10] ?? Number.NaN;
  return { evaluations: tenth * 10, heapUsed, grownBytes: last - afterFirstTenth };
}
