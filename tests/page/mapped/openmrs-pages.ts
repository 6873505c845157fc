/**
 * Pages built like those of OpenMRS O3: the same elements, ids and class names (with other letters after the three
 * underscores, which change with every build), and invented patients. The whole OpenMRS: tests/ehr-e2e.
 */
const MEDS = '-esm-patient-medications__medications-details-table';
const FORM = '-esm-patient-medications__drug-order-form';
const TESTS = '-esm-patient-tests__individual-results-table';

export const OPENMRS_URL = 'http://openmrs.test/openmrs/spa/patient/00000000-0001/chart';

export interface Medication {
  drug: string;
  product?: string;
  dose?: string;
  rest?: string;
  sig?: string;
  chip?: string;
}

const row = ({ drug, product = '3.5 mg — injection', dose, rest = '', sig = '', chip }: Medication): string => `
  <tr class="${MEDS}__row___Aaaa"><td><div class="${MEDS}__startDateColumn___Bbbb"><span>05-Oct-2026</span></div></td>
  <td><div class="${MEDS}__medicationRecord___Cccc"><div>
    <p class="${MEDS}__bodyLong01___Dddd"><strong>${drug}</strong> — ${product}${
      chip
        ? `<span><div><button class="cds--tag" type="button"><span class="cds--tag__label">${chip}</span></button></div></span>`
        : ''
    }</p>
    <p class="${MEDS}__bodyLong01___Dddd">${
      dose
        ? `<span class="${MEDS}__label01___Eeee">DOSE</span> <span class="${MEDS}__dosage___Ffff">${dose}</span> `
        : ''
    }${rest}<span>${sig ? ` — ${sig}` : ''}</span></p></div>
    <p class="${MEDS}__bodyLong01___Dddd"><span><span class="${MEDS}__label01___Eeee">INDICATION</span> Multiple myeloma</span></p>
  </div></td><td></td></tr>`;

/** One of the three tables, under its heading. */
export const medications = (heading: string, entries: readonly Medication[]): string => `
  <section class="-esm-patient-medications__medications-summary__medicationsSummaryContainer___Gggg">
  <div class="${MEDS}__widgetCard___Hhhh"><div class="-esm-patient-chart__card-header__desktopHeader___Iiii"><h4>${heading}</h4></div>
  <div><div class="print" style="display:none"><h4>${heading}</h4></div>
  <table aria-label="medications" class="cds--data-table"><thead><tr><th>Start date</th><th>Details</th><th aria-label="Actions"></th></tr></thead>
  <tbody>${entries.map(row).join('')}</tbody></table></div></div></section>`;

export const BORTEZOMIB: Medication = {
  drug: 'Bortezomib 3.5 mg powder for solution for injection',
  dose: '2.34 mg',
  rest: '— subcutaneous — days 1, 4, 8 and 11 every 21 days — indefinite duration',
  sig: 'bortezomib 1.3 mg/m2 subcut days 1,4,8,11 (bsa 1.8 m2) of a 21-day cycle, cycle 3 of 8',
};

export interface OrderForm {
  drug: string;
  dose?: string;
  unit?: string;
  route?: string;
  frequency?: string;
  instructions?: string;
  freeText?: boolean;
}

const box = (id: string, label: string, value = ''): string =>
  `<div><label for="${id}" class="cds--label">${label}</label><div><input id="${id}" type="text" value="${value}" placeholder="${label}"></div></div>`;

/** The workspace beside the chart with one form for each order that is being written. */
export const orderForms = (forms: readonly OrderForm[]): string => `
  <div id="omrs-workspaces-container" style="position:absolute;top:0;right:0;width:420px">${forms
    .map(
      ({ drug, dose, unit, route, frequency, instructions = '', freeText }) => `
  <header aria-label="Workspace header"><a>Add drug order</a></header>
  <form class="cds--form ${FORM}__orderForm___Jjjj" aria-label="Add drug order" id="drugOrderForm"><h1>Order Form</h1>
  <div id="medicationInfo"><div><strong>${drug}</strong><span> — Intravenous — Injection</span> — <span>DOSE</span><strong><span>${dose ?? ''} ${unit ?? ''}</span></strong></div></div>
  <section><h3>Dosage instructions</h3>${
    freeText
      ? `<label for="freeTextDosage">Free text dosage</label><textarea id="freeTextDosage">${instructions}</textarea>`
      : `${box('doseSelection', 'Dose', dose)}${box('dosingUnits', 'Dose unit', unit)}${box('editRoute', 'Route', route)}${box('editFrequency', 'Frequency', frequency)}
         <div><label>Patient instructions</label><textarea>${instructions}</textarea></div>`
  }</section><button type="button">Discard</button><button type="submit">Save order</button></form>`,
    )
    .join('')}</div>`;

export interface Result {
  name: string;
  date: string;
  value: string;
  range?: string;
}

export const results = (entries: readonly Result[]): string => `
  <div class="-esm-patient-tests__results-viewer__rightSection___Kkkk">${entries
    .map(
      ({ name, date, value, range = '' }) => `
  <section><h4>${name}</h4><span>${date}</span><table class="cds--data-table ${TESTS}__table___Llll"><thead><tr><th>Test name</th><th>Result date</th><th>Value</th><th>Reference range</th></tr></thead>
  <tbody><tr><td class="${TESTS}__col-testName___M"><p>${name}</p></td><td class="${TESTS}__col-resultDate___N"><p>${date}</p></td><td class="${TESTS}__high___O"><p>${value}</p></td><td class="${TESTS}__col-referenceRange___P"><p>${range}</p></td></tr></tbody></table></section>`,
    )
    .join('')}</div>`;

/** A whole page with the banner over it. */
export const openmrsPage = (
  content: string,
  workspace = '',
): string => `<!doctype html><html lang="en"><title>OpenMRS</title><body>
  <div id="omrs-apps-container"><main style="width:820px"><header aria-label="patient banner" role="banner">
  <div class="-esm-patient-banner__patient-banner__patientBanner___Q"><div aria-label="Avatar"></div><div><div><div><span>Invenia Zzdemo-Gale</span><div><span>Female</span></div></div></div>
  <div><span>68 yrs</span><span>·</span><span>14-Mar-1958</span><span>·</span><span><label for="patient-banner-identifier-DEMO-9001"><span>OpenMRS ID:</span><span>DEMO-9001</span></label></span></div></div></div></header>
  ${content}</main></div>${workspace}</body></html>`;
