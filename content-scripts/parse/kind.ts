/** Whether a mention of bortezomib is an order, or history, an allergy, or talk about it. */
import { countUnknown, type Evidence, isStrong, type Sentence, sentenceOf } from './evidence.ts';
import { kindOfFrame } from './framed.ts';
import { countsAsHistory, INDICATION, tellsThePast } from './history.ts';
import { at, has, type Items, isMark } from './lexicon.ts';
import type { Attribution, Mention } from './mentions.ts';
import { isBlankForm, isMerelyNamed } from './merely-named.ts';
import type { OrderTextKind } from './parsed-order.ts';
import { isAside, talks } from './talk.ts';

const CAUSED =
  /^(?:induced|related|associated|induziert|bedingt|assoziiert|geinduceerd|gerelateerd|induceret|relateret)/;

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
    if (at(items, k).kind === 'break' && isPastTreatment(items, k)) return 'history';
    k--;
  }
  return null;
}

/** Whether the line that ends at a break is nothing but 'Past treatment', 'Prior therapy'. */
function isPastTreatment(items: Items, end: number): boolean {
  let history = false;
  let treatment = false;
  let k = end - 1;
  for (; k >= 0 && at(items, k).kind !== 'break'; k--) {
    if (k < end - 4 || at(items, k).kind !== 'word') return false;
    if (has(items, k, 'history') && !INDICATION.test(at(items, k).t)) history = true;
    if (has(items, k, 'request')) treatment = true;
  }
  return history && treatment;
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
  const frame = kindOfFrame(items, attribution, sentence, mention);
  let history = frame === 'history' || tellsThePast(items, sentence, mention, evidence);
  let talk = frame === 'other' || isAside(items, mention);
  for (let i = sentence.from; i < sentence.next; i++) {
    const { tags, t } = at(items, i);
    if ((tags.length === 0 && t !== '%') || (i >= mention.from && i < mention.next)) continue;
    const before = i < mention.from;
    const distance = before ? mention.from - i : i - mention.next;
    if (has(items, i, 'allergy') && saysAllergy(items, i, before, distance, evidence)) return 'allergy';
    if (history) continue;
    if (has(items, i, 'history') && countsAsHistory(items, i, before, distance, evidence)) history = true;
    else if (!talk && talks(items, i, before, distance, evidence, sentence)) talk = true;
  }
  if (history) return 'history';
  if (talk) return 'other';
  return kindByEvidence(items, attribution, mention, evidence, sentence);
}

/** 'no known allergies' and 'until progression or intolerance' say nothing against a full order. */
function saysAllergy(items: Items, i: number, before: boolean, distance: number, evidence: Evidence): boolean {
  if (!isStrong(evidence)) return true;
  return !has(items, i - 1, 'negation') && (before || distance < 4 || evidence !== 'dose and days');
}

/** More words that nobody knows than this, and the sentence is prose about the drug. */
const MOST_UNKNOWN: Record<Evidence, number> = {
  none: 0,
  weak: 2,
  'bare dose': Number.POSITIVE_INFINITY,
  frequency: 3,
  schedule: 9,
  dose: 6,
  'dose and days': 12,
};

function kindByEvidence(
  items: Items,
  attribution: Attribution,
  mention: Mention,
  evidence: Evidence,
  sentence: Sentence,
): OrderTextKind {
  if (evidence === 'none') return 'other';
  // 'VRd x 6 (bortezomib discontinued for neuropathy)'
  if (evidence === 'weak' && has(items, mention.next, 'discontinued') && !isMark(items, mention.from - 1, '|'))
    return 'history';
  // 'bortezomib ↓ to 1 mg/m2'
  if (evidence === 'bare dose' && hasArrowUpOrDown(items, sentence)) return 'other';
  if (!evidence.endsWith('days') && isBlankForm(items, sentence)) return 'other';
  if ((evidence === 'weak' || evidence === 'frequency') && isMerelyNamed(items, sentence, mention)) return 'other';
  const unknown = countUnknown(items, sentence, attribution);
  if (unknown > MOST_UNKNOWN[evidence]) return 'other';
  // a bare dose is an order only where hardly another word stands with it
  if (evidence === 'bare dose' && unknown > 1) return saysEnd(items, sentence) ? 'history' : 'other';
  return 'order';
}

const saysEnd = (items: Items, { from, next }: Sentence): boolean => {
  for (let i = from; i < next; i++) if (has(items, i, 'discontinued', 'completed')) return true;
  return false;
};

function hasArrowUpOrDown(items: Items, { from, next }: Sentence): boolean {
  for (let i = from; i < next; i++) if (isMark(items, i, '↓↑⬇⬆')) return true;
  return false;
}
