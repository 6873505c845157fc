/**
 * OpenMRS O3, patient chart 12: its medications, drug order form, results and allergies. Class names there carry the
 * module and the element; what follows three underscores changes with every build and is left out.
 */
import type { Address, FieldPlace, MappedPage, OrderArea, SiteMapping } from '../shape.ts';

const ROW = 'tr[class*="medications-details-table__row"]';

const at = (screen: string): Address[] => [{ host: '*', path: `*/spa/patient/*/chart/${screen}*` }];

const BANNER = { select: 'header[aria-label="patient banner"]' };

const patient: MappedPage['patient'] = {
  area: BANNER,
  fields: { identifier: { select: 'label[for^="patient-banner-identifier"] > span:last-child' } },
};

const medicationFields = {
  drug: { select: 'p[class*="bodyLong01"] > strong' },
  dose: { select: 'span[class*="medications-details-table__dosage"]', optional: true },
  // dose, route, days and the free text that belongs to the order stand in one line
  instructions: { select: 'div[class*="medicationRecord"] > div > p:nth-of-type(2)' },
  status: { select: '.cds--tag__label', optional: true },
  irrelevant: { select: 'div[class*="startDateColumn"]' },
} satisfies Record<string, FieldPlace>;

/** One of the three tables, which differ in their headings alone. A past order says itself how it ended. */
const medicationsUnder = (heading: string, status?: OrderArea['status']): OrderArea => ({
  name: heading,
  kind: 'rows',
  area: {
    select: 'div[class*="medications-details-table__widgetCard"]',
    has: { select: 'div[class*="card-header"] > h4', says: heading },
  },
  each: ROW,
  holds: 'orders',
  ...(status ? { status } : {}),
  fields: medicationFields,
});

const MEDICATIONS: OrderArea[] = [
  medicationsUnder('Active Medications', 'active'),
  medicationsUnder('Upcoming Medications', 'planned'),
  medicationsUnder('Past Medications'),
];

/** What is being written beside the chart: search results, and orders that nobody has signed. */
const WORKSPACE: OrderArea[] = [
  {
    name: 'Drug order form',
    kind: 'form',
    area: { select: 'form#drugOrderForm' },
    holds: 'drafts',
    fields: {
      drug: { select: '#medicationInfo strong:first-child' },
      dose: { select: '#doseSelection', optional: true },
      unit: { select: '#dosingUnits', optional: true },
      route: { select: '#editRoute', optional: true },
      frequency: { select: '#editFrequency', optional: true },
      instructions: { select: 'textarea', optional: true },
    },
  },
  {
    name: 'Drug search',
    kind: 'rows',
    area: { select: 'div[class*="order-basket-search-results__resultsContainer"]' },
    each: '[role="listitem"]',
    holds: 'catalogue',
    fields: { drug: { select: 'p[class*="drugNameText"]' } },
  },
];

export const OPENMRS_O3: SiteMapping = {
  format: 1,
  id: 'openmrs-o3',
  name: 'OpenMRS O3',
  pages: [
    {
      name: 'Medications',
      addresses: at('medications'),
      requires: [BANNER, { select: 'section[class*="medications-summary__medicationsSummaryContainer"]' }],
      patient,
      orders: [...MEDICATIONS, ...WORKSPACE],
    },
    {
      name: 'Patient summary',
      addresses: at('patient-summary'),
      requires: [BANNER],
      patient,
      orders: [...MEDICATIONS, ...WORKSPACE],
    },
    {
      name: 'Results',
      addresses: at('results'),
      requires: [BANNER, { select: 'div[class*="results-viewer"]' }],
      patient,
      orders: WORKSPACE,
      results: [
        {
          name: 'Individual tests',
          area: { select: 'table[class*="individual-results-table__table"]' },
          each: 'tbody > tr',
          fields: {
            name: { select: 'td[class*="col-testName"]' },
            date: { select: 'td[class*="col-resultDate"]' },
            value: { select: 'td:nth-child(3)' },
            range: { select: 'td[class*="col-referenceRange"]', optional: true },
          },
        },
      ],
    },
    {
      name: 'Allergies',
      addresses: at('allergies'),
      requires: [BANNER],
      patient,
      orders: WORKSPACE,
      lists: [
        {
          name: 'Allergies',
          kind: 'allergies',
          area: { select: 'table[aria-label="allergies summary"]' },
          each: 'tbody > tr',
          fields: { entry: { select: 'td:first-child' } },
        },
      ],
    },
  ],
};
