/** The words that the page is sent do there what the panel's own tables do here. */
import { describe, expect, test } from 'vitest';
import * as inPage from '../../content-scripts/collect/known-words.ts';
import { namesOtherDrug } from '../../content-scripts/parse/drug-names.ts';
import { namesBortezomib, parseRoute } from '../../content-scripts/parse/index.ts';
import { fold } from '../../content-scripts/parse/tokens.ts';
import { VOCABULARY } from '../../content-scripts/parse/vocabulary.ts';
import { orderRoleOf, patientRoleOf } from '../../content-scripts/qualify/labels.ts';
import { analyteOf } from '../../content-scripts/qualify/observations.ts';
import { PAGE_WORDS } from '../../content-scripts/qualify/page-words.ts';
import { sectionOf } from '../../content-scripts/qualify/sections.ts';
import { statusOf } from '../../content-scripts/qualify/status.ts';

inPage.learn(JSON.parse(JSON.stringify(PAGE_WORDS)));

const LABELS =
  'Dose (mg/m²)|Dose (mg):|Protocol dose|Max dose|Via de administración|Zykluslänge|Lægemiddel|Wobble|Comments|DOB|MRN|Née le|Geb.-Datum:|Fødselsdato|Age/Sex|Weight|Creatinine|Serum creatinine (mg/dL)|Creatinine, urine|Vitamin B12|HbA1c|Platelets|eGFR|Active orders|No current orders|Past medications|Allergies|Alergias|Problem list|Notes|Search results|active|abgesetzt am 02.06.2026|on hold|Bortezomib|Velcade 3.5 mg|lenalidomide|dexamethasone|inhibitor|aspirin|wobblomab|g-csf'.split(
    '|',
  );

test.each(LABELS)('%s means the same in the page', (label) => {
  expect(inPage.orderRoleOf(label)).toBe(orderRoleOf(label));
  expect(inPage.patientRoleOf(label)).toBe(patientRoleOf(label));
  expect(inPage.analyteOf(label)).toBe(analyteOf(label));
  expect(inPage.sectionOf(label)).toBe(sectionOf(label));
  expect(inPage.statusOf(label)).toBe(statusOf(label));
  expect(inPage.namesTheDrug(label)).toBe(namesBortezomib(label));
  for (const word of fold(label).split(' ')) expect(inPage.namesOtherDrug(word)).toBe(namesOtherDrug(word));
});

describe('a word that is a route names no drug', () => {
  const { sc, iv, intrathecal, otherRoute } = VOCABULARY;
  const words = [sc, iv, intrathecal, otherRoute]
    .flatMap((list) => list.split('|'))
    .map((word) => word.replaceAll(' - ', '-').replace('*', 'xx'))
    .filter((word) => /^\p{L}[\p{L}-]{3,}$/u.test(word));
  test.each([...words, 'wobblol', 'scrub', 'oralix', 'peroralix', 'subtotal'])('%s', (word) => {
    expect(inPage.namesSomething(`${word} 5 mg`)).toBe(parseRoute(word).value === null);
  });
});

test('the page is asked for each form of the name, split or not', () => {
  for (const name of ['Bortezomib', 'VELCADE', 'bor\u00ADte\u00ADzo\u00ADmib', '硼替佐米', 'PS-341']) {
    expect(inPage.namesTheDrug(name), name).toBe(true);
    expect([...`Xx${name}Yy`.toLowerCase().matchAll(inPage.pattern('nameLoosely'))], name).toHaveLength(1);
    const plain = name.replaceAll('\u00AD', '');
    expect([...`Xx${plain}Yy`.toLowerCase().matchAll(inPage.pattern('nameAnywhere'))], plain).toHaveLength(1);
  }
});

test('words that are no words are refused as a whole', () => {
  const broken = { ...PAGE_WORDS, patterns: { ...PAGE_WORDS.patterns, name: ['(', 'u'] as const } };
  expect(() => inPage.learn(broken)).toThrow();
  expect(inPage.namesTheDrug('bortezomib')).toBe(true);
});
