/** Whether a sentence talks about the drug (a study, a warning, a rule, a question of what else to do) without ordering it. */
import { type Evidence, isStrong, MODAL, type Sentence, SMALL_WORD, saysGrade } from './evidence.ts';
import { at, has, type Items, isMark, isReflexive } from './lexicon.ts';
import type { Mention } from './mentions.ts';

/** 'before each dose of bortezomib', 'vor jeder Bortezomib-Gabe': when something else is done. */
export function isAside(items: Items, mention: Mention): boolean {
  let k = mention.from - 1;
  while (
    k > mention.from - 7 &&
    (has(items, k, 'dose', 'injection', 'every', 'request', 'cycle') ||
      SMALL_WORD.test(at(items, k).t) ||
      isMark(items, k, "'"))
  )
    k--;
  if (/^(?:before|avant|vor|antes|prima|preceding)$/.test(at(items, k).t)) return true;
  // Danish 'før' is written like English 'for' here, and Dutch 'voor' means both
  return /^(?:for|voor)$/.test(at(items, k).t) && has(items, k + 1, 'every') && k + 1 < mention.from;
}

/** Whether the word at an item, in the sentence of a mention, makes the sentence talk. */
export function talks(
  items: Items,
  i: number,
  before: boolean,
  distance: number,
  evidence: Evidence,
  sentence: Sentence,
): boolean {
  const strong = isStrong(evidence);
  if (has(items, i, 'event')) return true;
  // 'Warning: bortezomib 1.3 mg/m2 ordered IV'
  if (i === sentence.from && ALERT.test(at(items, i).t) && isMark(items, i + 1, ':!')) return true;
  if (has(items, i, 'narrative')) return before || !strong || (isCase(items, i) && !ofThePatient(items, i));
  // 'recommended phase 2 dose'
  if (has(items, i, 'mood') && has(items, i - 1, 'request') && has(items, i + 2, 'dose')) return false;
  if (has(items, i, 'mood')) return !strong || (evidence === 'dose' && before && isTitle(items, i, distance));
  if (has(items, i, 'limit') && before && (strong || evidence === 'bare dose'))
    return isHighestDose(items, i, i + distance);
  if (
    has(items, i, 'weigh') &&
    (evidence !== 'dose and days' || i === sentence.next - 1 || MODAL.test(at(items, i - 2).t))
  )
    return true;
  // 'Velcade may only be given intravenously', 'may be escalated to 1 mg/m2'
  if (has(items, i, 'consider')) {
    // 'may proceed with bortezomib 1.3 mg/m2'
    if (before && strong && GO_AHEAD.test(at(items, i + 1).t)) return false;
    if (before) return distance <= 8;
    // '1.3 mg/m2 versus 1.0 mg/m2'
    if (/^(?:vs|versus)$/.test(at(items, i).t) && evidence !== 'dose and days') return true;
    return distance === 0 && (evidence === 'weak' || (evidence !== 'dose and days' && changes(items, i)));
  }
  // 'is only to be given subcutaneously'
  if (!before && distance <= 3 && evidence === 'weak' && has(items, i, 'only')) return true;
  if (has(items, i, 'negation')) {
    // 'declined transplant, bortezomib …'
    if (before && has(items, i, 'refused') && isMark(items, i + distance - 1, ',;')) return false;
    // a border of a table or a colon lies between: 'no change: bortezomib'
    if (before) return distance <= 3 && !isMark(items, i + 1, '|:') && !isMark(items, i + 2, '|:');
    // '(bortezomib day 1, 4, 8, 11 not given)'
    return (distance <= 1 && !strong) || has(items, i + 1, 'done');
  }
  // 'at the lower dose'
  if (at(items, i).t === 'lower' && has(items, i + 1, 'dose') && has(items, i - 1, 'plain')) return false;
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
  if (has(items, i, 'if') && before && !isReflexive(items, i))
    return !strong || saysGrade(items, sentence) || RELAPSE.test(at(items, i + 1).t);
  // 'if no response switch to bortezomib 1.3 mg/m2 weekly'
  if (has(items, i, 'response')) return before && evidence !== 'dose and days' && lacks(items, i);
  // 'grade 2 neuropathy in 41%'
  if (at(items, i).t === '%') return isShareOfPatients(items, i) && saysGrade(items, sentence);
  // the row of a table of dose changes: 'Grade 2: bortezomib 1 mg/m2'; 'neuropathy in cycle 3 of bortezomib'
  if (strong && has(items, i, 'grade') && isReason(items, i)) return false;
  if (has(items, i, 'grade')) return !strong || (before && leadsToName(items, i, i + distance, evidence));
  return false;
}

const GO_AHEAD = /^(?:proceed|start|begin|continue)$/;

const ALERT =
  /^(?:warning|alert|caution|attention|achtung|warnung|advertencia|aviso|avviso|avvertenza|waarschuwing|advarsel)$/;
const RELAPSE = /^(?:pd$|relaps|rezidiv|recaida|recidi|rechute|progres|terugval|tilbagefald)/;

function lacks(items: Items, i: number): boolean {
  for (let k = i - 1; k > i - 4; k--)
    if (
      has(items, k, 'if', 'negation') ||
      /^(?:absence|ausencia|assenza|manglende|fehlende[mn]?|onvoldoende|lack|mangel)$/.test(at(items, k).t)
    )
      return true;
  return false;
}

/** 'due to neuropathy: …', 'por neuropatía grado 2: …': why the order is as it is. */
function isReason(items: Items, i: number): boolean {
  for (let k = i - 1; k > i - 5; k--)
    if (/^(?:due|because|owing|por|wegen|wegens|pga|given|debido|dovuta|cause)$/.test(at(items, k).t)) return true;
  return false;
}

/** A grade that heads the line, or from which the words lead to the name without a pause. */
function leadsToName(items: Items, i: number, name: number, evidence: Evidence): boolean {
  if (isMark(items, name - 1, ':|→-')) return true;
  if (evidence === 'dose and days') return false;
  for (let k = i + 1; k < name; k++) if (isMark(items, k, ':;,-()|/') || has(items, k, 'request', 'now')) return false;
  return true;
}

/** 'in moderate hepatic impairment', 'bei Leberfunktionsstörung': the case that a rule is for. */
function isCase(items: Items, i: number): boolean {
  for (let k = i - 1; k > i - 4; k--)
    if (/^(?:in|bei|bij|ved|en|dans|nel|nella|em|na|for|with|con|com)$/.test(at(items, k).t)) return true;
  return false;
}

/** 'in a patient with renal impairment': whom the order is for */
function ofThePatient(items: Items, i: number): boolean {
  for (let k = i - 1; k > i - 6; k--)
    if (/^(?:patient|pt|paciente|patientin|paziente|patienten)$/.test(at(items, k).t)) return true;
  return false;
}

/** 'may be escalated', 'can be reduced' */
function changes(items: Items, i: number): boolean {
  for (let k = i + 1; k < i + 4; k++)
    if (has(items, k, 'rule', 'reduced') || /^escalat/.test(at(items, k).t)) return true;
  return false;
}

/** 'maximum dose of bortezomib: 1.3 mg/m2' */
function isHighestDose(items: Items, i: number, name: number): boolean {
  if (/^max[a-z]*dos/.test(at(items, i).t)) return true;
  for (let k = i - 1; k < name && k < i + 3; k++) if (has(items, k, 'dose')) return true;
  return false;
}

function isShareOfPatients(items: Items, i: number): boolean {
  if (at(items, i - 1).kind !== 'number') return false;
  for (let k = i - 2; k > i - 5; k--)
    if (/^(?:=|in|was|were|bei|en|dans|nel|em|hos|of|and|vs|versus)$/.test(at(items, k).t)) return true;
  return false;
}

const STUDY =
  /^(?:trials?|stud(?:y|ies|ien?|io)|estudios?|estudos?|etude|essai|ensayo|ensaio|forsog|undersogelse|onderzoek)$/;

/** 'Phase II trial of weekly bortezomib 1.6 mg/m2' */
function isTitle(items: Items, i: number, distance: number): boolean {
  if (!STUDY.test(at(items, i).t)) return false;
  for (let k = i + 1; k < i + distance; k++) if (isMark(items, k, ':,;') || has(items, k, 'request')) return false;
  return true;
}
