/**
 * Recognition of known drugs on a medication list, by whole words; what is not recognised stays unknown.
 * A generic name with one letter wrong is read as that drug, and said to be read so.
 */
import { DRUGS, type Drug, type DrugClass } from './drug-list.ts';

export type { Drug, DrugClass };
export { DRUGS };

/** Lower case, no accents, typographic apostrophes and every other sign as one space. */
function normalised(text: string): string {
  return ` ${text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/gu, '')
    .replace(/[^a-z0-9#]+/gu, ' ')
    .trim()} `;
}

/** First word of a written form -> the forms that start with it, longest first. */
const byFirstWord = new Map<string, { form: string; drug: Drug }[]>();
for (const drug of DRUGS) {
  for (const written of [drug.name, ...drug.written]) {
    const form = normalised(written);
    const first = form.slice(1, form.indexOf(' ', 1));
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { form, drug }]);
  }
}
/** Generic names and their spellings in other languages, by first letter: those that may be recognised with one letter wrong. */
const SPELLABLE_FROM_LETTERS = 7;
const spellable = new Map<string, { form: string; drug: Drug }[]>();
for (const drug of DRUGS) {
  if (drug.classes.includes('class-name')) continue;
  for (const form of [drug.name, ...drug.written]) {
    if (form.length < SPELLABLE_FROM_LETTERS || !/^[a-z]+$/u.test(form)) continue;
    const first = form.charAt(0);
    spellable.set(first, [...(spellable.get(first) ?? []), { form, drug }]);
  }
}

/** Whether two words differ by one letter too many, too few or other, or by two neighbours in each other's place. */
function differByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** The one drug whose name a word misses by one letter; undefined when there is none, or more than one. */
function spelt(word: string): Drug | undefined {
  if (word.length < SPELLABLE_FROM_LETTERS - 1) return undefined;
  const near = (spellable.get(word.charAt(0)) ?? []).filter(({ form }) => differByOne(word, form));
  const drugs = new Set(near.map(({ drug }) => drug));
  return drugs.size === 1 ? near[0]?.drug : undefined;
}

for (const forms of byFirstWord.values()) forms.sort((a, b) => b.form.length - a.form.length);

/** A recognised drug and the text of the list that it was recognised in. */
export interface Recognised {
  readonly drug: Drug;
  readonly text: string;
  /** the name in the text is one letter off: the word that was read as the drug */
  readonly readFrom?: string;
}

function recogniseIn(text: string): Recognised[] {
  let rest = normalised(text);
  const found: Recognised[] = [];
  for (const word of rest.trim().split(' ')) {
    for (const { form, drug } of byFirstWord.get(word) ?? []) {
      if (!rest.includes(form)) continue;
      rest = rest.replaceAll(form, ' | ');
      if (!found.some((known) => known.drug === drug)) found.push({ drug, text });
    }
  }
  if (found.length === 0) {
    for (const word of rest.trim().split(' ')) {
      const drug = spelt(word);
      if (drug !== undefined && !found.some((known) => known.drug === drug)) found.push({ drug, text, readFrom: word });
    }
  }
  // 'duloxetine (SNRI)' names one drug, not a second one of its class.
  const named = found.filter(({ drug }) => !drug.classes.includes('class-name'));
  return named.length > 0 ? named : found;
}

/** A medication list as the rules see it. */
export interface ReadMedications {
  /** every known drug, in the order of the list; a combination product gives several */
  readonly found: readonly Recognised[];
  /** the same drug once for every entry that names it: two products of one vitamin are two amounts */
  readonly entries: readonly Recognised[];
  /** the entries in which no known drug was recognised: nothing about them was checked */
  readonly unrecognised: readonly string[];
}

/** Looks through every entry of a list once. */
export function readMedications(texts: readonly string[]): ReadMedications {
  const found: Recognised[] = [];
  const entries: Recognised[] = [];
  const unrecognised: string[] = [];
  for (const text of texts) {
    const inText = recogniseIn(text);
    entries.push(...inText);
    if (inText.length === 0) unrecognised.push(text);
    for (const recognised of inText) {
      if (!found.some(({ drug }) => drug === recognised.drug)) found.push(recognised);
    }
  }
  return { found, entries, unrecognised };
}

/** Every known drug on a list, in the order of the list. */
export const recognise = (texts: readonly string[]): readonly Recognised[] => readMedications(texts).found;

export function ofClass(found: readonly Recognised[], ...classes: readonly DrugClass[]): Recognised[] {
  return found.filter(({ drug }) => drug.classes.some((c) => classes.includes(c)));
}

export function named(found: readonly Recognised[], ...names: readonly string[]): Recognised[] {
  return found.filter(({ drug }) => names.includes(drug.name));
}
