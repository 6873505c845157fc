/** The words for what the rules conclude: actions, tiers, verification, and the names of inputs. */
import type { Action, Basis, Tier } from '../../rules/outcome.ts';
import type { Verification } from '../../rules/sources.ts';
import { asKey, t, type WordKey } from '../words.ts';

/** An action as a signal word, e.g. 'Dose reduction'. */
export function actionInWords(action: Action): string {
  return t(`advice.action.${asKey(action)}`);
}

/** An action before the dose that it leads to, within a sentence, e.g. 'reduction to'. */
export function offerInWords(action: Action): string {
  return t(`advice.offer.${asKey(action)}`);
}

export function tierInWords(tier: Tier): string {
  return t(`tier.${tier}`);
}

/** How far a source was checked. */
export function verificationInWords(verification: Verification): string {
  return t(`verification.${verification}`);
}

/** The values of a card's basis that do not speak for themselves, and the name that stands before each. */
const NAMED_IN_BASIS: Readonly<Record<string, WordKey>> = {
  'assessment.pain': 'basis.pain',
  'assessment.autonomic': 'basis.autonomic',
  'assessment.motorGrade': 'basis.motorGrade',
  'assessment.baselineGrade': 'basis.baselineGrade',
  'patient.bsaM2': 'basis.bsaM2',
  'order.doseMg': 'basis.doseMg',
};

/** One input of a card's basis: 'pain: yes', 'grade 2', '1.3 mg/m²'. */
export function basisInWords({ input, value }: Basis): string {
  const name = NAMED_IN_BASIS[input];
  return name ? t('advice.basis', { name: t(name), value }) : value;
}

/** The name of an input in words; an unknown one keeps its technical name rather than losing it. */
export function inputInWords(input: string): string {
  return t(`inputs.${input}` as WordKey) || input;
}
