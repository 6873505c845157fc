/** Making a mapping: where the page is, part by part, without a patient in it. */
import { describe, expect, test } from 'vitest';
import { isAt } from '../../mapping/address.ts';
import { addressOf, draftFor, type PartToMap, patientWordsIn, withPart } from '../../mapping/draft.ts';
import { parseSiteMapping } from '../../mapping/schema.ts';

describe('the address of one patient’s page becomes that of every patient’s', () => {
  test.each([
    [
      'https://ehr.example.org/chart/48213/orders?visit=7',
      '/chart/*/orders*',
      'https://ehr.example.org/chart/9/orders?visit=8',
    ],
    [
      'https://ehr.example.org/app/#/patient/2f1c9e9a-0001-4aaa-8aaa-1/meds',
      '/app/*#/patient/*/meds*',
      'https://ehr.example.org/app/#/patient/7/meds',
    ],
    ['https://ehr.example.org/', '/*', 'https://ehr.example.org/anything'],
    ['https://ehr.example.org/Doe,%20Jane/orders', '/*/orders*', 'https://ehr.example.org/Roe/orders'],
  ])('%s', (url, path, other) => {
    const address = addressOf(url);
    expect(address).toEqual({ host: 'ehr.example.org', path });
    expect(isAt([address], url)).toBe(true);
    expect(isAt([address], other)).toBe(true);
  });
});

const found = { area: { select: '#orders' }, each: 'tr', fields: { drug: { select: 'td' } } };
const PARTS: [PartToMap, object][] = [
  [{ what: 'orders', name: 'Orders', kind: 'rows', holds: 'orders', fields: ['drug'] }, found],
  [
    { what: 'patient', fields: ['name'] },
    { area: found.area, fields: { name: { select: 'b' } } },
  ],
  [
    { what: 'results', name: 'Labs', fields: ['name', 'value'] },
    { ...found, fields: { name: { select: 'th' }, value: { select: 'td' } } },
  ],
  [
    { what: 'list', name: 'Problems', kind: 'problems' },
    { ...found, fields: { entry: { select: 'td' } } },
  ],
  [{ what: 'required' }, { area: { select: '#app' }, fields: {} }],
];

test('a mapping made of every kind of part fits the schema', () => {
  let mapping = draftFor('https://ehr.example.org/orders', 'Our EHR: Übersicht');
  expect(parseSiteMapping(mapping).ok, 'nothing is required yet').toBe(false);
  for (const [part, place] of PARTS) mapping = withPart(mapping, 0, part, place as typeof found);
  expect(parseSiteMapping(mapping)).toEqual({ ok: true, mapping });
  expect(mapping.id).toBe('our-ehr-u-bersicht');
});

test('the same required place is not added twice', () => {
  const part: PartToMap = { what: 'required' };
  const place = { area: { select: '#app' }, fields: {} };
  const mapping = withPart(withPart(draftFor('https://e.test/', 'E'), 0, part, place), 0, part, place);
  expect(mapping.pages[0]?.requires).toEqual([{ select: '#app' }]);
});

test('words of a patient are found wherever they stand in a mapping', () => {
  const clean = draftFor('https://ehr.example.org/orders', 'EHR');
  const shown = ['Probata Zzdemo-Fjord', 'DEMO-1001', '14-Mar-1958'];
  expect(patientWordsIn(clean, shown)).toEqual([]);
  const dirty = withPart(
    clean,
    0,
    { what: 'required' },
    {
      area: { select: '[data-patient="demo-1001"]', has: { select: 'h2', says: 'Chart of zzdemo-fjord' } },
      fields: {},
    },
  );
  expect(patientWordsIn(dirty, shown)).toEqual(['Zzdemo-Fjord', 'DEMO-1001']);
});
