/**
 * Words around a whole order that make it something else, whatever dose or days it holds: it was refused, it belongs to
 * a relative, it was a mishap, somebody asks about it, it is one of two choices, the reply to it is told.
 */
import { isMonth } from './calendar.ts';
import type { Sentence } from './evidence.ts';
import { at, has, type Items, isMark } from './lexicon.ts';
import type { Attribution, Mention } from './mentions.ts';
import type { OrderTextKind } from './parsed-order.ts';

/** The kind that the words around a mention give it, or null where they leave it as it is. */
export function kindOfFrame(
  items: Items,
  attribution: Attribution,
  sentence: Sentence,
  mention: Mention,
): OrderTextKind | null {
  const told = leadIn(items, mention);
  if (told !== null) return told;
  for (let i = sentence.from; i < sentence.next; i++) {
    if (i >= mention.from && i < mention.next) continue;
    const before = i < mention.from;
    if (has(items, i, 'mishap')) return 'other';
    if (has(items, i, 'refused') && isRefusal(items, i, sentence, mention)) return 'other';
    if (has(items, i, 'undone') && isUndone(items, i, sentence, mention)) return 'other';
    if (CONTRAINDICATED.test(at(items, i).t)) return 'other';
    if (!before && isNotDone(items, i, sentence)) return 'other';
    if (!before && i === sentence.next - 1 && STOP_LAST.test(at(items, i).t)) return 'other';
    if (before && has(items, i, 'former') && isMark(items, i + 1, ':') && onlyMarksBetween(items, i, mention))
      return 'history';
    if (!before && isHighest(items, i, sentence)) return 'other';
    if (before && has(items, i, 'kin', 'asks') && (leads(items, i, mention) || onlyMarksBetween(items, i, mention)))
      return 'other';
    if (before && has(items, i, 'limit') && onlyMarksBetween(items, i, mention)) return 'other';
    if (before && isStep(items, i)) return 'other';
    if (before && isNotToBeGiven(items, i, mention)) return 'other';
    if (!before && isChoice(items, attribution, i)) return 'other';
    if (!before && isConditionOfCourse(items, i)) return 'other';
    if (!before && (isReply(items, i) || TOLD_BEHIND.test(at(items, i).t))) return 'history';
    if (!before && isOver(items, i)) return 'history';
  }
  return null;
}

const AFTER = /^(?:after|nach|apres|dopo|apos|efter|despues)$/;
const STOP =
  /^(?:withhold|stop|stopp|discontinue|suspender|suspendid[oa]|suspende|suspens[oa]|suspendre|arreter|arret|sospendere|sospes[oa]|absetzen|stopzetten|staken|seponer|dejo)$/;
/** verbs at the end of German and Dutch instructions */
const STOP_LAST = /^(?:absetzen|pausieren|stoppen|staken|stopzetten|beenden|weglassen|onderbreken)$/;
const HOURS = /^(?:uur|uren|dag|dagen|week|weken|h)$/;
const FROM_DRUG = /^(?:from|de|von|da|van|fra|du|dal|desde)$/;
const UNDER =
  /^(?:after|on|under|during|with|from|of|nach|unter|bei|bajo|con|con el|tras|por|sous|apres|durant|sotto|durante|dopo|com|apos|da|per|de|do|du|des|von|van|af|onder|bij|na|under|efter)$/;

/** What stands directly before the name: 'side effects of', 'neuropathy on', 'switched from', '72 hours after'. */
function leadIn(items: Items, { from, next }: Mention): OrderTextKind | null {
  let k = from - 1;
  while (k > from - 3 && /^(?:the|el|la|le|der|die|das|il|het|weekly|sc|iv)$/.test(at(items, k).t)) k--;
  if (has(items, k, 'effectOf') || isBand(items, from) || headsRule(items, from)) return 'other';
  const of = /^(?:de|d|da|do|del|of)$/.test(at(items, k).t) ? k - 1 : k;
  if (AFTER.test(at(items, of).t) || (at(items, k).t === 'na' && HOURS.test(at(items, k - 1).t))) return 'other';
  if (
    UNDER.test(at(items, k).t) &&
    has(items, k - 1, 'grade') &&
    !/^(?:gr|grade|grado|grad|graad|grau)$/.test(at(items, k - 1).t)
  )
    return 'other';
  // 'withhold bortezomib 1.3 mg/m2 d1, 8', 'stopped bortezomib 1.3 mg/m2'
  const verb = /^(?:de|du|des|d|di|do|da)$/.test(at(items, k).t) ? k - 1 : k;
  if (STOP.test(at(items, verb).t)) return 'other';
  if (has(items, k, 'discontinued')) return 'history';
  // '? bortezomib 1.3 mg/m2'
  if (isMark(items, from - 1, '?') && at(items, from - 2).kind === 'break') return 'other';
  if (FROM_DRUG.test(at(items, k).t) && [k - 1, k - 2].some((i) => has(items, i, 'reduced'))) {
    for (let i = next; i < next + 14; i++)
      if (/^(?:to|a|auf|naar|til|para|au|zu)$/.test(at(items, i).t))
        return has(items, i + 1, 'sc', 'iv') || at(items, i + 1).kind === 'number' ? null : 'history';
    return 'history';
  }
  return null;
}

const CONTRAINDICATED = /^(?:contraindic|kontraindi|controindic|contre - indi|contra - indi|gecontra)/;

/** '… omitted', '… replaced by carfilzomib', 'Duplicate: …'; 'D8 omitted' is one day of it. */
function isUndone(items: Items, i: number, { next }: Sentence, mention: Mention): boolean {
  if (i < mention.from) return at(items, i - 1).kind !== 'word' && onlyMarksBetween(items, i, mention);
  const ofOneDay = at(items, i - 1).kind === 'number' && has(items, i - 2, 'day', 'dayLetter');
  if (ofOneDay || isMark(items, i - 1, ',')) return false;
  const after = at(items, i + 1);
  return i + 1 >= next || after.kind !== 'word' || has(items, i + 1, 'plain', 'request') || BECAUSE.test(after.t);
}

const BECAUSE = /^(?:pour|wegens|due|because|von|durch|wegen|por|par|da|door|af|pga)$/;
const CARRIED_OUT =
  /^(?:approved|dispensed|released|prepared|signed|aprobad[oa]|genehmigt|approuvee?|approvat[oa]|aprovad[oa]|goedgekeurd|godkendt|done|made|fait|faite|hecho|eseguit[oa]|realizad[oa]|gedaan|udfort)$/;

/** '… not done', '… not approved', '… never started', at the end. */
function isNotDone(items: Items, i: number, { next }: Sentence): boolean {
  if (!has(items, i, 'negation')) return false;
  const verb =
    CARRIED_OUT.test(at(items, i + 1).t) || has(items, i + 1, 'done', 'begun') || /^started$/.test(at(items, i + 1).t);
  const after = at(items, i + 2);
  return verb && (i + 2 >= next || after.kind !== 'word' || has(items, i + 2, 'plain') || BECAUSE.test(after.t));
}

/** '… maximum': the highest dose, where no other amount follows. */
function isHighest(items: Items, i: number, { next }: Sentence): boolean {
  if (!/^max(?:imum|imal|imo|ima)?$/.test(at(items, i).t)) return false;
  return i + 1 >= next || isMark(items, i + 1, ')].');
}

/** 'Declined: …', '… - refused', '… was offered but declined'; 'declined transplant' has an object of its own. */
function isRefusal(items: Items, i: number, { next }: Sentence, mention: Mention): boolean {
  if (i < mention.from) return at(items, i - 1).kind !== 'word' && onlyMarksBetween(items, i, mention);
  const object = at(items, i + 1);
  return (
    i + 1 >= next ||
    object.kind !== 'word' ||
    /^(?:by|today|due|von|par|por|da|door|af|heute|hoy|oggi|hoje)$/.test(object.t)
  );
}

/** 'her brother receives …': no mark lies between the word and the name. */
function leads(items: Items, i: number, mention: Mention): boolean {
  if (mention.from - i > 7) return false;
  for (let k = i + 1; k < mention.from; k++) if (isMark(items, k, ',;:|.')) return false;
  return true;
}

function onlyMarksBetween(items: Items, i: number, mention: Mention): boolean {
  for (let k = i + 1; k < mention.from; k++)
    if (at(items, k).kind !== 'mark' && !has(items, k, 'plain', 'dose', 'request')) return false;
  return true;
}

const COUNTED = /^(?:c|d|j|g|w)$/;

/** '0.5-1.0: bortezomib 1 mg/m2', '< 50: …': a row of a table by blood count; '1-4: …' after a word for day is none. */
function isBand(items: Items, from: number): boolean {
  if (!isMark(items, from - 1, ':')) return false;
  let k = from - 2;
  const wasNumber = at(items, k).kind === 'number';
  let band = false;
  while (k > from - 12 && (at(items, k).kind === 'number' || isMark(items, k, '.,-<>≤≥=x×'))) {
    if (isMark(items, k, '-<>≤≥')) band = true;
    k--;
  }
  return wasNumber && band && !has(items, k, 'day', 'cycle', 'week') && !COUNTED.test(at(items, k).t);
}

/** 'Age > 75: bortezomib 1 mg/m2': whom the dose is for, with a figure, and a colon before the name. */
function headsRule(items: Items, from: number): boolean {
  if (!isMark(items, from - 1, ':')) return false;
  let figure = false;
  for (let k = from - 2; k > from - 10 && k >= 0; k--) {
    if (at(items, k).kind === 'break' || isMark(items, k, ';:')) return false;
    if (at(items, k).kind === 'number') figure = true;
    if (figure && has(items, k, 'forWhom')) return true;
  }
  return false;
}

const STEP = /^(?:level|stufe|dosisstufe|palier|nivel|livello|niveau|trin|stap|escalon|step)$/;

/** 'Stufe -2: 0,7 mg/m² (bortezomib)': a step of a ladder of doses. */
function isStep(items: Items, i: number): boolean {
  if (!STEP.test(at(items, i).t)) return false;
  const sign = isMark(items, i + 1, '-+') ? i + 2 : i + 1;
  return at(items, sign).kind === 'number' && !has(items, sign + 1, 'day', 'cycle');
}

/** 'Not to be given: …', 'gives ikke: …' */
function isNotToBeGiven(items: Items, i: number, mention: Mention): boolean {
  if (!has(items, i, 'negation') || !isMark(items, mention.from - 1, ':')) return false;
  const given = [i + 1, i + 2, i + 3].find((k) => has(items, k, 'request', 'done'));
  if (given === undefined && !has(items, i - 1, 'request', 'done')) return false;
  return onlyMarksBetween(items, given ?? i, mention);
}

const OR = /^(?:or|o|ou|oder|of|eller|vs|versus)$/;

/** 'bortezomib 1.3 mg/m2 or carfilzomib': one of two drugs. */
function isChoice(items: Items, { owner, mentions }: Attribution, i: number): boolean {
  if (!OR.test(at(items, i).t) || mentions[owner[i] ?? -1]?.drug !== 'bortezomib') return false;
  return mentions.some(({ drug, from }) => drug === 'other' && from === i + 1);
}

const COURSE =
  /^(?:pd|progres|relaps|rezidiv|recaida|recidi|rechute|approv|insur|declin|refus|fails|intoler|genehmig|aprob|aprov|approuv)/;

/** '… if she progresses', '… if insurance approves': not yet. */
function isConditionOfCourse(items: Items, i: number): boolean {
  if (!has(items, i, 'if')) return false;
  return [i + 1, i + 2, i + 3].some((k) => COURSE.test(at(items, k).t));
}

const TOLD_BEHIND = /^(?:poorly tolerated|then progressed|was received)$/;
const REPLY = /^(?:pd|pr|cr|scr|vgpr|sd|mr|relaps|progress)/;

/** '… → PD': what came of it. */
const isReply = (items: Items, i: number) =>
  /^(?:→|had|achieved|reached)$/.test(at(items, i).t) && REPLY.test(at(items, i + 1).t);

const LAST = /^(?:last|letzt|vorig|pasado|pasada|dernier|derniere|scors|passad|vorige|afgelopen|sidste)/;
const IN = /^(?:in|en|im|nel|em|i|a|al)$/;

/** '… stopped in March', '… finished last month' */
function isOver(items: Items, i: number): boolean {
  if (!has(items, i, 'discontinued', 'completed', 'held') && !/^susp[ei]|^sospes/.test(at(items, i).t)) return false;
  if (/^(?:19|20)\d\d$/.test(at(items, i - 1).t)) return true;
  if (isMonth(items, i - 1) && IN.test(at(items, i - 2).t)) return true;
  return LAST.test(at(items, i + 1).t) || (IN.test(at(items, i + 1).t) && isMonth(items, i + 2));
}
