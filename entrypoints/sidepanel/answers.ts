/** What the clinician said. Absent means not answered, never 'no'. */
import type { AssessmentAnswers } from '../../components/assessment/Assessment.tsx';

export type Answers = AssessmentAnswers;

/** Nothing answered; the scale is the specification's default and is named beside every grade. */
export const NO_ANSWERS: Answers = { scale: 'CTCAE 5.0' };
