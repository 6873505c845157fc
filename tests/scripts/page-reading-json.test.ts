import { expect, test } from 'vitest';
import type { OrderReading, PageReading, Provenance, Reading } from '../../content-scripts/page-reading.ts';
import { pageReadingJson } from '../../scripts/page-reading-json.ts';

const from: Provenance = { adapter: 'generic', confidence: 'inferred', label: null, frame: 0, locator: 'x' };
const read = <T>(value: T): Reading<T> => ({ status: 'read', value, text: String(value), from });
const missing: Reading<never> = { status: 'not-found' };

const order: OrderReading = {
  id: 'a',
  drug: read('bortezomib' as const),
  dosePerBsa: read(1.3),
  doseMg: { status: 'ambiguous', text: '2.34 or 2.43', reason: 'two doses' },
  route: read('SC' as const),
  days: read([1, 4, 8, 11]),
  cycleLengthDays: missing,
  frequency: { status: 'empty' },
  regimen: missing,
  status: read('active' as const),
  cycle: missing,
  cycleDay: missing,
  text: 'bortezomib 1.3 mg/m²',
};

const page: PageReading = {
  adapter: 'generic',
  orders: [order],
  patient: { ageYears: read(68), sex: missing, heightCm: missing, weightKg: missing, bsaM2: read(1.8) },
  observations: {
    creatinineMgDl: missing,
    crClMlMin: missing,
    bilirubinMgDl: missing,
    bilirubinUlnMgDl: missing,
    plateletsPerNl: { status: 'unit-missing', text: '142' },
    b12PgMl: missing,
    hba1cPercent: missing,
  },
  medications: [read('sertraline 50 mg'), { status: 'unparsed', text: '?' }],
  problems: [],
  allergies: [],
  ignored: [{ text: 'Bortezomib', reason: 'an allergy', from }],
  unreadable: [{ kind: 'frame', label: 'labs' }],
  patientKey: 'secret',
  patientLabel: 'Zzdemo',
  health: [],
  patientConflict: false,
};

test('values that were read stand as plain values', () => {
  const json = pageReadingJson('a.html', page);
  expect(json).toMatchObject({ page: 'a.html', adapter: 'generic', medications: ['sertraline 50 mg'] });
  expect(json.orders[0]).toMatchObject({ kind: 'order', drug: 'bortezomib', dosePerBsa: 1.3, days: [1, 4, 8, 11] });
  expect(json.patient).toMatchObject({ ageYears: 68, bsaM2: 1.8 });
});

test('what was not read is null and named: absent or empty in notFound, everything else in unclear with its reason', () => {
  const json = pageReadingJson('a.html', page);
  expect(json.orders[0]).toMatchObject({ doseMg: null, cycleLengthDays: null, frequency: null });
  expect(json.notFound).toEqual(
    expect.arrayContaining(['orders[0].cycleLengthDays', 'orders[0].frequency', 'patient.sex']),
  );
  expect(json.notFound).not.toContain('orders[0].doseMg');
  expect(json.unclear).toEqual([
    { field: 'orders[0].doseMg', status: 'ambiguous', text: '2.34 or 2.43', reason: 'two doses' },
    { field: 'observations.plateletsPerNl', status: 'unit-missing', text: '142', reason: undefined },
  ]);
});

test('whose chart it is does not leave the browser', () => {
  const text = JSON.stringify(pageReadingJson('a.html', page));
  expect(text).not.toContain('secret');
  expect(text).not.toContain('Zzdemo');
});
