/**
 * Interactions between bortezomib, the drugs for neuropathic pain and what is on the medication list. Data with one
 * evaluator: the same records find a pair on the list and a pair between the list and a drug that is being considered.
 */
import type { CaseFacts } from './case-facts.ts';
import { DRUGS, type DrugClass, type Recognised } from './medications.ts';
import {
  cardWith,
  cite,
  type Indicator,
  notApplicable,
  notEvaluated,
  type Outcome,
  type SourceReference,
} from './outcome.ts';
import { listText } from './quantity-text.ts';

/** A side of an interaction: drugs of these classes, or with these generic names. */
interface Side {
  readonly classes?: readonly DrugClass[];
  readonly drugs?: readonly string[];
}

export interface Interaction {
  /** the rule is `interaction/<name>` */
  readonly name: string;
  readonly indicator: Indicator;
  readonly one: Side;
  /** 'bortezomib': the order itself */
  readonly other: Side | 'bortezomib';
  readonly effect: string;
  readonly notes: readonly string[];
  readonly sources: readonly SourceReference[];
}

const SNRI_OR_TRAMADOL: Side = { classes: ['snri'], drugs: ['tramadol'] };
const LEAFLETS = [cite('bortezomib-leaflets'), cite('us-pi-label', '7')];

export const INTERACTIONS: readonly Interaction[] = [
  {
    name: 'bortezomib-cyp3a4-inducer',
    indicator: 'critical',
    one: { classes: ['cyp3a4-inducer'] },
    other: 'bortezomib',
    effect: 'strong CYP3A4 induction lowers bortezomib exposure: combination to be avoided',
    notes: [
      'Named in the leaflets: rifampicin, carbamazepine, phenytoin, phenobarbital, St John’s wort. The size of the effect was not checked.',
      'Carbamazepine still appears in older myeloma reviews as a drug for neuropathic pain: not while bortezomib continues.',
    ],
    sources: LEAFLETS,
  },
  {
    name: 'bortezomib-cyp3a4-inhibitor',
    indicator: 'warning',
    one: { classes: ['cyp3a4-inhibitor'] },
    other: 'bortezomib',
    effect: 'strong CYP3A4 inhibition raises bortezomib exposure: closer monitoring for toxicity',
    notes: ['Named in the leaflets: ketoconazole, ritonavir. The size of the effect was not checked.'],
    sources: LEAFLETS,
  },
  {
    name: 'bortezomib-antidiabetic',
    indicator: 'warning',
    one: { classes: ['oral-antidiabetic'] },
    other: 'bortezomib',
    effect: 'hypoglycaemia and hyperglycaemia with oral antidiabetics: glucose watched, dose adjusted',
    notes: ['Corticosteroids of the regimen raise glucose as well.'],
    sources: [cite('bortezomib-leaflets')],
  },
  {
    name: 'duloxetine-tramadol',
    indicator: 'critical',
    one: { drugs: ['duloxetine'] },
    other: { drugs: ['tramadol'] },
    effect: 'serotonergic together, less tramadol activation (CYP2D6), more seizures: not combined',
    notes: ['The reference article lists both as second line without a warning on the pair.'],
    sources: [
      cite('duloxetine-us', '7'),
      cite('tramadol-us'),
      cite('duloxetine-eu', 'editor’s list, not the SmPC', 'secondary'),
    ],
  },
  {
    name: 'gabapentinoid-opioid',
    indicator: 'critical',
    one: { classes: ['gabapentinoid'] },
    other: { classes: ['opioid'] },
    effect: 'respiratory depression and sedation: lowest doses and monitoring, above all in older or lung-ill patients',
    notes: ['FDA drug safety communication 2019; the EU gabapentin text agrees.'],
    sources: [cite('fda-gabapentinoids-2019'), cite('gabapentin-eu', '4.5')],
  },
  {
    name: 'gabapentinoid-sedative',
    indicator: 'warning',
    one: { classes: ['gabapentinoid'] },
    other: { classes: ['sedative'] },
    effect: 'additive sedation and respiratory depression',
    notes: ['The FDA communication covers all drugs that depress the central nervous system.'],
    sources: [cite('fda-gabapentinoids-2019')],
  },
  {
    name: 'opioid-sedative',
    indicator: 'warning',
    one: { drugs: ['tramadol'] },
    other: { classes: ['sedative'] },
    effect: 'additive sedation and respiratory depression',
    notes: [],
    sources: [cite('tramadol-eu', '4.4')],
  },
  {
    name: 'serotonergic-maoi',
    indicator: 'critical',
    one: { classes: ['snri', 'tca'], drugs: ['tramadol'] },
    other: { classes: ['maoi', 'reversible-maoi'] },
    effect: 'contraindicated: serotonin syndrome; 14 days after an irreversible monoamine oxidase inhibitor',
    notes: [
      'Linezolid and methylene blue count: they inhibit monoamine oxidase.',
      'Stopping before such an inhibitor: venlafaxine at least 7 days (EU), duloxetine 5 days (not checked).',
    ],
    sources: [
      cite('duloxetine-eu', '4.3'),
      cite('tramadol-eu', '4.3'),
      cite('venlafaxine-eu', '4.3'),
      cite('amitriptyline-eu', '4.3'),
    ],
  },
  {
    name: 'serotonergic',
    indicator: 'warning',
    one: SNRI_OR_TRAMADOL,
    other: { classes: ['ssri', 'snri', 'tca', 'other-serotonergic'] },
    effect: 'serotonin syndrome: tremor, clonus, fever, agitation watched; one of the two reconsidered',
    notes: ['Tramadol with an SSRI, SNRI or tricyclic also lowers the seizure threshold.'],
    sources: [cite('tramadol-us'), cite('duloxetine-us', '7'), cite('tramadol-eu', '4.5')],
  },
  {
    name: 'tca-serotonergic',
    indicator: 'warning',
    one: { classes: ['tca'] },
    other: { classes: ['ssri', 'other-serotonergic'] },
    effect: 'serotonergic together; some SSRIs also raise tricyclic levels',
    notes: [],
    sources: [cite('amitriptyline-us'), cite('amitriptyline-eu', '4.2')],
  },
  {
    name: 'duloxetine-cyp1a2-inhibitor',
    indicator: 'critical',
    one: { drugs: ['duloxetine'] },
    other: { classes: ['cyp1a2-inhibitor'] },
    effect: 'contraindicated in the EU: strong CYP1A2 inhibition raises duloxetine',
    notes: ['Ciprofloxacin, enoxacin and fluvoxamine; the US label says avoid.'],
    sources: [cite('duloxetine-eu', '4.3'), cite('duloxetine-us', '7')],
  },
  {
    name: 'snri-bleeding',
    indicator: 'warning',
    one: { classes: ['snri'] },
    other: { classes: ['anticoagulant', 'antiplatelet', 'nsaid'] },
    effect: 'more bleeding; bortezomib lowers platelets as well',
    notes: ['Aspirin prescribed with lenalidomide counts.'],
    sources: [cite('duloxetine-us', '5, 7')],
  },
  {
    name: 'tramadol-seizure',
    indicator: 'warning',
    one: { drugs: ['tramadol'] },
    other: { classes: ['seizure-threshold', 'tca', 'ssri'] },
    effect: 'lower seizure threshold',
    notes: ['Tramadol is contraindicated in epilepsy that is not controlled (EU).'],
    sources: [cite('tramadol-us'), cite('tramadol-eu', '4.3')],
  },
  {
    name: 'tramadol-cyp2d6-inhibitor',
    indicator: 'warning',
    one: { drugs: ['tramadol'] },
    other: { classes: ['cyp2d6-inhibitor'] },
    effect: 'less of the active metabolite: less relief, more serotonergic effect',
    notes: [],
    sources: [cite('tramadol-us')],
  },
  {
    name: 'tca-cyp2d6-inhibitor',
    indicator: 'warning',
    one: { classes: ['tca'] },
    other: { classes: ['cyp2d6-inhibitor'], drugs: ['duloxetine'] },
    effect: 'higher tricyclic levels: a lower dose to be considered',
    notes: ['EU text names bupropion, quinidine, fluoxetine and paroxetine; duloxetine is a moderate inhibitor.'],
    sources: [cite('amitriptyline-eu', '4.2'), cite('duloxetine-us', '7')],
  },
];

const isOn = (side: Side, { drug }: Recognised): boolean =>
  (side.drugs?.includes(drug.name) ?? false) || (side.classes?.some((c) => drug.classes.includes(c)) ?? false);

/** Two different drugs that an interaction joins; `other` is undefined for an interaction with bortezomib itself. */
export interface Pair {
  readonly one: Recognised;
  readonly other: Recognised | undefined;
}

/** All pairs that an interaction finds among these drugs, each pair once, whatever the order of the list. */
export function pairsOf({ one, other }: Interaction, found: readonly Recognised[]): Pair[] {
  const ones = found.filter((recognised) => isOn(one, recognised));
  if (other === 'bortezomib') return ones.map((recognised) => ({ one: recognised, other: undefined }));
  const pairs: Pair[] = [];
  for (const a of ones) {
    for (const b of found) {
      if (a.drug === b.drug || !isOn(other, b)) continue;
      if (!pairs.some((pair) => pair.one.drug === b.drug && pair.other?.drug === a.drug))
        pairs.push({ one: a, other: b });
    }
  }
  return pairs;
}

const drugByName = new Map(DRUGS.map((drug) => [drug.name, drug]));

export interface Finding {
  readonly interaction: Interaction;
  readonly pairs: readonly Pair[];
}

/** What considering a drug would add to the drugs of the list: the interactions that involve it. */
export function interactionsOfCandidate(name: string, found: readonly Recognised[]): Finding[] {
  const drug = drugByName.get(name);
  if (drug === undefined) return [];
  const candidate: Recognised = { drug, text: name };
  const others = found.filter((recognised) => recognised.drug !== drug);
  const isInvolved = ({ one, other }: Interaction) =>
    isOn(one, candidate) || (other !== 'bortezomib' && isOn(other, candidate));
  return INTERACTIONS.filter(isInvolved).flatMap((interaction) => {
    const pairs = pairsOf(interaction, [candidate, ...others]).filter(
      (pair) => pair.one.drug === drug || pair.other?.drug === drug,
    );
    return pairs.length > 0 ? [{ interaction, pairs }] : [];
  });
}

/** Platelets below this, per nL, and a drug that impairs their function (clinical-spec section 6). */
export const LOW_PLATELETS_PER_NL = 50;

function lowPlatelets({ patient, medications }: CaseFacts): Outcome | undefined {
  const snri = (medications ?? []).filter(({ drug }) => drug.classes.includes('snri'));
  if (snri.length === 0) return undefined;
  const rule = 'interaction/snri-low-platelets';
  if (patient.plateletsPerNl === undefined) return notEvaluated(rule, ['patient.plateletsPerNl']);
  if (patient.plateletsPerNl >= LOW_PLATELETS_PER_NL) return undefined;
  return cardWith({
    rule,
    row: 'under-50',
    indicator: 'warning',
    summary: `${listText(snri.map(({ drug }) => drug.name))} with platelets ${patient.plateletsPerNl} per nL: more bleeding`,
    basis: [
      { input: 'patient.plateletsPerNl', value: `${patient.plateletsPerNl} per nL` },
      ...snri.map(({ text }) => ({ input: 'patient.medications', value: text })),
    ],
    sources: [cite('duloxetine-us', '5')],
  });
}

/** A card for every interaction on the medication list. Without a list nothing was checked, and that is said. */
export function interactions(facts: CaseFacts): Outcome[] {
  const { medications } = facts;
  if (medications === undefined) return [notEvaluated('interaction/medication-list', ['patient.medications'])];
  const outcomes: Outcome[] = INTERACTIONS.flatMap((interaction) => {
    const pairs = pairsOf(interaction, medications);
    if (pairs.length === 0) return [];
    const texts = [
      ...new Set(pairs.flatMap(({ one, other }) => (other === undefined ? [one.text] : [one.text, other.text]))),
    ];
    const names = pairs.map(({ one, other }) => `${one.drug.name} + ${other?.drug.name ?? 'bortezomib'}`);
    const shown = names.length > 2 ? `${names.slice(0, 2).join('; ')} and others` : names.join('; ');
    const whole = `${shown}: ${interaction.effect}`;
    return [
      cardWith({
        rule: `interaction/${interaction.name}`,
        row: interaction.name,
        indicator: interaction.indicator,
        summary: whole.length < 140 ? whole : `${shown}: see detail`,
        notes: [`${names.join('; ')}: ${interaction.effect}.`, ...interaction.notes],
        basis: texts.map((value) => ({ input: 'patient.medications', value })),
        sources: [...interaction.sources],
      }),
    ];
  });
  const platelets = lowPlatelets(facts);
  if (platelets !== undefined) outcomes.push(platelets);
  if (outcomes.length === 0) {
    outcomes.push(notApplicable('interaction/medication-list', 'No interaction among the drugs that were recognised.'));
  }
  return outcomes;
}
