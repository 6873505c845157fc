/** Whether a sentence tells what was given in the past. */
import { endsMonthOfYear, isDate, isMonth } from './calendar.ts';
import { type Evidence, isStrong, type Sentence, SMALL_WORD } from './evidence.ts';
import { at, has, type Items, isMark } from './lexicon.ts';
import type { Mention } from './mentions.ts';

/** what the disease is, not what was given */
export const INDICATION = /^(?:refra|relaps|resist|naive|recur)/;
const DISEASE =
  /^(?:m?myeloma|mm|lymphoma|disease|mieloma|myelome|myelom|multiples|linfoma|lymphom|mcl|rrmm|amyloidosis)$/;
const PEOPLE = /^(?:patients|participants|subjects|children|adults|recipients)$/;

/** Whether a word of history in the sentence is said of the drug. */
export function countsAsHistory(
  items: Items,
  i: number,
  before: boolean,
  distance: number,
  evidence: Evidence,
): boolean {
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
  // 'was not tolerated'
  const badly = [i - 1, i - 2, i - 3].some((k) => has(items, k, 'negation') || at(items, k).t === 'mal');
  const unless = [i - 1, i - 2, i - 3, i - 4].some((k) => has(items, k, 'if'));
  if (!before && badly && !unless && /^(?:toll?er|vertrag|verdrag|talt)/.test(at(items, i).t)) return true;
  // 'Patients were treated with bortezomib 1.3 mg/m2 on days 1, 4, 8 and 11' describes a schedule, nobody's history
  if (
    before &&
    evidence === 'dose and days' &&
    /^(?:was|were|been )?\s?treated(?: with)?$|^received$/.test(at(items, i).t)
  ) {
    for (let k = i - 1; k > i - 4 && k >= 0; k--) if (PEOPLE.test(at(items, k).t)) return false;
  }
  if (before) {
    if (isHeading(items, i, i + distance)) return true;
    for (let k = i + 1; k < i + distance; k++) {
      if (isMark(items, k, ':,') || has(items, k, 'now')) return false;
      if (isMark(items, k, '-') && at(items, k).spaced && INDICATION.test(at(items, i).t)) return false;
    }
    return true;
  }
  if (/^ha[ds]? (?:received|recu)|^have received/.test(at(items, i).t)) return true;
  if (distance > 3) return false;
  const next = at(items, i + 1);
  return (
    next.kind !== 'number' && !has(items, i + 1, 'dose') && !isMark(items, i - 1, '(') && !isMark(items, i - 1, ',')
  );
}

/** 'Treatment history: …', 'Previous treatment: …'; 'refractory: …' is an indication. */
function isHeading(items: Items, i: number, name: number): boolean {
  if (INDICATION.test(at(items, i).t)) return false;
  for (let k = i + 1; k < i + 4 && k < name; k++) {
    if (isMark(items, k, ':')) return true;
    if (at(items, k).kind !== 'word') return false;
  }
  return false;
}

const PAST_AUXILIARY = /^(?:was|were|had|wurde|wurden|fue|fueron|foi|foram|ete|stata|stato|werd|werden|blev)$/;
const WAS_ON =
  /^(?:had been|was|were|had|got|war|waren|hatte|estuvo|estaba|tuvo|etait|avait|era|aveva|estava|teve|werd|had|var|havde|initially|inicialmente|initialement|initial|initialt|inizialmente|aanvankelijk|anfangs|zunachst)$/;
/** they are also nouns and commands, so that only a date makes them past */
const NOUN = /^(?:inicio|beginn|begin)$/;
const NOT_PAST =
  /^(?:if|when|si|wenn|se|indien|hvis|should|must|may|not|is|are|be|to|being|wird|werden|werde|est|sont|etre|e|es|son|ser|ist|wordt|worden|gives|bliver|viene)$/;
const IS = /^(?:is|ist|es|est|e|wird|wordt|gives|er)$/;
const IN = /^(?:in|en|im|nel|em|i|since|seit|sinds|depuis|desde|dal|siden|til|until|bis)$/;

/**
 * A note that tells what was done: 'bortezomib was started at 1.3 mg/m2', 'dose of bortezomib changed from 1.3 to
 * 1 mg/m2', '2019: 6 x VCD'. The words of a field ('started: 3 Jan', '(started 3 Jan)') tell nothing.
 */
export function tellsThePast(items: Items, sentence: Sentence, mention: Mention, evidence: Evidence): boolean {
  const dated = () => some(items, sentence, isDate);
  let ended = false;
  let paused = false;
  for (let i = sentence.from; i < sentence.next; i++) {
    if (i >= mention.from && i < mention.next) continue;
    const { kind, tags } = at(items, i);
    if (kind === 'number') {
      const month = evidence !== 'dose and days' && endsMonthOfYear(items, i);
      if (month && !some(items, sentence, isPlanned)) return true;
      if (evidence === 'bare dose' && countsCycles(items, i, mention)) return true;
      if (isPastYear(items, i, i < mention.from, i === sentence.from) && !some(items, sentence, isPlanned)) return true;
      continue;
    }
    if (kind !== 'word') continue;
    if (i >= mention.next && TREATED.test(at(items, i).t) && hasBefore(items, i, PAST_AUXILIARY)) return true;
    if (i < mention.from && mention.from - i < 12 && ledToIt(items, i, mention)) return true;
    if (tags.length === 0) continue;
    if (has(items, i, 'history') && LONG_AGO.test(at(items, i).t)) return true;
    if (has(items, i, 'until') && /^(?:19|20)\d\d$/.test(at(items, i + 1).t) && !isMark(items, i + 2, '-/.'))
      return true;
    if (has(items, i, 'until') && evidence !== 'dose and days' && isUntilMonth(items, i)) return true;
    if (/^(?:prescri|ordered$)/.test(at(items, i).t) && PAST_AUXILIARY.test(at(items, i - 1).t)) return true;
    if (has(items, i, 'obtained') && hasBefore(items, i, HAVE)) return true;
    if (has(items, i, 'reduced', 'discontinued', 'held', 'completed') && isPast(items, i)) return true;
    if (has(items, i, 'begun') && isBegun(items, i, dated, evidence)) return true;
    if (i >= mention.next && isGiven(items, i, evidence.endsWith('dose') && !some(items, sentence, saysWhen)))
      return true;
    if (has(items, i, 'reduced') && evidence === 'bare dose' && namesItsDose(items, mention)) return true;
    if (has(items, i, 'discontinued')) {
      // 'stopped 2020'
      if (/^(?:19|20)\d\d$/.test(at(items, i + 1).t) && !isMark(items, i + 2, '-/.')) return true;
      ended = true;
    }
    if (has(items, i, 'held') || /^(?:resumed|restarted)$/.test(at(items, i).t)) paused = true;
  }
  return ended && paused && evidence !== 'dose and days';
}

/** An auxiliary of the past before the verb; German and Dutch put much between the two. */
function isPast(items: Items, i: number): boolean {
  for (let k = i - 1; k > i - 3; k--) if (PAST_AUXILIARY.test(at(items, k).t)) return true;
  return hasBefore(items, i, /^(?:wurden?|werd|blev)$/);
}

/** 'wurde mit Bortezomib 1,3 mg/m² behandelt' */
const TREATED = /^(?:behandelt|behandeld|behandlet)$/;
const HAVE = /^(?:hat|haben|hatte|hatten|heeft|hebben|had|har)$/;
function hasBefore(items: Items, i: number, word: RegExp): boolean {
  for (let k = i - 1; k > i - 18 && k >= 0; k--) if (word.test(at(items, k).t)) return true;
  return false;
}

const LONG_AGO = /^(?:in the past|years ago|months ago|used to be|used to)$/;

/** 'until March', 'hasta marzo': an end that lies behind; a date with its day may lie ahead. */
function isUntilMonth(items: Items, i: number): boolean {
  return [i + 1, i + 2, i + 3].some((k) => isMonth(items, k) && at(items, k - 1).kind !== 'number');
}

/** '4 cycles of bortezomib': cycles that are counted before the name. */
function countsCycles(items: Items, i: number, mention: Mention): boolean {
  return i < mention.from && mention.from - i <= 4 && has(items, i + 1, 'cycle') && !has(items, i - 1, 'cycle');
}

const saysWhen = (items: Items, i: number) =>
  has(items, i, 'weekly', 'twiceWeekly', 'everyTwoWeeks', 'ambiguousWeekly', 'every', 'twice', 'week');
const isPlanned = (items: Items, i: number) => has(items, i, 'planned');

function some(items: Items, { from, next }: Sentence, test: (items: Items, i: number) => boolean): boolean {
  for (let i = from; i < next; i++) if (test(items, i)) return true;
  return false;
}

/** 'progression under bortezomib', 'cycle 6 completed with bortezomib', 'first-line therapy was bortezomib'. */
function ledToIt(items: Items, i: number, mention: Mention): boolean {
  const distance = mention.from - i;
  if (at(items, i).t.startsWith('progre')) return distance <= 5 && !has(items, i - 1, 'until', 'negation');
  // 'she was on bortezomib'; 'recommended doses were bortezomib 1.3 mg/m2 and …' recommends
  if (WAS_ON.test(at(items, i).t)) {
    for (let k = i - 1; k < mention.from; k++)
      if (has(items, k, 'dose', 'narrative', 'event') || isMark(items, k, ':,;')) return false;
    return distance <= 6;
  }
  if (!has(items, i, 'completed')) return false;
  for (let k = i + 1; k < mention.from; k++) if (isMark(items, k, ':,;|-()[]')) return false;
  return true;
}

/** '2019: 6 x VCD', 'Induction (2021): …' before the name; 'in 2016' anywhere. */
function isPastYear(items: Items, i: number, before: boolean, leads: boolean): boolean {
  if (!/^(?:19|20)\d\d$/.test(at(items, i).t)) return false;
  // 'therapy 2016 - VCD'
  if (before && isMark(items, i + 1, '-') && at(items, i + 2).kind === 'word' && !isMark(items, i - 1, '/.-'))
    return true;
  const first = leads || i === 0 || at(items, i - 1).kind === 'break';
  if (before && first && at(items, i + 1).kind === 'word') return true;
  if (IN.test(at(items, i - 1).t)) return true;
  // 'from 2017', but '3 de marzo de 2024'
  if (/^(?:from|von|van|fra|de|da|du|dal|del)$/.test(at(items, i - 1).t) && !isMonth(items, i - 2)) return true;
  // '(2018)', '(2016-2017)', '(2016-17)'
  if (isMark(items, i - 1, '(') && isMark(items, i + 1, ')')) return true;
  if (isMark(items, i + 1, '-') && /^(?:(?:19|20)?\d\d)$/.test(at(items, i + 2).t) && !isMark(items, i + 3, '-'))
    return true;
  const colon = isMark(items, i + 1, ')]') ? i + 2 : i + 1;
  return before && isMark(items, colon, ':');
}

function isBegun(items: Items, i: number, dated: () => boolean, evidence: Evidence): boolean {
  const past = isPast(items, i);
  if (/^(?:to|be|will|not|yet)$/.test(at(items, i - 1).t) || has(items, i - 1, 'negation')) return false;
  if (isMark(items, i + 1, ':=|')) return false;
  if (NOUN.test(at(items, i).t)) return dated();
  if (!past && isMark(items, i - 1, '([:|-,;')) return false;
  return past || dated() || evidence !== 'dose and days';
}

/** '2.3 mg SC given 10:15', 'administered today by the nurse': a record that it was given. */
function isGiven(items: Items, i: number, onlyDose: boolean): boolean {
  // 'administered dose 2.3 mg'
  if (!has(items, i, 'done') || has(items, i + 1, 'dose')) return false;
  for (let k = i - 1; k > i - 4; k--) if (NOT_PAST.test(at(items, k).t)) return false;
  if (NOT_PAST.test(at(items, i + 1).t)) return false;
  // 'the recommended dose of bortezomib is 1.3 mg/m2 administered as a bolus'
  for (let k = i - 4; k > i - 16; k--) if (IS.test(at(items, k).t)) return false;
  if (onlyDose) return true;
  for (let k = i + 1; k < i + 5; k++) {
    if (isDate(items, k) || /^(?:yesterday|gestern|hier|ayer|ieri|ontem|gisteren|igar)$/.test(at(items, k).t))
      return true;
    const clock = at(items, k).kind === 'number' && isMark(items, k + 1, ':') && at(items, k + 2).kind === 'number';
    if (clock && !at(items, k + 1).spaced) return true;
  }
  return false;
}

/** 'dose of bortezomib', 'bortezomib dose': what is said is said of the dose. */
function namesItsDose(items: Items, mention: Mention): boolean {
  if (has(items, mention.next, 'dose') || at(items, mention.next).t.startsWith('dose ')) return true;
  let k = mention.from - 1;
  while (k > mention.from - 4 && SMALL_WORD.test(at(items, k).t)) k--;
  return has(items, k, 'dose');
}
