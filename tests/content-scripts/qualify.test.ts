/** Qualification without a page: labels, sections, units, dates, identity, orders. */
import { describe, expect, test } from 'vitest';
import type { CollectedField, CollectedGroup, FieldLabel } from '../../content-scripts/collect/collected-field.ts';
import type { Reading } from '../../content-scripts/page-reading.ts';
import { sexOf, yearsOf } from '../../content-scripts/qualify/age-and-sex.ts';
import { bareMeasures } from '../../content-scripts/qualify/bare-measures.ts';
import { dateOrderOf, newestOf, readDate, resolveDate, yearsBetween } from '../../content-scripts/qualify/dates.ts';
import { identityOf, patientKeyOf } from '../../content-scripts/qualify/identity.ts';
import { orderRoleOf, patientRoleOf } from '../../content-scripts/qualify/labels.ts';
import { mergeOrders } from '../../content-scripts/qualify/merge-orders.ts';
import { analyteOf, chooseMeasured, readMeasured } from '../../content-scripts/qualify/observations.ts';
import { flaggedWhenOld } from '../../content-scripts/qualify/old-results.ts';
import { type FoundOrder, qualifyOrder } from '../../content-scripts/qualify/order.ts';
import { canBeSame, patientOfRow } from '../../content-scripts/qualify/patient-of-row.ts';
import { samePatient } from '../../content-scripts/qualify/same-patient.ts';
import { sectionOf } from '../../content-scripts/qualify/sections.ts';
import { statusOf } from '../../content-scripts/qualify/status.ts';
import { convert, type Measure } from '../../content-scripts/qualify/units.ts';
import { field, group } from './collected-pages.ts';

const under = (text: string, label: string, from: FieldLabel['from'] = 'column-header', more = {}) =>
  field(text, { labels: [{ text: label, from }], ...more });
let cell = 0;
const inCell = (text: string, label: string) => {
  cell += 1;
  return under(text, label, 'column-header', { cell, block: cell });
};
const order = (fields: CollectedField[], more: Partial<CollectedGroup> = {}, id = 'order-1'): FoundOrder => {
  const found = qualifyOrder(group(fields, more), id);
  if (!('order' in found)) throw new Error(`ignored: ${found.reason}`);
  return found;
};
const heading = (text: string, proper = true) => ({ text, proper, locator: text, since: 0, arrived: 0 });

describe('labels in eight languages (H18)', () => {
  test.each([
    ['Dose', 'dose'],
    ['Dose (mg/m²)', 'dosePerBsa'],
    ['Dose (mg):', 'doseMg'],
    ['Protocol dose (mg/m2)', 'dosePerBsa'],
    ['Calculated dose', 'doseMg'],
    ['Max dose', 'not-in-force'],
    ['Max. dose', 'not-in-force'],
    ['Prev. dose', 'not-in-force'],
    ['Dose/Units', 'dose'],
    ['Previous dose', 'not-in-force'],
    ['Vorherige Dosis', 'not-in-force'],
    ['Strength', 'product'],
    ['Via de administración', 'route'],
    ["Voie d'administration", 'route'],
    ['Applikationsweg', 'route'],
    ['Via di somministrazione', 'route'],
    ['Toedieningsweg', 'route'],
    ['Administrationsvej', 'route'],
    ['Zykluslänge', 'cycleLength'],
    ['Lægemiddel', 'drug'],
    ['Comments', 'irrelevant'],
    ['Wobble', 'unknown'],
    ['Loading dose', 'unknown'],
  ])('%s: %s', (label, role) => expect(orderRoleOf(label)).toBe(role));

  test.each([
    ['DOB', 'birthDate'],
    ['Né(e) le', 'unknown'],
    ['Née le', 'birthDate'],
    ['Geb.-Datum:', 'birthDate'],
    ['Fødselsdato', 'birthDate'],
    ['Körpergröße', 'height'],
    ['Vægt', 'weight'],
    ['Superficie corporal', 'bsa'],
  ])('%s: %s', (label, role) => expect(patientRoleOf(label)).toBe(role));
});

describe('sections', () => {
  test.each([
    ['Past Medications', 'past'],
    ['Lab orders', 'results'],
    ['Current regimens', 'active'],
    ['Completed regimens', 'past'],
    ['Regimen library', 'catalogue'],
    ['Drug orders', 'medications'],
    ['Discontinued orders', 'past'],
    ['Medicación suspendida', 'past'],
    ['Abgesetzte Medikamente', 'past'],
    ['Active Medications', 'active'],
    ['Upcoming Medications', 'planned'],
    ['Active/Scheduled Medications', 'medications'],
    ['Current and past medications', 'medications'],
    ['Medications: active, inactive', 'medications'],
    ['Past and future orders', 'medications'],
    ['Discontinued and completed orders', 'past'],
    ['Medications on hold', 'held'],
    ['Allergies', 'allergies'],
    ['No known allergies', null],
    ['Add drug order', 'draft'],
    ['Search results', 'catalogue'],
    ['Progress note', 'notes'],
    ['Medications', 'medications'],
    ['VR-CAP, on hold since 2026-11-12', null],
  ])('%s: %s', (text, section) => expect(sectionOf(text)).toBe(section));

  test.each([
    ['STOPPED', 'discontinued'],
    ['On hold', 'held'],
    ['completed', 'completed'],
    ['Aktiv', 'active'],
    ['pausiert', 'held'],
    ['final', null],
  ])('status %s: %s', (text, status) => expect(statusOf(text)).toBe(status));
});

describe('units', () => {
  test.each<[Measure, number, string, number | 'impossible' | null]>([
    ['creatinine', 88.4, 'µmol/L', 1],
    ['creatinine', 1.4, 'mg/dL', 1.4],
    ['creatinine', 1.4, '', null],
    ['creatinine', 14, 'g/L', null],
    ['creatinine', 140, 'mg/dL', 'impossible'],
    ['bilirubin', 17.1, 'umol/l', 0.9998],
    ['b12', 148, 'pmol/L', 200.6],
    ['hba1c', 53, 'mmol/mol', 7],
    ['platelets', 150, '10⁹/L', 150],
    ['platelets', 150, 'x10^3/µL', 150],
    ['platelets', 150000, '/µL', 150],
    ['height', 1.65, 'm', 165],
    ['weight', 154, 'lb', 69.85],
    ['bsa', 1.8, 'm²', 1.8],
  ])('%s %d %s = %s', (measure, value, unit, expected) => expect(convert(measure, value, unit)).toBe(expected));

  const at = { label: 'Creatinine', locator: '', date: null };
  test.each<[string, unknown]>([
    ['1.4 ↑', 'unit-missing'],
    ['1.4 H mg/dL', 1.4],
    ['1,4 mg/dl (0,6 - 1,1)', 1.4],
    ['<0.2 mg/dL', 'unparsed'],
    ['1,234 mg/dL', 'unparsed'],
    ['pending', 'unparsed'],
    ['--', 'empty'],
    ['1.4 furlong/mL', 'unit-missing'],
  ])('"%s" reads as %s', (text, value) => expect(readMeasured('creatinine', text, at).value).toBe(value));

  test('a unit in the range or the label counts, the upper limit is converted with it', () => {
    expect(readMeasured('bilirubin', '12', { ...at, range: '3 - 21 umol/L' })).toMatchObject({
      value: 0.7016,
      upper: 1.228,
    });
    expect(readMeasured('creatinine', '1.2', { ...at, label: 'Creatinine (mg/dL)' }).value).toBe(1.2);
  });

  test.each([
    ['Serum creatinine', 'creatinine'],
    ['Urine creatinine', null],
    ['Creatinine clearance', 'crCl'],
    ['Creatine kinase', null],
    ['Direct bilirubin', null],
    ['Mean platelet volume', null],
    ['Kreatinin', 'creatinine'],
    ['Piastrine', 'platelets'],
  ])('analyte %s: %s', (label, analyte) => expect(analyteOf(label)).toBe(analyte));

  test('the newest of several by date; several without dates are not a value', () => {
    const one = (value: number, date: string) =>
      readMeasured('creatinine', `${value} mg/dL`, { ...at, date: date ? readDate(date) : null });
    expect(chooseMeasured([one(1, '2026-09-01'), one(1.4, '2026-11-15'), one(1.2, '2026-10-12')]).chosen?.value).toBe(
      1.4,
    );
    expect(chooseMeasured([one(1, ''), one(1.4, '')]).chosen).toBeNull();
    expect(chooseMeasured([one(1, ''), one(1, '')]).chosen?.value).toBe(1);
  });
});

describe('dates', () => {
  const day = (text: string) =>
    readDate(text)?.days.map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
  test.each([
    ['1958-03-14', ['1958-03-14']],
    ['14-Mar-1958', ['1958-03-14']],
    ['14 mars 1958', ['1958-03-14']],
    ['March 14, 1958', ['1958-03-14']],
    ['14/03/1958', ['1958-03-14']],
    ['05.11.1950', ['1950-11-05']],
    ['03/04/1958', ['1958-04-03', '1958-03-04']],
    ['31/02/1958', undefined],
    ['no date', undefined],
  ])('%s', (text, expected) => expect(day(text)).toEqual(expected));

  test('the newest only where it does not depend on which is day and which is month', () => {
    const dates = (...texts: string[]) => texts.map(readDate);
    expect(newestOf(dates('01/02/2026', '03/04/2026'))).toBe(1);
    expect(newestOf(dates('11/09/2026', '10/12/2026'))).toBeNull();
    expect(newestOf(dates('2026-01-01', '2026-01-01'))).toBeNull();
  });

  test('the page shows how it writes dates', () => {
    expect(dateOrderOf(['03/04/2026', '11/16/2026'], 'en')).toBe('month-first');
    expect(dateOrderOf(['03/04/2026', '11/16/2026', '16/11/2026'], 'es')).toBeNull();
    expect(dateOrderOf(['03/04/2026'], 'pt-BR')).toBe('day-first');
    expect(dateOrderOf(['03/04/2026'], 'en-US')).toBeNull();
    const date = readDate('03/04/2026');
    expect(date && resolveDate(date, 'month-first').days).toHaveLength(1);
  });

  test('full years', () => {
    const at = (text: string) => readDate(text)?.days[0] ?? 0;
    expect(yearsBetween(at('1958-11-22'), at('2026-11-22'))).toBe(68);
    expect(yearsBetween(at('1958-11-23'), at('2026-11-22'))).toBe(67);
  });
});

describe('identity', () => {
  const today = Date.UTC(2026, 10, 22) / 86_400_000;
  test('a banner in one line', () => {
    const found = identityOf([field('Alpha Zztest · DOB: 14/03/1958 (68 y) · MRN 123-4 · F')], today);
    expect(found).toMatchObject({
      name: { text: 'Alpha Zztest', workedOut: true },
      identifier: { text: '123-4' },
      age: { years: 68 },
      sex: { value: 'female' },
    });
  });

  test('a date without label is a birth date only with the age that belongs to it', () => {
    expect(identityOf([field('Alpha Zztest'), field('68 yrs · 14-Mar-1958 · ID: Q1')], today).birthDate).not.toBeNull();
    expect(identityOf([field('Alpha Zztest'), field('40 yrs · 14-Mar-1958 · ID: Q1')], today).birthDate).toBeNull();
  });

  test.each([
    ['Test, X (F, 60 y), DOB 01/02/1966', 'Test, X', undefined, 60, 'female'],
    ['Test, X (F, 60 y), MRN 123456', 'Test, X', '123456', 60, 'female'],
    ['Echo Zzbracket (ZB-40312, Male, 66 Years)', 'Echo Zzbracket', 'ZB-40312', 66, 'male'],
    ['Echo Zzbracket (Ward 4, Bed 12)', undefined, undefined, undefined, undefined],
    ['Echo Zzbracket (ZB-40312, ZB-40313, Male)', undefined, undefined, undefined, undefined],
  ])('a name with the rest in brackets: %s', (text, name, identifier, years, sex) => {
    const found = identityOf([field(text)], today);
    expect([found.name?.text, found.identifier?.text, found.age?.years, found.sex?.value]).toEqual([
      name,
      identifier,
      years,
      sex,
    ]);
  });

  test('words after the date are not a name', () => {
    expect(
      identityOf([field('DOB: 1958-03-14'), field('Add Location'), field('Smoking Status')], today).name,
    ).toBeNull();
  });

  test('a value set off from its label by an inline element keeps the label', () => {
    const found = identityOf(
      [
        field('Test, Zzalpha'),
        field('DOB: 1966-03-14', { seams: [5] }),
        field('Sex: F', { seams: [5] }),
        field('MRN: SW-0046 Age: 60 y', { seams: [5, 13, 18] }),
      ],
      today,
    );
    expect(found).toMatchObject({
      birthDate: { text: '1966-03-14' },
      sex: { value: 'female' },
      identifier: { text: 'SW-0046' },
      age: { years: 60 },
    });
    const empty = identityOf([field('Test, Zzalpha'), field('DOB: MRN: SW-0046', { seams: [5, 10] })], today);
    expect([empty.birthDate, empty.identifier?.text]).toEqual([null, 'SW-0046']);
  });

  test('one part is nobody; given and family name in either order are the same person', () => {
    const key = (text: string) => patientKeyOf(identityOf([field(text)], today), 'salt');
    expect(key('MRN: 12')).toBeNull();
    expect(samePatient(key('Name: Alpha Zztest; MRN: 12') ?? '', key('Name: ZZTEST, Alpha; MRN: 12') ?? '')).toBe(true);
    expect(samePatient(key('Name: Alpha Zztest; MRN: 12') ?? '', key('Name: Alpha Zztest; MRN: 13') ?? '')).toBe(false);
  });

  test.each([
    ['068Y', 68],
    ['68 años', 68],
    ['8 months', null],
    ['68', null],
  ])('age %s', (text, years) => expect(yearsOf(text, false)).toBe(years));

  test('words for the sex', () => {
    expect(['Female', 'weiblich', 'Mujer', 'V', 'Kvinde'].map(sexOf)).toEqual(Array(5).fill('female'));
    expect(['male', 'Männlich', 'Homme', 'Hombre', 'Mand'].map(sexOf)).toEqual(Array(5).fill('male'));
    expect(sexOf('unknown')).toBeNull();
  });
});

describe('a unit that stands behind the range alone', () => {
  test.each([
    ['platelets', '201', '150.00 - 400.00 10^9/L', 201],
    ['platelets', '201', '(150 - 400) x10^9/L', 201],
    ['creatinine', '156', '62.00 - 106.00 umol/L', 1.765],
    ['platelets', '201', '150 - 400', 'unit-missing'],
  ] as const)('%s %s, %s', (measure, text, range, value) => {
    const read = readMeasured(measure, text, { range, label: measure, locator: '', date: null }).value;
    if (typeof value === 'number') expect(read).toBeCloseTo(value, 3);
    else expect(read).toBe(value);
  });
});

describe('old results', () => {
  const today = Date.UTC(2026, 10, 22) / 86_400_000;
  const reading: Reading<number> = {
    status: 'read',
    value: 1.1,
    text: '1.1',
    from: { adapter: 'generic', confidence: 'inferred', label: null, frame: 0, locator: '' },
  };
  const old = (measure: Measure, ...days: number[]) => {
    const date = { days: days.map((ago) => today - ago), start: 0, end: 1 };
    const flagged = flaggedWhenOld(reading, measure, date, today);
    return flagged.status === 'read' ? flagged.old : null;
  };
  test.each([
    ['creatinine', 30, undefined],
    ['creatinine', 31, { date: '2026-10-22', days: 31 }],
    ['platelets', 400, { date: '2025-10-18', days: 400 }],
    ['hba1c', 180, undefined],
    ['hba1c', 181, { date: '2026-05-25', days: 181 }],
    ['weight', 400, undefined],
  ] as const)('%s of %i days ago', (measure, days, flag) => expect(old(measure, days)).toEqual(flag));
  test('a date that can be read two ways counts with the later one that is not in the future', () => {
    expect(old('creatinine', 100, 20)).toBeUndefined();
    expect(old('creatinine', 100, -5)).toMatchObject({ days: 100 });
  });
  test('without a date nothing is said of its age', () =>
    expect(flaggedWhenOld(reading, 'creatinine', null, today)).toBe(reading));
});

describe('body measures without a label', () => {
  const said = (...texts: string[]) =>
    bareMeasures(texts.map((text) => field(text))).map(({ measure, value }) => [measure, value]);
  test.each([
    [
      '178 cm / 91,5 kg / KOF 2,13 m²',
      [
        ['height', 178],
        ['weight', 91.5],
        ['bsa', 2.13],
      ],
    ],
    [
      'Female, 165 cm, 72 kg',
      [
        ['height', 165],
        ['weight', 72],
      ],
    ],
    ['tumour 4 cm', []],
    ['12 kg', []],
    ['loss of 32 kg', []],
  ])('%s', (text, measures) => expect(said(text)).toEqual(measures));
  test('two different weights are none', () => expect(said('72 kg', '80 kg', '165 cm')).toEqual([['height', 165]]));
});

describe('the patient of a row', () => {
  const today = Date.UTC(2026, 10, 22) / 86_400_000;
  const row = (patient: string, more: CollectedField[] = []) =>
    patientOfRow([inCell(patient, 'Patient'), ...more], today);
  test('an order’s own name and number name nobody', () =>
    expect(patientOfRow([inCell('Bortezomib', 'Name'), inCell('A-1004', 'ID')], today)).toBeNull());
  test.each([
    ['Zztest, Alpha', 'ALPHA B. ZZTEST', true],
    ['Zztest, Alpha', 'Zztest, Anton', false],
  ])('%s and %s', (a, b, same) => {
    const [one, other] = [row(a), row(b)];
    if (!one || !other) throw new Error('nobody was found');
    expect(canBeSame(one, other)).toBe(same);
  });
  test('the same name with another birth date is another patient', () => {
    const born = (date: string) => row('Zztest, Alpha', [inCell(date, 'DOB')]);
    const [one, other] = [born('14-Mar-1958'), born('15-Mar-1958')];
    if (!one || !other) throw new Error('nobody was found');
    expect([canBeSame(one, one), canBeSame(one, other)]).toEqual([true, false]);
  });
});

describe('orders', () => {
  test('mg without area is never mg/m2, and a bare number is neither (H04)', () => {
    const found = order([inCell('bortezomib', 'Drug'), inCell('1.3', 'Dose')]).order;
    expect([found.dosePerBsa.status, found.doseMg.status]).toEqual(['unit-missing', 'unit-missing']);
    expect(order([inCell('bortezomib', 'Drug'), inCell('1.3 mg', 'Dose')]).order.dosePerBsa.status).toBe('not-found');
  });

  test('product strength is not the dose', () => {
    const found = order([inCell('Bortezomib 3.5 mg powder for solution', 'Drug'), inCell('3.5 mg', 'Strength')]);
    expect(found.order.doseMg.status).not.toBe('read');
    expect(found.bare).toBe(true);
  });

  test('two values that differ are ambiguous, with both in the reason', () => {
    const found = order([inCell('bortezomib 1.3 mg/m2', 'Drug'), inCell('1 mg/m2', 'Dose')]).order.dosePerBsa;
    expect(found).toMatchObject({ status: 'ambiguous', reason: expect.stringMatching(/1 mg.*1\.3 mg/) });
  });

  test('an unknown label keeps its value to itself', () => {
    expect(order([inCell('bortezomib', 'Drug'), inCell('2.6 mg', 'Wobble')]).order.doseMg.status).toBe('not-found');
  });

  test('placeholder text labels a control and is no value', () => {
    const control = field('', {
      control: true,
      labels: [
        { text: 'Dose (mg/m2)', from: 'label' },
        { text: '1.3', from: 'placeholder' },
      ],
    });
    expect(
      order([field('bortezomib', { control: true, labels: [{ text: 'Drug', from: 'label' }] }), control]).order
        .dosePerBsa.status,
    ).toBe('empty');
  });

  test.each([
    ['Allergies', /allergy/],
    ['Oncology history', /history/],
    ['Search results', /catalogue|search/],
    ['Add drug order', /not signed/],
    ['Progress note', /note/],
  ])('under %s it is not an order (H10)', (text, reason) => {
    expect(qualifyOrder(group([field('Bortezomib 1.3 mg/m2 SC')], { headings: [heading(text)] }), 'x')).toMatchObject({
      reason: expect.stringMatching(reason),
    });
  });

  test.each([
    [{ headings: [heading('Past Medications')] }, 'discontinued'],
    [{ struck: true }, 'discontinued'],
    [{ greyed: true }, 'ambiguous'],
    [{}, 'not-found'],
  ])('status by surroundings %j: %s (H08)', (more, status) => {
    const found = order([field('bortezomib 1.3 mg/m2 SC')], more).order.status;
    expect(found.status === 'read' ? found.value : found.status).toBe(status);
  });

  test('a chip against its section is ambiguous', () => {
    const found = order([field('bortezomib 1.3 mg/m2 SC'), field('ACTIVE')], {
      headings: [heading('Past Medications')],
    });
    expect(found.order.status.status).toBe('ambiguous');
  });

  test('a share beside the dose makes it ambiguous, 100 % does not', () => {
    const at = (share: string) =>
      order([inCell('bortezomib', 'Drug'), inCell('1.3 mg/m2', 'Dose'), inCell(share, '% of dose')]);
    expect(at('75%').order.dosePerBsa.status).toBe('ambiguous');
    expect(at('100%').order.dosePerBsa.status).toBe('read');
  });
});

describe('the same order seen twice (H07)', () => {
  const full = (status: string, list: number, dose = '1.3 mg/m2', id = `order-${list}`) =>
    order([inCell('Bortezomib inj', 'Drug'), inCell(dose, 'Dose'), inCell(status, 'Status')], { list }, id);
  const bare = (status: string, list: number) =>
    order([field('Bortezomib inj'), field(status)], { list, headings: [heading('Medications')] }, `bare-${list}`);

  test('a list entry beside its order is one order', () => {
    expect(mergeOrders([bare('ACTIVE', 1), full('active', 2)]).map(({ bare }) => bare)).toEqual([false]);
  });
  test('a stopped entry beside an active order stays', () => {
    expect(mergeOrders([bare('STOPPED', 1), full('active', 2)])).toHaveLength(2);
  });
  test('rows of the same list and orders with another dose stay', () => {
    expect(mergeOrders([full('active', 2, '1.3 mg/m2', 'a'), full('active', 2, '1.3 mg/m2', 'b')])).toHaveLength(2);
    expect(mergeOrders([full('active', 1), full('active', 2, '1 mg/m2')])).toHaveLength(2);
  });
});
