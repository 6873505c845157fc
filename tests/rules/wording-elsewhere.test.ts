/** Safe expression (I1 to I11, F11) in what the rules say outside their cards: questions, answers, notes, the sheet. */
import { describe, expect, it } from 'vitest';
import { answers } from '../../rules/answers.ts';
import { type ClinicalContext, PHASES, SCALES } from '../../rules/clinical-context.ts';
import { clinicalNote, optionsToChoose } from '../../rules/clinical-note.ts';
import { DOSE_TABLES } from '../../rules/dose-modification/index.ts';
import { GRADE_WORDINGS, INSTRUMENTAL_ACTIVITIES, SELF_CARE } from '../../rules/grading.ts';
import { GRADING_QUESTIONS } from '../../rules/grading-help.ts';
import { evaluate, RED_FLAG_GROUPS } from '../../rules/index.ts';
import type { Outcome } from '../../rules/outcome.ts';
import { handoutText, LANGUAGES, patientHandout } from '../../rules/patient-handout.ts';
import { RECOVERY_TRIALS } from '../../rules/recovery.ts';
import { optionsOf } from './case-of.ts';
import { breaking, FIGURES, SAFE_EXPRESSION } from './safe-expression.ts';

function* contexts(): Generator<ClinicalContext> {
  for (const sensoryGrade of [0, 1, 2, 3, 4] as const)
    for (const pain of [true, false])
      for (const phase of PHASES)
        for (const scale of SCALES)
          yield {
            order: {
              drug: 'bortezomib',
              dosePerBsa: 1.3,
              doseMg: 2.34,
              frequency: 'twice-weekly',
              route: 'SC',
              days: [1, 4, 8, 11],
              cycleLengthDays: 21,
              regimen: 'VRd',
            },
            assessment: { scale, sensoryGrade, motorGrade: 1, pain, phase, redFlags: [] },
            patient: { ageYears: 70, crClMlMin: 45, bsaM2: 1.8, medications: ['duloxetine 60 mg'], plateletsPerNl: 90 },
          };
}

/** What a card rests on and when a source restarts: shown beside the texts of the card. */
const besides = (outcome: Outcome): string[] => [
  ...(outcome.kind === 'card' ? outcome.basis.map(({ value }) => value) : []),
  ...(outcome.kind === 'not-applicable' ? [outcome.reason] : []),
  ...optionsOf(outcome).flatMap(({ restartWhen }) => restartWhen ?? []),
];

const groups: readonly (readonly [string, readonly string[]])[] = [
  // A source's own title is quoted as it stands there.
  [
    'answers to questions',
    answers()
      .filter(({ kind }) => kind !== 'source')
      .flatMap(({ title, text }) => [title, text]),
  ],
  ['grades in the words of each scale', GRADE_WORDINGS.flatMap(({ sensory, motor }) => [...sensory, ...(motor ?? [])])],
  ['questions about the grade', GRADING_QUESTIONS.flatMap(({ question, examples }) => [question, examples])],
  ['everyday examples', [INSTRUMENTAL_ACTIVITIES, SELF_CARE]],
  ['red flags', RED_FLAG_GROUPS.flatMap(({ flags }) => flags.map(({ question }) => question))],
  [
    'rows of the dose tables',
    DOSE_TABLES.flatMap(({ name, rows }) => [name, ...rows.map(({ output }) => output.gist)]),
  ],
  ['the recovery figures', RECOVERY_TRIALS.map(({ trial }) => trial)],
  [
    'what stands beside the cards',
    [...contexts()].flatMap((context) => evaluate(context).outcomes.flatMap((outcome) => besides(outcome))),
  ],
  ['notes', [...contexts()].flatMap((context) => notesOf(context))],
];

function notesOf(context: ClinicalContext): string[] {
  const evaluation = evaluate(context);
  const note = (choice: Parameters<typeof clinicalNote>[0]['choice']) =>
    clinicalNote({ context, evaluation, choice, date: '22 November 2026', byHand: ['route'] });
  return [
    note(null),
    note({ kind: 'none', reason: 'patient prefers to wait' }),
    ...optionsToChoose(evaluation).map((option) => note({ kind: 'option', option })),
  ];
}

describe.each(groups)('%s', (_name, texts) => {
  it('are there', () => {
    expect(texts.length).toBeGreaterThan(1);
  });
  it.each(SAFE_EXPRESSION)('$name', (rule) => {
    expect([...new Set(breaking(rule, texts))].slice(0, 4)).toEqual([]);
  });
});

describe.each(LANGUAGES)('the sheet for the patient, %s', (language) => {
  const texts = [...contexts()].map((context) => handoutText(patientHandout(context, language)).replace(/_+/g, ''));
  // It speaks to the patient and may ask for something; it holds no dose.
  it.each(FIGURES)('$name', (rule) => {
    expect([...new Set(breaking(rule, texts))].slice(0, 4)).toEqual([]);
  });
});
