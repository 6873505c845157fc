/** The order form: a FHIR Questionnaire with the current order's values as they stand in its fields. */
import type { Questionnaire, QuestionnaireItem } from '@medplum/fhirtypes';
import type { DemoPatient } from './patients.ts';

const DECIMAL = /^(\d+(?:\.\d+)?) mg\/m²/;
const DAYS = /days ((?:\d+, )*\d+)/;
const CYCLE = /(\d+)-day cycle/;

/** The form for a patient's first antineoplastic order; the empty form where there is none. */
export function orderFormOf(patient: DemoPatient): Questionnaire {
  const order = patient.orders.find(({ antineoplastic }) => antineoplastic);
  const sig = order?.sig ?? '';
  const decimal = (linkId: string, text: string, value: number | undefined): QuestionnaireItem => ({
    linkId,
    text,
    type: 'decimal',
    ...(value === undefined ? {} : { initial: [{ valueDecimal: value }] }),
  });
  const string = (linkId: string, text: string, value: string | undefined): QuestionnaireItem => ({
    linkId,
    text,
    type: 'string',
    ...(value === undefined ? {} : { initial: [{ valueString: value }] }),
  });
  const dosePerBsa = DECIMAL.exec(sig)?.[1];
  const cycleLength = CYCLE.exec(sig)?.[1];
  return {
    resourceType: 'Questionnaire',
    id: `${patient.id}-order-form`,
    status: 'active',
    title: 'Parenteral chemotherapy order',
    item: [
      string('drug', 'Drug', order?.drug),
      decimal('dose-per-bsa', 'Protocol dose (mg/m²)', dosePerBsa === undefined ? undefined : Number(dosePerBsa)),
      decimal('bsa', 'Body surface area (m²)', patient.bsaM2),
      decimal('dose', 'Dose (mg)', order?.dose),
      {
        linkId: 'route',
        text: 'Route',
        type: 'choice',
        answerOption: ['Subcutaneous', 'Intravenous'].map((valueString) => ({ valueString })),
        ...(order ? { initial: [{ valueString: order.route }] } : {}),
      },
      string('days', 'Days of treatment', DAYS.exec(sig)?.[1]),
      decimal('cycle-length', 'Cycle length (days)', cycleLength === undefined ? undefined : Number(cycleLength)),
      { linkId: 'comments', text: 'Comments to pharmacy', type: 'text' },
    ],
  };
}
