/** The demo's patients as FHIR R4 resources, the way an EHR would hold them. */
import type {
  AllergyIntolerance,
  Condition,
  DiagnosticReport,
  MedicationRequest,
  Observation,
  Patient,
  Quantity,
  Reference,
  Resource,
} from '@medplum/fhirtypes';
import type { DemoOrder, DemoPatient, DemoResult } from './patients.ts';

const UCUM = 'http://unitsofmeasure.org';
const quantity = (value: number, unit: string): Quantity => ({ value, unit });

const CLINICAL_ACTIVE = (list: 'condition' | 'allergyintolerance') => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${list}-clinical`, code: 'active' }],
});

const observationCategory = (code: 'laboratory' | 'vital-signs') => [
  { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code }], text: code },
];

function medicationRequest(patient: Reference<Patient>, id: string, order: DemoOrder): MedicationRequest {
  return {
    resourceType: 'MedicationRequest',
    id,
    status: order.status,
    intent: 'order',
    subject: patient,
    authoredOn: `${order.authoredOn}T09:30:00Z`,
    medicationCodeableConcept: { text: order.drug },
    ...(order.antineoplastic ? { category: [{ text: 'Antineoplastic' }] } : {}),
    reasonCode: [{ text: order.reason }],
    ...(order.note ? { note: [{ text: order.note }] } : {}),
    dosageInstruction: [
      {
        text: sigOf(order),
        // Medplum's resource table leaves Dosage.text out, so the sig stands where the table shows it, too
        additionalInstruction: [{ text: sigOf(order) }],
        route: { text: order.route },
        doseAndRate: [{ doseQuantity: quantity(order.dose, order.unit) }],
      },
    ],
  };
}

/** The dosage as it is written: regimen and cycle first, where there are any. */
function sigOf({ regimen, sig }: DemoOrder): string {
  return regimen ? `${regimen}: ${sig}` : sig;
}

function flag({ value, low, high }: DemoResult): string {
  if (high !== undefined && value > high) return 'High';
  if (low !== undefined && value < low) return 'Low';
  return 'Normal';
}

function labObservation(patient: Reference<Patient>, id: string, date: string, result: DemoResult): Observation {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    subject: patient,
    category: observationCategory('laboratory'),
    code: { text: result.test },
    effectiveDateTime: `${date}T08:15:00Z`,
    valueQuantity: quantity(result.value, result.unit),
    referenceRange: [
      {
        ...(result.low === undefined ? {} : { low: quantity(result.low, result.unit) }),
        ...(result.high === undefined ? {} : { high: quantity(result.high, result.unit) }),
      },
    ],
    interpretation: [{ text: flag(result) }],
  };
}

function vitalSign(
  patient: Reference<Patient>,
  id: string,
  date: string,
  loinc: string,
  text: string,
  value: Quantity,
): Observation {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    subject: patient,
    category: observationCategory('vital-signs'),
    code: { coding: [{ system: 'http://loinc.org', code: loinc, display: text }], text },
    effectiveDateTime: `${date}T08:00:00Z`,
    valueQuantity: { ...value, system: UCUM },
  };
}

/** Everything in one patient's chart; the references between the resources are by id, so order does not matter. */
export function resourcesOf(p: DemoPatient): Resource[] {
  const subject: Reference<Patient> = { reference: `Patient/${p.id}`, display: `${p.given} ${p.family}` };
  const visit = p.reports[0]?.date ?? '2026-11-16';
  const person: Patient = {
    resourceType: 'Patient',
    id: p.id,
    meta: { lastUpdated: '2026-09-01T08:00:00Z' },
    active: true,
    name: [{ given: [p.given], family: p.family }],
    birthDate: p.birthDate,
    gender: p.gender,
    identifier: [{ system: 'MRN', value: p.mrn }],
  };
  const conditions = p.problems.map(
    (text, i): Condition => ({
      resourceType: 'Condition',
      id: `${p.id}-problem-${i + 1}`,
      subject,
      code: { text },
      clinicalStatus: CLINICAL_ACTIVE('condition'),
    }),
  );
  const allergies = p.allergies.map(
    ({ substance, reaction }, i): AllergyIntolerance => ({
      resourceType: 'AllergyIntolerance',
      id: `${p.id}-allergy-${i + 1}`,
      patient: subject,
      code: { text: substance },
      clinicalStatus: CLINICAL_ACTIVE('allergyintolerance'),
      reaction: [{ manifestation: [{ text: reaction }] }],
    }),
  );
  const orders = p.orders.map((order, i) => medicationRequest(subject, `${p.id}-order-${i + 1}`, order));
  const vitals = [
    vitalSign(subject, `${p.id}-vital-1`, visit, '8302-2', 'Height', quantity(p.heightCm, 'cm')),
    vitalSign(subject, `${p.id}-vital-2`, visit, '29463-7', 'Weight', quantity(p.weightKg, 'kg')),
    vitalSign(subject, `${p.id}-vital-3`, visit, '3140-1', 'Body surface area', quantity(p.bsaM2, 'm²')),
  ];
  const labs = p.reports.flatMap(({ date, results }, r): Resource[] => {
    const observations = results.map((result, i) =>
      labObservation(subject, `${p.id}-lab-${r + 1}-${i + 1}`, date, result),
    );
    const report: DiagnosticReport = {
      resourceType: 'DiagnosticReport',
      id: `${p.id}-report-${r + 1}`,
      status: 'final',
      subject,
      code: { text: 'Pre-treatment laboratory panel' },
      issued: `${date}T09:00:00Z`,
      result: observations.map(({ id }) => ({ reference: `Observation/${id}` })),
    };
    return [...observations, report];
  });
  return [person, ...conditions, ...allergies, ...orders, ...vitals, ...labs];
}
