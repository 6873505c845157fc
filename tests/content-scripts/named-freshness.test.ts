/** Text that a mapping names is of a patient like any other: what was there before the change of patient is left out. */
import { expect, test } from 'vitest';
import type { CollectedPage } from '../../content-scripts/collect/collected-page.ts';
import type { NamedField } from '../../content-scripts/collect/named-field.ts';
import { FrameReader } from '../../content-scripts/qualify/frame-reader.ts';
import { collectedPage, field, group } from './collected-pages.ts';

const NOW = Date.now();

/** A page of which a mapping names everything; the generic reader finds neither banner nor results on it. */
function mappedPage(patient: { name: string; number: string }, times: { banner: number; rest: number }): CollectedPage {
  let count = 0;
  const named = (role: string, text: string, since: number): NamedField => {
    count += 1;
    return { role, field: field(text, { locator: `named ${count}`, since, arrived: since }) };
  };
  const entry = { mapping: 'hospital', area: 'Area' };
  const fields = [named('drug', 'Bortezomib', times.rest), named('dosePerBsa', '1.3 mg/m2', times.rest)];
  return collectedPage({
    serial: times.banner,
    orders: [
      {
        place: 'order-1',
        text: '',
        group: group([field('Bortezomib', { locator: 'plain', since: 0, arrived: 0 })], {
          named: { ...entry, holds: 'orders', fields },
        }),
      },
    ],
    named: {
      patients: [
        {
          ...entry,
          fields: [named('name', patient.name, times.banner), named('identifier', patient.number, times.banner)],
        },
      ],
      results: [{ ...entry, measure: 'creatinine', fields: [named('value', '1.4 mg/dL', times.rest)] }],
      lists: [{ ...entry, kind: 'problems', fields: [named('entry', 'Multiple myeloma', times.rest)] }],
    },
  });
}

function reader() {
  const answers: string[][] = [];
  const made = new FrameReader({
    salt: 'session',
    today: 20_000,
    answer: (message) => message.type === 'understood' && answers.push(message.reliedOn),
  });
  made.take({ type: 'remembered', chart: null, since: [] });
  return { reader: made, answers };
}

const ALPHA = { name: 'Alpha Zztest', number: '100' };
const BRAVO = { name: 'Bravo Yytest', number: '200' };

test('a banner that only the mapping knows names the patient, and the page is told which texts say so', () => {
  const { reader: panel, answers } = reader();
  const reading = panel.take({ type: 'collected', page: mappedPage(ALPHA, { banner: 1, rest: 1 }) });
  expect(reading?.patientLabel).toBe('Alpha Zztest · 100');
  expect(reading?.orders[0]?.dosePerBsa).toMatchObject({ status: 'read', value: 1.3 });
  expect(reading?.observations.creatinineMgDl).toMatchObject({ status: 'read', value: 1.4 });
  expect(reading?.problems).toHaveLength(1);
  expect(answers[0]).toHaveLength(2);
});

test('what it named for the former patient is not used for the next one', () => {
  const { reader: panel } = reader();
  panel.take({ type: 'collected', page: mappedPage(ALPHA, { banner: 1, rest: 1 }) });
  panel.take({ type: 'changing', reason: 'patient', at: NOW, address: null });
  const reading = panel.take({ type: 'collected', page: mappedPage(BRAVO, { banner: NOW, rest: 1 }) });
  expect(reading?.patientLabel).toBe('Bravo Yytest · 200');
  expect(reading?.orders).toEqual([]);
  expect(reading?.observations.creatinineMgDl.status).toBe('not-found');
  expect(reading?.problems).toEqual([]);
  expect(reading?.ignored.map(({ reason }) => reason).join('\n')).toMatch(/before the patient changed/);
});

test('what is newer than the change is', () => {
  const { reader: panel } = reader();
  panel.take({ type: 'collected', page: mappedPage(ALPHA, { banner: 1, rest: 1 }) });
  panel.take({ type: 'changing', reason: 'patient', at: NOW, address: null });
  const reading = panel.take({ type: 'collected', page: mappedPage(BRAVO, { banner: NOW, rest: NOW + 50 }) });
  expect(reading?.orders[0]?.dosePerBsa).toMatchObject({ value: 1.3 });
  expect(reading?.observations.creatinineMgDl).toMatchObject({ value: 1.4 });
});
