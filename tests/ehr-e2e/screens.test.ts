/** Each screen of OpenMRS O3 that shows something of a bortezomib treatment, with what is to be read on it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PageJson } from '../../scripts/page-reading-json.ts';
import { type BesideInChromium, besideInChromium, type Patient } from './beside-openmrs.ts';

let beside: BesideInChromium;

beforeAll(async () => {
  beside = await besideInChromium();
});
afterAll(() => beside?.close());

/** Whose chart it is, from the banner and the vital signs that stand over every screen. */
const PATIENT: Record<Patient, object> = {
  Fjord: { sex: 'female', heightCm: 162, weightKg: 72 },
  Glacier: { sex: 'male', heightCm: 180, weightKg: 80 },
  Heath: { sex: 'female', heightCm: 170, weightKg: 81 },
  Islet: { sex: 'male', heightCm: 171, weightKg: 76 },
};

/** The order of Zzdemo-Fjord: vial strength, dose in mg and dose per m² stand in one row. */
const FJORD_ORDER = {
  dosePerBsa: 1.3,
  doseMg: 2.34,
  route: 'SC',
  days: [1, 4, 8, 11],
  cycleLengthDays: 21,
  frequency: 'twice-weekly',
  status: 'active',
  cycle: 3,
};

const named = (list: string[], drug: string) => list.filter((text) => text.toLowerCase().includes(drug));

describe('medications', () => {
  test('vial strength, dose in mg and dose per m² in one row are told apart', async () => {
    await beside.goto('Fjord', 'medications', 'Clarithromycin');
    const reading = await beside.reading();
    expect(reading.orders).toEqual([expect.objectContaining(FJORD_ORDER)]);
    expect(reading.patient).toMatchObject({ ...PATIENT.Fjord, bsaM2: 1.8 });
    expect(reading.patientConflict).toBe(false);
    expect(named(reading.medications, 'lenalidomide')).toHaveLength(1);
    expect(named(reading.medications, 'dexamethasone')).toHaveLength(1);
    expect(named(reading.medications, 'clarithromycin'), 'a past medication is not taken').toEqual([]);
  });

  test('under a brand name, reduced: the dose in force, and the order before it as stopped', async () => {
    await beside.goto('Glacier', 'medications', 'Amiodarone');
    const reading = await beside.reading();
    expect(reading.orders).toEqual([
      expect.objectContaining({
        dosePerBsa: 1,
        doseMg: 2,
        route: 'IV',
        days: [1, 8, 15, 22],
        cycleLengthDays: 28,
        frequency: 'weekly',
        status: 'active',
      }),
      expect.objectContaining({
        dosePerBsa: 1.3,
        doseMg: 2.6,
        route: 'SC',
        days: [1, 4, 8, 11],
        cycleLengthDays: 21,
        status: 'discontinued',
      }),
    ]);
    expect(reading.patient).toMatchObject(PATIENT.Glacier);
  });

  test('bortezomib among the past medications only is no order in force', async () => {
    await beside.goto('Heath', 'medications', 'Carfilzomib');
    const reading = await beside.reading();
    expect(reading.orders.map(({ status }) => status)).toEqual(['discontinued']);
    expect(named(reading.medications, 'carfilzomib')).toHaveLength(1);
    expect(reading.patient).toMatchObject(PATIENT.Heath);
  });

  test('an order of free text alone, and another that is yet to come', async () => {
    await beside.goto('Islet', 'medications', 'Upcoming Medications');
    const reading = await beside.reading();
    expect(reading.orders).toEqual([
      expect.objectContaining({
        dosePerBsa: 1.3,
        doseMg: 2.47,
        route: 'SC',
        days: [1, 8, 15],
        cycleLengthDays: 28,
        status: 'active',
      }),
      expect.objectContaining({ dosePerBsa: 1, doseMg: 1.9, route: 'SC', days: [1, 8, 15], status: 'planned' }),
    ]);
    expect(named(reading.medications, '1 mg/m2'), 'what is yet to come is not taken').toEqual([]);
  });
});

/** What the adapter says about the page: everything that it describes is there as described. */
const fits = (page: string, ...parts: string[]) => [
  { mapping: 'openmrs-o3', page, state: 'applied', matched: expect.arrayContaining(parts), missing: [] },
];

describe('the adapter for OpenMRS O3', () => {
  test.each([
    ['Fjord', 'medications', 'Clarithromycin', 'Medications', ['patient', 'Active Medications', 'Past Medications']],
    ['Fjord', 'patient-summary', 'Clarithromycin', 'Patient summary', ['patient', 'Active Medications']],
    ['Glacier', 'results', 'Total bilirubin', 'Results', ['patient', 'Individual tests']],
    ['Heath', 'allergies', 'Bortezomib', 'Allergies', ['patient', 'Allergies']],
  ] as const)('fits the chart of Zzdemo-%s, %s', async (patient, screen, shown, page, parts) => {
    await beside.goto(patient, screen, shown);
    const reading = await beside.reading();
    expect(reading.health).toEqual(fits(page, ...parts));
    expect(reading.adapter).toBe('openmrs-o3');
  });
});

describe('the workspace beside the medications', () => {
  // in a narrower window OpenMRS lays the workspace over the medications, and nobody sees them
  beforeAll(() => beside.page.setViewport({ width: 1500, height: 1000 }));
  afterAll(() => beside.page.setViewport(null));

  test('search results of the formulary are no orders', async () => {
    await beside.goto('Fjord', 'medications', 'Clarithromycin');
    await beside.inPage(OPEN_FORMULARY);
    const reading = await beside.reading();
    expect(reading.orders).toEqual([expect.objectContaining(FJORD_ORDER)]);
    expect(reading.patient).toMatchObject(PATIENT.Fjord);
  });

  test('a blank order form adds nothing', async () => {
    await beside.inPage(
      `await click('#omrs-workspaces-container button', 'Order form'); await shows('Dosage instructions'); await still();`,
    );
    const reading = await beside.reading();
    expect(reading.orders).toEqual([expect.objectContaining(FJORD_ORDER)]);
    expect(reading.patientConflict).toBe(false);
  });

  test('a form that is being filled in is not an order, and lends nothing to the one beside it', async () => {
    await beside.inPage(FILL_ORDER_FORM);
    const reading = await beside.reading();
    expect(reading.orders).toEqual([expect.objectContaining(FJORD_ORDER)]);
    expect(reading.ignored.map(({ reason }) => reason).join('\n')).toMatch(/being written/);
    expect(reading.patient, 'the body surface area of the form is not that of the order').toMatchObject({ bsaM2: 1.8 });
    expect(reading.patientConflict).toBe(false);
  });
});

describe('results', () => {
  const OVER_TIME = `await click('[role=tab], button', 'Over time'); await sleep(500); await still();`;
  const IN_MG_DL = {
    creatinineMgDl: 1.4,
    bilirubinMgDl: 0.8,
    bilirubinUlnMgDl: 1.2,
    plateletsPerNl: 98,
    b12PgMl: 210,
    hba1cPercent: 7.4,
  };
  const IN_SI_UNITS = {
    creatinineMgDl: expect.closeTo(1.765, 2),
    bilirubinMgDl: expect.closeTo(1.579, 2),
    bilirubinUlnMgDl: expect.closeTo(1.228, 2),
    plateletsPerNl: 201,
    b12PgMl: expect.closeTo(408, 0),
    hba1cPercent: expect.closeTo(5.63, 1),
  };

  test.each([
    ['Fjord', IN_MG_DL],
    ['Glacier', IN_SI_UNITS],
  ] as const)('individual tests of Zzdemo-%s: the newest of each', async (patient, expected) => {
    await beside.goto(patient, 'results', 'Total bilirubin');
    const reading = await beside.reading();
    expect(reading.observations).toMatchObject(expected);
    expect(reading.orders).toEqual([]);
  });

  test.each([
    ['Fjord', IN_MG_DL],
    ['Glacier', IN_SI_UNITS],
  ] as const)('over time, without a table, of Zzdemo-%s: the newest of each', async (patient, expected) => {
    await beside.goto(patient, 'results', 'Total bilirubin');
    await beside.inPage(OVER_TIME);
    const reading = await beside.reading();
    expect(reading.observations).toMatchObject(expected);
  });

  test('a result below the limit of detection is not taken for the limit', async () => {
    await beside.goto('Heath', 'results', 'Total bilirubin');
    const reading = await beside.reading();
    expect(reading.observations).toMatchObject({ creatinineMgDl: 1, bilirubinMgDl: null });
    await beside.inPage(OVER_TIME);
    const overTime = await beside.reading();
    expect(overTime.observations).toMatchObject({ creatinineMgDl: 1, bilirubinMgDl: null });
  });
});

describe('the other screens', () => {
  test('summary: the order, the problem, height and weight', async () => {
    await beside.goto('Fjord', 'patient-summary', 'Clarithromycin');
    const reading: PageJson = await beside.reading();
    expect(reading.orders).toEqual([expect.objectContaining(FJORD_ORDER)]);
    expect(reading.problems).toEqual(['Multiple myeloma, newly diagnosed']);
    expect(reading.patient).toMatchObject(PATIENT.Fjord);
  });

  test('allergies: bortezomib as an allergy is no order', async () => {
    await beside.goto('Heath', 'allergies', 'Bortezomib');
    const reading = await beside.reading();
    expect(reading.orders).toEqual([]);
    expect(reading.allergies).toEqual(['Bortezomib']);
  });

  test('vitals: height and weight', async () => {
    await beside.goto('Islet', 'vitals-and-biometrics', 'Biometrics');
    const reading = await beside.reading();
    expect(reading.patient).toMatchObject(PATIENT.Islet);
    expect(reading.orders).toEqual([]);
  });
});

const OPEN_FORMULARY = `
  await click('button', 'Add');
  await shows('Order basket');
  await still();
  await click('#omrs-workspaces-container button', 'Add');
  type(await until(() => document.querySelector('#omrs-workspaces-container [role=searchbox], #omrs-workspaces-container input[type=search]')), 'bortezomib');
  await shows('Velcade 3.5 mg vial');
  await still();`;

const FILL_ORDER_FORM = `
  const choose = async (id, words) => {
    const box = document.getElementById(id);
    box.click();
    type(box, words);
    await click('[role=option]', words);
    await sleep(200);
  };
  type(document.getElementById('doseSelection'), '3.1');
  await choose('dosingUnits', 'mg');
  await choose('editRoute', 'Intravenous');
  await choose('editFrequency', 'Weekly');
  type(document.querySelector('#drugOrderForm textarea'), 'Velcade 1.6 mg/m2 IV days 1,8,15 (BSA 1.94 m2)');
  await still();`;
