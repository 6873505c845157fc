/** The words that the page's reader is sent: from the tables that the panel itself works with. */
import { BORTEZOMIB_NAME, NAME_WITHOUT_BOUNDARIES, NOT_DRUGS, OTHER_ENDING, OTHER_NAMES } from '../parse/drug-names.ts';
import { fold } from '../parse/tokens.ts';
import { VOCABULARY } from '../parse/vocabulary.ts';
import type { Meanings } from '../words/label-words.ts';
import { type PageWords, type Pattern, patternOf } from '../words/page-words.ts';
import { CLINICAL_LABEL } from './candidates.ts';
import { NUMERIC } from './dates.ts';
import { ORDER_LABELS, PATIENT_LABELS, RESULT_COLUMNS } from './labels.ts';
import { LISTS } from './listed-sections.ts';
import { ANALYTES, NOT_BLOOD } from './observations.ts';
import { SECTIONS } from './sections.ts';
import { STATUS_WORDS } from './status.ts';

const escaped = (word: string): string => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
const oneOf = (words: Iterable<string>): RegExp => new RegExp(`^(?:${[...words].map(escaped).join('|')})$`);

/** Single words for a route of administration, alone or joined by hyphens; `*` in the vocabulary is any ending. */
function routeWords(): RegExp {
  const { sc, iv, intrathecal, otherRoute } = VOCABULARY;
  const words = [sc, iv, intrathecal, otherRoute]
    .flatMap((list) => fold(list).split('|'))
    .map((phrase) => phrase.replaceAll(' - ', '-'))
    .filter((phrase) => !phrase.includes(' '))
    .map((phrase) => escaped(phrase.replace(/\*$/, '')) + (phrase.endsWith('*') ? '[^-]*' : ''));
  return new RegExp(`(?:^|-)(?:${words.join('|')})(?:-|$)`, 'u');
}

const IDENTITY =
  /\b(?:dob|mrn|d\.o\.b|birth|n[ée]e? le|geb\.|nasc|nac\.)|^\W*\d{1,3} ?[mfvwk]\b|\d[ -]?(?:y|j|yrs?|years?|yo|ans|años|anni|anos|jahre|jaar|år)\b/i;

/** The names without the invisible characters that may stand inside: faster, where a text has none. */
const NAME_ANYWHERE = NAME_WITHOUT_BOUNDARIES.replaceAll('[\\u00AD\\u200B-\\u200D\\u2060]?', '').replaceAll(
  '\\u0301?',
  '',
);

/** A weight, a height or an area in the middle of a banner's line. */
const BODY_MEASURE = /\d\s?(?:kg|lbs?|cm|m[2²])(?![\p{L}\d])/iu;

const LOOKS_LIKE_VALUE =
  /\d\s*(?:mg|mcg|g|ml)\b|mg\s*\/\s*m|\b(?:sc|s\.c\.|iv|i\.v\.|subcut\w*|intraven\w*|sottocut\w*|subkutan|weekly|days?|d1|q\d+|cycle|c\d+d\d+)\b/i;

const AMOUNT_OF = /^(\p{L}[\p{L}-]{3,})\b.*?\d\s*(?:mg|mcg|µg|g|ml|units?|ui|ie)\b(?!\s*\/\s*m)/iu;

const INSTRUCTS =
  /^(?:inject|take|give[ns]?|administer|infuse|push|apply|use|total|calculated|each|every|once|twice|days?|cycle|reduced|start(?:ed|ing)?|dose[sd]?|dosing|inyectar|administrar|tomar|dar|injecter|administrer|prendre|donner|injizieren|verabreichen|geben|gabe|iniettare|somministrare|assumere|injetar|injecteren|toedienen|geef|geven|indgives|gives|injiceres|tages)$/;

const CLOCK =
  /^[\s\p{P}]*(?:\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?|\d+\s*(?:s|sec|seconds?|min|minutes?)(?: ago)?)[\s\p{P}]*$/iu;

const NAMED_IN_ADDRESS =
  /\b(?:patients?|patient[_-]?(?:id|uuid|no|number)|patientid|patientuuid|mrn|pid|persons?)[/=:]([^/?&#;=]{1,80})/i;

const sourcesOf = (table: Meanings): readonly (readonly [string, Pattern])[] =>
  table.map(([meaning, words]) => [meaning, patternOf(words)]);

const PATTERNS: Record<keyof PageWords['patterns'], RegExp> = {
  name: BORTEZOMIB_NAME,
  nameAnywhere: new RegExp(NAME_ANYWHERE, 'gu'),
  nameLoosely: new RegExp(NAME_WITHOUT_BOUNDARIES, 'gu'),
  clinical: new RegExp(CLINICAL_LABEL.source, 'u'),
  clinicalInLines: new RegExp(CLINICAL_LABEL.source, 'mu'),
  otherName: oneOf(OTHER_NAMES),
  otherEnding: OTHER_ENDING,
  noDrug: oneOf(NOT_DRUGS),
  route: routeWords(),
  resultColumn: RESULT_COLUMNS,
  notBlood: NOT_BLOOD,
  identity: IDENTITY,
  bodyMeasure: BODY_MEASURE,
  orderValue: LOOKS_LIKE_VALUE,
  amountOf: AMOUNT_OF,
  instructs: INSTRUCTS,
  clock: CLOCK,
  address: NAMED_IN_ADDRESS,
  date: NUMERIC,
  listed: oneOf(Object.keys(LISTS)),
};

/** What the panel sends with its request to start. */
export const PAGE_WORDS: PageWords = {
  patterns: Object.fromEntries(
    Object.entries(PATTERNS).map(([name, words]) => [name, patternOf(words)]),
  ) as PageWords['patterns'],
  meanings: {
    orderRole: sourcesOf(ORDER_LABELS),
    patientRole: sourcesOf(PATIENT_LABELS),
    status: sourcesOf(STATUS_WORDS),
    section: sourcesOf(SECTIONS),
  },
  analytes: ANALYTES.map(([measure, is, not]) => [measure, patternOf(is), patternOf(not)]),
};
