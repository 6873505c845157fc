/** A drug for pain that the patient takes already, when no pain asks for one: what speaks against it holds all the same. */
import { type CaseFacts, crClOf } from '../case-facts.ts';
import { cardWith, cite, type Outcome } from '../outcome.ts';
import { firstUpper, quantity } from '../quantity-text.ts';
import { aboveCeiling, againstIt } from './against-drug.ts';
import { bandAt, maximumAt } from './daily-dose.ts';
import { DEFAULT_REGION, regionBasis } from './region.ts';
import type { SymptomDrug } from './symptom-drug.ts';

/** A card of the reasons against the listed drug; undefined when it is not on the list or nothing speaks against it. */
export function listedDrug(drug: SymptomDrug, facts: CaseFacts, rule: string): Outcome | undefined {
  const listed = facts.medications?.find((known) => known.drug.name === drug.name);
  if (listed === undefined || drug.labels === undefined) return undefined;
  const label = drug.labels[facts.setting.labelRegion ?? DEFAULT_REGION];
  const crCl = crClOf(facts);
  const band = crCl === undefined ? undefined : bandAt(label.bands, crCl);
  const against = againstIt(drug, label, facts).filter(
    ({ avoid, basis }) => avoid && basis.input !== 'patient.medications',
  );
  const tooMuch =
    crCl === undefined || band?.avoid !== undefined
      ? undefined
      : aboveCeiling(drug, maximumAt(label, crCl, facts.patient.ageYears), facts);
  const reasons = [
    ...(band?.avoid === undefined ? [] : [band.avoid]),
    ...against.map(({ text }) => text),
    ...(tooMuch === undefined ? [] : [tooMuch.text]),
  ];
  const [first] = reasons;
  if (first === undefined) return undefined;
  const avoid = band?.avoid !== undefined || against.length > 0;
  const full = `${firstUpper(drug.name)} is on the medication list: ${first}`;
  return cardWith({
    rule,
    row: 'on-the-list',
    indicator: avoid ? 'critical' : 'warning',
    summary: full.length < 140 ? full : `${firstUpper(drug.name)} is on the medication list: see detail`,
    notes: [...reasons.map((text) => `Here: ${text}.`), ...drug.notes],
    basis: [
      { input: 'patient.medications', value: listed.text },
      regionBasis(facts),
      ...(crCl === undefined ? [] : [{ input: 'patient.crClMlMin', value: quantity(crCl, 'mL/min', 0) }]),
      ...against.map(({ basis }) => basis),
    ],
    sources: [cite(label.source, label.section, label.verification)],
  });
}
