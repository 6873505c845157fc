/** Whose chart this is: name, identifier and birth date in a patient banner, and age and sex beside them. */
import type { CollectedField } from '../collect/collected-field.ts';
import type { NamedField } from '../collect/named-field.ts';
import { fold } from '../parse/tokens.ts';
import { leadPart, partsOf } from '../words/identity-parts.ts';
import { AGE, sexBesideAge, sexOf, yearsOf } from './age-and-sex.ts';
import { type Bracket, bracketOf } from './bracketed-identity.ts';
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
    const bracket = field.control ? null : bracketOf(field.text);
    if (bracket && looksLikeName(bracket.before)) takeBracket(identity, bracket, field.locator);
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

/** `Alpha Test (F)`, `Alpha Test (F, 68 y), DOB 14/03/1958` and `Alpha Test, 68 y` name the same person as `Alpha Test`. */
function withoutSuffix(text: string): string {
  const inside = /\(([^)]*)/.exec(text);
  const said = inside?.[1] ?? '';
  const more = inside && (/\d/.test(said) || said.split(/[\s,/]+/).some((word) => sexOf(word) !== null));
  return (more ? text.slice(0, inside.index) : text).replace(/\s*(?:\(.*\)|,?\s*\d.*|[♀♂].*)$/u, '').trim();
}

/** Takes over a name with the rest of the banner in brackets. */
function takeBracket(identity: Identity, { before, code, birthDate, years, sex }: Bracket, locator: string): void {
  const at = { label: null, locator };
  identity.name ??= { text: before, workedOut: true, ...at };
  if (code) identity.identifier ??= { text: code, ...at };
  if (birthDate) identity.birthDate ??= { ...birthDate, ...at };
  if (years !== null) identity.age ??= { text: `${years}`, years, ...at };
  if (sex) identity.sex ??= { text: sex, value: sex, ...at };
}

function take(identity: Identity, role: PatientRole | null, said: Said, today: number): void {
  if (said.text === '') return;
  if (role === 'name' && /\p{L}{2}/u.test(said.text)) identity.name ??= { ...said, text: withoutSuffix(said.text) };
  else if (role === 'identifier' && /\d/.test(said.text)) {
    const code = /^[\p{L}\p{N}][\p{L}\p{N}./-]*(?: \d[\d -]*)?/u.exec(said.text)?.[0];
    if (code && readDate(code) === null) identity.identifier ??= { ...said, text: code };
  } else if (role === 'birthDate') {
    const date = readDate(said.text);
    const after = date ? said.text.slice(date.end) : '';
    if (date)
      identity.birthDate ??= { ...said, text: after.includes(',') ? said.text.slice(0, date.end) : said.text, date };
    const years = yearsOf(date ? after : said.text, false);
    if (years !== null) identity.age ??= { ...said, years };
    const sexes = new Set(after.split(/[\s,/()]+/).flatMap((word) => sexOf(word) ?? []));
    const [sex] = sexes;
    if (sex && sexes.size === 1) identity.sex ??= { ...said, value: sex };
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

/** The banner's own words, for the clinician to compare. */
export const labelOf = ({ name, birthDate, identifier }: Identity): string =>
  [name, birthDate, identifier]
    .flatMap((part) => (part ? [part.text] : []))
    .join(' · ')
    .slice(0, 200);

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
