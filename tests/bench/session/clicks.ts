/**
 * A working session in an EHR: the same clicks at the same pace, with the panel beside it and without. The charts change
 * without a page being loaded, as a clinic goes through its list.
 */

import { clickPatient, UNTIL_CHART_STANDS } from '../../e2e/beside-the-demo-ehr.ts';
import { serveDemoEhr } from '../../ehr/medplum/serve.mjs';
import { serveOpenmrs } from '../../ehr/openmrs/serve.mjs';
import { IN_PAGE, openBySearch, type Patient } from '../../ehr-e2e/beside-openmrs.ts';

/** An EHR and what somebody does in it. Bodies of async functions that run in its page. */
export interface Ehr {
  name: string;
  serve(): Promise<{ url: string; server: { close(): void } }>;
  /** path of the chart that the session begins with */
  start: string;
  untilStarted: string;
  /** one round through its charts; repeated until the session is over */
  clicks: readonly string[];
}

const inOpenmrs = (body: string) => `${IN_PAGE} ${body}`;
/** As its own links do; they stand in a menu where the panel leaves the page too narrow for them. */
const openmrsPage = (name: string) =>
  `history.pushState(null, '', location.pathname.replace(/chart\\/.*$/, 'chart/${name}'));`;
const OPENMRS_PATIENTS: readonly Patient[] = ['Glacier', 'Islet', 'Heath', 'Fjord'];

const OPENMRS: Ehr = {
  name: 'OpenMRS O3',
  serve: serveOpenmrs,
  start: 'patient/aaaaaaaa-0001-4aaa-8aaa-000000000001/chart/medications',
  untilStarted: inOpenmrs(`await shows('Zzdemo-Fjord'); await shows('Clarithromycin'); await still();`),
  clicks: OPENMRS_PATIENTS.flatMap((patient) => [
    inOpenmrs(openBySearch(patient)),
    openmrsPage('medications'),
    openmrsPage('results'),
    openmrsPage('allergies'),
  ]),
};

const medplumTab = (words: string) =>
  `[...document.querySelectorAll('[role=tab]')].find((tab) => tab.textContent === ${JSON.stringify(words)}).click();`;

const MEDPLUM: Ehr = {
  name: 'Medplum',
  serve: serveDemoEhr,
  start: 'Patient/demo-1/order',
  untilStarted: UNTIL_CHART_STANDS,
  clicks: (['demo-2', 'demo-3', 'demo-4', 'demo-5', 'demo-1'] as const).flatMap((patient) => [
    clickPatient(patient),
    medplumTab('Medications'),
    medplumTab('Labs'),
    medplumTab('Order'),
  ]),
};

export const EHRS: readonly Ehr[] = [OPENMRS, MEDPLUM];
