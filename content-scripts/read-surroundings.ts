/** Fills a reading with what stands around the orders: whose chart it is, vital signs, results, lists. */

import type { CollectedField } from './collect/collected-field.ts';
import { type Around, kindOf, labelPart, type Surroundings } from './collect/context.ts';
import { localNameOf, shownIn } from './collect/dom.ts';
import { MOST_LABELS } from './collect/scan.ts';
import type { FrameReading, Reading } from './page-reading.ts';
import { parseRoute } from './parse/index.ts';
import { type DateOrder, dateOrderOf, readDate, resolveDate, yearsBetween } from './qualify/dates.ts';
import { type Identity, identityOf, patientKeyOf, samePatient } from './qualify/identity.ts';
import { labelWords, orderRoleOf } from './qualify/labels.ts';
import {
  chooseMeasured,
  type Measured,
  measureOf,
  readMeasured,
  resultBeside,
  resultsOfRow,
} from './qualify/observations.ts';
import { agree, type Candidate, GENERIC, missingAs, notFound, readAs } from './qualify/reading.ts';
import { type Section, sectionOf } from './qualify/sections.ts';
import { statusOf } from './qualify/status.ts';
import type { Measure } from './qualify/units.ts';

/** More results than this are not looked at; a page that holds more is a table of everything. */
const MOST_RESULTS = 400;

export interface SurroundingsOptions {
  salt: string;
  today: number;
  /** language that the document says it is in */
  language: string;
  /** body surface areas stated in orders */
  bsa: readonly Candidate<number>[];
}

/** Returns the locators of the texts that say whose chart it is. */
export function readSurroundings(
  reading: FrameReading,
  labels: readonly Text[],
  surroundings: Surroundings,
  options: SurroundingsOptions,
): string[] {
  const measured: Measured[] = [];
  const identities: { identity: Identity; container: Element; row: boolean }[] = [];
  const seen = new Set<string>();
  for (const node of labels) {
    const kind = kindOf(node.data);
    if (kind === 'measure' && measured.length < MOST_RESULTS) {
      const results = measuredAt(node, surroundings, seen);
      const undated = results.length === 1 && results[0]?.date === null;
      measured.push(...(undated ? results.map((one) => ({ ...one, date: surroundings.dateOver(node) })) : results));
    } else if (kind === 'identity' && identities.length < 40) identify(node, surroundings, options.today, identities);
    else if (kind === 'section') readList(node, surroundings, reading, seen);
  }
  const texts = labels.map((node) => node.data.slice(0, 200));
  const order = dateOrderOf(texts, options.language);
  const settled = measured.map((one) => ({ ...one, date: one.date && resolveDate(one.date, order) }));
  const whole = measured.length < MOST_RESULTS && labels.length < MOST_LABELS;
  fillMeasures(reading, settled, options.bsa, whole);
  return fillIdentity(reading, identities, options, order);
}

function measuredAt(node: Text, surroundings: Surroundings, seen: Set<string>): Measured[] {
  const below = surroundings.below(node);
  const measure = measureOf(labelPart(node.data));
  if (below.length > 0) {
    if (!measure) return [];
    return below.map(({ value, rest, row }) =>
      readMeasured(measure, [value, ...rest].map((field) => field.text).join(' '), {
        unit: labelWords(node.data).hint,
        label: node.data.trim(),
        locator: value.locator,
        date: row.map((field) => readDate(field.text)).find((date) => date !== null) ?? null,
      }),
    );
  }
  const around = surroundings.around(node);
  const field = around?.fields[around.at];
  if (!around || !field || field.struck) return [];
  const key = `${field.locator}`;
  if (seen.has(key)) return [];
  seen.add(key);
  if (isMedication(around)) return [];
  if (around.row || field.cell >= 0) {
    const labelsInRow = around.fields.filter((other) => measureOf(other.text) !== null && !/\d{2}/.test(other.text));
    if (around.row || labelsInRow.length < 2) {
      const results = resultsOfRow(around.fields, around.at);
      if (results.length > 0) return results;
    }
  }
  const beside = resultBeside(around.fields, around.at);
  return beside ? [beside] : [];
}

/** 'Vitamin B12 1000 mcg' in a medication list is not a result. */
const isMedication = (around: Around): boolean =>
  around.fields.some((field) =>
    field.labels.some((label) => label.from === 'column-header' && orderRoleOf(label.text) === 'drug'),
  );

const OF: Record<Exclude<Measure, 'eGFR'>, { into: 'observations' | 'patient'; field: string }> = {
  creatinine: { into: 'observations', field: 'creatinineMgDl' },
  crCl: { into: 'observations', field: 'crClMlMin' },
  bilirubin: { into: 'observations', field: 'bilirubinMgDl' },
  platelets: { into: 'observations', field: 'plateletsPerNl' },
  b12: { into: 'observations', field: 'b12PgMl' },
  hba1c: { into: 'observations', field: 'hba1cPercent' },
  height: { into: 'patient', field: 'heightCm' },
  weight: { into: 'patient', field: 'weightKg' },
  bsa: { into: 'patient', field: 'bsaM2' },
};

function toCandidate(one: Measured): Candidate<number> {
  const at = { text: one.text, label: one.label, locator: one.locator };
  if (typeof one.value === 'number') return { value: one.value, ...at };
  if (one.value === 'impossible') return { value: null, missing: 'unparsed', reason: 'not a possible value', ...at };
  return { value: null, missing: one.value, reason: one.reason, ...at };
}

function fillMeasures(
  reading: FrameReading,
  measured: readonly Measured[],
  bsa: readonly Candidate<number>[],
  whole: boolean,
): void {
  for (const measure of Object.keys(OF) as (keyof typeof OF)[]) {
    const all = measured.filter((one) => one.measure === measure);
    const { into, field } = OF[measure];
    const target = reading[into] as unknown as Record<string, Reading<number>>;
    const { chosen, reason } = whole
      ? chooseMeasured(all)
      : { chosen: null, reason: 'too many results on the page to tell the newest' };
    if (chosen) target[field] = agree([toCandidate(chosen)]);
    else if (reason && all[0]) target[field] = missingAs('ambiguous', toCandidate(all[0]), reason, GENERIC);
    if (measure === 'bilirubin' && chosen) {
      target.bilirubinUlnMgDl =
        chosen.upper === null
          ? notFound('no reference range')
          : readAs({ ...toCandidate(chosen), value: chosen.upper }, chosen.upper, GENERIC);
    }
    if (
      measure === 'bsa' &&
      target[field]?.status !== 'read' &&
      target[field]?.status !== 'ambiguous' &&
      bsa.length > 0
    )
      target[field] = agree(bsa);
  }
  const egfr = measured.find((one) => one.measure === 'eGFR');
  if (egfr && reading.observations.crClMlMin.status === 'not-found')
    reading.observations.crClMlMin = {
      ...missingAs<number>(
        'not-found',
        toCandidate(egfr),
        'an eGFR is shown, which is not the creatinine clearance',
        GENERIC,
      ),
    };
}

function identify(
  node: Text,
  surroundings: Surroundings,
  today: number,
  found: { identity: Identity; container: Element; row: boolean }[],
): void {
  const around = surroundings.around(node);
  if (!around) return;
  let best = identityOf(around.fields, today);
  let { container } = around;
  // a banner is a little larger than the line on which the birth date stands
  for (let level = 0; level < 5 && count(best) < 3 && !around.row; level += 1) {
    const parent = shownIn(container);
    if (!parent || /^(?:body|html|main)$/.test(localNameOf(parent)) || surroundings.runs(parent).length > 40) break;
    const wider = identityOf(surroundings.fields(parent), today);
    container = parent;
    if (count(wider) > count(best)) best = wider;
  }
  found.push({ identity: best, container, row: around.row });
}

const count = (identity: Identity): number =>
  [identity.name, identity.identifier, identity.birthDate].filter((part) => part !== null).length;

function fillIdentity(
  reading: FrameReading,
  found: readonly { identity: Identity; container: Element; row: boolean }[],
  options: SurroundingsOptions,
  order: DateOrder | null,
): string[] {
  const banners = found.filter(({ row }) => !row);
  const whose = banners.filter(({ identity }) => count(identity) >= 2);
  const first = whose[0];
  if (first) {
    reading.patientKey = patientKeyOf(first.identity, options.salt);
    const { name, identifier, birthDate } = first.identity;
    reading.patientLabel = [name, birthDate, identifier]
      .flatMap((part) => (part ? [part.text] : []))
      .join(' · ')
      .slice(0, 200);
    for (const other of whose.slice(1)) {
      const key = patientKeyOf(other.identity, options.salt);
      if (!key || !reading.patientKey || samePatient(reading.patientKey, key)) continue;
      reading.ignored.push({ text: reading.patientLabel, reason: 'another patient is named on the same page' });
      reading.patientKey = null;
      reading.patientLabel = null;
      break;
    }
  }
  const people = first ? [first, ...banners.filter((other) => other !== first)] : banners;
  const ages = people.flatMap(({ identity }) => (identity.age ? [{ ...identity.age, value: identity.age.years }] : []));
  if (ages.length > 0) reading.patient.ageYears = agree(ages);
  else {
    const births = people.flatMap(({ identity }) => (identity.birthDate ? [identity.birthDate] : []));
    const years = births.flatMap((birth) =>
      [...new Set(resolveDate(birth.date, order).days.map((day) => yearsBetween(day, options.today)))].map((value) => ({
        ...birth,
        value,
      })),
    );
    if (years.length > 0) reading.patient.ageYears = agree(years.filter((one) => one.value >= 0 && one.value <= 120));
  }
  const sexes = people.flatMap(({ identity }) =>
    identity.sex ? [{ ...identity.sex, value: identity.sex.value }] : [],
  );
  if (sexes.length > 0) reading.patient.sex = agree(sexes);
  return whose.flatMap(({ identity: { name, identifier, birthDate } }) =>
    [name, identifier, birthDate].flatMap((part) => (part ? [part.locator] : [])),
  );
}

const LISTS: Partial<Record<Section, 'medications' | 'problems' | 'allergies'>> = {
  medications: 'medications',
  active: 'medications',
  held: 'medications',
  planned: 'medications',
  problems: 'problems',
  allergies: 'allergies',
};
const NOTHING =
  /^[(\s]*(?:none|no |nil|not |nka|nkda|unknown|keine?|ningun|aucun|nessun|nenhum|geen|ingen|there are no|n\/a|[-–—]+$|\+$|add\b|show|see|edit|view|record|filter|search|sort|of \d)/i;

function readList(node: Text, surroundings: Surroundings, reading: FrameReading, seen: Set<string>): void {
  const list = surroundings.under(node);
  const into = list && LISTS[list.section];
  if (!list || !into) return;
  for (const item of list.items) {
    const entry = entryOf(item);
    if (!entry || seen.has(entry.locator) || reading[into].length >= 200) continue;
    seen.add(entry.locator);
    const status = item.map((field) => statusOf(field.text)).find((one) => one !== null);
    if (
      item.every((field) => field.struck || field.text === '') ||
      status === 'discontinued' ||
      status === 'completed'
    ) {
      reading.ignored.push({ text: entry.text.slice(0, 200), reason: `not active: ${status ?? 'crossed out'}` });
      continue;
    }
    if (reading[into].some((other) => other.status === 'read' && other.value === entry.text)) continue;
    reading[into].push(
      readAs({ value: entry.text, text: entry.text, label: list.heading, locator: entry.locator }, entry.text, GENERIC),
    );
  }
}

/** The field that names the entry: under a drug or details header, else the first that is words and answers to no label. */
function entryOf(item: readonly CollectedField[]): { text: string; locator: string } | null {
  // a row of label and value says something about an entry; only one that says the drug is one
  const first = item[0] ? orderRoleOf(item[0].text) : 'unknown';
  if (first !== 'unknown' && first !== 'drug') return null;
  const role = (field: CollectedField) =>
    field.labels.map((label) => orderRoleOf(label.text)).find((one) => one !== 'unknown') ?? null;
  const words = item.filter((field) => isEntryWords(field) && /^(?:null|drug|instructions)$/.test(`${role(field)}`));
  const inColumn = (field: CollectedField) => field.labels.some((label) => label.from === 'column-header');
  const named =
    words.find((field) => role(field) === 'drug') ??
    words.find((field) => role(field) === 'instructions' && inColumn(field)) ??
    words.find((field) => role(field) === null);
  return named ? { text: named.text.slice(0, 200), locator: named.locator } : null;
}

const isEntryWords = (field: CollectedField): boolean =>
  !field.button &&
  !field.struck &&
  !field.isLabel &&
  /\p{L}{3}/u.test(field.text) &&
  statusOf(field.text) === null &&
  !NOTHING.test(field.text) &&
  orderRoleOf(field.text) === 'unknown' &&
  sectionOf(field.text) === null &&
  readDate(field.text)?.start !== 0 &&
  (field.text.length > 30 || parseRoute(field.text).value === null);
