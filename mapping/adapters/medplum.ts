/**
 * Medplum 5: a MedicationRequest as a table of its elements, the search table over them, an order as a questionnaire,
 * and the table of observations. Medplum's own components name their classes and test ids; the shell around them is
 * each hospital's.
 */
import type { Address, MappedPage, Place, SiteMapping } from '../shape.ts';

const OF_PATIENT: Address[] = [{ host: '*', path: '/Patient/*' }];

const inBanner = (label: string) => ({ select: '.InfoBar_value', beside: label, optional: true });
const BANNER: Place = { select: '.InfoBar_root', has: { select: '.InfoBar_key', says: 'MRN' } };

const patient: MappedPage['patient'] = {
  area: BANNER,
  fields: {
    name: inBanner('Name'),
    identifier: inBanner('MRN'),
    birthDate: inBanner('DoB'),
    age: inBanner('Age'),
    sex: inBanner('Gender'),
  },
};

const value = (label: string, optional = true) => ({ select: 'dl > dd', beside: label, optional });

export const MEDPLUM: SiteMapping = {
  format: 1,
  id: 'medplum',
  name: 'Medplum',
  pages: [
    {
      name: 'Patient',
      addresses: OF_PATIENT,
      requires: [BANNER],
      patient,
      orders: [
        {
          name: 'Medication request',
          kind: 'card',
          area: {
            select: '.mantine-Paper-root',
            has: { select: ':scope > dl.DescriptionList_root > dt', says: 'Medication' },
          },
          holds: 'orders',
          fields: {
            drug: value('Medication', false),
            status: value('Status', false),
            instructions: value('Additional Instruction'),
            route: value('Route'),
            dose: value('Dose'),
            irrelevant: value('Authored On'),
          },
        },
        {
          name: 'Medication requests',
          kind: 'rows',
          area: {
            select: '.SearchControl_table',
            has: { select: 'th:nth-child(1)', says: 'Medication' },
          },
          each: 'tr[data-testid="search-control-row"]',
          holds: 'orders',
          fields: {
            drug: { select: 'td:nth-child(1)' },
            status: { select: 'td:nth-child(2)' },
          },
        },
        {
          name: 'Order form',
          kind: 'form',
          area: { select: 'form[data-testid="questionnaire-form"]' },
          holds: 'orders',
          fields: {
            drug: { select: 'input#drug' },
            dosePerBsa: { select: 'input#dose-per-bsa', optional: true },
            bsa: { select: 'input#bsa', optional: true },
            doseMg: { select: 'input#dose', optional: true },
            route: { select: '[role="radiogroup"]', optional: true },
            days: { select: 'input#days', optional: true },
            cycleLength: { select: 'input#cycle-length', optional: true },
            irrelevant: { select: 'textarea#comments', optional: true },
          },
        },
      ],
      results: [
        {
          name: 'Observations',
          area: { select: 'table.DiagnosticReportDisplay_table' },
          each: 'tbody > tr',
          fields: {
            name: { select: 'td:nth-child(1)' },
            value: { select: 'td:nth-child(2)' },
            range: { select: 'td:nth-child(3)', optional: true },
          },
        },
      ],
    },
  ],
};
