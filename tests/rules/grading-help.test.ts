import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SCALES } from '../../rules/clinical-context.ts';
import { GRADING_QUESTIONS, type GradingAnswers, gradingQuestions, proposeGrade } from '../../rules/grading-help.ts';
import { SOURCES } from '../../rules/sources.ts';

const NO: GradingAnswers = Object.fromEntries(GRADING_QUESTIONS.map(({ id }) => [id, false]));

describe('the proposed grade', () => {
  test.each([
    ['CTCAE 5.0', {}, 0],
    ['CTCAE 5.0', { sensation: true }, 1],
    ['CTCAE 5.0', { sensation: true, function: true }, 1],
    ['CTCAE 5.0', { instrumental: true }, 2],
    ['CTCAE 5.0', { 'self-care': true, instrumental: true }, 3],
    ['CTCAE 5.0', { 'urgent-intervention': true }, 4],
    // The words moved: what is grade 2 on CTCAE is grade 3 in the wording of 2003, and clumsiness alone is grade 2 there.
    ['NCI 2003', { function: true }, 2],
    ['NCI 2003', { instrumental: true }, 3],
    ['NCI 2003', { 'self-care': true }, 3],
    ['NCI 2003', { 'permanent-disabling': true }, 4],
  ] as const)('%s %o: grade %i', (scale, yes, grade) => {
    expect(proposeGrade(scale, { ...NO, ...yes })).toMatchObject({ kind: 'proposed', grade });
  });

  test('nothing is proposed while an unanswered question could make it higher', () => {
    expect(proposeGrade('CTCAE 5.0', {})).toMatchObject({ kind: 'open' });
    expect(proposeGrade('CTCAE 5.0', { sensation: true })).toMatchObject({ kind: 'open' });
    expect(proposeGrade('CTCAE 5.0', { 'self-care': true, 'urgent-intervention': false })).toMatchObject({ grade: 3 });
  });

  test('another yes never lowers the proposal', () => {
    const answers = fc.record(Object.fromEntries(GRADING_QUESTIONS.map(({ id }) => [id, fc.boolean()])));
    fc.assert(
      fc.property(
        fc.constantFrom(...SCALES),
        answers,
        fc.constantFrom(...GRADING_QUESTIONS),
        (scale, given, { id }) => {
          const before = proposeGrade(scale, given);
          const after = proposeGrade(scale, { ...given, [id]: true });
          expect(before.kind === 'proposed' && after.kind === 'proposed' && after.grade >= before.grade).toBe(true);
        },
      ),
    );
  });

  test('every question is asked on some scale and names a source', () => {
    const asked = new Set(SCALES.flatMap((scale) => gradingQuestions(scale).map(({ id }) => id)));
    expect(asked.size).toBe(GRADING_QUESTIONS.length);
    for (const { source } of GRADING_QUESTIONS) expect(SOURCES.some(({ id }) => id === source)).toBe(true);
  });
});
