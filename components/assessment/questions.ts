/** The short questions of the assessment: which input each gives, its choices, and how an answer is told. */
import { PHASES } from '../../rules/clinical-context.ts';
import { asKey, t } from '../words.ts';
import type { AssessmentAnswers } from './Assessment.tsx';

export interface Question {
  id: 'pain' | 'autonomic' | 'phase';
  /** with Alt it leads to the question */
  letter?: string;
  /** the input of the rules that the answer becomes */
  input: string;
  title(): string;
  choices: readonly { value: string; words(): string; answer: Partial<AssessmentAnswers> }[];
  chosen(answers: AssessmentAnswers): string | undefined;
}

export const PAIN: Question = {
  id: 'pain',
  letter: 'P',
  input: 'assessment.pain',
  title: () => t('assessment.pain'),
  choices: [
    { value: 'yes', words: () => t('assessment.answer.yes'), answer: { pain: true } },
    { value: 'no', words: () => t('assessment.answer.no'), answer: { pain: false } },
  ],
  chosen: ({ pain }) => (pain === undefined ? undefined : pain ? 'yes' : 'no'),
};

export const AUTONOMIC: Question = {
  id: 'autonomic',
  input: 'assessment.autonomic',
  title: () => t('assessment.autonomic.title'),
  choices: (['none', 'mild', 'severe'] as const).map((value) => ({
    value,
    words: () => t(`assessment.autonomic.${value}`),
    answer: { autonomic: value },
  })),
  chosen: ({ autonomic }) => autonomic,
};

export const PHASE: Question = {
  id: 'phase',
  input: 'assessment.phase',
  title: () => t('assessment.phase.title'),
  choices: PHASES.map((value) => ({
    value,
    words: () => t(`assessment.phase.${asKey(value)}`),
    answer: { phase: value },
  })),
  chosen: ({ phase }) => phase,
};

/** Those that are short enough to be asked wherever their answer is missing. */
export const QUESTIONS: readonly Question[] = [PAIN, AUTONOMIC, PHASE];
