/** Fills a reading with what stands around the orders: vital signs, results, lists. */
import type { CollectedField } from '../collect/collected-field.ts';
import type { CollectedMeasure, CollectedPage } from '../collect/collected-page.ts';
import type { FrameReading, Reading } from '../page-reading.ts';
import { labelPart, labelWords } from '../words/label-words.ts';
import { bareMeasures } from './bare-measures.ts';
import { type DateText, dateOrderOf, readDate, resolveDate } from './dates.ts';
import { measuresInText } from './inline-measures.ts';
import { joinNamed } from './join-named.ts';
import { orderRoleOf, patientRoleOf } from './labels.ts';
import {
  chooseMeasured,
  type Measured,
  measureOf,
  readMeasured,
  resultBeside,
  resultsOfRow,
  undatedOfRow,
} from './observations.ts';
import { flaggedWhenOld } from './old-results.ts';
import { dropWhatIsNoList, readList } from './read-lists.ts';
import { listByMapping, measuredByMapping, type NamedMeasured } from './read-named.ts';
import { agree, type Candidate, GENERIC, missingAs, notFound, readAs } from './reading.ts';
import type { Measure } from './units.ts';

/** More results than this are not looked at; a page that holds more is a table of everything. */
const MOST_RESULTS = 400;

/**
 * Reads vital signs, results and lists.
 * @param bsa body surface areas stated in orders
 * @param today days since 1970
 * @param usable whether the text at a locator may be used
 * @returns whether anything was left out because it may not
 */
export function readSurroundings(
  reading: FrameReading,
  page: CollectedPage,
  bsa: readonly Candidate<number>[],
  today: number,
  usable: (locator: string) => boolean,
): boolean {
  const measured: Measured[] = [];
  const seen = new Set<string>();
  let left = false;
  const byMapping = listByMapping(reading, page, usable);
  left = byMapping.left;
  for (const label of page.labels) {
    if (label.kind === 'list') left = readList(label, page, reading, seen, usable, byMapping.listed) || left;
    else if (measured.length < MOST_RESULTS) {
      const all = measuredAt(label, page, seen);
      const results = all.filter((one) => usable(one.locator));
      left ||= all.length > results.length;
      const undated = results.length === 1 && results[0]?.date === null;
      measured.push(...(undated ? results.map((one) => ({ ...one, date: dateOver(label, page) })) : results));
    }
  }
  const order = dateOrderOf(page.dates, page.language);
  dropWhatIsNoList(reading);
  const settled = <Result extends Measured>(results: readonly Result[]) =>
    results.map((one) => ({ ...one, date: one.date && resolveDate(one.date, order) }));
  for (const one of page.identities.flatMap(({ levels, row }) => (row ? [] : bannerMeasures(levels, page))))
    if (usable(one.locator) && !measured.some(({ measure }) => measure === one.measure)) measured.push(one);
  const named = measuredByMapping(page);
  const usableNamed = named.filter((one) => usable(one.locator));
  left ||= named.length > usableNamed.length;
  const whole = measured.length < MOST_RESULTS && page.whole;
  fillMeasures(reading, settled(measured), settled(usableNamed), bsa, { whole, today });
  return left;
}

/** Body measures in a banner that nothing but their units names. */
const bannerMeasures = (levels: readonly number[], page: CollectedPage): Measured[] =>
  levels.slice(0, 3).flatMap((level) => bareMeasures(page.containers[level] ?? []));

/** The date that stands over a table or block of results: in a heading, or beside a word such as 'Collected'. */
function dateOver({ over }: CollectedMeasure, page: CollectedPage): DateText | null {
  for (const text of over.flatMap((number) => page.over[number] ?? [])) {
    const date = readDate(text);
    if (date) return date;
  }
  return null;
}

function measuredAt(label: CollectedMeasure, page: CollectedPage, seen: Set<string>): Measured[] {
  if (label.below.length > 0) return measuredBelow(label, page);
  const fields = page.containers[label.around?.container ?? -1] ?? [];
  const at = label.around?.at ?? -1;
  const field = fields[at];
  if (!field || field.struck) return [];
  if (seen.has(field.locator)) return [];
  seen.add(field.locator);
  if (isMedication(fields)) return [];
  const row = label.around?.row === true;
  if (row || field.cell >= 0) {
    const labelsInRow = fields.filter((other) => saysLabel(other.text));
    if (row || labelsInRow.length < 2) {
      const results = resultsOfRow(fields, at);
      if (results.length > 0) return results;
      const undated = undatedOfRow(fields, at);
      if (undated.length > 0) return undated;
    }
  }
  const beside = resultBeside(fields, at);
  const inText = field.control ? [] : measuresInText(field);
  const more = inText.length > 1 || typeof beside?.value !== 'number';
  if (more && inText.some((one) => typeof one.value === 'number')) return inText;
  return beside ? [beside] : [];
}

/** The results in the column that a label heads. */
function measuredBelow({ text, below }: CollectedMeasure, page: CollectedPage): Measured[] {
  const measure = measureOf(labelPart(text));
  if (!measure) return [];
  return below.flatMap(({ cell, row }) => {
    const [value, ...rest] = page.containers[cell] ?? [];
    if (!value) return [];
    const context = {
      unit: labelWords(text).hint,
      label: text.trim(),
      locator: value.locator,
      date: (page.containers[row] ?? []).map((field) => readDate(field.text)).find((date) => date !== null) ?? null,
    };
    return [readMeasured(measure, [value, ...rest].map((field) => field.text).join(' '), context)];
  });
}

const saysLabel = (text: string): boolean =>
  !/\d{2}/.test(text) && (measureOf(text) !== null || patientRoleOf(text) !== 'unknown');

/** 'Vitamin B12 1000 mcg' in a medication list is not a result. */
const isMedication = (fields: readonly CollectedField[]): boolean =>
  fields.some((field) =>
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
  named: readonly NamedMeasured[],
  bsa: readonly Candidate<number>[],
  { whole, today }: { whole: boolean; today: number },
): void {
  for (const measure of Object.keys(OF) as (keyof typeof OF)[]) {
    const { into, field } = OF[measure];
    const target = reading[into] as unknown as Record<string, Reading<number>>;
    const own = named.filter((one) => one.measure === measure);
    const others = measured.filter((one) => one.measure === measure);
    // what the mapping has read as well is not read twice: only it may know the dates
    const known = own.length > 0 && others.every((other) => own.some(({ value }) => value === other.value));
    const byMapping = readMeasure(own, whole, own[0]?.mapping);
    const generic = readMeasure(known ? [] : others, whole, GENERIC);
    target[field] = joinNamed(
      flaggedWhenOld(byMapping.value, measure, byMapping.date, today),
      flaggedWhenOld(generic.value, measure, generic.date, today),
    );
    if (measure === 'bilirubin') target.bilirubinUlnMgDl = joinNamed(byMapping.upper, generic.upper);
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

/** The newest of the values of one measurement with the upper limit that stands with it, or why none was chosen. */
function readMeasure(
  all: readonly Measured[],
  whole: boolean,
  adapter: string = GENERIC,
): { value: Reading<number>; upper: Reading<number>; date: DateText | null } {
  const { chosen, reason } = whole
    ? chooseMeasured(all)
    : { chosen: null, reason: 'too many results on the page to tell the newest' };
  const [first] = all;
  if (!chosen) {
    const value: Reading<number> =
      reason && first ? missingAs('ambiguous', toCandidate(first), reason, adapter) : notFound();
    return { value, upper: notFound(), date: null };
  }
  const candidate = toCandidate(chosen);
  const upper: Reading<number> =
    chosen.upper === null
      ? notFound('no reference range')
      : readAs({ ...candidate, value: chosen.upper, text: chosen.upperText ?? chosen.text }, chosen.upper, adapter);
  return { value: agree([candidate], adapter), upper, date: chosen.date };
}
