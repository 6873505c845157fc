/**
 * What a label says, by tables of words that are passed in: the panel has them, the page's reader is sent them
 * (page-words.ts). Words are compared folded: lower case, no accents.
 */
import { fold } from '../parse/tokens.ts';
import { plainText } from './plain-text.ts';

/** Meanings with the words for each; the first that fits counts. */
export type Meanings<Meaning extends string = string> = readonly (readonly [Meaning, RegExp])[];

/** A measurement, the words for it, and words that make it another one. */
export type Analytes<Measure extends string = string> = readonly (readonly [Measure, RegExp, RegExp])[];

interface LabelWords {
  words: string;
  /** what stood in brackets or after a comma, often the unit */
  hint: string;
}

let asked = '';
let answer: LabelWords = { words: '', hint: '' };

/** A label folded and freed of its marks. One is asked for in every table of words in turn. */
export function labelWords(text: string): LabelWords {
  if (text !== asked) answer = wordsOf(text);
  asked = text;
  return answer;
}

function wordsOf(text: string): LabelWords {
  if (text.length > 80) return { words: '', hint: '' };
  const folded = fold(text)
    .replace(/m\s?(?:\^\s?2|\u00b2|<sup>2<\/sup>)/g, 'm2')
    .replace(/[*:?†↑↓⇅↕▲▼▴▾△▽⬆⬇⌃⌄\s]+$/g, '')
    .trim();
  const bracket = /^(.*?)\s*[([]([^)\]]*)[)\]]\s*$/.exec(folded);
  const words = (bracket?.[1] ?? folded).replace(/[:*\s]+$/g, '').replace(/\s+/g, ' ');
  return { words, hint: bracket?.[2]?.trim() ?? '' };
}

/** The words of a text that could be a label: what stands before a colon or a figure. */
export const labelPart = (text: string): string => {
  const plain = plainText(text.slice(0, 120)).trim();
  return (/^((?:b-?12|a1c|[^:\d])*)/i.exec(plain)?.[1] ?? plain).trim();
};

const first = <Meaning extends string>(table: Meanings<Meaning>, words: string): Meaning | null =>
  table.find(([, pattern]) => pattern.test(words))?.[0] ?? null;

/** What a label in an order says its value is; 'unknown' for a label that is in no list. */
export function orderRoleIn<Role extends string>(table: Meanings<Role>, label: string): Role | 'unknown' {
  const { words, hint } = labelWords(label);
  if (words === '') return 'unknown';
  for (const text of hint ? [`${words} (${hint})`, words] : [words]) {
    const role = first(table, text);
    if (role === null) continue;
    if (!/^dose(?:Mg|PerBsa)?$/.test(role)) return role;
    if (/^mg\s?\/\s?(?:m2|m 2|sqm|mq|qm)$|^mg per m2$/.test(hint)) return 'dosePerBsa' as Role;
    return hint === 'mg' ? ('doseMg' as Role) : role;
  }
  return 'unknown';
}

/** What a label in a banner or among the vital signs says its value is. */
export const patientRoleIn = <Role extends string>(table: Meanings<Role>, label: string): Role | 'unknown' =>
  first(table, labelWords(label).words) ?? 'unknown';

/** The measurement that a label names, or null. */
export function analyteIn<Measure extends string>(
  table: Analytes<Measure>,
  notBlood: RegExp,
  label: string,
): Measure | null {
  if (label.length > 90) return null;
  const words = fold(label)
    .replace(/[\s*:†]+$/, '')
    .trim();
  for (const [analyte, pattern, not] of table)
    if (pattern.test(words)) return not.test(words) || notBlood.test(words) ? null : analyte;
  return null;
}

/** The section that a heading opens, or null for a heading that says nothing of the kind. */
export function sectionIn<Section extends string>(table: Meanings<Section>, heading: string): Section | null {
  const { words } = labelWords(heading.slice(0, 80));
  // 'No current orders' opens nothing
  if (
    words === '' ||
    /^(?:no|none|keine?|sin|ningun[oa]?s?|aucune?s?|nessun[oa]?|sem|nenhuma?|geen|ingen)\b/.test(words)
  )
    return null;
  return first(table, words);
}

/** 'abgesetzt am 02.06.2026', 'stopped 2026-03-02': since when, after the word. */
const WITH_DATE =
  /[\s,:(]+(?:(?:am|on|le|el|il|em|op|d\.|den|since|seit|desde|depuis|dal|sinds)\s+)?\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}\)?$/;

/** The status that a chip or a status cell says; null for any other text. */
export function statusIn<Status extends string>(table: Meanings<Status>, text: string): Status | null {
  if (text.length > 40) return null;
  const words = fold(text)
    .replace(WITH_DATE, '')
    .replace(/[().*:]/g, '')
    .trim();
  return first(table, words);
}
