import { describe, expect, it } from 'vitest';
import { type ClinicalContext, evaluate, RED_FLAG_GROUPS, SOURCES, STATEMENTS } from '../../rules/index.ts';
import { INTERACTIONS } from '../../rules/interactions.ts';
import { type Handout, handoutText, LANGUAGES, patientHandout } from '../../rules/patient-handout.ts';
import { HANDOUT_SECTIONS } from '../../rules/patient-handout-text.ts';
import { countsOf, englishSyllables, fernandezHuerta, fleschKincaidGrade, spanishSyllables } from './reading-level.ts';

const context = (assessment: ClinicalContext['assessment'], patient: ClinicalContext['patient'] = {}) => ({
  order: { drug: 'bortezomib' as const },
  assessment,
  patient,
});
const paragraphs = ({ title, sections, foot }: Handout) => [
  title,
  ...sections.flatMap((section) => [section.title, ...section.items]),
  foot.replace(/Cont\w+ [\d.]+, \w+\.$/u, ''),
];
/** Everything that can be on a sheet: the cases that between them show every item. */
const CASES: ClinicalContext[] = [
  context(
    { sensoryGrade: 2, pain: true, motorGrade: 1, phase: 'held-not-recovered' },
    { problems: ['type 2 diabetes'] },
  ),
  context({ sensoryGrade: 3, pain: true }),
  context({ sensoryGrade: 1, pain: false }, { problems: ['Raynaud phenomenon'] }),
  context({}),
];
const itemsOf = (given: ClinicalContext) => patientHandout(given, 'en').sections.flatMap(({ items }) => items);
const textOf = (given: ClinicalContext) => itemsOf(given).join('\n');

describe('reading level', () => {
  it.each([
    ['nerve', 1],
    ['table', 2],
    ['burning', 2],
    ['used', 1],
    ['neuropathy', 4],
    ['bortezomib', 4],
    ['pain', 1],
    ['medicines', 3],
  ])('%s has %i English syllables', (word, count) => expect(englishSyllables(word)).toBe(count));

  it.each([
    ['nervios', 2],
    ['hormigueo', 4],
    ['día', 2],
    ['caer', 2],
    ['que', 1],
    ['neuropatía', 5],
    ['medicina', 4],
    ['pies', 1],
  ])('%s has %i Spanish syllables', (word, count) => expect(spanishSyllables(word)).toBe(count));

  it('the measures tell easy from hard prose', () => {
    const hard = 'Chemotherapy-induced peripheral neuropathy necessitates immediate pharmacological re-evaluation.';
    expect(fleschKincaidGrade(countsOf([hard], englishSyllables))).toBeGreaterThan(12);
    expect(fleschKincaidGrade(countsOf(['The cat sat on the mat.'], englishSyllables))).toBeLessThan(2);
    const dificil =
      'La neuropatía periférica inducida por quimioterapia requiere reevaluación farmacológica inmediata.';
    expect(fernandezHuerta(countsOf([dificil], spanishSyllables))).toBeLessThan(40);
  });

  it.each(CASES)('English: grade 7 or easier (case %#)', (given) => {
    const grade = fleschKincaidGrade(countsOf(paragraphs(patientHandout(given, 'en')), englishSyllables));
    expect(grade).toBeLessThanOrEqual(7);
  });

  it.each(CASES)('Spanish: Fernández-Huerta 65 or easier (case %#)', (given) => {
    const ease = fernandezHuerta(countsOf(paragraphs(patientHandout(given, 'es')), spanishSyllables));
    expect(ease).toBeGreaterThanOrEqual(65);
  });

  it('no sentence of either language is long', () => {
    const all = HANDOUT_SECTIONS.flatMap(({ items }) => items.flatMap(({ text }) => Object.values(text)));
    for (const text of all)
      for (const sentence of text.split(/[.!?]\s+/u))
        expect(sentence.split(/\s+/u).length, sentence).toBeLessThanOrEqual(20);
  });
});

describe('which paragraphs', () => {
  it('cool water only with a known grade of at most 2 and without Raynaud; otherwise the warning against cold', () => {
    expect(textOf(context({ sensoryGrade: 2, pain: true }))).toMatch(/Cool water/);
    for (const given of [
      context({ sensoryGrade: 3, pain: true }),
      context({ sensoryGrade: 1, motorGrade: 3 }),
      context({ sensoryGrade: 1 }, { problems: ['Raynaud phenomenon'] }),
      context({}),
    ]) {
      expect(textOf(given)).not.toMatch(/Cool water/);
      expect(textOf(given)).toMatch(/Keep ice, icy water and heat packs off/);
    }
  });

  it('cool water never comes without its warning, in both languages', () => {
    const [item] = HANDOUT_SECTIONS.flatMap(({ items }) => items).filter(({ id }) => id === 'cool-water');
    expect(item?.text.en).toMatch(/Never put ice or icy water on skin that is numb or broken/);
    expect(item?.text.es).toMatch(/Nunca ponga hielo ni agua helada en piel dormida o con heridas/);
  });

  it('pain: left out only when it was denied, not when it was not asked', () => {
    expect(textOf(context({ sensoryGrade: 1, pain: false }))).not.toMatch(/Pain can be treated/);
    expect(textOf(context({ sensoryGrade: 1 }))).toMatch(/Pain can be treated/);
  });

  it('weakness, a hold and diabetes add their own', () => {
    const plain = textOf(context({ sensoryGrade: 1, pain: true, motorGrade: 0 }));
    const [whole] = CASES as [ClinicalContext];
    for (const phrase of [/Hold the rail/, /on hold/, /blood sugar/]) {
      expect(plain).not.toMatch(phrase);
      expect(textOf(whole)).toMatch(phrase);
    }
  });

  it('between them the cases show every paragraph, and each language has all of them', () => {
    const shown = new Set(CASES.flatMap(itemsOf));
    for (const { items } of HANDOUT_SECTIONS)
      for (const { id, text } of items) {
        expect(shown, id).toContain(text.en);
        expect(text.es.length, id).toBeGreaterThan(10);
      }
    for (const given of CASES)
      expect(patientHandout(given, 'es').sections.map(({ items }) => items.length)).toEqual(
        patientHandout(given, 'en').sections.map(({ items }) => items.length),
      );
  });

  it('what to report at once is on every sheet, whatever was answered', () => {
    for (const given of CASES) {
      const calls = patientHandout(given, 'en').sections.find(({ id }) => id === 'call-at-once');
      expect(calls?.items).toHaveLength(7);
    }
  });
});

describe('what it may not hold', () => {
  it.each(LANGUAGES)('%s: no dose, no command to change treatment, nothing from the page', (language) => {
    const given = context(
      { sensoryGrade: 2, pain: true },
      { problems: ['diabetes of Zzdemo Testia'], medications: ['Zzdrug 30 mg'], ageYears: 71 },
    );
    const sheet = patientHandout({ ...given, order: { drug: 'bortezomib', dosePerBsa: 1.3, doseMg: 2.34 } }, language);
    const text = handoutText({ ...sheet, foot: '' });
    expect(text).not.toMatch(/Zz|71|\d\s*(?:mg|mL|g)\b|mg\/m/u);
    expect(text.replaceAll('B6', '')).not.toMatch(/\d/u);
    expect(text).not.toMatch(/\b(?:must|stop|give)\b/iu);
  });

  it('says that it was not reviewed, and which content it is', () => {
    expect(patientHandout(context({}), 'en').foot).toMatch(
      /Not yet clinically reviewed\. Content [\d.]+, [0-9a-f]{12}\./,
    );
    expect(patientHandout(context({}), 'es').foot).toMatch(/sin revisión clínica\. Contenido/);
  });

  it('every paragraph rests on a statement, a rule or a source that exists', () => {
    const known = new Set<string>([
      ...STATEMENTS.map(({ id }) => id),
      ...SOURCES.map(({ id }) => id),
      ...RED_FLAG_GROUPS.map(({ name }) => `red-flags/${name}`),
      ...INTERACTIONS.map(({ name }) => `interaction/${name}`),
      ...evaluate({ order: { drug: 'bortezomib' } }).outcomes.map(({ rule }) => rule),
    ]);
    for (const { items } of HANDOUT_SECTIONS)
      for (const { id, basis } of items) {
        expect(basis.length, id).toBeGreaterThan(0);
        for (const name of basis) expect(known, id).toContain(name);
      }
  });
});
