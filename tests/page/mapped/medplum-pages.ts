/** Pages built like those of Medplum 5: the same elements, classes and test ids around invented patients. */
export const MEDPLUM_URL = 'http://medplum.test/Patient/demo/order';

const entry = (key: string, value: string): string =>
  `<div class="InfoBar_entry"><div class="InfoBar_key">${key}</div><div class="InfoBar_value">${value}</div></div>`;

export const medplumPage = (content: string): string => `<!doctype html><html lang="en"><body><main>
  <div class="InfoBar_root">${entry('Name', 'Testia Zzdemo-Gale')}${entry('DoB', '1958-03-14')}${entry('Age', '068Y')}${entry('Gender', 'female')}${entry('MRN', 'DEMO-9001')}</div>
  ${content}</main></body></html>`;

type Pairs = [term: string, value: string | Pairs][];

const list = (pairs: Pairs): string =>
  `<dl class="DescriptionList_root">${pairs
    .map(
      ([term, value]) => `<dt>${term}</dt><dd>${typeof value === 'string' ? value : `<div>${list(value)}</div>`}</dd>`,
    )
    .join('')}</dl>`;

export interface MedicationRequest {
  drug: string;
  status?: string;
  dose?: string;
  route?: string;
  text?: string;
}

/** A MedicationRequest as a table of its elements, in a card. */
export const request = ({ drug, status = 'active', dose, route, text }: MedicationRequest): string =>
  `<div class="m_1b7284a3 mantine-Paper-root"><div><h3>Medication order</h3></div>${list([
    ['Status', status],
    ['Intent', 'order'],
    ['Medication', drug],
    ['Authored On', '11/16/2026, 9:30:00 AM'],
    [
      'Dosage Instruction',
      [
        ...(text ? [['Additional Instruction', text] as Pairs[number]] : []),
        ...(route ? [['Route', route] as Pairs[number]] : []),
        ...(dose ? [['Dose And Rate', [['Dose', dose]]] as Pairs[number]] : []),
      ],
    ],
  ])}</div>`;

export interface FormValues {
  drug?: string;
  perBsa?: string;
  bsa?: string;
  dose?: string;
  route?: 'Subcutaneous' | 'Intravenous';
  days?: string;
  length?: string;
  comments?: string;
}

const input = (id: string, label: string, value = ''): string =>
  `<div><label for="${id}">${label}</label><div><input id="${id}" name="${id}" value="${value}"></div></div>`;

/** The order as a questionnaire. */
export const orderForm = ({ drug, perBsa, bsa, dose, route, days, length, comments = '' }: FormValues): string =>
  `<div class="mantine-Paper-root"><form data-testid="questionnaire-form"><h1>Parenteral chemotherapy order</h1>
  ${input('drug', 'Drug', drug)}${input('dose-per-bsa', 'Protocol dose (mg/m²)', perBsa)}${input('bsa', 'Body surface area (m²)', bsa)}${input('dose', 'Dose (mg)', dose)}
  <div><label>Route</label><div role="radiogroup">${['Subcutaneous', 'Intravenous']
    .map(
      (one, index) =>
        `<div><input type="radio" id="route-option-${index}" name="route" ${one === route ? 'checked' : ''}><label for="route-option-${index}">${one}</label></div>`,
    )
    .join('')}</div></div>
  ${input('days', 'Days of treatment', days)}${input('cycle-length', 'Cycle length (days)', length)}
  <div><label for="comments">Comments to pharmacy</label><textarea id="comments">${comments}</textarea></div>
  <button type="submit">Sign order</button></form></div>`;
