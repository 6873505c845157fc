/**
 * Contexts at and beside every limit that the rules know, one subject at a time, and the answers that no worked case
 * gives. What is expected of each stands in every-outcome.txt.
 */
import type { ClinicalContext } from '../../rules/index.ts';
import { contextOf } from './case-of.ts';

type Order = Partial<ClinicalContext['order']>;
type Assessment = NonNullable<ClinicalContext['assessment']>;
type Patient = NonNullable<ClinicalContext['patient']>;

const PLAIN: Order = { dosePerBsa: 1.3, frequency: 'twice-weekly', route: 'SC' };

const orders: readonly Order[] = [
  // amounts
  ...[2.22, 2.23, 2.34, 2.45, 2.46, 2.57, 2.58, 1.3, 1.31, 2.1, 2.11].map((doseMg) => ({ ...PLAIN, doseMg })),
  ...[1.3, 1.31, 2.6, 2.61].map((dosePerBsa) => ({ dosePerBsa })),
  ...[2.34, 2.45, 2.46, 4.68, 4.69, 10.4, 10.41].map((doseMg) => ({ doseMg })),
  ...[1.43, 1.44, 1.7, 1.8, 1.9, 2.08, 2.2, 2.34, 2.4].map((doseMg) => ({
    dosePerBsa: 1,
    startingDosePerBsa: 1.3,
    doseMg,
  })),
  { startingDosePerBsa: 1.3 },
  { startingDosePerBsa: 1.3, dosePerBsa: 1 },
  { startingDosePerBsa: 1.3, doseMg: 1.8 },
  { startingDosePerBsa: 1, dosePerBsa: 1 },
  { startingDosePerBsa: 1, dosePerBsa: 1.3 },
  ...[0, 1, 2, 3].map((earlierReductions) => ({ ...PLAIN, earlierReductions })),
  { earlierReductions: 1, startingDosePerBsa: 1.3 },
  // course
  { retreatment: true },
  { retreatment: false },
  ...[1.3, 1, 0.7, 0.5].map((lastToleratedDosePerBsa) => ({ ...PLAIN, retreatment: true, lastToleratedDosePerBsa })),
  { retreatment: true, lastToleratedDosePerBsa: 1 },
  { regimen: 'VRd', days: [1, 4, 8, 11], cycleLengthDays: 21, frequency: 'twice-weekly' },
  { regimen: 'VRd' },
  { regimen: 'nonsense', days: [1, 8] },
  { regimen: 'VRd', days: [1, 8, 15], cycleLengthDays: 21 },
  { regimen: 'VRd', days: [1, 4, 9, 11], cycleLengthDays: 21 },
  { regimen: 'VRd', days: [1, 4, 8, 11], cycleLengthDays: 28 },
  ...[1, 4, 5, 9].flatMap((cycle) => [
    { regimen: 'VMP', days: [1, 4, 8, 11, 22, 25, 29, 32], cycleLengthDays: 42, cycle },
    { regimen: 'VMP', days: [1, 8, 22, 29], cycleLengthDays: 42, cycle },
    { regimen: 'D-VMP', days: [1, 8, 22, 29], cycleLengthDays: 42, cycle },
  ]),
  ...['VTD', 'CyBorD', 'PAD', 'Vd', 'D-VTd', 'V-CAP'].flatMap((regimen) => [
    { regimen, days: [1, 4, 8, 11] },
    { regimen, days: [1, 8, 15, 22] },
  ]),
  // administration
  ...(['IV', 'SC', 'either', 'other', 'intrathecal'] as const).flatMap((route) => [
    { ...PLAIN, route },
    { ...PLAIN, route, licensedRoutes: 'IV' as const },
    { ...PLAIN, route, licensedRoutes: 'SC' as const },
    { ...PLAIN, route, licensedRoutes: 'either' as const },
    { ...PLAIN, route, formulation: 'ready-to-use' as const },
    { ...PLAIN, route, formulation: 'lyophilised' as const },
    ...['Fosun bortezomib', 'MAIA', 'Boruzu', 'Velcade 1 mg', 'bortezomib 3.5 mg', 'bortezomib 1 mg/mL'].map(
      (product) => ({ ...PLAIN, route, product }),
    ),
  ]),
  { product: 'Boruzu', route: 'IV', formulation: 'ready-to-use' },
  { product: 'Boruzu', route: 'SC', licensedRoutes: 'IV' },
  ...[[1, 3], [1, 4], [1, 3, 4, 8], [5]].map((days) => ({ days })),
  { previousDoseAt: '2026-03-02T09:00:00Z' },
  { plannedAt: '2026-03-05T09:00:00Z' },
  { previousDoseAt: '2026-03-02T09:00:00Z', days: [1, 2] },
  ...['2026-03-05T08:59:00Z', '2026-03-05T09:00:00Z', '2026-03-05T09:06:00Z'].map((plannedAt) => ({
    previousDoseAt: '2026-03-02T09:00:00Z',
    plannedAt,
  })),
  ...[1, 3, 4].map((cycle) => ({ cycle })),
  { status: 'held' },
  { status: 'completed' },
  { frequency: 'weekly' },
  { frequency: 'every-2-weeks' },
];

const patients: readonly Patient[] = [
  { bsaM2: 1.8 },
  { heightCm: 170, weightKg: 70 },
  { heightCm: 170 },
  { weightKg: 70 },
  ...[1.72, 1.73, 1.81, 1.82, 1.91, 1.92, 2].map((bsaM2) => ({ bsaM2, heightCm: 170, weightKg: 70 })),
  ...[1.8, 1.81, 3.6, 3.61].map((bilirubinMgDl) => ({ bilirubinMgDl, bilirubinUlnMgDl: 1.2 })),
  { bilirubinMgDl: 2 },
  { bilirubinUlnMgDl: 1.2 },
  { creatinineMgDl: 1 },
  { creatinineMgDl: 2, ageYears: 70, weightKg: 60, sex: 'female' },
  { creatinineMgDl: 2, ageYears: 70, weightKg: 60, sex: 'female', crClMlMin: 90 },
  ...[199, 200, 299, 300].map((b12PgMl) => ({ b12PgMl })),
  { b12PgMl: 150, medications: ['metformin 500 mg', 'omeprazole'] },
  ...[6.4, 6.5].map((hba1cPercent) => ({ hba1cPercent })),
  { hba1cPercent: 5, medications: ['insulin glargine'] },
  { hba1cPercent: 5, problems: ['type 2 diabetes'] },
  { problems: [] },
  { problems: [], hba1cPercent: 7 },
  { medications: ['insulin glargine', 'metformin'] },
  ...[4.5, 4.6].map((tshMIuL) => ({ tshMIuL })),
  { tshMIuL: 3, problems: ['hypothyroidism'] },
  { tshMIuL: 9, problems: ['hypothyroidism'] },
  { problems: ['hypothyroidism'] },
  ...[
    ['vincristine'],
    ['lenalidomide'],
    ['metronidazole'],
    ['vincristine', 'lenalidomide'],
    ['thalidomide', 'cisplatin', 'paclitaxel', 'vincristine', 'lenalidomide'],
    ['aciclovir 400 mg'],
    ['valaciclovir'],
    ['aciclovir (stopped)'],
    ['simvastatin'],
    [],
  ].map((medications) => ({ medications })),
  {
    problems: ['alcohol dependence', 'AL amyloidosis', 'pernicious anaemia', 'chronic kidney disease', 'haemodialysis'],
  },
  { problems: ['earlier oxaliplatin', 'peripheral neuropathy', 'Raynaud'] },
  { plateletsPerNl: 49 },
  { medications: ['duloxetine 60 mg'] },
  { medications: ['duloxetin', 'gabapentine'] },
  { medications: ['duloxetin', 'unknownium'] },
  ...[
    'vitamin C 500 mg',
    'vitamin C 499 mg',
    'ascorbic acid 1 g',
    'vitamin C',
    'pyridoxine 49 mg',
    'pyridoxine 50 mg',
    'pyridoxine 99 mg',
    'pyridoxine 100 mg',
    'pyridoxine 199 mg',
    'pyridoxine 200 mg',
    'pyridoxine 999 mg',
    'pyridoxine 1000 mg',
    'pyridoxine',
    'vitamin B complex',
    'green tea extract 250 mg',
    'EGCG',
    'acetyl-L-carnitine 500 mg',
    'alpha-lipoic acid 600 mg',
    'quercetin',
  ].map((entry) => ({ medications: [entry] })),
  { medications: ['pyridoxine 40 mg', 'vitamin B complex (B6 20 mg)'] },
  { medications: ['pyridoxine 50 mg'], crClMlMin: 25 },
  { medications: ['pyridoxine 50 mg'], problems: ['chronic kidney disease'] },
];

/** What changes the dose of a drug for pain or speaks against it. */
const painPatients: readonly Patient[] = [
  ...[1.8, 1.81].map((bilirubinMgDl) => ({ bilirubinMgDl, bilirubinUlnMgDl: 1.2, crClMlMin: 90 })),
  ...[0, 14.9, 15, 19, 20, 29, 30, 59, 60, 79, 80, 120].map((crClMlMin) => ({ crClMlMin })),
  { creatinineMgDl: 2, ageYears: 70, weightKg: 60, sex: 'female' },
  { creatinineMgDl: 2, ageYears: 70, weightKg: 60, sex: 'female', crClMlMin: 90 },
  ...[64, 65, 66, 74, 75, 76].map((ageYears) => ({ ageYears, crClMlMin: 90 })),
  { pregnant: true },
  { breastFeeding: true },
  { pregnant: true, breastFeeding: true },
  { pregnant: false, breastFeeding: false },
  ...[49, 50].map((plateletsPerNl) => ({ plateletsPerNl, medications: ['duloxetine 60 mg', 'venlafaxine'] })),
  { medications: ['amitriptyline', 'sertraline', 'tramadol', 'linezolid', 'carbamazepine', 'ketoconazole'] },
  { medications: ['St John’s wort', 'phenytoin', 'ritonavir', 'glipizide', 'oxycodone', 'gabapentin', 'pregabalin'] },
  ...[
    'epilepsy',
    'glaucoma',
    'heart failure',
    'heart block',
    'myocardial infarction',
    'urinary retention',
    'uncontrolled hypertension',
    'COPD',
    'cirrhosis',
    'bipolar disorder',
    'falls',
    'suicidal ideation',
  ].map((problem) => ({ problems: [problem], crClMlMin: 90 })),
];

const assessments: readonly Assessment[] = [
  ...([0, 1, 2, 3, 4] as const).flatMap((sensoryGrade) => [
    { sensoryGrade, pain: true },
    { sensoryGrade, pain: false },
    { sensoryGrade },
  ]),
  { motorGrade: 2 },
  { motorGrade: 3 },
  { sensoryGrade: 1, motorGrade: 2, pain: true },
  { sensoryGrade: 2, baselineGrade: 0 },
  { sensoryGrade: 2, baselineGrade: 1 },
  { baselineGrade: 2 },
  { baselineGrade: 3 },
  { sensoryGrade: 2, phase: 'held-not-recovered' },
  { sensoryGrade: 1, phase: 'held-recovered' },
  ...(['none', 'mild', 'severe'] as const).map((autonomic) => ({ sensoryGrade: 1 as const, pain: true, autonomic })),
  { sensoryGrade: 1, redFlags: [] },
];

/** Drugs for pain that are already taken, without an answer on pain. */
const takenPatients: readonly Patient[] = [
  { medications: ['pregabalin 300 mg twice daily'], crClMlMin: 20 },
  { medications: ['pregabalin 75 mg'], crClMlMin: 90 },
  { medications: ['pregabalin 75 mg'] },
  { medications: ['duloxetine 60 mg', 'linezolid'], crClMlMin: 20 },
  { medications: ['duloxetine 60 mg'], problems: ['cirrhosis', 'heart block'], crClMlMin: 90 },
  { medications: ['amitriptyline 50 mg'], problems: ['heart block'], ageYears: 80 },
  { medications: ['lidocaine patch', 'capsaicin cream'] },
];

/** A context, and the rules (by the first part of their names) that it is about. */
export interface Limit {
  about: readonly string[];
  context: ClinicalContext;
}

const PATIENT_RULES = ['dose-check', 'check', 'risk', 'avoid', 'interaction', 'monitoring'];
const LIVER: Patient = { bilirubinMgDl: 4, bilirubinUlnMgDl: 1.2 };

export function limits(): Limit[] {
  const of = (about: readonly string[]) => (parts: Parameters<typeof contextOf>[0]) => ({
    about,
    context: contextOf(parts),
  });
  return [
    ...orders
      .flatMap((order) => [
        { order },
        { order, patient: { bsaM2: 1.8 } },
        { order, patient: { heightCm: 180, weightKg: 64.8 } },
      ])
      .map(of(['dose-check', 'route', 'schedule', 'check', 'monitoring'])),
    ...[...patients, ...painPatients].map((patient) => ({ order: PLAIN, patient })).map(of(PATIENT_RULES)),
    ...[
      { order: { ...PLAIN, cycle: 1 }, patient: LIVER },
      { order: { ...PLAIN, cycle: 2 }, patient: LIVER },
      { order: { dosePerBsa: 0.7, cycle: 1 }, patient: LIVER },
      { order: { cycle: 1 }, patient: LIVER },
    ].map(of(['dose-check', 'schedule'])),
    ...painPatients
      .flatMap((patient) =>
        (['US', 'EU'] as const).map((labelRegion) => ({
          order: PLAIN,
          patient,
          assessment: { sensoryGrade: 2 as const, pain: true },
          setting: { labelRegion },
        })),
      )
      .map(of(['symptom-treatment'])),
    ...takenPatients
      .flatMap((patient) => [
        { order: PLAIN, patient },
        { order: PLAIN, patient, assessment: { sensoryGrade: 2 as const, pain: false } },
      ])
      .map(of(['symptom-treatment'])),
    ...assessments
      .flatMap((assessment) => [
        { order: PLAIN, assessment },
        { order: { ...PLAIN, cycle: 2 }, assessment, patient: { problems: ['Raynaud'], crClMlMin: 90 } },
      ])
      .map(of(['self-care', 'recovery', 'monitoring', 'risk', 'check', 'red-flags'])),
    ...(['none', 'mild', 'severe'] as const)
      .map((autonomic) => ({ order: PLAIN, assessment: { sensoryGrade: 1, pain: true, autonomic } }))
      .map(of(['symptom-treatment', 'red-flags'])),
  ];
}
