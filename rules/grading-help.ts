/**
 * A short path of questions that proposes a grade of sensory neuropathy and says why. It only proposes: the grade is
 * the clinician's own answer. Pain, weakness and autonomic signs are asked apart, because they are not part of the grade.
 */
import type { Scale } from './clinical-context.ts';
import { familyOf } from './grading.ts';
import type { SourceId } from './sources.ts';

export type GradingQuestionId =
  | 'urgent-intervention'
  | 'permanent-disabling'
  | 'self-care'
  | 'instrumental'
  | 'function'
  | 'sensation';

export interface GradingQuestion {
  readonly id: GradingQuestionId;
  readonly question: string;
  /** everyday examples, to ask the patient with */
  readonly examples: string;
  readonly source: SourceId;
}

/** From the mildest to the gravest, in the order in which a patient is asked. */
export const GRADING_QUESTIONS: readonly GradingQuestion[] = [
  {
    id: 'sensation',
    question: 'Tingling, numbness or altered feeling',
    examples: 'pins and needles, walking on cotton wool, gloves that are not there',
    source: 'ctcae-6',
  },
  {
    id: 'function',
    question: 'Slower or clumsier, but everything still gets done',
    examples: 'shoe laces, buttons, zips, writing, jewellery',
    source: 'nci-2003-table',
  },
  {
    id: 'instrumental',
    question: 'Limits household and errands',
    examples: 'cooking, shopping, telephone, keys, handling money',
    source: 'ctcae-5',
  },
  {
    id: 'self-care',
    question: 'Limits self-care',
    examples: 'washing, dressing, eating, toilet, taking medicines',
    source: 'ctcae-5',
  },
  {
    id: 'permanent-disabling',
    question: 'Permanent loss of feeling that disables',
    examples: 'no recovery expected, unsafe walking',
    source: 'nci-2003-table',
  },
  {
    id: 'urgent-intervention',
    question: 'Life-threatening, needs urgent intervention',
    examples: 'breathing or swallowing affected',
    source: 'ctcae-5',
  },
];

/** Which answer makes which grade, gravest first; a question that a scale does not know is not asked on it. */
const GRADE_OF: Readonly<
  Record<ReturnType<typeof familyOf>, readonly (readonly [GradingQuestionId, 0 | 1 | 2 | 3 | 4])[]>
> = {
  'CTCAE 4 and later': [
    ['urgent-intervention', 4],
    ['self-care', 3],
    ['instrumental', 2],
    ['function', 1],
    ['sensation', 1],
  ],
  'NCI 2003': [
    ['permanent-disabling', 4],
    ['self-care', 3],
    ['instrumental', 3],
    ['function', 2],
    ['sensation', 1],
  ],
};

export type GradingAnswers = Partial<Record<GradingQuestionId, boolean>>;

export type GradeProposal =
  /** the grade, and the question whose 'yes' decided it; null where every answer was 'no' */
  | { kind: 'proposed'; grade: 0 | 1 | 2 | 3 | 4; because: GradingQuestion | null }
  /** the questions that could still make it another grade */
  | { kind: 'open'; unanswered: GradingQuestion[] };

/** The questions that a scale asks, in the order in which a patient is asked. */
export function gradingQuestions(scale: Scale): GradingQuestion[] {
  const asked = new Set(GRADE_OF[familyOf(scale)].map(([id]) => id));
  return GRADING_QUESTIONS.filter(({ id }) => asked.has(id));
}

/** Proposes a grade once no unanswered question could make it a higher one. */
export function proposeGrade(scale: Scale, answers: GradingAnswers): GradeProposal {
  const unanswered: GradingQuestion[] = [];
  for (const [id, grade] of GRADE_OF[familyOf(scale)]) {
    const question = GRADING_QUESTIONS.find((candidate) => candidate.id === id);
    if (!question) continue;
    if (answers[id] === undefined) unanswered.push(question);
    else if (answers[id] && unanswered.length === 0) return { kind: 'proposed', grade, because: question };
    else if (answers[id]) return { kind: 'open', unanswered };
  }
  return unanswered.length > 0 ? { kind: 'open', unanswered } : { kind: 'proposed', grade: 0, because: null };
}
