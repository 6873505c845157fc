/**
 * Interactions between bortezomib, the drugs for neuropathic pain and what may be on the medication list. Data only:
 * each record carries its effect, weight and sources; interactions.ts evaluates them.
 */
import type { DrugClass } from './drug-list.ts';
import { cite, type Indicator, type SourceReference } from './outcome.ts';

/** A side of an interaction: drugs of these classes, or with these generic names. */
export interface Side {
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
