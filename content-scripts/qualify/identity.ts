/** Whose chart this is: name, identifier and birth date in a patient banner, and age and sex beside them. */
import type { CollectedField } from '../collect/collected-field.ts';
import type { NamedField } from '../collect/named-field.ts';
import { fold } from '../parse/tokens.ts';
import { leadPart, partsOf } from '../words/identity-parts.ts';
import { type DateText, readDate, yearsBetween } from './dates.ts';
import { isKnownLabel, type PatientRole, patientRoleOf } from './labels.ts';
import { sectionOf } from './sections.ts';
import { statusOf } from './status.ts';

export interface Said {
  text: string;
  label: string | null;
  locator: string;
}

export interface Identity {
  /** worked out: not labelled, but what stands at the head of the banner */
  name: (Said & { workedOut?: true }) | null;
  identifier: Said | null;
  birthDate: (Said & { date: DateText }) | null;
  age: (Said & { years: number }) | null;
  sex: (Said & { value: 'female' | 'male' }) | null;
}

const FEMALE =
  /^(?:f|female|woman|fem|femenino|mujer|femme|feminin|weiblich|w|frau|femmina|donna|femminile|feminino|mulher|vrouw|v|kvinde|k|♀)$/;
const MALE =
  /^(?:m|male|man|masc|masculino|hombre|varon|homme|masculin|mannlich|herr|maschio|uomo|maschile|homem|mand|♂)$/;

/** The sex that a value says; words of the eight languages and their usual letters. */
export function sexOf(text: string): 'female' | 'male' | null {
  const words = fold(text).replace(/[().]/g, '').trim();
  if (FEMALE.test(words)) return 'female';
  return MALE.test(words) ? 'male' : null;
}

const AGE =
  /(?<![\d.,/-])0{0,2}(\d{1,3})\s?-?(?:y\.?\/?o\b\.?|y\b|yrs?\b|years?(?:[ -]old)?\b|years? of age|a(?:ñ|n)os\b|ans?\b|anni\b|anos\b|jahre?\b|j\b|jaar\b|år\b|ar\b)/i;

/** Full years that a text says, with a unit; a bare number counts only where the label is 'age'. */
export function yearsOf(text: string, labelled: boolean): number | null {
  if (/\d\s*(?:mo|mths?|months?|mois|meses|monate|mesi|weeks?|days?|wk)\b/i.test(text)) return null;
  const match = AGE.exec(text) ?? (labelled ? /^\s*0{0,2}(\d{1,3})\s*$/.exec(text) : null);
  const years = match ? Number(match[1]) : Number.NaN;
  return years >= 0 && years <= 120 ? years : null;
}

/** Inline elements that are a piece of their own: a sex, an age, a date or a label beside a name. */
function atSeams(field: CollectedField): string[] {
  const marks = [0, ...field.seams, field.text.length].sort((a, b) => a - b);
  const pieces: string[] = [];
  for (let index = 0; index + 1 < marks.length; index += 1) {
    const text = field.text.slice(marks[index], marks[index + 1]).trim();
    if (text === '') continue;
    const labelled = leadPart(text, patientRoleOf).role !== null || /^[^:]{1,30}:/.test(text);
    const own = sexOf(text) !== null || yearsOf(text, false) !== null || readDate(text)?.start === 0;
    const last = pieces.at(-1);
    // 'DOB: <b>…</b>': what a label alone leads in belongs to it, unless it is the next label
    const ledIn = last !== undefined && isLabelAlone(last) && !labelled;
    if (!ledIn && (labelled || own || last === undefined || ownPiece(last))) pieces.push(text);
    else pieces[pieces.length - 1] = `${last} ${text}`;
  }
  return pieces;
}

const isLabelAlone = (text: string): boolean => /^[^:]{1,30}:$/.test(text) && patientRoleOf(text) !== 'unknown';

/** Whether a piece is complete: the name does not go on after a sex or an age. */
const ownPiece = (text: string): boolean => sexOf(text) !== null || yearsOf(text, false) !== null;

const NAME_LIKE = /^\p{Lu}[\p{L}'’.-]*(?:,? \p{Lu}?[\p{L}'’.-]*){1,5}$/u;
const NOT_NAMES =
  /\b(?:visit|patient|chart|hospital|clinic|unit|ward|department|oncology|active|summary|medication|orders?|allerg|results?|search|home|list|record|help|log ?out|sign|settings|dr|md)\b/i;

const looksLikeName = (text: string): boolean =>
  text.length >= 4 &&
  text.length <= 60 &&
  NAME_LIKE.test(text) &&
  !NOT_NAMES.test(text) &&
  !isKnownLabel(text) &&
  sectionOf(text) === null &&
  statusOf(text) === null &&
  sexOf(text) === null;

/** Who is named in some fields that stand together. Unlabelled text counts only where it can be nothing else. */
export function identityOf(fields: readonly CollectedField[], today: number): Identity {
  const identity: Identity = { name: null, identifier: null, birthDate: null, age: null, sex: null };
  let previous: PatientRole | null = null;
  let previousLabel: string | null = null;
  const loose: Said[] = [];
  let known = -1;
  for (const field of fields) {
    if (field.struck) continue;
    const structural = field.labels.find((label) => patientRoleOf(label.text) !== 'unknown');
    const own = patientRoleOf(field.text);
    if (!field.control && (field.isLabel || own !== 'unknown')) {
      previous = own === 'unknown' ? null : own;
      previousLabel = field.text;
      continue;
    }
    const parts = field.control
      ? [{ role: null, label: null, text: field.text }]
      : atSeams(field).flatMap((text) => partsOf(text, patientRoleOf));
    parts.forEach((part, index) => {
      const given: PatientRole | null =
        part.role ?? (index === 0 ? (structural ? (patientRoleOf(structural.text) as PatientRole) : previous) : null);
      const said = {
        text: part.text,
        label: part.label ?? structural?.text ?? (given ? previousLabel : null),
        locator: field.locator,
      };
      take(identity, given, said, today);
      if (given === null) loose.push(said);
      if (known < 0 && (identity.birthDate || identity.identifier)) known = loose.length;
    });
    previous = null;
    previousLabel = null;
  }
  for (const said of loose) takeUnlabelled(identity, said, today);
  if (!identity.name && (identity.birthDate || identity.identifier)) {
    // a name stands before the date of birth or the number that belongs to it, never after
    const before = loose.findIndex((said) => said.locator === (identity.birthDate ?? identity.identifier)?.locator);
    const name = loose.slice(0, Math.max(known, before + 1)).find((said) => looksLikeName(withoutSuffix(said.text)));
    if (name) identity.name = { ...name, text: withoutSuffix(name.text), workedOut: true };
  }
  return identity;
}

/** Who is named in the fields of a banner that a mapping names. */
export function namedIdentity(fields: readonly NamedField[], today: number): Identity {
  const identity: Identity = { name: null, identifier: null, birthDate: null, age: null, sex: null };
  for (const { role, field } of fields)
    if (!field.struck)
      take(
        identity,
        role as PatientRole,
        { text: field.text, label: field.labels[0]?.text ?? null, locator: field.locator },
        today,
      );
  return identity;
}

/** `Alpha Test (F)` and `Alpha Test, 68 y` name the same person as `Alpha Test`. */
const withoutSuffix = (text: string): string => text.replace(/\s*(?:\(.*\)|,?\s*\d.*|[♀♂].*)$/u, '').trim();

function take(identity: Identity, role: PatientRole | null, said: Said, today: number): void {
  if (said.text === '') return;
  if (role === 'name' && /\p{L}{2}/u.test(said.text)) identity.name ??= { ...said, text: withoutSuffix(said.text) };
  else if (role === 'identifier' && /\d/.test(said.text)) {
    const code = /^[\p{L}\p{N}][\p{L}\p{N}./-]*(?: \d[\d -]*)?/u.exec(said.text)?.[0];
    if (code && readDate(code) === null) identity.identifier ??= { ...said, text: code };
  } else if (role === 'birthDate') {
    const date = readDate(said.text);
    if (date) identity.birthDate ??= { ...said, date };
    const years = yearsOf(date ? said.text.slice(date.end) : said.text, false);
    if (years !== null) identity.age ??= { ...said, years };
    const sex = sexOf(date ? said.text.slice(date.end).replace(/[\d().,]|y(?:rs?|ears)?/gi, '') : '');
    if (sex) identity.sex ??= { ...said, value: sex };
  } else if (role === 'age') {
    const bare = /^\p{L}*[\s,/]*(\d{1,3})[\s,/]*\p{L}*$/u.exec(said.text)?.[1];
    const years = yearsOf(said.text, true) ?? (bare ? yearsOf(bare, true) : null);
    const sex = said.text
      .split(/[\s,/]+/)
      .map(sexOf)
      .find((one) => one !== null);
    if (sex && years !== null) identity.sex ??= { ...said, value: sex };
    if (years !== null) identity.age ??= { ...said, years };
    const date = readDate(said.text);
    if (date && years === null) identity.birthDate ??= { ...said, date };
  } else if (role === 'sex') {
    const sex = sexOf(said.text) ?? sexOf(said.text.split(/[\s,/(]/)[0] ?? '');
    if (sex) identity.sex ??= { ...said, value: sex };
  }
  void today;
}

/** 'F 69 years', '70 J., männlich', '63-year-old female': the word that touches the age. */
function sexBesideAge(text: string): 'female' | 'male' | null {
  const age = AGE.exec(text);
  if (!age) return null;
  const before = /(?:^|[\s(,|·])([\p{L}♀♂]+)[\s,/(]*$/u.exec(text.slice(0, age.index))?.[1];
  const after = /^[\s,/().]*([\p{L}♀♂]+)(?=$|[\s,/).|·])/u.exec(text.slice(age.index + age[0].length))?.[1];
  const said = [before, after].flatMap((word) => sexOf(word ?? '') ?? []);
  return said[0] !== undefined && said.every((one) => one === said[0]) ? said[0] : null;
}

/** A date with the age that belongs to it, an age with its unit, a word for the sex. */
function takeUnlabelled(identity: Identity, said: Said, today: number): void {
  const date = readDate(said.text);
  const years = yearsOf(date ? said.text.slice(0, date.start) + said.text.slice(date.end) : said.text, false);
  if (years !== null && said.text.length <= 60) identity.age ??= { ...said, years };
  const age = identity.age?.years;
  if (date && age !== undefined && date.days.some((day) => yearsBetween(day, today) === age))
    identity.birthDate ??= { ...said, text: said.text.slice(date.start, date.end), date };
  // 72 M 04/19/1954: the figure is an age where the birth date says so
  const figure = /^\W*(\d{1,3})\s?(\p{L}{1,9})\W/u.exec(said.text);
  if (figure && date && identity.age === null && sexOf(figure[2] ?? '') !== null) {
    const shown = Number(figure[1]);
    const agrees = date.days.filter((day) => yearsBetween(day, today) === shown);
    if (agrees.length > 0) {
      identity.age = { ...said, years: shown };
      identity.birthDate ??= { ...said, date: { ...date, days: agrees } };
      identity.sex ??= { ...said, value: sexOf(figure[2] ?? '') as 'female' | 'male' };
    }
  }
  const bracket = years !== null || date ? /\(\s*(\p{L}{1,9}|[♀♂])\s*\)/u.exec(said.text)?.[1] : undefined;
  const sex =
    sexOf(said.text) ??
    sexBesideAge(said.text) ??
    sexOf(bracket ?? '') ??
    (years !== null
      ? sexOf(
          said.text
            .replace(AGE, ' ')
            .replace(/[\s,/]+/g, ' ')
            .trim(),
        )
      : null);
  if (sex) identity.sex ??= { ...said, value: sex };
}

/** 53-bit hash of a text; not for secrets, the salt makes it worthless elsewhere. */
export function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

const letters = (text: string): string =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort()
    .join(' ');

/**
 * Whose chart it is as salted hashes of name, identifier and birth date, in this order and joined by '.', empty where a
 * part is not shown. Null when fewer than two are shown. A name without a label is marked '~'. The order of given and family name does not matter.
 */
export function patientKeyOf(identity: Identity, salt: string): string | null {
  const parts = [
    identity.name ? letters(identity.name.text) : '',
    identity.identifier ? letters(identity.identifier.text).replace(/ /g, '') : '',
    identity.birthDate ? identity.birthDate.date.days.join('/') : '',
  ];
  if (parts.filter(Boolean).length < 2) return null;
  const mark = identity.name?.workedOut ? '~' : '';
  return parts
    .map((part, index) => (part ? `${index === 0 ? mark : ''}${hash(`${salt} ${index} ${part}`)}` : ''))
    .join('.');
}
