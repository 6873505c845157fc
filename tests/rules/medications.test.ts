import { describe, expect, it } from 'vitest';
import { conditionsIn } from '../../rules/conditions.ts';
import { DRUGS, recognise } from '../../rules/medications.ts';
import { statedDailyMg, statedMg } from '../../rules/stated-dose.ts';

const names = (...texts: string[]) => recognise(texts).map(({ drug }) => drug.name);

describe('recognise', () => {
  it('knows every drug by every form that is written down', () => {
    for (const { name, written } of DRUGS)
      for (const form of [name, ...written]) expect(names(form), form).toContain(name);
  });
  it('gives every written form to one drug', () => {
    const owner = new Map<string, string>();
    for (const { name, written } of DRUGS) {
      for (const form of [name, ...written].map((text) => text.toLowerCase())) {
        expect(owner.get(form) ?? name, form).toBe(name);
        owner.set(form, name);
      }
    }
  });
  it.each([
    ['SERTRALINE HCL 50 MG TABLET', ['sertraline']],
    ['Tegretol XR 200mg PO BID', ['carbamazepine']],
    ['St. John’s Wort', ["St John's wort"]],
    ['paracetamol/tramadol 325/37.5', ['paracetamol', 'tramadol']],
    ['Vitamin B-12 1000 mcg', ['vitamin B12']],
    ['vitamin B6 100 mg', ['vitamin B6']],
    ['Vitamin B complex', ['vitamin B complex']],
    ['aspirin 81 mg', ['aspirin']],
    ['Fluvoxamin 50', ['fluvoxamine']],
    ['duloxetina 30 mg', ['duloxetine']],
    ['insulin glargine', ['insulin']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
  it.each(['', 'unknownium 5 mg', 'prozacology', 'asat 34 U/L', 'salad'])('does not see a drug in %j', (text) => {
    expect(names(text)).toEqual([]);
  });
  it('names a drug once', () => {
    expect(names('gabapentin 100 mg', 'Neurontin 300 mg')).toEqual(['gabapentin']);
  });
});

describe('statedDailyMg', () => {
  it.each([
    ['gabapentin 300 mg TID', 900],
    ['gabapentin 300 mg three times daily', 900],
    ['gabapentin 300 mg q8h', 900],
    ['pregabalin 75 mg b.i.d.', 150],
    ['pregabalin 75 mg twice a day', 150],
    ['vitamin C 1 g 2x daily', 2000],
    ['tramadol 50 mg every 6 hours', 200],
    ['duloxetine 60 mg once daily', 60],
    ['pregabalin 600 mg/day', 600],
    ['amitriptyline 25 mg at night', 25],
    ['gabapentin 300 mg', undefined],
    ['pyridoxine daily', undefined],
    ['tramadol 50 mg every 6 hours as needed', undefined],
    ['vitamin D 50 mg weekly', undefined],
    ['gabapentin 300 mg 2 capsules daily', undefined],
  ])('%s', (text, mg) => {
    expect(statedDailyMg(text)).toBe(mg);
  });
});

describe('statedMg', () => {
  it.each([
    ['vitamin C 10,000 mg', 10000],
    ['vitamin C 1,000,000 mg', 1000000],
    ['lorazepam 0.25 mg', 0.25],
    ['lidocaine 5 mg / mL', undefined],
    ['lidocaine 5 mg/mL', undefined],
    ['amoxicillin 1000,5 mg', 1000.5],
    ['vitamin C 1,000 mg', 1000],
    ['pyridoxine 1 g', 1000],
    ['B6 0,5 g', 500],
    ['vitamin B6 100mg daily', 100],
    ['B12 1000 mcg', undefined],
    ['vitamin C', undefined],
  ])('%s', (text, mg) => {
    expect(statedMg(text)).toBe(mg);
  });
});

describe('conditionsIn', () => {
  const found = (...problems: string[]) => conditionsIn(problems).map(({ condition }) => condition);
  it('recognises conditions and skips negated entries', () => {
    expect(found('Type 2 diabetes mellitus')).toEqual(['diabetes']);
    expect(found('Peripheral neuropathy, grade 1')).toEqual(['neuropathy']);
    expect(found('No history of seizures', 'Family history of glaucoma', 'Denies falls')).toEqual([]);
    expect(found('CKD stage 4', 'Atrial fibrillation')).toEqual(['renal-impairment', 'heart-rhythm']);
  });
});
