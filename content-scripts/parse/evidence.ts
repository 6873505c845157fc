/** What the text says about giving the drug, and the sentence that says it: shared by the tests for talk and for history. */
import { at, has, type Items, isMark } from './lexicon.ts';
import type { Attribution, Mention } from './mentions.ts';

/** How much the text says about giving the drug; a dose is bare when neither route nor time goes with it. */
export type Evidence = 'none' | 'weak' | 'bare dose' | 'frequency' | 'schedule' | 'dose' | 'dose and days';

/** Evidence that outweighs words in passing. */
export const isStrong = (evidence: Evidence) =>
  evidence === 'schedule' || evidence === 'dose' || evidence === 'dose and days';

/** words farther from the name than this say nothing about it */
const REACH = 120;

export interface Sentence {
  from: number;
  next: number;
}

export function sentenceOf(attribution: Attribution, mention: Mention): Sentence {
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

export const SMALL_WORD =
  /^(?:the|of|von|de|du|la|le|del|di|do|da|der|des|van|af|d|any|next|first|each|aplicacao|gabe|gift|administration|application)$/;

/** 'should', 'must' and the like: advice. */
export const MODAL =
  /^(?:should|must|may|can|could|might|moet|moeten|sollte|soll|muss|deve|devem|debe|doit|skal|bor|kann|konnte|kan|peut|puede|podria|puo|pode)$/;

export const saysGrade = (items: Items, { from, next }: Sentence): boolean => {
  for (let i = from; i < next; i++) if (has(items, i, 'grade')) return true;
  return false;
};

const SAYS_NOTHING = /^(?:mgs?|mgr|sqm|mq|qm|ml|from|fra|vom|desde|x|er|hr|no|nr|total)$/;

/** Words of a sentence that neither the vocabulary nor the names of drugs know: prose has many of them. */
export function countUnknown(items: Items, { from, next }: Sentence, attribution: Attribution): number {
  let unknown = 0;
  for (let i = from; i < next; i++) {
    const item = at(items, i);
    if (item.kind !== 'word' || item.tags.length > 0 || item.t.length < 2 || SAYS_NOTHING.test(item.t)) continue;
    // 'collected_offset_days' is a name, no prose
    if (at(items, i - 1).t === '_' || at(items, i + 1).t === '_') continue;
    // '"doseAndRate": …' names a field
    if (isMark(items, i + 1, '"\'') && isMark(items, i + 2, ':=')) continue;
    if (attribution.named.has(i)) continue;
    unknown++;
  }
  return unknown;
}
