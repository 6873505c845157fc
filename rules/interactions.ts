/**
 * Finds interactions: the same records find a pair on the medication list and a pair between the list and a drug that is
 * being considered. Bortezomib itself is always there.
 */
import type { CaseFacts } from './case-facts.ts';
import { INTERACTIONS, type Interaction, type Side } from './interaction-table.ts';
import { DRUGS, type Drug, type Recognised } from './medications.ts';
import { cardWith, cite, notApplicable, notEvaluated, type Outcome } from './outcome.ts';
import { listText } from './quantity-text.ts';

export { INTERACTIONS, type Interaction };

/** The drugs of each side, worked out once. */
const drugsOfSide = new Map<Side, ReadonlySet<Drug>>();
for (const side of INTERACTIONS.flatMap(({ one, other }) => (other === 'bortezomib' ? [one] : [one, other]))) {
  const { drugs = [], classes = [] } = side;
  drugsOfSide.set(
    side,
    new Set(DRUGS.filter((drug) => drugs.includes(drug.name) || classes.some((c) => drug.classes.includes(c)))),
  );
}

const drugsOn = (side: Side) => drugsOfSide.get(side) as ReadonlySet<Drug>;

/** Two different drugs that an interaction joins; `other` is undefined for an interaction with bortezomib itself. */
export interface Pair {
  readonly one: Recognised;
  readonly other: Recognised | undefined;
}

/** All pairs that an interaction finds among these drugs, each pair once, whatever the order of the list. */
export function pairsOf({ one, other }: Interaction, found: readonly Recognised[]): Pair[] {
  const onOne = drugsOn(one);
  const ones = found.filter(({ drug }) => onOne.has(drug));
  if (other === 'bortezomib') return ones.map((recognised) => ({ one: recognised, other: undefined }));
  const onOther = drugsOn(other);
  const pairs: Pair[] = [];
  for (const a of ones) {
    for (const b of found) {
      if (a.drug === b.drug || !onOther.has(b.drug)) continue;
      if (!pairs.some((pair) => pair.one.drug === b.drug && pair.other?.drug === a.drug))
        pairs.push({ one: a, other: b });
    }
  }
  return pairs;
}

const drugByName = new Map(DRUGS.map((drug) => [drug.name, drug]));

/** The interactions that a drug can take part in. */
const interactionsWith = new Map(
  DRUGS.map((drug) => [
    drug,
    INTERACTIONS.filter(
      ({ one, other }) => drugsOn(one).has(drug) || (other !== 'bortezomib' && drugsOn(other).has(drug)),
    ),
  ]),
);

export interface Finding {
  readonly interaction: Interaction;
  readonly pairs: readonly Pair[];
}

/** What considering a drug would add to the drugs of the list: the interactions that involve it. */
export function interactionsOfCandidate(name: string, found: readonly Recognised[]): Finding[] {
  const drug = drugByName.get(name);
  if (drug === undefined) return [];
  const candidate: Recognised = { drug, text: name };
  const together = [candidate, ...found.filter((recognised) => recognised.drug !== drug)];
  const findings: Finding[] = [];
  for (const interaction of interactionsWith.get(drug) ?? []) {
    const pairs = pairsOf(interaction, together).filter((pair) => pair.one.drug === drug || pair.other?.drug === drug);
    if (pairs.length > 0) findings.push({ interaction, pairs });
  }
  return findings;
}

/** Platelets below this, per nL, and a drug that impairs their function. */
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

/** What of the list was not recognised, and so not checked; or that nothing was found. */
function listOutcome({ patient, medications = [], unrecognised }: CaseFacts, found: boolean): Outcome {
  const rule = 'interaction/medication-list';
  const entries = patient.medications ?? [];
  const spelt = medications.filter(({ readFrom }) => readFrom !== undefined);
  const readAs = `Read with another spelling: ${spelt.map(({ readFrom, drug }) => `${readFrom} as ${drug.name}`).join('; ')}.`;
  if (unrecognised.length === 0 && spelt.length > 0) {
    return cardWith({
      rule,
      row: 'other-spelling',
      summary: `Medication list: ${spelt.length} of ${entries.length} entries were read with another spelling`,
      notes: [readAs],
      basis: spelt.map(({ text }) => ({ input: 'patient.medications', value: text })),
      sources: [cite('general-knowledge')],
    });
  }
  if (unrecognised.length === 0) {
    return notApplicable(rule, found ? 'Every entry was recognised.' : 'No interaction; every entry was recognised.');
  }
  return cardWith({
    rule,
    row: 'not-recognised',
    summary: `Medication list: ${unrecognised.length} of ${entries.length} entries were not recognised and not checked`,
    notes: [`Not recognised: ${unrecognised.join('; ')}.`, ...(spelt.length > 0 ? [readAs] : [])],
    basis: unrecognised.map((value) => ({ input: 'patient.medications', value })),
    sources: [cite('general-knowledge')],
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
  outcomes.push(listOutcome(facts, outcomes.length > 0));
  return outcomes;
}
