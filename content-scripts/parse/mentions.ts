/** Which drug each part of the text speaks about. */
import { bortezomibSpans, DILUENT, LEADS_TO_FIGURE, namesOtherDrug } from './drug-names.ts';
import { at, has, type Items, isMark } from './lexicon.ts';
import { isPowerOfMetre, readDecimal, readUnit } from './quantity.ts';
import { releaseTasks } from './tasks.ts';

export interface Mention {
  drug: 'bortezomib' | 'other';
  /** index of the first item and of the first item after the name, manufacturer's name included */
  from: number;
  next: number;
  sentence: number;
}

export interface Attribution {
  mentions: Mention[];
  /** the items that make up the names of drugs */
  named: ReadonlySet<number>;
  /** sentence number of each item */
  sentence: number[];
  /** for each item the index of the mention that it belongs to, -1 for none */
  owner: number[];
}

const ENDS_SENTENCE = ';!?•';
const SEPARATORS = ',;+&|/•-—:([{';
const JOINERS = new Set([
  'and',
  'y',
  'e',
  'et',
  'und',
  'og',
  'en',
  'plus',
  'with',
  'con',
  'com',
  'mit',
  'avec',
  'med',
  'met',
  'then',
]);
const OF = new Set(['of', 'de', 'di', 'von', 'van', 'af', 'd', 'do', 'da', 'der', 'des', 'du', 'del', "'"]);

const ABBREVIATION = /^(?:wdh|inj|ca|bzw|max|tgl|incl|inkl|excl|esp|evtl|ggf|resp|prot|approx|rpt|vgl|inf|sol)$/;

/** A '.' ends a sentence unless it stands inside a number or an abbreviation. */
function endsSentence(text: string, items: Items, i: number): boolean {
  const item = at(items, i);
  if (item.kind === 'break') return true;
  if (item.kind !== 'mark') return false;
  if (item.t !== '.') return ENDS_SENTENCE.includes(item.t);
  if (!at(items, i + 1).spaced && i + 1 < items.length) return false;
  if (at(items, i - 1).kind === 'number' && at(items, i + 1).kind === 'number') return false;
  // German and Danish ordinals: '1., 4., 8. und 11. Tag'
  if (
    at(items, i - 1).kind === 'number' &&
    !isPowerOfMetre(items, i - 1) &&
    (isMark(items, i + 1, ',') || has(items, i + 1, 'plain', 'day', 'week', 'cycle', 'dose'))
  )
    return false;
  // 'Wdh. alle 21 Tage': abbreviations go on in lower case
  if (ABBREVIATION.test(at(items, i - 1).t)) return false;
  const short = at(items, i - 1).t.length < 5;
  if (short && /^[a-z\u00DF-\u00FF]/.test(text.slice(at(items, i + 1).start, at(items, i + 1).start + 1))) return false;
  return at(items, i - 1).t.length > 2 || at(items, i - 1).kind !== 'word';
}

function findMentions(text: string, items: Items, sentence: readonly number[]): Mention[] {
  const spans = bortezomibSpans(text);
  const mentions: Mention[] = [];
  let s = 0;
  for (let i = 0; i < items.length; i++) {
    const item = at(items, i);
    while (s < spans.length && (spans[s]?.end ?? 0) <= item.start) s++;
    const span = spans[s];
    if (span !== undefined && item.start < span.end && item.end > span.start) {
      const from = i;
      while (i + 1 < items.length && at(items, i + 1).start < span.end) i++;
      const next = endOfProductName(items, i + 1);
      mentions.push({ drug: 'bortezomib', from, next, sentence: sentence[from] ?? 0 });
      i = next - 1;
      continue;
    }
    if (item.kind !== 'word') continue;
    if (DILUENT.test(item.t) && /^(?:in|with|en|em|mit|dans|con|com|of|normal|ml)$/.test(at(items, i - 1).t)) continue;
    const ofStudy = /^(?:study|trial|comparator)$/.test(item.t) && /^(?:drug|medication)$/.test(at(items, i + 1).t);
    const named = ofStudy || (item.tags.length === 0 && namesOtherDrug(item.t));
    const ourDrugNamed = mentions.some(({ drug }) => drug === 'bortezomib');
    if (named || (item.tags.length === 0 && namesUnknownDrug(items, i, ourDrugNamed))) {
      mentions.push({ drug: 'other', from: i, next: i + 1, sentence: sentence[i] ?? 0 });
    }
  }
  return mentions;
}

/** A manufacturer's name after the drug ('Bortezomib Fresenius Kabi') is part of the name. */
function endOfProductName(items: Items, i: number): number {
  let next = i;
  while (
    next < i + 2 &&
    at(items, next).kind === 'word' &&
    at(items, next).tags.length === 0 &&
    at(items, next).t.length > 1 &&
    !namesOtherDrug(at(items, next).t)
  ) {
    next++;
  }
  return next;
}

/**
 * An unknown word at the head of a list entry with a quantity of mass right after it is taken for a drug.
 * @param ourDrugNamed whether bortezomib was named before it
 */
function namesUnknownDrug(items: Items, i: number, ourDrugNamed: boolean): boolean {
  if (at(items, i).t.length < 4 || (ourDrugNamed && LEADS_TO_FIGURE.test(at(items, i).t))) return false;
  if (
    i > 0 &&
    at(items, i - 1).kind !== 'break' &&
    !isMark(items, i - 1, ',;+&|•/(') &&
    !JOINERS.has(at(items, i - 1).t)
  )
    return false;
  const number = readDecimal(items, i + 1);
  const unit = number === null ? null : readUnit(items, number.next);
  // one of the size of bortezomib's own may be its own ('later 1.3 mg/m2'): that is for the dose to doubt
  if (ourDrugNamed && unit?.kind === 'mg/m2' && (number?.value ?? 0) <= 2) return false;
  return unit !== null && unit.kind !== '%' && unit.kind !== 'm2';
}

/**
 * Attributes every item to a drug: to the last one named before it, or to the first one after it in a sentence that
 * has not named any yet; a value that stands directly before a name ('1.3 mg/m2 of bortezomib') belongs to that name;
 * what is named in brackets owns nothing outside them.
 */
export function attribute(text: string, items: Items): Attribution {
  const sentence: number[] = [];
  let number = 0;
  for (let i = 0; i < items.length; i++) {
    sentence.push(number);
    if (endsSentence(text, items, i)) number++;
  }
  const mentions = findMentions(text, items, sentence);
  const owner: number[] = [];
  const brackets: number[] = [];
  let current = -1;
  let upcoming = 0;
  for (let i = 0; i < items.length; i++) {
    while (upcoming < mentions.length && (mentions[upcoming]?.from ?? 0) < i) upcoming++;
    const here = mentions[upcoming];
    if (here !== undefined && here.from === i) current = upcoming;
    if (isMark(items, i, '([')) brackets.push(current);
    const beforeAnyName =
      here !== undefined &&
      here.sentence === sentence[i] &&
      !(current >= 0 && mentions[current]?.sentence === sentence[i]);
    owner.push(beforeAnyName ? upcoming : current);
    if (isMark(items, i, ')]')) {
      const outside = brackets.pop();
      // '[bortezomib] [1.3 mg/m2]': what is named in the first square brackets of a line goes on
      if (outside !== undefined && !(outside < 0 && isMark(items, i, ']'))) current = outside;
    }
    if (at(items, i).kind === 'break') brackets.length = 0;
  }
  for (const [m, mention] of mentions.entries()) {
    claimLeftwards(items, mention, m, sentence, owner);
    claimModifiers(items, mention, m, owner);
    claimRangeOfDays(items, mention, m, owner);
  }
  releaseTasks(items, owner);
  claimFieldsBefore(items, mentions, owner);
  const named = new Set<number>();
  for (const { from, next } of mentions) for (let i = from; i < next; i++) named.add(i);
  return { mentions, named, sentence, owner };
}

/** Gives a mention the quantity that stands directly before it, when a separator or the sentence begins there. */
function claimLeftwards(items: Items, mention: Mention, m: number, sentence: readonly number[], owner: number[]): void {
  let k = mention.from - 1;
  while (k >= 0 && k > mention.from - 5 && (OF.has(at(items, k).t) || has(items, k, 'sc', 'iv'))) k--;
  let begin = k;
  while (begin > k - 9 && begin >= 0 && sentence[begin] === mention.sentence && at(items, begin).kind !== 'break') {
    const number = readDecimal(items, begin);
    const unit = number === null ? null : readUnit(items, number.next);
    const around = unit !== null && unit.next > mention.next && number !== null && number.next < mention.from;
    if (number !== null && unit !== null && (unit.next === k + 1 || around)) {
      const whole = isMark(items, begin - 1, '.,·') && !at(items, begin).spaced ? begin - 2 : begin;
      const before = whole - 1;
      const free =
        sentence[before] !== mention.sentence ||
        isMark(items, before, SEPARATORS) ||
        JOINERS.has(at(items, before).t) ||
        has(items, before, 'request', 'planned', 'now', 'plain');
      const of = k < mention.from - 1 && OF.has(at(items, k + 1).t);
      if (free || of) for (let x = whole; x < mention.from; x++) owner[x] = m;
      return;
    }
    begin--;
  }
}

const DRUG_LABEL =
  /^(?:drug|medication|medicine|medicament|medicamento|farmaco|wirkstoff|arzneimittel|geneesmiddel|middel|laegemiddel|praeparat|produkt|product|agent)$/;

/** 'Dose: 1.3 mg/m2. Route: SC. Drug: bortezomib': fields that stand before the one drug of a form are that drug's. */
function claimFieldsBefore(items: Items, mentions: readonly Mention[], owner: number[]): void {
  const [only, second] = mentions;
  if (only === undefined || second !== undefined || only.drug !== 'bortezomib') return;
  const named = isMark(items, only.from - 1, ':=') && DRUG_LABEL.test(at(items, only.from - 2).t);
  if (!named || !(isMark(items, 1, ':=') || isMark(items, 2, ':='))) return;
  for (let i = 0; i < only.from; i++) if (has(items, i, 'if', 'rule', 'history', 'negation', 'grade')) return;
  owner.fill(0, 0, only.from);
}

const DEGREE = /^(?:low|high|reduced|standard|dose|-)$/;
const HOW = ['sc', 'iv', 'otherRoute', 'weekly', 'twiceWeekly', 'everyTwoWeeks', 'ambiguousWeekly'] as const;

/** Gives another drug the days in a row before its name: 'bortezomib SC, D1-14 lenalidomide'. */
function claimRangeOfDays(items: Items, { from, drug }: Mention, m: number, owner: number[]): void {
  const range =
    at(items, from - 1).kind === 'number' && isMark(items, from - 2, '-') && at(items, from - 3).kind === 'number';
  const named = has(items, from - 4, 'day', 'dayLetter') && isMark(items, from - 5, ',;+&|');
  if (drug === 'other' && range && named) for (let x = from - 4; x < from; x++) owner[x] = m;
}

/** Gives a mention the route and frequency that lead it in behind a separator: 'bortezomib SC, weekly dexamethasone'. */
function claimModifiers(items: Items, mention: Mention, m: number, owner: number[]): void {
  let k = mention.from - 1;
  while (k >= 0 && k > mention.from - 7 && (has(items, k, ...HOW) || DEGREE.test(at(items, k).t))) k--;
  if (k < 0 || k === mention.from - 1) return;
  if (!isMark(items, k, ',;+&|•([') && !JOINERS.has(at(items, k).t)) return;
  for (let x = k + 1; x < mention.from; x++) owner[x] = m;
}
