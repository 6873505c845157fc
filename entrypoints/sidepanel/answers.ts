/** What the clinician said. Absent means not answered, never 'no'. */
import type { Phase, Scale } from '../../rules/clinical-context.ts';

export interface Answers {
  scale: Scale;
  /** the worse of sensory and motor neuropathy */
  grade?: 0 | 1 | 2 | 3 | 4;
  pain?: boolean;
  autonomic?: 'none' | 'mild' | 'severe';
  phase?: Phase;
}

/** Nothing answered; the scale is the specification's default and is named beside every grade. */
export const NO_ANSWERS: Answers = { scale: 'CTCAE 5.0' };
