/** Values beside bortezomib's own: partners' routes, drawn-up volumes, former schedules, columns, rest periods. */
import { describe, expect, it } from 'vitest';
import { parseOrderText } from '../../../content-scripts/parse/index.ts';

const FIELDS = ['dosePerBsa', 'doseMg', 'route', 'days', 'cycleLengthDays', 'frequency', 'regimen'] as const;
const said = (text: string) => {
  const read = parseOrderText(text);
  return Object.fromEntries(FIELDS.map((field) => [field, read[field]]).filter(([, value]) => value !== null));
};
const TWICE = { days: [1, 4, 8, 11], frequency: 'twice-weekly' };
const SC = { route: 'SC' };

describe('what leads in another drug belongs to that drug', () => {
  it.each([
    ['Velcade SC, weekly dexamethasone 20 mg', SC],
    ['Velcade 1 mg/m2 SC + oral melphalan 9 mg/m2', { dosePerBsa: 1, ...SC }],
    ['Velcade 1 mg/m2 SC, melphalan 9 mg/m2 PO', { dosePerBsa: 1, ...SC }],
    ['dexamethasone 40 mg PO, weekly subcutaneous bortezomib', { ...SC, frequency: 'weekly' }],
    ['bortezomib 1.1 mg/m2 SC D1,4,8,11 and weekly dexa 20 mg', { dosePerBsa: 1.1, ...SC, ...TWICE }],
  ])('%s', (text, says) => {
    expect(said(text)).toEqual(says);
  });
});

describe('counts of doses per week', () => {
  it.each([
    ['bortezomib SC, two injections per week', { ...SC, frequency: 'twice-weekly' }],
    ['Vous recevrez une injection de bortézomib par semaine', { frequency: 'weekly' }],
    ['bortezomib SC three injections per week', SC],
    ['bortezomib 1 mg/m2 SC one dose a week', { dosePerBsa: 1, ...SC, frequency: 'weekly' }],
  ])('%s', (text, says) => {
    expect(said(text)).toEqual(says);
  });
});

describe('scanned, exported and tabulated', () => {
  it.each([
    ['bortezomib l.1 mg/m2 SC', SC],
    ['bortezomib O.9 mg/m2 SC', SC],
    ['B0RTEZOMIB 1.1 mg/m2 SC', { dosePerBsa: 1.1, ...SC }],
    [
      'name: bortezomib\ndose: 1.1\nunit: mg/m2\nroute: SC\ncycle_length: 28',
      { dosePerBsa: 1.1, ...SC, cycleLengthDays: 28 },
    ],
    ["(7,'Bortezomib',1.1,'mg/m2','IV')", { dosePerBsa: 1.1, route: 'IV' }],
    ['Velcade,0.9,mg/m2,SC', { dosePerBsa: 0.9, ...SC }],
    [
      "{'name': 'Velcade', 'dose': 0.9, 'dose_unit': 'mg/m2', 'cycle_length': 35}",
      { dosePerBsa: 0.9, cycleLengthDays: 35 },
    ],
    ['bortezomib;1.1;mg/m2;SC', { dosePerBsa: 1.1, ...SC }],
    ['<drug>Velcade</drug><amount>1.9 mg</amount><route>SC</route>', { doseMg: 1.9, ...SC }],
    ['<drug>Velcade</drug><strength>2.5 mg</strength><route>SC</route><days>1, 4, 8, 11</days>', { ...SC, ...TWICE }],
    ['bortezomib in prefilled syringe 1.9 mg = 0.76 mL SC', { doseMg: 1.9, ...SC }],
    ['bortezomib 1,9 mg per via sottocutanea', { doseMg: 1.9, ...SC }],
    ['bortezomib D1,4,8,11 / 28 d', { ...TWICE, cycleLengthDays: 28 }],
    ['bortezomib 1.1 mg/m2 D1,4,8,11/28', { dosePerBsa: 1.1 }],
    ['bortezomib 1.1 mg/m2 J1 J4 J8 J11, reprise à J29', { dosePerBsa: 1.1, ...TWICE }],
  ])('%s', (text, says) => {
    expect(said(text)).toEqual(says);
  });
});

describe('former and coming values', () => {
  it.each([
    ['Velcade 0.9 mg/m2 SC once a week (was 1.1 mg/m2 twice a week)', { dosePerBsa: 0.9, ...SC, frequency: 'weekly' }],
    ['Velcade SC lowered by 0.2 mg/m2', SC],
    ['Velcade s.c., um 0,4 mg/m2 reduziert', SC],
    ['Velcade 0.9 mg/m2 SC weekly, raise to 1.1 mg/m2 when stable', { dosePerBsa: 0.9, ...SC, frequency: 'weekly' }],
    ['Velcade IV on days 1, 4, 8, 11 of a cycle of 28 days (4 weeks)', { route: 'IV', ...TWICE, cycleLengthDays: 28 }],
    ['Velcade SC D1,4,8,11 and pamidronate 90 mg IV D1 q28 days', { ...SC, ...TWICE }],
    ['Velcade 0.9 mg/m2 SC cada 15 días', { dosePerBsa: 0.9, ...SC, frequency: 'every-2-weeks' }],
    ['Previously untreated patients receive Velcade IV days 1, 4, 8, 11', { route: 'IV', ...TWICE }],
    ['Velcade SC days 1, 4, 8, 11, then rest (days 12 through 28)', { ...SC, ...TWICE, cycleLengthDays: 28 }],
    ['Velcade SC days 1, 4, 8, 11, then rest; dexamethasone days 12 to 21', { ...SC, ...TWICE }],
    [
      'Velcade 1.1 mg/m2 SC D1, 4, 8, 11; thalidomide 50 mg; every 28 days',
      { dosePerBsa: 1.1, ...SC, ...TWICE, cycleLengthDays: 28 },
    ],
    ['Velcade 1.1 mg/m2 SC; zoledronic acid 4 mg every 28 days', { dosePerBsa: 1.1, ...SC }],
  ])('%s', (text, says) => {
    expect(said(text)).toEqual(says);
  });
});

describe('no orders', () => {
  it.each([
    'Clearance and AUC of bortezomib 1 mg/m2 in dialysis',
    'Bortezomib may only be injected subcutaneously',
    'Bortezomib steps: 1.5 → 1.3 → 1 mg/m2',
    'Bilirubin above 1.5 × ULN: begin bortezomib with 0.7 mg/m2',
    'Lower bortezomib one step (from 1.3 to 1 mg/m2, or from 1 mg/m2 to 0.7 mg/m2)',
    'The dose intensity of bortezomib was 1.1 mg/m2 per week',
    'The cumulative dose of bortezomib was 30 mg/m2',
    'Half-life of bortezomib after 1.3 mg/m2: 76 hours',
    'DLT at 1.5 mg/m2 of bortezomib: diarrhoea',
    'Velcade skipped on day 8',
    'Once recovered, increase bortezomib to 1.1 mg/m2',
    'Pregabalin 75 mg for Velcade-induced pain, up to 150 mg',
    'Bortezomib 1 mg or 3.5 mg powder',
  ])('%s', (text) => {
    expect(parseOrderText(text).kind).not.toBe('order');
  });
  it('but a schedule that a study describes is one', () => {
    expect(said('Patients were treated with bortezomib 1.1 mg/m2 SC on days 1, 4, 8, 11')).toEqual({
      dosePerBsa: 1.1,
      ...SC,
      ...TWICE,
    });
    expect(parseOrderText('She was treated with bortezomib 1.1 mg/m2 SC on days 1, 4, 8, 11').kind).toBe('history');
  });
});

describe('two doses, or the dose of a drug that nobody knows', () => {
  it.each([
    ['Velcade 1.1 mg/m2 SC, to be reduced to 0.9 mg/m2 if PN worsens', { dosePerBsa: 1.1, ...SC }],
    ['Velcade 0.9 mg/m2 SC no ciclo 1, depois 1,1 mg/m²', SC],
    ['Velcade 0,9 mg/m2 sc in kuur 1, daarna 1,1 mg/m2', SC],
    ['Velcade 0,9 mg/m2 s.c. i serie 1, derefter 1,1 mg/m2', SC],
    ['Velcade SC + zybrotecan 1.1 mg/m2', SC],
    ['Velcade SC zybrotine 1.1 mg/m2', SC],
    ['Velcade SC/ alprazolam 0.5 mg prn', SC],
    ['Velcade SC + topotecan 1.1 mg/m2 IV', SC],
    ['Velcade SC, trabectedin 1.1 mg/m2 IV', SC],
    ["Velcade 1'1 mg/m2 SC", { dosePerBsa: 1.1, ...SC }],
    ['Velcade 1;1 mg/m2 SC', SC],
    ['Velcade 1:1 mg/m2 SC', SC],
    ['Velcade 1_1 mg/m2 SC', SC],
    ['Velcade 1..1 mg/m2 SC', SC],
    ['Velcade q1.1 mg/m2 SC', SC],
    ['Velcade Zentiva 1.1 mg/m2 SC', { dosePerBsa: 1.1, ...SC }],
  ])('%s', (text, says) => {
    expect(said(text)).toEqual(says);
  });
});
