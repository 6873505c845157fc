/** What OpenMRS asks of its own REST interface: the session, orders, the formulary, results, visits, patient search. */
import { createHash } from 'node:crypto';
import { VITALS } from './fhir.mjs';
import { patients, RESULT_DATES, TWICE_WEEKLY } from './patients.mjs';

/** @typedef {import('./patients.mjs').Patient} Patient */
/** @typedef {import('./patients.mjs').Order} Order */

/** Identifiers that OpenMRS has built in. */
const DRUG_ORDER = '131168f4-15f5-102d-96e4-000c29c2a5d7';
const OUTPATIENT = '6f0c9a92-6f24-11e3-af88-005056821db0';
const VITALS_SET = '1114AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const DAYS = '1072AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
/** The first of the sets that the results page asks for; the others are empty here. */
const BLOODWORK_SET = '8904fa2b-6a8f-437d-89ec-6fce3cd99093';

const UNITS = ['mg', 'mg/m2', 'Tablet', 'Injection', 'Capsule'];
const ROUTES = ['Oral', 'Subcutaneous', 'Intravenous'];
const FREQUENCIES = ['Once daily', 'Twice daily', 'Weekly', TWICE_WEEKLY];

/** The same identifier for the same name, in the form that OpenMRS checks. */
function idOf(/** @type {string} */ name) {
  const digest = createHash('sha256').update(name).digest('hex');
  return `${digest.slice(0, 8)}-0000-4000-8000-${digest.slice(8, 20)}`;
}
const ref = (/** @type {string} */ display, uuid = idOf(display)) => ({ uuid, display });

const CLINICIAN = { uuid: idOf('clinician'), display: 'Invented Clinician' };
const LOCATION = { ...ref('Invented Day Unit'), name: 'Invented Day Unit', tags: [] };
const PROVIDER = { ...CLINICIAN, identifier: 'DEMO', person: CLINICIAN, attributes: [] };
const DRUG_ORDER_TYPE = {
  uuid: DRUG_ORDER,
  display: 'Drug order',
  name: 'Drug order',
  javaClassName: 'org.openmrs.DrugOrder',
  retired: false,
  conceptClasses: [],
};
const SESSION = {
  authenticated: true,
  sessionId: 'demo',
  locale: 'en',
  allowedLocales: ['en'],
  user: {
    ...CLINICIAN,
    username: 'demo',
    systemId: 'demo',
    userProperties: { defaultLocale: 'en' },
    person: CLINICIAN,
    privileges: [],
    roles: [ref('System Developer')],
  },
  sessionLocation: LOCATION,
  currentProvider: PROVIDER,
};

/**
 * Answers one request. What this mock does not know is an empty list, as it is on a fresh installation.
 * @param {string} path below /rest/v1
 * @param {URLSearchParams} query
 * @returns {object | undefined} undefined = not found
 */
export function rest(path, query) {
  const [, kind = '', id] = path.split('/');
  const patient = patients.find(({ uuid }) => uuid === (query.get('patient') ?? id));
  const text = (query.get('q') ?? '').toLowerCase();
  switch (kind) {
    case 'session':
      return SESSION;
    case 'user':
      return SESSION.user;
    case 'provider':
      return results([PROVIDER]);
    case 'module':
      return results([
        { uuid: 'webservices.rest', version: '3.0.0' },
        { uuid: 'fhir2', version: '3.0.0' },
      ]);
    case 'systemsetting':
      return { value: String(id === 'visits.enabled') };
    case 'emrapi':
      return { atFacilityVisitType: ref('Facility Visit') };
    case 'patient':
      return id
        ? patient && patientDetails(patient)
        : results(
            patients
              .filter(({ given, family, mrn }) => `${given} ${family} ${mrn}`.toLowerCase().includes(text))
              .map(patientDetails),
          );
    case 'visit':
      return id ? visitOf(patients.find((one) => visitId(one) === id)) : results(patient ? [visitOf(patient)] : []);
    case 'order':
      return results(
        patient && (query.get('orderTypes') ?? query.get('orderType') ?? DRUG_ORDER).includes(DRUG_ORDER)
          ? patient.orders.map((order, index) => orderResource(patient, order, index))
          : [],
      );
    case 'ordertype':
      return id ? DRUG_ORDER_TYPE : results([DRUG_ORDER_TYPE]);
    case 'orderentryconfig':
      return ORDER_ENTRY;
    case 'drug':
      return results(
        FORMULARY.filter(({ display, concept }) => `${display} ${concept.display}`.toLowerCase().includes(text)),
      );
    case 'obstree':
      return patient && query.get('concept') === BLOODWORK_SET ? resultTree(patient) : { display: '', subSets: [] };
    case 'concept':
      return id === VITALS_SET
        ? { setMembers: VITALS_CONCEPTS }
        : { ...ref(id ?? '', id), setMembers: [], answers: [], names: [] };
    case 'conceptreferencerange':
      return results(VITALS_CONCEPTS.map((concept) => ({ ...concept, concept: concept.uuid })));
    default:
      return results([]);
  }
}

const results = (/** @type {unknown[]} */ found) => ({ results: found, totalCount: found.length, links: [] });

const VITALS_CONCEPTS = VITALS.map(([uuid, display, units]) => ({ uuid, display, units }));

const ORDER_ENTRY = {
  uuid: idOf('order entry'),
  drugRoutes: ROUTES.map((name) => ref(name)),
  drugDosingUnits: UNITS.map((name) => ref(name)),
  drugDispensingUnits: UNITS.map((name) => ref(name)),
  durationUnits: [ref('Days', DAYS)],
  orderFrequencies: FREQUENCIES.map((name) => ({
    ...ref(name),
    frequencyPerDay: 1,
    concept: { ...ref(name), names: [ref(name)] },
  })),
};

/** @param {Order} order */
const drugOf = ({ drug, strength, form, generic }) => ({
  ...ref(drug),
  name: drug,
  strength,
  dosageForm: ref(form),
  concept: ref(generic),
});

const FORMULARY = [
  ...new Map(patients.flatMap(({ orders }) => orders.map((order) => [order.drug, drugOf(order)]))).values(),
];

/**
 * @param {Patient} patient
 * @param {Order} order
 * @param {number} index
 */
function orderResource(patient, order, index) {
  const now = new Date().toISOString().slice(0, 10);
  const upcoming = order.start > now;
  const at = (/** @type {string} */ date) => `${date}T09:00:00.000+0000`;
  const named = (/** @type {string | undefined} */ name) => (name === undefined ? null : ref(name));
  return {
    uuid: idOf(`${patient.mrn} ${index}`),
    type: 'drugorder',
    display: `(NEW) ${order.drug}`,
    orderNumber: `ORD-${patient.mrn}-${index}`,
    orderType: DRUG_ORDER_TYPE,
    action: 'NEW',
    urgency: upcoming ? 'ON_SCHEDULED_DATE' : 'ROUTINE',
    patient: ref(patient.mrn, patient.uuid),
    careSetting: ref('Outpatient', OUTPATIENT),
    orderer: PROVIDER,
    encounter: { ...ref(`Order ${order.start}`), visit: visitOf(patient) },
    previousOrder: null,
    dateActivated: at(order.start),
    scheduledDate: upcoming ? at(order.start) : null,
    dateStopped: order.stop ? at(order.stop) : null,
    autoExpireDate: null,
    instructions: null,
    commentToFulfiller: null,
    orderReason: null,
    orderReasonNonCoded: order.reason,
    drug: drugOf(order),
    concept: ref(order.generic),
    dosingType: `org.openmrs.${order.dose === undefined ? 'FreeText' : 'Simple'}DosingInstructions`,
    dosingInstructions: order.sig,
    dose: order.dose ?? null,
    doseUnits: named(order.unit),
    route: named(order.route),
    frequency: named(order.frequency),
    asNeeded: false,
    asNeededCondition: null,
    quantity: 4,
    quantityUnits: ref(order.form),
    numRefills: 0,
    duration: order.days ?? null,
    durationUnits: order.days === undefined ? null : ref('Days', DAYS),
    brandName: null,
    dispenseAsWritten: false,
  };
}

/** @param {Patient} patient */
const resultTree = (patient) => ({
  display: 'Bloodwork',
  subSets: [
    {
      display: 'Chemistry',
      subSets: patient.results.map(({ test, unit, low, high, values }) => ({
        display: test,
        conceptUuid: idOf(test),
        datatype: 'Numeric',
        units: unit,
        lowNormal: low,
        hiNormal: high,
        obs: values.flatMap((value, draw) =>
          value === null
            ? []
            : [
                {
                  value: String(value),
                  obsDatetime: `${RESULT_DATES[draw]} 08:15:00.0`,
                  interpretation: Number(value) > high ? 'HIGH' : Number(value) < low ? 'LOW' : 'NORMAL',
                },
              ],
        ),
      })),
    },
  ],
});

const visitId = (/** @type {Patient} */ patient) => idOf(`visit ${patient.mrn}`);

/** @param {Patient | undefined} patient */
const visitOf = (patient) =>
  patient && {
    uuid: visitId(patient),
    display: 'Facility Visit',
    voided: false,
    startDatetime: `${new Date().toISOString().slice(0, 10)}T00:00:00.000+0000`,
    stopDatetime: null,
    encounters: [],
    patient: ref(patient.mrn, patient.uuid),
    visitType: { ...ref('Facility Visit'), name: 'Facility Visit' },
    attributes: [],
    location: LOCATION,
  };

/** @param {Patient} patient */
function patientDetails({ uuid, mrn, given, family, gender, birthDate }) {
  const name = `${given} ${family}`;
  const identifier = {
    uuid: idOf(mrn),
    display: mrn,
    identifier: mrn,
    preferred: true,
    voided: false,
    identifierType: { ...ref('OpenMRS ID'), name: 'OpenMRS ID' },
    location: LOCATION,
  };
  return {
    uuid,
    display: `${mrn} - ${name}`,
    patientId: 1,
    identifiers: [identifier],
    patientIdentifier: identifier,
    attributes: [],
    person: {
      uuid,
      display: name,
      age: new Date().getFullYear() - Number(birthDate.slice(0, 4)),
      gender: gender === 'female' ? 'F' : 'M',
      birthdate: `${birthDate}T00:00:00.000+0000`,
      birthdateEstimated: false,
      dead: false,
      deathDate: null,
      personName: { display: name, givenName: given, familyName: family },
      addresses: [],
      attributes: [],
    },
  };
}
