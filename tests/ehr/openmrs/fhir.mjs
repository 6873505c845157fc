/** What OpenMRS asks of its FHIR interface: patients, vitals, conditions and allergies. */
import { patients, VITALS_DATE } from './patients.mjs';

/** @typedef {import('./patients.mjs').Patient} Patient */

/** OpenMRS knows vital signs by the identifiers of its concept dictionary. @type {[uuid: string, name: string, unit: string, value: (patient: Patient) => number][]} */
export const VITALS = [
  ['5090AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'Height (cm)', 'cm', ({ heightCm }) => heightCm],
  ['5089AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'Weight (kg)', 'kg', ({ weightKg }) => weightKg],
  ['5085AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'Systolic blood pressure', 'mmHg', () => 128],
  ['5086AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'Diastolic blood pressure', 'mmHg', () => 76],
  ['5087AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'Pulse', 'beats/min', () => 78],
  ['5088AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'Temperature (C)', 'DEG C', () => 36.8],
];
const OPENMRS_ID = '05a29f94-c0ed-11e2-94be-8c13b969e334';

/**
 * Answers one request.
 * @param {string} path below /fhir2/R4
 * @param {URLSearchParams} query
 * @returns {object | undefined} undefined = not found
 */
export function fhir(path, query) {
  const [, type = '', id] = path.split('/');
  if (type === 'Patient' && id) {
    const patient = patients.find(({ uuid }) => uuid === id);
    return patient && patientResource(patient);
  }
  if (type === 'Patient') return bundle(patients.map(patientResource));
  const subject = (query.get('patient') ?? query.get('subject:Patient') ?? query.get('subject') ?? '')
    .split('/')
    .at(-1);
  const patient = patients.find(({ uuid }) => uuid === subject);
  if (!patient) return bundle([]);
  if (type === 'Observation') return bundle(vitals(patient, (query.get('code') ?? '').split(',')));
  if (type === 'Condition') return bundle([condition(patient)]);
  if (type === 'AllergyIntolerance') return bundle(patient.allergy ? [allergy(patient.uuid, patient.allergy)] : []);
  return bundle([]);
}

/** @param {object[]} resources */
const bundle = (resources) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: resources.length,
  link: [],
  entry: resources.map((resource) => ({ resource })),
});

const coded = (/** @type {string} */ text) => ({ coding: [{ code: text, display: text }], text });
const reference = (/** @type {string} */ uuid) => ({ reference: `Patient/${uuid}` });

/** @param {Patient} patient */
const patientResource = ({ uuid, mrn, given, family, gender, birthDate }) => ({
  resourceType: 'Patient',
  id: uuid,
  active: true,
  identifier: [
    { id: `${uuid}-id`, use: 'official', type: { coding: [{ code: OPENMRS_ID }], text: 'OpenMRS ID' }, value: mrn },
  ],
  name: [{ id: `${uuid}-name`, given: [given], family, text: `${given} ${family}` }],
  gender,
  birthDate,
  deceasedBoolean: false,
  address: [{ id: `${uuid}-address`, use: 'home', city: 'Nowhere', country: 'Testland' }],
  telecom: [],
});

/**
 * @param {Patient} patient
 * @param {string[]} codes
 */
const vitals = (patient, codes) =>
  VITALS.filter(([code]) => codes.includes(code)).map(([code, name, unit, value]) => ({
    resourceType: 'Observation',
    id: `${patient.uuid.slice(0, 13)}-${code.slice(0, 4)}`,
    status: 'final',
    code: { coding: [{ code, display: name }], text: name },
    subject: reference(patient.uuid),
    encounter: { reference: `Encounter/${patient.uuid}` },
    effectiveDateTime: `${VITALS_DATE}T08:00:00+00:00`,
    valueQuantity: { value: value(patient), unit },
    interpretation: [],
  }));

/** @param {Patient} patient */
const condition = ({ uuid, problem }) => ({
  resourceType: 'Condition',
  id: `${uuid}-condition`,
  clinicalStatus: { coding: [{ code: 'active' }] },
  code: coded(problem),
  subject: reference(uuid),
  onsetDateTime: '2026-07-01',
  recordedDate: '2026-07-01',
});

/**
 * @param {string} uuid
 * @param {string} substance
 */
const allergy = (uuid, substance) => ({
  resourceType: 'AllergyIntolerance',
  id: `${uuid}-allergy`,
  clinicalStatus: { coding: [{ code: 'active' }] },
  category: ['medication'],
  criticality: 'high',
  code: coded(substance),
  patient: reference(uuid),
  reaction: [{ substance: coded(substance), manifestation: [coded('Rash')], severity: 'severe' }],
  recordedDate: '2025-05-12',
  note: [{ text: '' }],
});
