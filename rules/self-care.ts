/** Self-care for the patient handout (A14 to A17), as options that a nurse can go through. */
import type { CaseFacts } from './case-facts.ts';
import { cardWith, cite, notApplicable, notEvaluated, type Option, type Outcome } from './outcome.ts';

const RULE = 'self-care';
const SOURCE = 'reference-article';

export const SELF_CARE_ADVICE: readonly { readonly id: string; readonly text: string; readonly plain: string }[] = [
  {
    id: 'A14',
    text: 'loose shoes, roomy cotton socks, padded slippers',
    plain: 'Loose shoes, roomy cotton socks and padded slippers put less pressure on your feet.',
  },
  {
    id: 'A15',
    text: 'feet (and hands) uncovered in bed',
    plain: 'Keeping your feet, and your hands if they hurt, uncovered in bed may ease the pain.',
  },
  {
    id: 'A16',
    text: 'cool or icy water and massage for short relief, only on intact skin with feeling',
    plain:
      'Cool water and massage can ease pain for a while. Not on numb or broken skin: cold can injure it unnoticed.',
  },
  {
    id: 'A17',
    text: 'moderate walking; too much can make it worse',
    plain: 'Walking a moderate amount helps the circulation. Too much can make the pain worse.',
  },
];

const SAFETY = 'Insensate feet: inspected daily, water temperature tested, night lights and firm shoes against falls.';

/** Icy water is left out where feeling or skin may be lost, or with Raynaud phenomenon. */
export function selfCare(facts: CaseFacts): Outcome {
  const { sensoryGrade, motorGrade } = facts.assessment;
  if (sensoryGrade === undefined && motorGrade === undefined) return notEvaluated(RULE, ['assessment.sensoryGrade']);
  const grade = Math.max(sensoryGrade ?? 0, motorGrade ?? 0);
  if (grade === 0) return notApplicable(RULE, 'No neuropathy.');
  const raynaud = facts.conditions?.find(({ condition }) => condition === 'raynaud');
  const cold = grade < 3 && raynaud === undefined;
  const options = SELF_CARE_ADVICE.filter(({ id }) => cold || id !== 'A16').map(
    ({ text }): Option => ({
      tier: 'article',
      source: SOURCE,
      verification: 'primary',
      action: 'consider',
      label: text,
    }),
  );
  return cardWith({
    rule: RULE,
    row: cold ? 'with-cold' : 'without-cold',
    summary: cold
      ? 'Self-care: shoes, bedding, cool water, walking'
      : 'Self-care: shoes, bedding, walking; no icy water on skin without feeling',
    notes: [
      SAFETY,
      'Icy water is comfort only, unproven, and can injure skin without feeling, ulcers or Raynaud phenomenon.',
    ],
    options,
    basis: [
      { input: 'assessment.sensoryGrade', value: sensoryGrade === undefined ? 'not given' : `grade ${sensoryGrade}` },
      ...(raynaud === undefined ? [] : [{ input: 'patient.problems', value: raynaud.text }]),
    ],
    sources: [cite(SOURCE, 'non-pharmacologic supportive measures'), cite('general-knowledge')],
  });
}
