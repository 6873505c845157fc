/** Conditions on a problem list in the words of real lists: what a negation reaches, and what it does not. */
import { describe, expect, it } from 'vitest';
import { conditionsIn } from '../../rules/conditions.ts';

const conditionsOf = (...problems: string[]) => conditionsIn(problems).map(({ condition }) => condition);

describe('a negation after the finding does not undo it (wording of ICD-10 titles)', () => {
  it.each([
    ['Type 2 diabetes mellitus without complications', ['diabetes']],
    ['Type 2 diabetes, not on insulin', ['diabetes']],
    ['T2DM w/o complication', ['diabetes']],
    ['Type 2 diabetes without neuropathy', ['diabetes']],
    ['Epilepsy, unspecified, not intractable, without status epilepticus', ['seizures']],
    ['Alcoholic cirrhosis of liver without ascites', ['liver-disease', 'alcohol']],
    ['Zoster without complications', ['zoster']],
    ['Heart failure (no longer symptomatic)', ['heart-failure']],
    ['No falls, but seizures', ['seizures']],
    ['At risk of falls', ['falls']],
  ])('%s', (text, expected) => {
    expect(conditionsOf(text)).toEqual(expected);
  });
});

describe('a negation before the finding, in the same clause, does', () => {
  it.each([
    'No history of seizures',
    'denies alcohol use',
    'r/o epilepsy',
    'family history of diabetes',
    'no evidence of any other liver disease',
    'seizures: no',
    'diabetes ruled out',
    'COPD was ruled out',
  ])('%s', (text) => {
    expect(conditionsOf(text)).toEqual([]);
  });
  it('and reaches six words, not more', () => {
    expect(conditionsOf('no a b c d e f diabetes')).toEqual([]);
    expect(conditionsOf('no a b c d e f g diabetes')).toEqual(['diabetes']);
  });
});

it('a later entry counts although an earlier one was negated', () => {
  expect(conditionsIn(['no diabetes', 'Diabetes'])).toEqual([{ condition: 'diabetes', text: 'Diabetes' }]);
});

it.each([
  ['Diabete tipo 2', ['diabetes']],
  ['Cirrosis hepática', ['liver-disease']],
  ['Cirrosi epatica', ['liver-disease']],
  ['Leberzirrhose', ['liver-disease']],
  ['Insuffisance hépatique', ['liver-disease']],
  ['Epilepsia', ['seizures']],
  ['Epilepsie', ['seizures']],
  ['Glaukom', ['glaucoma']],
  ['Insuficiencia cardíaca', ['heart-failure']],
  ['Scompenso cardiaco', ['heart-failure']],
  ['Fibrilación auricular', ['heart-rhythm']],
  ['Vorhofflimmern', ['heart-rhythm']],
  ['Infarto agudo de miocardio 2025', ['myocardial-infarction']],
  ['Herzinfarkt', ['myocardial-infarction']],
  ['Retención urinaria', ['urinary-retention']],
  ['EPOC', ['lung-disease']],
  ['Alcoolismo', ['alcohol']],
  ['Hipotiroidismo', ['thyroid']],
  ['Déficit de vitamina B12', ['b12-deficiency']],
  ['Vitamin-B12-Mangel', ['b12-deficiency']],
  ['Amiloidosis AL', ['amyloidosis']],
  ['Hämodialyse', ['dialysis']],
  ['Enfermedad renal crónica', ['renal-impairment']],
  ['Trastorno bipolar', ['bipolar']],
  ['Gürtelrose', ['zoster']],
  ['Polyneuropathie', ['neuropathy']],
  ['Sin diabetes', []],
  ['Niega convulsiones', []],
  ['Keine Epilepsie', []],
  ['Nessuna cirrosi', []],
])('in another language: %s', (problem, conditions) => {
  expect(conditionsOf(problem)).toEqual(conditions);
});
