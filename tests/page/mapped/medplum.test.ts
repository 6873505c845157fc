/** The adapter for Medplum on its screens: filled, blank, free text, two forms, redesigned. */
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MEDPLUM } from '../../../mapping/adapters/medplum.ts';
import { launchChromium } from '../browser.ts';
import { readMapped } from './mapped-page.ts';
import { MEDPLUM_URL, medplumPage, orderForm, request } from './medplum-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const read = (content: string) => readMapped(browser, MEDPLUM_URL, medplumPage(content), [MEDPLUM]);

const REQUEST = {
  drug: 'Bortezomib 3.5 mg powder for solution for injection',
  dose: '2.34 mg',
  route: 'Subcutaneous',
  text: 'VRd, cycle 3 of 8: 1.3 mg/m² subcutaneous on days 1, 4, 8, 11 of a 21-day cycle',
};
const ORDER = {
  dosePerBsa: 1.3,
  doseMg: 2.34,
  route: 'SC',
  days: [1, 4, 8, 11],
  cycleLengthDays: 21,
  status: 'active',
  cycle: 3,
};
const FORM = {
  drug: 'Bortezomib',
  perBsa: '1.3',
  bsa: '1.8',
  dose: '2.34',
  route: 'Subcutaneous',
  days: '1, 4, 8, 11',
  length: '21',
} as const;

describe('the medication request', () => {
  test('filled: confirmed by the adapter', async () => {
    const page = await read(request(REQUEST));
    expect(page.orders).toEqual([expect.objectContaining(ORDER)]);
    expect(page.by).toMatchObject({ dosePerBsa: 'medplum', doseMg: 'medplum', route: 'medplum', status: 'medplum' });
    expect(page.patient).toMatchObject({ ageYears: 68, sex: 'female' });
    expect(page.reading.patient.sex).toMatchObject({ from: { adapter: 'medplum', confidence: 'confirmed' } });
    expect(page.label).toContain('DEMO-9001');
    expect(page.health).toMatchObject([{ state: 'applied', matched: ['patient', 'Medication request'], missing: [] }]);
  });

  test('one active, one stopped', async () => {
    const page = await read(
      request(REQUEST) + request({ ...REQUEST, status: 'stopped', dose: '1.8 mg', text: '1 mg/m² SC weekly' }),
    );
    expect(page.orders.map(({ status, dosePerBsa }) => [status, dosePerBsa])).toEqual([
      ['active', 1.3],
      ['discontinued', 1],
    ]);
  });

  test('free text alone', async () => {
    const page = await read(request({ drug: REQUEST.drug, text: REQUEST.text }));
    expect(page.orders).toEqual([expect.objectContaining({ dosePerBsa: 1.3, route: 'SC', days: [1, 4, 8, 11] })]);
    expect(page.by.dosePerBsa).toBe('medplum');
  });

  test('redesigned, the banner gone: the adapter steps aside', async () => {
    const page = await readMapped(browser, MEDPLUM_URL, medplumPage(request(REQUEST)).replaceAll('InfoBar_', 'Bar_'), [
      MEDPLUM,
    ]);
    expect(page.orders).toEqual([expect.objectContaining(ORDER)]);
    expect(page.by.dosePerBsa).toBe('generic');
    expect(page.health).toMatchObject([{ state: 'stepped-aside', missing: [expect.stringContaining('InfoBar_root')] }]);
  });

  test('redesigned, a term renamed: the field is named, the generic reader reads', async () => {
    const page = await readMapped(
      browser,
      MEDPLUM_URL,
      medplumPage(request(REQUEST)).replace('<dt>Status</dt>', '<dt>State</dt>'),
      [MEDPLUM],
    );
    expect(page.orders).toEqual([expect.objectContaining(ORDER)]);
    expect(page.by.dosePerBsa).toBe('generic');
    expect(page.health[0]?.missing).toEqual(['Medication request: no status in 1 of 1']);
  });
});

describe('the order form', () => {
  test('filled: each field by its own role', async () => {
    const page = await read(orderForm(FORM));
    expect(page.orders).toEqual([
      expect.objectContaining({ dosePerBsa: 1.3, doseMg: 2.34, route: 'SC', days: [1, 4, 8, 11], cycleLengthDays: 21 }),
    ]);
    expect(page.patient).toMatchObject({ bsaM2: 1.8 });
    expect(page.by).toMatchObject({ dosePerBsa: 'medplum', doseMg: 'medplum', days: 'medplum' });
  });

  test('blank: no order', async () => {
    const page = await read(orderForm({}));
    expect(page.orders).toEqual([]);
    expect(page.health).toMatchObject([{ state: 'applied', missing: [] }]);
  });

  test('only the drug: an order without a dose', async () => {
    const page = await read(orderForm({ drug: 'Bortezomib' }));
    expect(page.orders).toEqual([expect.objectContaining({ dosePerBsa: '!empty', doseMg: '!empty' })]);
  });

  test('free text in the comments says nothing about the dose of the fields', async () => {
    const page = await read(orderForm({ ...FORM, comments: 'was bortezomib 1.6 mg/m2 at the other hospital' }));
    expect(page.orders).toEqual([expect.objectContaining({ dosePerBsa: 1.3 })]);
  });

  test('two forms: two orders, each with its own values', async () => {
    const page = await read(orderForm(FORM) + orderForm({ ...FORM, perBsa: '1', dose: '1.8', days: '1, 8, 15' }));
    expect(page.orders.map(({ dosePerBsa, doseMg, days }) => [dosePerBsa, doseMg, days])).toEqual([
      [1.3, 2.34, [1, 4, 8, 11]],
      [1, 1.8, [1, 8, 15]],
    ]);
  });
});
