/** The adapter for OpenMRS O3 on its screens: filled, blank, free text, two forms, redesigned. */
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPENMRS_O3 } from '../../../mapping/adapters/openmrs-o3.ts';
import { launchChromium } from '../browser.ts';
import { readMapped } from './mapped-page.ts';
import { BORTEZOMIB, medications, OPENMRS_URL, openmrsPage, orderForms, results } from './openmrs-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const read = (html: string, screen = 'medications', mappings = [OPENMRS_O3]) =>
  readMapped(browser, `${OPENMRS_URL}/${screen}`, html, mappings);

const ORDER = {
  dosePerBsa: 1.3,
  doseMg: 2.34,
  route: 'SC',
  days: [1, 4, 8, 11],
  cycleLengthDays: 21,
  frequency: 'twice-weekly',
  status: 'active',
  cycle: 3,
};
const FORM = {
  drug: 'Velcade 3.5 mg vial (3.5 mg)',
  dose: '3.1',
  unit: 'mg',
  route: 'Intravenous',
  frequency: 'Weekly',
};

describe('medications', () => {
  test('filled: the values are confirmed by the adapter, and the health line says what matched', async () => {
    const page = await read(
      openmrsPage(
        medications('Active Medications', [
          BORTEZOMIB,
          { drug: 'Lenalidomide 25 mg', product: 'capsule', dose: '25 mg', rest: '— oral' },
        ]),
      ),
    );
    expect(page.orders).toEqual([expect.objectContaining(ORDER)]);
    expect(page.by).toMatchObject({
      drug: 'openmrs-o3',
      doseMg: 'openmrs-o3',
      dosePerBsa: 'openmrs-o3',
      status: 'openmrs-o3',
    });
    expect(page.reading.orders[0]?.doseMg).toMatchObject({ from: { confidence: 'confirmed' } });
    expect(page.reading.adapter).toBe('openmrs-o3');
    expect(page.patient).toMatchObject({ ageYears: 68, sex: 'female' });
    expect(page.label).toContain('DEMO-9001');
    expect(page.health).toEqual([
      {
        mapping: 'openmrs-o3',
        name: 'OpenMRS O3',
        page: 'Medications',
        state: 'applied',
        matched: ['patient', 'Active Medications'],
        missing: [],
      },
    ]);
  });

  test('the tables differ by their headings: planned, stopped', async () => {
    const past = {
      ...BORTEZOMIB,
      dose: '2.6 mg',
      sig: 'bortezomib 1.3 mg/m2 subcut days 1,4,8,11',
      chip: 'Discontinued',
    };
    const page = await read(
      openmrsPage(medications('Upcoming Medications', [BORTEZOMIB]) + medications('Past Medications', [past])),
    );
    expect(page.orders.map(({ status }) => status)).toEqual(['planned', 'discontinued']);
  });

  test('blank: nothing is on the list, and nothing is missing', async () => {
    const page = await read(openmrsPage(medications('Active Medications', [])));
    expect(page.orders).toEqual([]);
    expect(page.health).toMatchObject([{ state: 'applied', missing: [] }]);
  });

  test('free text: everything stands in the instructions', async () => {
    const { drug, sig } = BORTEZOMIB;
    const page = await read(openmrsPage(medications('Active Medications', [{ drug, rest: `— ${sig}` }])));
    expect(page.orders).toEqual([
      expect.objectContaining({ dosePerBsa: 1.3, route: 'SC', days: [1, 4, 8, 11], cycle: 3 }),
    ]);
    expect(page.by.dosePerBsa).toBe('openmrs-o3');
  });

  test('a row of another drug that speaks of bortezomib is no order of it', async () => {
    const page = await read(
      openmrsPage(
        medications('Active Medications', [
          BORTEZOMIB,
          {
            drug: 'Dexamethasone 4 mg',
            product: 'tablet',
            dose: '20 mg',
            rest: '— oral',
            sig: 'on the days of bortezomib 1.3 mg/m2',
          },
        ]),
      ),
    );
    expect(page.orders).toHaveLength(1);
  });

  test('two values for one dose: neither is chosen, both are told', async () => {
    const page = await read(
      openmrsPage(
        medications('Active Medications', [{ ...BORTEZOMIB, sig: 'bortezomib 1.3 mg/m2, total 2.1 mg, subcut' }]),
      ),
    );
    expect(page.orders).toHaveLength(1);
    expect(page.reading.orders[0]?.doseMg).toMatchObject({
      status: 'ambiguous',
      reason: 'two different doses',
    });
  });

  test('redesigned, its frame renamed: the adapter steps aside and says so, the generic reader reads', async () => {
    const html = openmrsPage(medications('Active Medications', [BORTEZOMIB])).replaceAll(
      'medications-summary__',
      'meds-',
    );
    const page = await read(html);
    expect(page.orders).toEqual([expect.objectContaining(ORDER)]);
    expect(new Set(Object.values(page.by))).toEqual(new Set(['generic']));
    expect(page.reading.adapter).toBe('generic');
    expect(page.health).toMatchObject([
      { state: 'stepped-aside', matched: [], missing: [expect.stringContaining('medicationsSummaryContainer')] },
    ]);
  });

  test('redesigned, a field moved: that row is left to the generic reader, and the field is named', async () => {
    const html = openmrsPage(medications('Active Medications', [BORTEZOMIB])).replaceAll('medicationRecord', 'record');
    const page = await read(html);
    expect(page.orders).toEqual([expect.objectContaining(ORDER)]);
    expect(page.by.dosePerBsa).toBe('generic');
    expect(page.health).toMatchObject([
      { state: 'applied', missing: ['Active Medications: no instructions in 1 of 1'] },
    ]);
  });
});

describe('the drug order form, which nobody has signed yet', () => {
  const list = medications('Active Medications', [BORTEZOMIB]);

  test('filled: no order, and nothing of it goes into the one beside it', async () => {
    const form = orderForms([{ ...FORM, instructions: 'Velcade 1.6 mg/m2 IV days 1,8,15 (BSA 1.94 m2)' }]);
    const page = await read(openmrsPage(list, form));
    expect(page.orders).toEqual([expect.objectContaining(ORDER)]);
    expect(page.patient).toMatchObject({ bsaM2: 1.8 });
    expect(page.reading.ignored).toContainEqual(
      expect.objectContaining({
        reason: 'an order that is being written and is not signed (Drug order form)',
        from: expect.objectContaining({ adapter: 'openmrs-o3' }),
      }),
    );
    expect(page.health[0]?.matched).toContain('Drug order form');
  });

  test.each([
    ['blank', [{ drug: FORM.drug }]],
    ['free text', [{ drug: FORM.drug, freeText: true, instructions: 'Velcade 1 mg/m2 IV weekly' }]],
    ['two forms', [FORM, { ...FORM, dose: '2', instructions: 'bortezomib 1 mg/m2' }]],
  ])('%s: no order', async (_, forms) => {
    const page = await read(openmrsPage(list, orderForms(forms)));
    expect(page.orders).toEqual([expect.objectContaining(ORDER)]);
    const drafts = page.ignored.filter((reason) => reason.includes('being written'));
    expect(drafts).toHaveLength(forms.length);
  });
});

test('results: the newest of each with its range, confirmed', async () => {
  const page = await read(
    openmrsPage(
      results([
        { name: 'Serum creatinine', date: '05-Oct-2026, 08:15 AM', value: '1.2 mg/dL', range: '0.6 – 1.1 mg/dL' },
        { name: 'Serum creatinine', date: '16-Nov-2026, 08:15 AM', value: '1.4 mg/dL', range: '0.6 – 1.1 mg/dL' },
        { name: 'Total bilirubin', date: '16-Nov-2026, 08:15 AM', value: '0.8 mg/dL', range: '0.1 – 1.2 mg/dL' },
      ]),
    ),
    'results',
  );
  expect(page.observations).toMatchObject({ creatinineMgDl: 1.4, bilirubinMgDl: 0.8, bilirubinUlnMgDl: 1.2 });
  expect(page.reading.observations.creatinineMgDl).toMatchObject({ from: { adapter: 'openmrs-o3' } });
  expect(page.health).toMatchObject([{ page: 'Results', matched: ['patient', 'Individual tests'], missing: [] }]);
});

test('at another address nothing of the adapter is used and nothing is said', async () => {
  const page = await readMapped(
    browser,
    'http://ehr.test/other',
    openmrsPage(medications('Active Medications', [BORTEZOMIB])),
    [OPENMRS_O3],
  );
  expect(page.health).toEqual([]);
  expect(page.by.drug).toBe('generic');
});
