/** Recognition of known drugs on a medication list, by whole words; what is not recognised stays unknown. */
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
for (const forms of byFirstWord.values()) forms.sort((a, b) => b.form.length - a.form.length);

/** A recognised drug and the text of the list that it was recognised in. */
export interface Recognised {
  readonly drug: Drug;
  readonly text: string;
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
  return found;
}

/** A medication list as the rules see it. */
export interface ReadMedications {
  /** every known drug, in the order of the list; a combination product gives several */
  readonly found: readonly Recognised[];
  /** the entries in which no known drug was recognised: nothing about them was checked */
  readonly unrecognised: readonly string[];
}

/** Looks through every entry of a list once. */
export function readMedications(texts: readonly string[]): ReadMedications {
  const found: Recognised[] = [];
  const unrecognised: string[] = [];
  for (const text of texts) {
    const inText = recogniseIn(text);
    if (inText.length === 0) unrecognised.push(text);
    for (const recognised of inText) {
      if (!found.some(({ drug }) => drug === recognised.drug)) found.push(recognised);
    }
  }
  return { found, unrecognised };
}

/** Every known drug on a list, in the order of the list. */
export const recognise = (texts: readonly string[]): readonly Recognised[] => readMedications(texts).found;

export function ofClass(found: readonly Recognised[], ...classes: readonly DrugClass[]): Recognised[] {
  return found.filter(({ drug }) => drug.classes.some((c) => classes.includes(c)));
}

export function named(found: readonly Recognised[], ...names: readonly string[]): Recognised[] {
  return found.filter(({ drug }) => names.includes(drug.name));
}
