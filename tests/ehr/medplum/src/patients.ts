/**
 * The demo's patients. All are invented: no real person is called Zzdemo, and the record numbers start with DEMO.
 * Heights and weights give round body surface areas (Mosteller), so that every dose in mg is dose per m² times BSA exactly.
 */

export interface DemoOrder {
  drug: string;
  status: 'active' | 'on-hold' | 'stopped' | 'completed';
  /** shown on the Order tab */
  antineoplastic?: boolean;
  /** the sig as the prescriber wrote it */
  sig: string;
  dose: number;
  unit: string;
  route: string;
  authoredOn: string;
  reason: string;
  /** regimen and cycle, written before the dosage as prescribers do */
  regimen?: string;
  note?: string;
}

export interface DemoResult {
  test: string;
  value: number;
  unit: string;
  low?: number;
  high?: number;
}

export interface DemoReport {
  /** ISO date of the draw */
  date: string;
  results: DemoResult[];
}

export interface DemoPatient {
  id: string;
  given: string;
  family: string;
  birthDate: string;
  gender: 'female' | 'male';
  mrn: string;
  heightCm: number;
  weightKg: number;
  bsaM2: number;
  problems: string[];
  allergies: { substance: string; reaction: string }[];
  orders: DemoOrder[];
  /** newest first */
  reports: DemoReport[];
}

const BORTEZOMIB_VIAL = 'Bortezomib 3.5 mg powder for solution for injection';
const MYELOMA = 'Multiple myeloma';

const creatinineMgDl = (value: number): DemoResult => ({
  test: 'Creatinine',
  value,
  unit: 'mg/dL',
  low: 0.5,
  high: 1.1,
});
const bilirubinMgDl = (value: number): DemoResult => ({
  test: 'Total bilirubin',
  value,
  unit: 'mg/dL',
  low: 0.1,
  high: 1.2,
});
const platelets = (value: number): DemoResult => ({
  test: 'Platelets',
  value,
  unit: '10^9/L',
  low: 150,
  high: 400,
});
const vitaminB12 = (value: number): DemoResult => ({
  test: 'Vitamin B12',
  value,
  unit: 'pg/mL',
  low: 200,
  high: 900,
});

const oral = (
  drug: string,
  dose: number,
  unit: string,
  sig: string,
  authoredOn: string,
  reason: string,
): DemoOrder => ({ drug, status: 'active', sig, dose, unit, route: 'Oral', authoredOn, reason });

export const patients: DemoPatient[] = [
  {
    id: 'demo-1',
    given: 'Testia',
    family: 'Zzdemo-Amber',
    birthDate: '1958-03-14',
    gender: 'female',
    mrn: 'DEMO-0001',
    heightCm: 162,
    weightKg: 72,
    bsaM2: 1.8,
    problems: ['Multiple myeloma, newly diagnosed', 'Type 2 diabetes mellitus'],
    allergies: [],
    orders: [
      {
        drug: BORTEZOMIB_VIAL,
        status: 'active',
        antineoplastic: true,
        sig: '1.3 mg/m² subcutaneous on days 1, 4, 8, 11 of a 21-day cycle',
        dose: 2.34,
        unit: 'mg',
        route: 'Subcutaneous',
        authoredOn: '2026-11-16',
        reason: MYELOMA,
        regimen: 'VRd, cycle 3 of 8',
      },
      oral('Lenalidomide 25 mg capsule', 25, 'mg', 'Once daily on days 1 to 14', '2026-11-16', MYELOMA),
      oral('Dexamethasone 4 mg tablet', 20, 'mg', 'On days 1, 2, 4, 5, 8, 9, 11, 12', '2026-11-16', MYELOMA),
      oral('Aciclovir 400 mg tablet', 400, 'mg', 'Twice daily', '2026-09-28', 'Herpes zoster prophylaxis'),
      oral('Metformin 1000 mg tablet', 1000, 'mg', 'Twice daily with meals', '2021-02-11', 'Type 2 diabetes mellitus'),
    ],
    reports: [
      { date: '2026-11-16', results: [creatinineMgDl(0.9), bilirubinMgDl(0.6), platelets(142), vitaminB12(245)] },
      { date: '2026-10-26', results: [creatinineMgDl(0.8), bilirubinMgDl(0.7), platelets(168)] },
    ],
  },
  {
    id: 'demo-2',
    given: 'Fictus',
    family: 'Zzdemo-Basalt',
    birthDate: '1954-06-11',
    gender: 'male',
    mrn: 'DEMO-0002',
    heightCm: 180,
    weightKg: 80,
    bsaM2: 2,
    problems: ['Multiple myeloma', 'Chronic kidney disease stage 3b', 'Depression'],
    allergies: [{ substance: 'Penicillin', reaction: 'Rash' }],
    orders: [
      {
        drug: BORTEZOMIB_VIAL,
        status: 'active',
        antineoplastic: true,
        sig: '1.3 mg/m² IV push over 3 to 5 seconds on days 1, 4, 8, 11 of a 21-day cycle',
        dose: 2.6,
        unit: 'mg',
        route: 'Intravenous',
        authoredOn: '2026-11-09',
        reason: MYELOMA,
        regimen: 'VTd, cycle 2 of 4',
      },
      oral('Thalidomide 100 mg capsule', 100, 'mg', 'Once daily at bedtime', '2026-11-09', MYELOMA),
      oral('Dexamethasone 4 mg tablet', 40, 'mg', 'On days 1 to 4 and 8 to 11', '2026-11-09', MYELOMA),
      oral('Sertraline 100 mg tablet', 100, 'mg', 'Once daily', '2024-03-05', 'Depression'),
      oral('Apixaban 2.5 mg tablet', 2.5, 'mg', 'Twice daily', '2026-10-19', 'Thromboprophylaxis'),
    ],
    reports: [
      {
        date: '2026-11-09',
        results: [
          { test: 'Creatinine', value: 168, unit: 'µmol/L', low: 62, high: 106 },
          { test: 'Creatinine clearance (Cockcroft-Gault)', value: 40, unit: 'mL/min', low: 90 },
          { test: 'Total bilirubin', value: 11, unit: 'µmol/L', low: 2, high: 21 },
          platelets(118),
          { test: 'Vitamin B12', value: 310, unit: 'pmol/L', low: 145, high: 569 },
        ],
      },
      {
        date: '2026-10-19',
        results: [{ test: 'Creatinine', value: 154, unit: 'µmol/L', low: 62, high: 106 }, platelets(131)],
      },
    ],
  },
  {
    id: 'demo-3',
    given: 'Synthia',
    family: 'Zzdemo-Cobalt',
    birthDate: '1949-01-27',
    gender: 'female',
    mrn: 'DEMO-0003',
    heightCm: 160,
    weightKg: 57.6,
    bsaM2: 1.6,
    problems: ['Multiple myeloma, relapsed', 'Peripheral sensory neuropathy'],
    allergies: [],
    orders: [
      {
        drug: BORTEZOMIB_VIAL,
        status: 'active',
        antineoplastic: true,
        sig: '0.7 mg/m² subcutaneous once weekly on days 1, 8, 15, 22 of a 28-day cycle',
        dose: 1.12,
        unit: 'mg',
        route: 'Subcutaneous',
        authoredOn: '2026-11-02',
        reason: MYELOMA,
        regimen: 'Vd, cycle 5',
      },
      oral('Dexamethasone 4 mg tablet', 20, 'mg', 'On days 1, 8, 15, 22', '2026-11-02', MYELOMA),
      oral('Gabapentin 300 mg capsule', 300, 'mg', 'Three times daily', '2026-09-14', 'Neuropathic pain'),
    ],
    reports: [
      { date: '2026-11-02', results: [creatinineMgDl(0.7), bilirubinMgDl(0.5), platelets(96), vitaminB12(412)] },
    ],
  },
  {
    id: 'demo-4',
    given: 'Mocka',
    family: 'Zzdemo-Dune',
    birthDate: '1966-07-30',
    gender: 'male',
    mrn: 'DEMO-0004',
    heightCm: 170,
    weightKg: 81,
    bsaM2: 1.96,
    problems: ['Multiple myeloma, relapsed'],
    allergies: [{ substance: 'Bortezomib', reaction: 'Painful peripheral neuropathy' }],
    orders: [
      {
        drug: 'Carfilzomib 60 mg powder for solution for infusion',
        status: 'active',
        antineoplastic: true,
        sig: '27 mg/m² IV over 30 minutes on days 1, 2, 8, 9, 15, 16 of a 28-day cycle',
        dose: 52.9,
        unit: 'mg',
        route: 'Intravenous',
        authoredOn: '2026-11-09',
        reason: MYELOMA,
        regimen: 'KRd, cycle 2',
      },
      {
        drug: BORTEZOMIB_VIAL,
        status: 'stopped',
        sig: '1.3 mg/m² subcutaneous on days 1, 4, 8, 11 of a 21-day cycle',
        dose: 2.55,
        unit: 'mg',
        route: 'Subcutaneous',
        authoredOn: '2025-01-06',
        reason: MYELOMA,
        note: 'Stopped 2025-05-12: grade 3 peripheral neuropathy',
      },
      oral('Lenalidomide 25 mg capsule', 25, 'mg', 'Once daily on days 1 to 21', '2026-11-09', MYELOMA),
    ],
    reports: [
      { date: '2026-11-09', results: [creatinineMgDl(1.0), bilirubinMgDl(0.4), platelets(174), vitaminB12(530)] },
    ],
  },
  {
    id: 'demo-5',
    given: 'Specimena',
    family: 'Zzdemo-Ember',
    birthDate: '1961-12-05',
    gender: 'female',
    mrn: 'DEMO-0005',
    heightCm: 171,
    weightKg: 76,
    bsaM2: 1.9,
    problems: ['Mantle cell lymphoma'],
    allergies: [],
    orders: [
      {
        drug: BORTEZOMIB_VIAL,
        status: 'active',
        antineoplastic: true,
        sig: '1 mg/m² subcutaneous once weekly on days 1, 8, 15, 22 of a 35-day cycle',
        dose: 1.9,
        unit: 'mg',
        route: 'Subcutaneous',
        authoredOn: '2026-11-12',
        reason: 'Mantle cell lymphoma',
        note: 'Weekly schedule, cycle 3',
      },
      {
        drug: BORTEZOMIB_VIAL,
        status: 'on-hold',
        antineoplastic: true,
        sig: '1.3 mg/m² IV on days 1, 4, 8, 11 of a 21-day cycle',
        dose: 2.47,
        unit: 'mg',
        route: 'Intravenous',
        authoredOn: '2026-09-07',
        reason: 'Mantle cell lymphoma',
        note: 'VR-CAP, on hold since 2026-11-12',
      },
    ],
    reports: [
      { date: '2026-11-12', results: [creatinineMgDl(0.8), bilirubinMgDl(0.9), platelets(88), vitaminB12(298)] },
    ],
  },
];
