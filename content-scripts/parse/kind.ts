/** Whether a mention of bortezomib is an order, or history, an allergy, or talk about it. */
import { at, has, type Items, isMark } from './lexicon.ts';
import type { Attribution, Mention } from './mentions.ts';
import type { OrderTextKind } from './parsed-order.ts';

/** How much the text says about giving the drug. */
export type Evidence = 'none' | 'weak' | 'frequency' | 'schedule' | 'dose' | 'dose and days';

/** words farther from the name than this say nothing about it */
const REACH = 120;

const CAUSED =
  /^(?:induced|related|associated|induziert|bedingt|assoziiert|geinduceerd|gerelateerd|induceret|relateret)/;

/** Evidence that outweighs words in passing. */
const isStrong = (evidence: Evidence) => evidence === 'schedule' || evidence === 'dose' || evidence === 'dose and days';

interface Sentence {
  from: number;
  next: number;
}

function sentenceOf(attribution: Attribution, mention: Mention): Sentence {
  let { from, next } = mention;
  while (from > 0 && from > mention.from - REACH && attribution.sentence[from - 1] === mention.sentence) from--;
  while (
    next < attribution.sentence.length &&
    next < mention.next + REACH &&
    attribution.sentence[next] === mention.sentence
  )
    next++;
  return { from, next };
}

const countUnknown = (items: Items, { from, next }: Sentence, attribution: Attribution) => {
  let unknown = 0;
  for (let i = from; i < next; i++) {
    const item = at(items, i);
    if (item.kind !== 'word' || item.tags.length > 0) continue;
    if (attribution.mentions.some((mention) => i >= mention.from && i < mention.next)) continue;
    if (item.t.length > 1) unknown++;
  }
  return unknown;
};

/** The kind that a heading above the mention gives to everything under it, or null. */
function headingKind(items: Items, from: number): OrderTextKind | null {
  let k = from - 1;
  let lines = 0;
  while (k >= 0 && lines < 30 && k > from - 300) {
    if (at(items, k).kind === 'break') lines++;
    const colonEndsLine = isMark(items, k, ':') && at(items, k + 1).kind === 'break';
    if (colonEndsLine) {
      for (let h = k - 1; h >= 0 && h > k - 8 && at(items, h).kind !== 'break'; h--) {
        if (has(items, h, 'allergy')) return 'allergy';
        if (has(items, h, 'history') && !INDICATION.test(at(items, h).t)) return 'history';
      }
      return null;
    }
    k--;
  }
  return null;
}

/**
 * Kind of one mention. A dose or schedule in the same breath outweighs words in passing behind the name
 * ('for relapsed or refractory myeloma'), never a word directly before it ('previously received bortezomib').
 */
export function kindOfMention(
  items: Items,
  attribution: Attribution,
  mention: Mention,
  evidence: Evidence,
): OrderTextKind {
  const sentence = sentenceOf(attribution, mention);
  if (isMark(items, sentence.next - 1, '?')) return 'other';
  const heading = headingKind(items, sentence.from);
  if (heading !== null) return heading;
  // 'bortezomib-induced neuropathy' names what it did
  if (isMark(items, mention.next, '-') && CAUSED.test(at(items, mention.next + 1).t)) return 'other';
  const strong = isStrong(evidence);
  let history = false;
  let allergy = false;
  let talk = false;
  for (let i = sentence.from; i < sentence.next; i++) {
    if (at(items, i).tags.length === 0 || (i >= mention.from && i < mention.next)) continue;
    const before = i < mention.from;
    const distance = before ? mention.from - i : i - mention.next;
    if (has(items, i, 'allergy') && !(has(items, i - 1, 'negation') && strong)) allergy = true;
    if (has(items, i, 'history') && countsAsHistory(items, i, before, distance, evidence)) history = true;
    if (talks(items, i, before, distance, evidence, sentence)) talk = true;
  }
  if (allergy) return 'allergy';
  if (history) return 'history';
  if (talk) return 'other';
  if (evidence === 'none') return 'other';
  if (evidence === 'weak') {
    const unknown = countUnknown(items, sentence, attribution);
    if (unknown > 2) return 'other';
  }
  if (evidence === 'frequency' && countUnknown(items, sentence, attribution) > 4) return 'other';
  return 'order';
}

/** what the disease is, not what was given */
const INDICATION = /^(?:refra|relaps|resist|naive|recur)/;
const MODAL = /^(?:should|must|may|moet|moeten|sollte|soll|muss|deve|devem|debe|doit|skal|bor)$/;
const DISEASE =
  /^(?:m?myeloma|mm|lymphoma|disease|mieloma|myelome|myelom|multiples|linfoma|lymphom|mcl|rrmm|amyloidosis)$/;

const PEOPLE = /^(?:patients|participants|subjects|children|adults|recipients)$/;

function countsAsHistory(items: Items, i: number, before: boolean, distance: number, evidence: Evidence): boolean {
  const strong = isStrong(evidence);
  // 'will receive', 'previously 1.3 mg/m2': the word belongs to something else
  if (/^(?:been treated|received)$/.test(at(items, i).t) && /^(?:will|to|should)$/.test(at(items, i - 1).t))
    return false;
  // 'relapsed or refractory multiple myeloma' is the disease
  const ofDrug = !before && distance === 1 && isMark(items, i - 1, '-');
  if (ofDrug) return true;
  if (DISEASE.test(at(items, i + 1).t) || DISEASE.test(at(items, i + 2).t)) return false;
  // 'previously untreated'
  if (/^(?:untreated|unbehandel|onbehandel|ubehandle)/.test(at(items, i + 1).t)) return false;
  if (!strong) return true;
  // 'Patients were treated with bortezomib 1.3 mg/m2 on days 1, 4, 8 and 11' describes a schedule, nobody's history
  if (
    before &&
    evidence === 'dose and days' &&
    /^(?:was|were|been )?\s?treated(?: with)?$|^received$/.test(at(items, i).t)
  ) {
    for (let k = i - 1; k > i - 4 && k >= 0; k--) if (PEOPLE.test(at(items, k).t)) return false;
  }
  if (before) {
    for (let k = i + 1; k < i + distance; k++) if (isMark(items, k, ':,') || has(items, k, 'now')) return false;
    return true;
  }
  if (/^ha[ds]? (?:received|recu)|^have received/.test(at(items, i).t)) return true;
  if (distance > 3) return false;
  const next = at(items, i + 1);
  return (
    next.kind !== 'number' && !has(items, i + 1, 'dose') && !isMark(items, i - 1, '(') && !isMark(items, i - 1, ',')
  );
}

function talks(
  items: Items,
  i: number,
  before: boolean,
  distance: number,
  evidence: Evidence,
  sentence: Sentence,
): boolean {
  const strong = isStrong(evidence);
  if (has(items, i, 'narrative')) return before || !strong;
  if (has(items, i, 'mood')) return !strong;
  if (has(items, i, 'event')) return true;
  // 'Velcade may only be given intravenously'
  if (has(items, i, 'consider')) return before ? distance <= 8 : distance === 0 && evidence === 'weak';
  if (has(items, i, 'negation')) {
    if (before) return distance <= 3;
    return distance <= 1 && !strong;
  }
  if (has(items, i, 'rule') && !has(items, i, 'reduced')) {
    // 'reduce bortezomib to 1 mg/m2 on days 1, 8 and 15': a whole schedule is a change of the order, not a rule
    if (evidence === 'dose and days' && !saysGrade(items, sentence)) return false;
    if (before) return distance <= 9;
    if (strong && at(items, i - 1).kind === 'mark') return false;
    return distance <= 4 || saysGrade(items, sentence);
  }
  // 'the dose should be reduced to 1 mg/m2' is advice
  if (has(items, i, 'reduced') && evidence !== 'dose and days') {
    for (let k = i - 1; k > i - 4; k--) if (MODAL.test(at(items, k).t)) return true;
  }
  if (has(items, i, 'if') && before) return !strong || saysGrade(items, sentence);
  // the row of a table of dose changes: 'Grade 2: bortezomib 1 mg/m2'
  if (has(items, i, 'grade')) return !strong || (before && isMark(items, i + distance - 1, ':|→'));
  return false;
}

function saysGrade(items: Items, { from, next }: Sentence): boolean {
  for (let i = from; i < next; i++) if (has(items, i, 'grade')) return true;
  return false;
}
