/** Symptom treatment: both guideline orders first, then one outcome a drug in the order that the site chose. */
import type { CaseFacts } from '../case-facts.ts';
import { cardWith, cite, notApplicable, notEvaluated, type Outcome } from '../outcome.ts';
import { AMITRIPTYLINE } from './amitriptyline.ts';
import { DULOXETINE } from './duloxetine.ts';
import { evaluateDrug } from './evaluate-drug.ts';
import { GABAPENTIN } from './gabapentin.ts';
import { PREGABALIN } from './pregabalin.ts';
import type { SymptomDrug } from './symptom-drug.ts';
import { CAPSAICIN, LIDOCAINE, MENTHOL } from './topical.ts';
import { TRAMADOL } from './tramadol.ts';
import { VENLAFAXINE } from './venlafaxine.ts';

export const ANALGESIC_ORDERS = ['both', 'article', 'asco-esmo'] as const;
export type AnalgesicOrder = (typeof ANALGESIC_ORDERS)[number];

const ARTICLE_ORDER: readonly SymptomDrug[] = [
  PREGABALIN,
  GABAPENTIN,
  DULOXETINE,
  TRAMADOL,
  VENLAFAXINE,
  AMITRIPTYLINE,
];
const ASCO_ESMO_ORDER: readonly SymptomDrug[] = [
  DULOXETINE,
  PREGABALIN,
  VENLAFAXINE,
  AMITRIPTYLINE,
  TRAMADOL,
  GABAPENTIN,
];
const TOPICAL: readonly SymptomDrug[] = [MENTHOL, CAPSAICIN, LIDOCAINE];

export const SYMPTOM_DRUGS: readonly SymptomDrug[] = [...ARTICLE_ORDER, ...TOPICAL];

const ORDER_RULE = 'symptom-treatment/order';

function orderCard({ assessment }: CaseFacts, order: AnalgesicOrder): Outcome {
  if (assessment.pain === undefined) return notEvaluated(ORDER_RULE, ['assessment.pain']);
  if (!assessment.pain) return notApplicable(ORDER_RULE, 'No neuropathic pain.');
  const summaries = {
    both: 'Two orders for pain: ASCO and ESMO 2020 put duloxetine first, the reference article pregabalin',
    article: 'Order of this site: pregabalin, gabapentin, then duloxetine or tramadol (reference article)',
    'asco-esmo': 'Order of this site: duloxetine first (ASCO and ESMO 2020)',
  } as const;
  return cardWith({
    rule: ORDER_RULE,
    row: order,
    summary: summaries[order],
    notes: [
      'ASCO 2020: duloxetine is the only drug with a recommendation; gabapentinoids and tricyclics inconclusive. ESMO 2020: duloxetine I, B.',
      'The article’s order comes from myeloma expert opinion of 2010, before the duloxetine trial. Neither rests on a trial in bortezomib neuropathy.',
      'NCCN has no text on this neuropathy as such; it lists gabapentinoids first for cancer pain (secondary).',
    ],
    basis: [{ input: 'assessment.pain', value: 'yes' }],
    sources: [cite('asco-2020'), cite('esmo-2020'), cite('haematologica-2010'), cite('reference-article')],
  });
}

export function symptomTreatment(facts: CaseFacts, order: AnalgesicOrder = 'both'): Outcome[] {
  const drugs = order === 'asco-esmo' ? ASCO_ESMO_ORDER : ARTICLE_ORDER;
  return [orderCard(facts, order), ...[...drugs, ...TOPICAL].map((drug) => evaluateDrug(drug, facts))];
}
