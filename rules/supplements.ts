/** Supplements to avoid (A21, A22), recognised on the medication list with the dose where it is stated. */
import { type CaseFacts, crClOf } from './case-facts.ts';
import { type DrugClass, ofClass, type Recognised } from './medications.ts';
import {
  type Basis,
  cardWith,
  cite,
  type Indicator,
  notApplicable,
  notEvaluated,
  type Outcome,
  type SourceReference,
} from './outcome.ts';
import { listText, quantity } from './quantity-text.ts';
import { statedDailyMg, statedMg } from './stated-dose.ts';

interface Supplement {
  readonly name: string;
  readonly classes: readonly DrugClass[];
  readonly indicator: Indicator;
  readonly summary: string;
  readonly notes: readonly string[];
  readonly sources: readonly SourceReference[];
}

const BINDING =
  'Vicinal diols bind the boronic acid of bortezomib directly: preclinical evidence; whether it matters in patients is debated.';

export const SUPPLEMENTS: readonly Supplement[] = [
  {
    name: 'vitamin-c',
    classes: ['vitamin-c'],
    indicator: 'warning',
    summary: 'High-dose vitamin C better avoided: it may bind bortezomib and weaken its effect',
    notes: [
      BINDING,
      'The concern is supplements, not fruit and vegetables of a normal diet. The reference article speaks of metabolism; the mechanism is binding.',
    ],
    sources: [cite('reference-article', 'critical pitfalls to avoid'), cite('egcg-blood-2009')],
  },
  {
    name: 'green-tea-and-catechols',
    classes: ['catechol-supplement'],
    indicator: 'warning',
    summary: 'Green tea extract and similar polyphenol supplements better avoided with bortezomib',
    notes: [
      BINDING,
      'EGCG and other catechols; concentrated extracts, not normal diet. The reference article has no such row.',
    ],
    sources: [cite('egcg-blood-2009')],
  },
  {
    name: 'acetyl-l-carnitine',
    classes: ['acetyl-l-carnitine'],
    indicator: 'critical',
    summary: 'Acetyl-L-carnitine better avoided: ASCO 2020 strongly against, harm in a prevention trial',
    notes: ['An older myeloma table still lists it; the newer guideline stands.'],
    sources: [cite('asco-2020'), cite('esmo-2020')],
  },
  {
    name: 'alpha-lipoic-acid',
    classes: ['alpha-lipoic-acid'],
    indicator: 'info',
    summary: 'Alpha-lipoic acid: no proof of benefit; antioxidant concern (not checked)',
    notes: [],
    sources: [cite('general-knowledge')],
  },
];

/** The entries as the card rests on them, each once. */
const entriesOf = (found: readonly Recognised[]): Basis[] =>
  [...new Set(found.map(({ text }) => text))].map((value) => ({ input: 'patient.medications', value }));

/** The amount of an entry in words, in a day where it says how often. */
function amountIn(text: string): string | undefined {
  const [mg, daily] = [statedMg(text), statedDailyMg(text)];
  if (daily !== undefined) return `${quantity(daily, 'mg')} daily`;
  return mg === undefined ? undefined : quantity(mg, 'mg');
}

function supplement(facts: CaseFacts, { name, classes, ...card }: Supplement): Outcome {
  const rule = `avoid/${name}`;
  if (facts.medications === undefined) return notEvaluated(rule, ['patient.medications']);
  const found = ofClass(facts.medicationEntries, ...classes);
  if (found.length === 0) return notApplicable(rule, 'Not on the medication list.');
  const amounts = found.flatMap(({ text }) => amountIn(text) ?? []);
  const stated = amounts.length > 0 ? `Stated dose: ${listText(amounts)}.` : 'No dose is stated.';
  return cardWith({
    ...card,
    notes: [stated, ...card.notes],
    rule,
    row: 'on-the-list',
    sources: [...card.sources],
    basis: entriesOf(found),
  });
}

/** mg per day: none reported below 100 mg for under 30 weeks, neuropathy mainly from 1,000 mg. */
export const PYRIDOXINE_LOW_MG = 100;
export const PYRIDOXINE_TOXIC_MG = 1000;
const RENAL_INSUFFICIENCY_BELOW = 60;

/** Pyridoxine (A22), the content of B-complex products counted; renal insufficiency and low protein raise the concern. */
export function pyridoxine(facts: CaseFacts): Outcome {
  const rule = 'avoid/pyridoxine';
  if (facts.medications === undefined) return notEvaluated(rule, ['patient.medications']);
  const found = ofClass(facts.medicationEntries, 'vitamin-b6', 'b-complex');
  if (found.length === 0) return notApplicable(rule, 'Neither pyridoxine nor B-complex on the medication list.');
  const single = ofClass(found, 'vitamin-b6');
  // All entries count together; one that does not say how often counts as once daily, the least that it can mean.
  const stated = single.flatMap(({ text }) => statedDailyMg(text) ?? statedMg(text) ?? []);
  const total = stated.length > 0 ? stated.reduce((sum, mg) => sum + mg) : undefined;
  const row =
    total === undefined
      ? 'dose-not-stated'
      : total >= PYRIDOXINE_TOXIC_MG
        ? 'toxic-range'
        : total >= PYRIDOXINE_LOW_MG
          ? 'high'
          : 'low';
  const crCl = crClOf(facts);
  const renal = crCl !== undefined && crCl < RENAL_INSUFFICIENCY_BELOW;
  const amount = total === undefined ? 'dose not stated' : `${quantity(total, 'mg')} daily`;
  const basis = entriesOf(found);
  if (renal) basis.push({ input: 'patient.crClMlMin', value: quantity(crCl, 'mL/min', 0) });
  return cardWith({
    rule,
    row,
    indicator: row === 'toxic-range' ? 'critical' : row === 'low' && !renal ? 'info' : 'warning',
    summary:
      row === 'low'
        ? `Pyridoxine ${amount}: below the range of reported neuropathy; all products counted together`
        : `Pyridoxine (${amount}): high doses injure sensory neurons and are better avoided`,
    notes: [
      'Neuropathy mainly from 1,000 mg daily; none reported below 100 mg daily for under 30 weeks. Long use can do it at less; the EU upper limit of 12 mg daily was not checked.',
      'B-complex products contain pyridoxine: their content counts. An entry that does not say how often is counted as once daily.',
      ...(renal ? ['Renal insufficiency raises the concern.'] : []),
      'Low-protein diets raise the concern as well.',
    ],
    basis,
    sources: [cite('reference-article', 'critical pitfalls to avoid'), cite('pyridoxine-statpearls')],
  });
}

export function supplements(facts: CaseFacts): Outcome[] {
  return [
    supplement(facts, SUPPLEMENTS[0] as Supplement),
    pyridoxine(facts),
    ...SUPPLEMENTS.slice(1).map((record) => supplement(facts, record)),
  ];
}
