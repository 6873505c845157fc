/**
 * The patients that OpenMRS is filled with. All are invented: no real person is called Zzdemo, and the record numbers
 * start with DEMO. Heights and weights give round body surface areas (Mosteller), so that every dose in mg is dose per
 * m² times BSA exactly. Dates are counted back from the day of the run, because OpenMRS sorts orders by today's date.
 */

/**
 * @typedef {object} Order
 * @property {string} drug the product's name, as the formulary has it
 * @property {string} generic
 * @property {string} strength
 * @property {string} form
 * @property {number} [dose] absent: the order is free text alone
 * @property {string} [unit]
 * @property {string} [route]
 * @property {string} [frequency]
 * @property {string} sig free text of the prescriber
 * @property {string} start ISO date; in the future = upcoming
 * @property {string} [stop] ISO date
 * @property {string} reason
 * @property {number} [days] duration
 *
 * @typedef {object} Result
 * @property {string} test
 * @property {string} unit
 * @property {number} low
 * @property {number} high
 * @property {(number | string | null)[]} values newest first, on the dates of RESULT_DATES; null = not done
 *
 * @typedef {object} Patient
 * @property {string} uuid
 * @property {string} mrn
 * @property {string} given
 * @property {string} family
 * @property {string} birthDate
 * @property {'female' | 'male'} gender
 * @property {number} heightCm
 * @property {number} weightKg
 * @property {string} problem
 * @property {string} [allergy]
 * @property {Order[]} orders
 * @property {Result[]} results
 */

/** ISO date so many days before today; negative = after. */
const ago = (/** @type {number} */ days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

export const VITALS_DATE = ago(6);
export const RESULT_DATES = [ago(6), ago(48)];

const GENERIC_VIAL = {
  drug: 'Bortezomib 3.5 mg powder for solution for injection',
  generic: 'bortezomib',
  strength: '3.5 mg',
  form: 'Injection',
};
export const TWICE_WEEKLY = 'Days 1, 4, 8 and 11 every 21 days';
const MYELOMA = 'Multiple myeloma';

/**
 * @param {string} name
 * @param {number} mg
 * @param {string} frequency
 * @param {string} sig
 * @param {Partial<Order>} rest
 * @returns {Order}
 */
const oral = (name, mg, frequency, sig, rest) => ({
  drug: `${name} ${mg} mg`,
  generic: name.toLowerCase(),
  strength: `${mg} mg`,
  form: 'Tablet',
  dose: mg,
  unit: 'mg',
  route: 'Oral',
  frequency,
  sig,
  start: ago(48),
  reason: MYELOMA,
  ...rest,
});

/** @type {Patient[]} */
export const patients = [
  {
    uuid: 'aaaaaaaa-0001-4aaa-8aaa-000000000001',
    mrn: 'DEMO-1001',
    given: 'Probata',
    family: 'Zzdemo-Fjord',
    birthDate: '1958-03-14',
    gender: 'female',
    heightCm: 162,
    weightKg: 72,
    problem: 'Multiple myeloma, newly diagnosed',
    orders: [
      {
        ...GENERIC_VIAL,
        dose: 2.34,
        unit: 'mg',
        route: 'Subcutaneous',
        frequency: TWICE_WEEKLY,
        sig: 'Bortezomib 1.3 mg/m2 subcut days 1,4,8,11 (BSA 1.8 m2) of a 21-day cycle, cycle 3 of 8',
        start: ago(48),
        reason: MYELOMA,
      },
      oral('Lenalidomide', 25, 'Once daily', 'Days 1-14 of a 21-day cycle', { form: 'Capsule', days: 14 }),
      oral('Dexamethasone', 4, 'Once daily', 'Days 1,2,4,5,8,9,11,12', { dose: 20 }),
      oral('Aciclovir', 400, 'Twice daily', 'While on a proteasome inhibitor', { reason: 'Zoster prophylaxis' }),
      oral('Clarithromycin', 500, 'Twice daily', '7 day course', {
        start: ago(82),
        stop: ago(75),
        reason: 'Pneumonia',
      }),
    ],
    results: [
      { test: 'Serum creatinine', unit: 'mg/dL', low: 0.6, high: 1.1, values: [1.4, 1.2] },
      { test: 'Vitamin B12', unit: 'pg/mL', low: 232, high: 1245, values: [210, 305] },
      { test: 'Total bilirubin', unit: 'mg/dL', low: 0.1, high: 1.2, values: [0.8, 0.7] },
      { test: 'Hemoglobin A1c', unit: '%', low: 4, high: 5.6, values: [7.4, 7.1] },
      { test: 'Platelets', unit: '10^3/uL', low: 150, high: 400, values: [98, 143] },
      { test: 'Absolute neutrophil count', unit: '10^3/uL', low: 1.8, high: 7.7, values: [1.9, 2.4] },
      { test: 'TSH', unit: 'mIU/L', low: 0.4, high: 4.5, values: [2.1, null] },
    ],
  },
  {
    uuid: 'bbbbbbbb-0002-4bbb-8bbb-000000000002',
    mrn: 'DEMO-1002',
    given: 'Exemplo',
    family: 'Zzdemo-Glacier',
    birthDate: '1949-11-02',
    gender: 'male',
    heightCm: 180,
    weightKg: 80,
    problem: 'AL amyloidosis',
    allergy: 'Penicillin',
    orders: [
      {
        drug: 'Velcade 3.5 mg vial',
        generic: 'bortezomib',
        strength: '3.5 mg',
        form: 'Injection',
        dose: 2,
        unit: 'mg',
        route: 'Intravenous',
        frequency: 'Weekly',
        sig: 'Velcade 1 mg/m2 IV push days 1,8,15,22 q28d - REDUCED from 1.3 mg/m2 for grade 2 peripheral neuropathy',
        start: ago(20),
        reason: 'AL amyloidosis',
      },
      {
        ...GENERIC_VIAL,
        dose: 2.6,
        unit: 'mg',
        route: 'Subcutaneous',
        frequency: TWICE_WEEKLY,
        sig: 'Bortezomib 1.3 mg/m2 subcut days 1,4,8,11',
        start: ago(174),
        stop: ago(111),
        reason: 'AL amyloidosis',
      },
      oral('Cyclophosphamide', 50, 'Weekly', '300 mg/m2 (max 500 mg) days 1,8,15,22', { form: 'Capsule', dose: 500 }),
      oral('Amiodarone', 200, 'Once daily', '', { start: ago(1042), reason: 'Atrial fibrillation' }),
    ],
    results: [
      { test: 'Serum creatinine', unit: 'umol/L', low: 62, high: 106, values: [156, 149] },
      { test: 'Vitamin B12', unit: 'pmol/L', low: 145, high: 569, values: [301, 290] },
      { test: 'Total bilirubin', unit: 'umol/L', low: 3, high: 21, values: [27, 19] },
      { test: 'Hemoglobin A1c', unit: 'mmol/mol', low: 20, high: 42, values: [38, null] },
      { test: 'Platelets', unit: '10^9/L', low: 150, high: 400, values: [201, 188] },
    ],
  },
  {
    uuid: 'cccccccc-0003-4ccc-8ccc-000000000003',
    mrn: 'DEMO-1003',
    given: 'Ficta',
    family: 'Zzdemo-Heath',
    birthDate: '1966-07-30',
    gender: 'female',
    heightCm: 170,
    weightKg: 81,
    problem: 'Relapsed multiple myeloma',
    allergy: 'Bortezomib',
    orders: [
      {
        drug: 'Carfilzomib 60 mg vial',
        generic: 'carfilzomib',
        strength: '60 mg',
        form: 'Injection',
        dose: 52.9,
        unit: 'mg',
        route: 'Intravenous',
        frequency: 'Days 1, 2, 8, 9, 15 and 16 every 28 days',
        sig: '27 mg/m2 IV over 30 min',
        start: ago(13),
        reason: 'Relapsed myeloma',
      },
      {
        ...GENERIC_VIAL,
        dose: 2.55,
        unit: 'mg',
        route: 'Subcutaneous',
        frequency: TWICE_WEEKLY,
        sig: 'Bortezomib 1.3 mg/m2 subcut days 1,4,8,11. STOPPED: grade 3 neuropathy',
        start: ago(685),
        stop: ago(559),
        reason: MYELOMA,
      },
    ],
    results: [
      { test: 'Serum creatinine', unit: 'mg/dL', low: 0.7, high: 1.3, values: [1, 1.1] },
      { test: 'Total bilirubin', unit: 'mg/dL', low: 0.1, high: 1.2, values: ['<0.2', 0.4] },
    ],
  },
  {
    uuid: 'dddddddd-0004-4ddd-8ddd-000000000004',
    mrn: 'DEMO-1004',
    given: 'Simulo',
    family: 'Zzdemo-Islet',
    birthDate: '1971-05-06',
    gender: 'male',
    heightCm: 171,
    weightKg: 76,
    problem: 'Mantle cell lymphoma',
    orders: [
      {
        ...GENERIC_VIAL,
        sig: 'Bortezomib 1.3 mg/m2 (2.47 mg) subcutaneous days 1, 8, 15 of a 28-day cycle',
        start: ago(9),
        reason: 'Mantle cell lymphoma',
      },
      {
        ...GENERIC_VIAL,
        dose: 1.9,
        unit: 'mg',
        route: 'Subcutaneous',
        frequency: 'Weekly',
        sig: 'Bortezomib 1 mg/m2 subcut days 1,8,15 of a 28-day cycle',
        start: ago(-19),
        reason: 'Mantle cell lymphoma',
      },
    ],
    results: [{ test: 'Serum creatinine', unit: 'mg/dL', low: 0.7, high: 1.3, values: [0.9, 1] }],
  },
];
