/**
 * Regimens that contain bortezomib: names, written forms, partners and the days on which bortezomib is given.
 * The table itself is in regimen-table.ts; this file says what a record means and looks records up.
 */
import type { Frequency } from './clinical-context.ts';
import { REGIMENS } from './regimen-table.ts';
import type { SourceId, Verification } from './sources.ts';

export { REGIMENS };

/** One published bortezomib schedule of a regimen. */
export interface BortezomibSchedule {
  /** days of the cycle on which bortezomib is given, ascending */
  readonly days: readonly number[];
  readonly cycleLengthDays: number;
  /** first and last cycle of this schedule, when it changes during the regimen */
  readonly cycles?: readonly [from: number, to?: number];
  /** mg/m2, where it differs from the usual dose of the regimen */
  readonly dosePerBsa?: number;
  readonly note?: string;
  readonly source: SourceId;
  readonly verification: Verification;
}

export interface Regimen {
  /** canonical short name */
  readonly name: string;
  /** written forms that mean this regimen and nothing else, the canonical name included */
  readonly synonyms: readonly string[];
  /** written forms that also mean something else: valid only in a field that names a regimen */
  readonly ambiguousSynonyms: readonly string[];
  /** generic names of all drugs, bortezomib included; empty where the name is not tied to one set of drugs */
  readonly components: readonly string[];
  /** the more general regimen of the same drugs, when this record is one of its variants */
  readonly variantOf?: string;
  /** usual dose at start, mg/m2 */
  readonly dosePerBsa: number;
  readonly schedules: readonly BortezomibSchedule[];
  /** partners that can themselves cause peripheral neuropathy, with how much they matter */
  readonly neurotoxicPartners: readonly string[];
  /** partners with a minor own risk of neuropathy */
  readonly minorNeurotoxicPartners: readonly string[];
  readonly note?: string;
}

/** Drugs that stand in front of a regimen's short name, in full or cut short: 'Daratumumab-VTd' is 'Dara-VTd'. */
const CUT_SHORT = /\b(dara)tumumab|(isa)tuximab|(elo)tuzumab|(sel)inexor|(pom)alidomide|(bela)ntamab|(ven)etoclax/gu;

/** Written forms compared without case, spaces, hyphens, dots, slashes and plus signs: 'Dara-VRd' equals 'DARA VRD'. */
const key = (written: string) =>
  written
    .toLowerCase()
    .replace(CUT_SHORT, (...[, ...short]) => short.find((part) => typeof part === 'string') as string)
    .replace(/[\s\-‐-―._/+]/gu, '');

const byKey = new Map<string, Regimen>();
for (const regimen of REGIMENS) {
  for (const written of [...regimen.synonyms, ...regimen.ambiguousSynonyms]) byKey.set(key(written), regimen);
}

/** Names by which the drugs of the regimens are written, longest first, with the generic name. */
const DRUG_NAMES: readonly (readonly [written: string, generic: string])[] = [
  ...new Set(REGIMENS.flatMap(({ components }) => components)),
]
  .map((name) => [name, name] as const)
  .concat([
    ['velcade', 'bortezomib'],
    ['revlimid', 'lenalidomide'],
    ['thalomid', 'thalidomide'],
    ['darzalex', 'daratumumab'],
    ['cytoxan', 'cyclophosphamide'],
    ['decadron', 'dexamethasone'],
    ['dex', 'dexamethasone'],
  ])
  .sort(([a], [b]) => b.length - a.length);

/** The drugs of a text that names drugs and nothing else ('bortezomib, lenalidomide and dex'); empty otherwise. */
function drugsNamedIn(text: string): string[] {
  let rest = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const found: string[] = [];
  for (const [written, generic] of DRUG_NAMES) {
    if (!rest.includes(` ${written} `)) continue;
    rest = rest.replaceAll(` ${written} `, '  ');
    found.push(generic);
  }
  return /^(\s|\band\b|\bwith\b|\bplus\b)*$/u.test(rest) ? found : [];
}

/**
 * The regimen that a regimen field names, by a written form or by all its drugs, or undefined. The whole text has to be
 * one of the two: a name found within longer text is the business of the order-text parser, not of this look-up.
 */
export function regimenNamed(text: string): Regimen | undefined {
  return byKey.get(key(text)) ?? regimenOfComponents(drugsNamedIn(text));
}

/** Names that look like a bortezomib regimen and contain another drug instead, with that drug. */
const WITHOUT_BORTEZOMIB: readonly (readonly [names: readonly string[], instead: string])[] = [
  [['KRd', 'D-KRd', 'DKRd', 'Dara-KRd', 'Isa-KRd', 'Kd', 'DKd', 'D-Kd', 'Dara-Kd', 'Isa-Kd', 'KCd'], 'carfilzomib'],
  [['IRd', 'ICd', 'Ixa-Rd'], 'ixazomib'],
  [['VAD', 'VMCP', 'VBMCP', 'CHOP', 'R-CHOP'], 'vincristine'],
];
const insteadByKey = new Map(
  WITHOUT_BORTEZOMIB.flatMap(([names, instead]) => names.map((name) => [key(name), instead] as const)),
);

/** The drug that a regimen of this name has where others have bortezomib ('V' may be vincristine); undefined when not known. */
export const drugInsteadOfBortezomib = (text: string): string | undefined => insteadByKey.get(key(text));

/**
 * The regimen made of exactly these drugs (generic names, any order, bortezomib included), or undefined.
 * Variants that share their drugs with a more general regimen are never chosen by their drugs.
 */
export function regimenOfComponents(names: readonly string[]): Regimen | undefined {
  const wanted = [...new Set(names.map((name) => name.trim().toLowerCase()))].sort().join('+');
  return REGIMENS.find(
    (regimen) =>
      regimen.variantOf === undefined &&
      regimen.components.length > 1 &&
      [...regimen.components].sort().join('+') === wanted,
  );
}

/** Whether the days of a cycle are certainly rarer than once weekly: more than 8 days apart, or one day of a longer cycle. */
export function isRarerThanWeekly(days: readonly number[], cycleLengthDays: number | undefined): boolean {
  const ascending = [...days].sort((a, b) => a - b);
  const gaps = ascending.slice(1).map((day, index) => day - (ascending[index] as number));
  if (cycleLengthDays !== undefined)
    gaps.push((ascending[0] as number) + cycleLengthDays - (ascending.at(-1) as number));
  return gaps.length > 0 && gaps.every((gap) => gap > 8);
}

/**
 * How often the days of a cycle give bortezomib, by the shortest gap between two of them:
 * up to 5 days apart is twice weekly, 6 to 8 weekly, 13 to 15 every two weeks; anything else, or one day, is undefined.
 */
export function frequencyOfDays(days: readonly number[]): Frequency | undefined {
  const ascending = [...days].sort((a, b) => a - b);
  let shortest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < ascending.length; i++) {
    shortest = Math.min(shortest, (ascending[i] as number) - (ascending[i - 1] as number));
  }
  if (shortest >= 2 && shortest <= 5) return 'twice-weekly';
  if (shortest >= 6 && shortest <= 8) return 'weekly';
  if (shortest >= 13 && shortest <= 15) return 'every-2-weeks';
  return undefined;
}
