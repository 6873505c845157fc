/** `Alpha Test (AB100001, F, 68 y)`: a name with the rest of the banner in brackets, none of it labelled. */
import { sexOf, yearsOf } from './age-and-sex.ts';
import { type DateText, readDate } from './dates.ts';

export interface Bracket {
  /** the text before the bracket */
  before: string;
  code: string | null;
  birthDate: { text: string; date: DateText } | null;
  years: number | null;
  sex: 'female' | 'male' | null;
}

const CODE = /^#?([\p{L}\p{N}][\p{L}\p{N}./-]*)$/u;

/**
 * What stands in the bracket at the end of a text. Null unless each part of it is known for what it is, no kind of it
 * stands there twice, and one is a sex, an age or a date: `(Ward 4, bed 2)` says nothing of the patient.
 */
export function bracketOf(text: string): Bracket | null {
  const match = /^([^()]{4,60}?)\s*\(([^()]{3,80})\)$/u.exec(text.trim());
  const parts = match?.[2]?.split(/\s*[,;|·]\s*/) ?? [];
  if (!match || parts.length < 2) return null;
  const found: Bracket = { before: (match[1] ?? '').trim(), code: null, birthDate: null, years: null, sex: null };
  for (const part of parts) {
    const years = yearsOf(part, false);
    const date = readDate(part);
    const sex = sexOf(part);
    const code = CODE.exec(part)?.[1];
    if (sex !== null && found.sex === null) found.sex = sex;
    else if (date?.start === 0 && date.end === part.length && !found.birthDate) found.birthDate = { text: part, date };
    else if (years !== null && found.years === null) found.years = years;
    else if (code && (code.match(/\d/g) ?? []).length >= 3 && !date && !found.code) found.code = code;
    else return null;
  }
  return found.sex !== null || found.years !== null || found.birthDate !== null ? found : null;
}
