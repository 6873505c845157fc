import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clinicalNote, optionsToChoose } from '../../rules/clinical-note.ts';
import { type ClinicalContext, evaluate } from '../../rules/index.ts';
import { contextGiven, WORKED_CASES } from './worked-cases.ts';

const context: ClinicalContext = {
  order: {
    drug: 'bortezomib',
    dosePerBsa: 1,
    doseMg: 1.8,
    route: 'SC',
    frequency: 'twice-weekly',
    days: [1, 4, 8, 11],
  },
  assessment: { scale: 'CTCAE 5.0', sensoryGrade: 2, pain: true },
};
const date = '22 November 2026';

describe('the note', () => {
  test('says what was given, what was read, what was chosen and from which content, in that order', () => {
    const evaluation = evaluate(context);
    const [option] = optionsToChoose(evaluation);
    const lines = clinicalNote({ context, evaluation, choice: option ? { kind: 'option', option } : null, date }).split(
      '\n',
    );
    expect(lines.map((line) => line.split(/[:,]/)[0])).toEqual([
      'Bortezomib neuropathy assessment',
      'Grade',
      'Neuropathic pain',
      'Order as read',
      'Red flags',
      'Plan',
      'Source',
      'Not evaluated',
      `Content ${evaluation.contentVersion}`,
    ]);
    expect(lines[1]).toBe('Grade: sensory 2 (CTCAE 5.0)');
    expect(lines[4]).toBe('Red flags: not asked');
  });

  test('what was not asked is never written as no', () => {
    const note = clinicalNote({
      context: { order: { drug: 'bortezomib' } },
      evaluation: evaluate({ order: { drug: 'bortezomib' } }),
      choice: null,
      date,
    });
    expect(note).toContain('Neuropathic pain: not asked');
    expect(note).toContain('sensory not graded');
    expect(note).toContain('dose per m² not read');
  });

  test('everything that was not evaluated is called in words, never by the name of its rule', () => {
    for (const given of [{ order: { drug: 'bortezomib' as const } }, ...WORKED_CASES.map(contextGiven)]) {
      const note = clinicalNote({ context: given, evaluation: evaluate(given), choice: null, date });
      expect(note).not.toMatch(/(?:red-flags|dose-modification|dose-check|interaction)\//u);
    }
  });

  test('no trailing zero, no naked decimal point, no short form of a route (I1, I2, I5)', () => {
    const dose = fc.integer({ min: 3, max: 18 }).map((tenths) => tenths / 10);
    const grade = fc.constantFrom(0, 1, 2, 3, 4);
    fc.assert(
      fc.property(
        dose,
        grade,
        fc.boolean(),
        fc.constantFrom('IV' as const, 'SC' as const),
        (dosePerBsa, sensoryGrade, pain, route) => {
          const given: ClinicalContext = {
            order: { ...context.order, dosePerBsa, doseMg: undefined, route },
            assessment: { sensoryGrade, pain },
            patient: { bsaM2: 1.83 },
          };
          const evaluation = evaluate(given);
          for (const option of optionsToChoose(evaluation)) {
            const note = clinicalNote({ context: given, evaluation, choice: { kind: 'option', option }, date });
            const plan = note
              .split('\n')
              .filter((line) => !line.startsWith('Source') && !line.startsWith('Content'))
              .join('\n')
              .replaceAll('CTCAE 5.0', '');
            expect(plan).not.toMatch(/\d\.\d*0\b|(?<!\d)\.\d|\b(?:SC|SQ|IV|QD|QW|U)\b/);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
