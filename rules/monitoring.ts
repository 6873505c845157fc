/** Monitoring (A24) and what is only under investigation (A25). */
import type { CaseFacts } from './case-facts.ts';
import { cardWith, cite, type Outcome } from './outcome.ts';

/** What is asked at each visit; concrete tasks say more than 'any numbness?'. */
export const MONITORING_QUESTIONS: readonly string[] = [
  'numbness, tingling, burning: where, how far up, both sides',
  'pain: yes or no, 0 to 10, at rest or at night',
  'buttons, zips, shoe laces, writing, jewellery',
  'shopping, meals, telephone, money; then washing, dressing, eating, toilet',
  'weakness, stairs, tripping, foot drop',
  'dizziness on standing, constipation, bladder, sweating',
];

export function monitoring({ assessment, order }: CaseFacts): Outcome {
  const grade = Math.max(assessment.sensoryGrade ?? 0, assessment.motorGrade ?? 0);
  const held = assessment.phase === 'held-not-recovered' || order.status === 'held';
  return cardWith({
    rule: 'monitoring',
    row: held ? 'held' : 'on-treatment',
    summary: held
      ? 'Monitoring: graded again at every visit while held, same scale, until the restart criterion is met'
      : 'Monitoring: asked and graded before every dose on the same scale; no routine nerve conduction studies',
    notes: [
      `Asked each time: ${MONITORING_QUESTIONS.join('; ')}.`,
      'Nerve conduction studies related poorly to the clinical findings (39 patients); whether the cumulative dose predicts is disputed.',
      ...(grade >= 2 ? ['Reflexes, vibration sense, strength and standing blood pressure examined as well.'] : []),
    ],
    sources: [cite('reference-article', 'critical pitfalls to avoid'), cite('njm-2013'), cite('leuk-lymphoma-2010')],
  });
}

/** Never an option to order: named because the article names it. */
export function investigational(): Outcome {
  return cardWith({
    rule: 'investigational/mtor-inhibitors',
    row: 'investigational',
    summary: 'Investigational only: mTOR inhibitors (animal work), not part of any guideline',
    notes: [
      'Sirolimus (rapamycin) and everolimus against spinal astrocyte activation; no dose, no indication, nothing to order.',
    ],
    sources: [cite('reference-article', 'emerging and alternative therapies', 'unverified')],
  });
}
