/**
 * The words to look for, as the panel sent them (words/page-words.ts). The page's reader has none of its own: before it
 * has learned them it reads nothing.
 */
import { fold } from '../parse/tokens.ts';
import { saysIdentity } from '../words/identity-parts.ts';
import {
  type Analytes,
  analyteIn,
  labelPart,
  labelWords,
  type Meanings,
  orderRoleIn,
  patientRoleIn,
  sectionIn,
  statusIn,
} from '../words/label-words.ts';
import type { PageWords, Pattern, PatternName } from '../words/page-words.ts';
import { plainText } from '../words/plain-text.ts';

let patterns: Record<PatternName, RegExp>;
let meanings: Record<keyof PageWords['meanings'], Meanings>;
let analytes: Analytes;
let sent = '';

const compiled = ([source, flags]: Pattern): RegExp => new RegExp(source, flags);

/**
 * Takes over what to look for.
 * @throws where it is not what the panel sends
 */
export function learn(words: PageWords): void {
  const given = JSON.stringify(words);
  if (given === sent) return;
  const each = <Key extends string, From, To>(record: Record<Key, From>, to: (from: From) => To) =>
    Object.fromEntries(Object.entries(record).map(([key, from]) => [key, to(from as From)])) as Record<Key, To>;
  patterns = each(words.patterns, compiled);
  meanings = each(words.meanings, (table) => table.map(([meaning, pattern]) => [meaning, compiled(pattern)] as const));
  analytes = words.analytes.map(([measure, is, not]) => [measure, compiled(is), compiled(not)] as const);
  sent = given;
}

/** One of the patterns as it was sent. */
export const pattern = (name: PatternName): RegExp => patterns[name];

/** In lower case, letter for letter; patterns that ignore case take several times as long. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Whether the drug's name stands in a text, within other words too: texts of neighbouring cells touch. */
export const holdsTheName = (text: string): boolean => lowerCase(text).search(patterns.nameLoosely) >= 0;

export const namesTheDrug = (text: string): boolean => patterns.name.test(text);
export const orderRoleOf = (label: string): string => orderRoleIn(meanings.orderRole, label);
export const patientRoleOf = (label: string): string => patientRoleIn(meanings.patientRole, label);
export const sectionOf = (heading: string): string | null => sectionIn(meanings.section, heading);
export const statusOf = (text: string): string | null => statusIn(meanings.status, text);
export const analyteOf = (label: string): string | null => analyteIn(analytes, patterns.notBlood, label);

/** Whether a folded word names another drug. */
export const namesOtherDrug = (word: string): boolean =>
  patterns.otherName.test(word) ||
  (word.length > 5 && patterns.otherEnding.test(word) && !patterns.noDrug.test(word) && !namesTheDrug(word));

/** `Wobblol 5 mg`: a word that is no label and no route, and an amount of it. Likely another drug, known or not. */
export function namesSomething(text: string): boolean {
  const word = patterns.amountOf.exec(text)?.[1];
  if (word === undefined || orderRoleOf(word) !== 'unknown') return false;
  const folded = fold(word);
  return !patterns.instructs.test(folded) && !patterns.route.test(folded);
}

/** Whether text can head a column: a known label of an order, of a patient or of a results table. */
export const headsColumn = (text: string): boolean =>
  (text.length > 0 && text.length <= 60 && (orderRoleOf(text) !== 'unknown' || patientRoleOf(text) !== 'unknown')) ||
  patterns.resultColumn.test(labelWords(text).words);

export type Kind = 'measure' | 'identity' | 'section';

/** What a text node could be the label of; null for most. */
export function kindOf(text: string): Kind | null {
  const part = labelPart(text);
  const role = patientRoleOf(part);
  const whole = plainText(text).trim();
  const measures = /^(?:height|weight|bsa)$/.test(role) || analyteOf(part) !== null;
  if (measures || (whole !== part && analyteOf(whole) !== null)) return 'measure';
  if (role !== 'unknown' && role !== 'name') return 'identity';
  if (text.length < 200 && /\d/.test(text) && patterns.identity.test(text)) return 'identity';
  if (text.length < 300 && saysIdentity(text, patientRoleOf)) return 'identity';
  return part.length <= 60 && (sectionOf(part) !== null || orderRoleOf(part) === 'drug') ? 'section' : null;
}

/** Whether a text node holds a result or a body measure beside what else it is. */
export const saysMeasure = (kind: Kind | null, text: string): boolean =>
  kind === 'measure' || (kind !== 'section' && patterns.bodyMeasure.test(text));

/** The patient that an address names by number or code; null where it names none. */
export function patientInAddress(address: string): string | null {
  const named = patterns.address.exec(address)?.[1];
  return named && /\d/.test(named) ? named : null;
}
