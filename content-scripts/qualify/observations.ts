/** Results and body measures: from a label and what stands with it to a number in the unit of the rules. */

import type { CollectedField } from '../collect/collected-field.ts';
import { type Analytes, analyteIn, labelWords } from '../words/label-words.ts';
import { type DateText, newestOf, readDate, readResultDate } from './dates.ts';
import { isKnownLabel, patientRoleOf, resultColumnOf } from './labels.ts';
import { convert, isUnitOf, type Measure } from './units.ts';

export const NOT_BLOOD = /\burin|harn|\bliquor|\bcsf\b|dialys|\bratio\b|quotient|rapport|cociente|rapporto|index/;
export const ANALYTES: Analytes<Measure> = [
  [
    'crCl',
    /\b(?:cr ?cl|cl ?cr|clcr|ccr)\b|[ck]reatininen?-?\s?clear|clear\w* (?:de |della |of |da )?(?:la )?creatinin|clairance (?:de la )?creatinin|aclaramiento|depuracion de creat|depuracao|klaring|[ck]reatinin\w* ?clear/,
    /urine vol/,
  ],
  ['eGFR', /\b(?:e?gfr|dfg|tfg|rfg|fge)\b|glomerular|glomerul/, /^$/],
  [
    'creatinine',
    /\b[ck]reatinin|^creat$|^crea$|^s-?cr$|^scr$|^p-?[ck]reatinin/,
    /urin|harn|kinase|albumin|ratio|quot|rapport|clear|clair|aclar|depur|klaring|24 ?h|fosfo|phospho/,
  ],
  [
    'bilirubin',
    /bilirr?ub|^t ?bili?$|^bili?$|^tbil$/,
    /direct|direkt|conjug|konjug|diret|urin|indir|neonat|unconj|gamma|delta/,
  ],
  [
    'platelets',
    /\bplatelet|^plts?$|\bplaquet|\bpiastrin|thrombo[ck]yt|thrombozyt|trombo[ck]yt|trombocit/,
    /mean|volume|mpv|distrib|pdw|antib|aggreg|function|immature|large|transf|mittler|medio|moyen/,
  ],
  ['b12', /\bb ?-?12\b|cobalamin/, /holo|active|binding|aktiv|intrinsic|\binj|tablet|\bmg\b|\bmcg\b/],
  [
    'hba1c',
    /\bh(?:b|ba|gb) ?a?1c\b|\ba1c\b|glycated|glycosylated|glyki|glukosyl|glyquee|glicat|glicad|glicosil|glucosilad|geglyc/,
    /average|mean|eag|estim/,
  ],
];

/** The measurement that a label names, or null. Body measures go by the patient labels. */
export const analyteOf = (label: string): Measure | null => analyteIn(ANALYTES, NOT_BLOOD, label);

/** A result or body measure that a label names. */
export function measureOf(label: string): Measure | null {
  const role = patientRoleOf(label);
  return role === 'height' || role === 'weight' || role === 'bsa' ? role : analyteOf(label);
}

/** One value of one measurement as it stands on the page. */
export interface Measured {
  measure: Measure;
  /** in the unit of the rules, or why there is none */
  value: number | 'unit-missing' | 'impossible' | 'unparsed' | 'empty';
  /** upper limit of normal in the unit of the rules, and the range that says it */
  upper: number | null;
  upperText?: string;
  text: string;
  label: string;
  locator: string;
  date: DateText | null;
  reason?: string;
}

const NUMBER =
  /(?<![\d.,])([<>≤≥]=?|less than|greater than)?\s*(\d{1,3}(?:[ ,.]\d{3})+(?![\d.,])|\d+(?:[.,·]\d+)?)(?![\d])/;
const RANGE = /(\d+(?:[.,]\d+)?)\s*(?:-|–|—|−|to|a|bis|à|tot|til|\.\.)\s*(\d+(?:[.,]\d+)?)/;
const LIMIT = /(?:<|≤|<=|up to|hasta|bis|jusqu'?a|fino a|tot|ate|inferior a|op til)\s*(\d+(?:[.,]\d+)?)/;
const UNIT_AFTER =
  /^\s*((?:[x×*]\s?)?10\s?(?:\^|\*{1,2}|e|E)?\s?[⁹³39]\s?\/\s?[a-zA-Zµμ]{1,3}(?:m?3|³)?|[a-zA-Zµμ%]{0,12}\s?\/\s?(?:[a-zA-Zµμ0-9.,]+(?:\s?m[²2])?|mm[³3])|%|\[(?:in_[iu]s?|lb_av)\]|[a-zA-Zµμ]{1,6}[²2³]?|")/;

const decimal = (text: string): number => Number(text.replace(/[,·]/g, '.').replace(/\s/g, ''));

interface Amount {
  value: number;
  compared: boolean;
  unit: string;
  rest: string;
}

/** The first number of a text with the unit after it. Thousands only where three digits follow and the unit is a count. */
function readAmount(text: string): Amount | null {
  const feet = /^\s*(\d)\s*(?:'|ft\.?|feet)\s*(\d{1,2}(?:\.\d+)?)\s*(?:"|''|in(?:ch(?:es)?)?\.?)?/.exec(text);
  if (feet)
    return {
      value: Number(feet[1]) * 12 + Number(feet[2]),
      compared: false,
      unit: 'in',
      rest: text.slice(feet[0].length),
    };
  const match = NUMBER.exec(text);
  if (!match) return null;
  const after = text.slice(match.index + match[0].length);
  const cleaned = after.replace(
    /^\s*(?:[↑↓⬆⬇▲▼*!]+|\(?(?:HH?|LL?|N|A|high|low|normal|abnormal)\)?(?=[\s,;(]|$))\s*/,
    ' ',
  );
  const unit = UNIT_AFTER.exec(cleaned)?.[1]?.trim() ?? '';
  const digits = match[2] ?? '';
  const thousands = /^\d{1,3}(?:[ ,.]\d{3})+$/.test(digits);
  const counted = /^(?:cells)?\/\s?(?:[uµμm]c?l|mm)/i.test(unit);
  return {
    value: thousands ? (counted ? Number(digits.replace(/\D/g, '')) : Number.NaN) : decimal(digits),
    compared: match[1] !== undefined,
    unit,
    rest: cleaned.slice(unit ? cleaned.indexOf(unit) + unit.length : 0),
  };
}

/** What stands behind a range: '10^9/L' of '150 - 400 10^9/L'. */
function afterRange(text: string): string {
  const range = RANGE.exec(text);
  return (range ? text.slice(range.index + range[0].length) : text.replace(/^.*\d/, '')).replace(/^[\s)\]]*/, '');
}

/** Upper end of a reference range in the unit of the rules. */
function upperOf(measure: Measure, range: string, unit: string): number | null {
  const match = RANGE.exec(range);
  const limit = match ? match[2] : LIMIT.exec(range)?.[1];
  if (!limit) return null;
  const after = match ? range.slice(match.index + match[0].length) : range;
  const own = UNIT_AFTER.exec(after.replace(/^[\s)]*/, ''))?.[1] ?? '';
  const converted = convert(measure, decimal(limit), isUnitOf(measure, own) ? own : unit);
  return typeof converted === 'number' ? converted : null;
}

/** Reads one value text with the unit and range that stand with it. */
export function readMeasured(
  measure: Measure,
  text: string,
  context: { unit?: string; range?: string; label: string; locator: string; date: DateText | null },
): Measured {
  const amount = readAmount(text);
  const base = {
    measure,
    text: text.slice(0, 200),
    label: context.label.slice(0, 120),
    locator: context.locator,
    date: context.date,
  };
  if (text.trim() === '' || /^[-–—]+$|^(?:n\/?a|none|null)$/i.test(text.trim()))
    return { ...base, value: 'empty', upper: null };
  if (!amount || Number.isNaN(amount.value)) return { ...base, value: 'unparsed', upper: null };
  const rangeText = context.range ?? (RANGE.test(amount.rest) || LIMIT.test(amount.rest) ? amount.rest : '');
  const rangeUnit = UNIT_AFTER.exec(afterRange(context.range ?? ''))?.[1] ?? '';
  const labelUnit = labelWords(context.label).hint;
  const unit =
    [amount.unit, context.unit ?? '', labelUnit, rangeUnit].find((candidate) => isUnitOf(measure, candidate)) ?? '';
  // a unit beside the value that is not this measurement's is not replaced by another
  const foreign = amount.unit !== '' && !isUnitOf(measure, amount.unit) && /[/%]/.test(amount.unit);
  if (unit === '' || foreign)
    return {
      ...base,
      value: 'unit-missing',
      upper: null,
      reason: foreign ? `unit ${amount.unit} is not converted` : undefined,
    };
  const upper = rangeText ? upperOf(measure, rangeText, unit) : null;
  const limit = upper === null ? { upper } : { upper, upperText: rangeText.trim().slice(0, 200) };
  if (amount.compared) return { ...base, value: 'unparsed', ...limit, reason: 'a limit, not a value' };
  const value = convert(measure, amount.value, unit);
  return { ...base, value: value ?? 'unit-missing', ...limit };
}

/** The results in one row of a table, by its column headers, or by what the cells look like where there are none. */
export function resultsOfRow(fields: readonly CollectedField[], at: number): Measured[] {
  const named = fields[at];
  const measure = named && measureOf(named.text.split(/\d+\s*(?:-|–)\s*\d/)[0] ?? '');
  if (!named || !measure) return [];
  const headerOf = (field: CollectedField) =>
    field.labels.filter((label) => label.from === 'column-header').map((l) => l.text);
  const others = fields.filter(
    (field, index) => index !== at && field.cell !== named.cell && !field.struck && !field.button,
  );
  const column = (kind: string) =>
    others.find((field) => headerOf(field).some((header) => resultColumnOf(header) === kind));
  const inOwnCell = fields
    .filter((field, index) => index !== at && field.cell === named.cell)
    .map((field) => field.text);
  const unit = column('unit')?.text ?? inOwnCell.find((text) => isUnitOf(measure, text));
  const rangeInCell = inOwnCell.find((text) => RANGE.test(text)) ?? (RANGE.test(named.text) ? named.text : undefined);
  const range =
    column('range')?.text ??
    rangeInCell ??
    others.find(
      (f) =>
        headerOf(f).length === 0 && RANGE.test(f.text) && !/[a-z]{3}/i.test(f.text.replace(/mmol|umol|pmol/gi, '')),
    )?.text;
  // '< 21' beside a plain number is what is normal
  const plain = others.some((f) => headerOf(f).length === 0 && /^\s*\d/.test(f.text) && !RANGE.test(f.text));
  const limit = plain
    ? others.find((f) => headerOf(f).length === 0 && /^\s*(?:<|>|≤|≥)=?\s*\d+(?:[.,]\d+)?\s*$/.test(f.text))
    : undefined;
  const rowDate = column('date');
  const values = others.filter((field) => {
    const headers = headerOf(field);
    if (field === column('unit') || field === column('range') || field === limit || field.text === range) return false;
    const kinds = headers.map(resultColumnOf);
    if (
      kinds.some((kind) => kind === 'unit' || kind === 'range' || kind === 'flag' || kind === 'date' || kind === 'test')
    )
      return false;
    if (kinds.includes('value')) return true;
    if (
      headers.some((header) => readResultDate(header) !== null) ||
      readResultDate([...headers].reverse().join(' ')) !== null
    )
      return true;
    return (
      headers.length === 0 && NUMBER.test(field.text) && readResultDate(field.text) === null && !RANGE.test(field.text)
    );
  });
  const seen = new Set<number>();
  return values
    .filter((field) => field.cell < 0 || (!seen.has(field.cell) && seen.add(field.cell)))
    .map((field) => {
      const headers = headerOf(field);
      const sameCell = fields
        .filter((f) => f.cell === field.cell && f.cell >= 0 && !f.struck)
        .map((f) => f.text)
        .join(' ');
      return readMeasured(measure, sameCell || field.text, {
        unit: unit ?? headers.map((header) => labelWords(header).hint).find((hint) => isUnitOf(measure, hint)),
        range: range ?? limit?.text,
        label: named.text,
        locator: field.locator,
        date: readResultDate([...headers].reverse().join(' ')) ?? (rowDate ? readResultDate(rowDate.text) : null),
      });
    });
}

/**
 * What stands in a row under headers that say nothing known: every cell that begins with a number, none of them dated,
 * so that none of several is taken for the newest.
 */
export function undatedOfRow(fields: readonly CollectedField[], at: number): Measured[] {
  const named = fields[at];
  const measure = named && measureOf(named.text);
  if (!named || !measure || named.cell < 0) return [];
  const values = fields.filter(
    (field, index) =>
      index > at &&
      field.cell !== named.cell &&
      /^\s*(?:[<>≤≥]=?\s*)?\d/.test(field.text) &&
      !RANGE.test(field.text.slice(0, 12)) &&
      readResultDate(field.text) === null,
  );
  if (new Set(values.map((field) => field.cell)).size < 2) return [];
  const beside = fields.filter((field) => field !== named && field.cell === named.cell).map(({ text }) => text);
  const context = {
    unit: beside.find((text) => isUnitOf(measure, text)),
    range: beside.find((text) => RANGE.test(text)),
  };
  return values.map((field) =>
    readMeasured(measure, field.text, { ...context, label: named.text, locator: field.locator, date: null }),
  );
}

/** A result beside its label outside of tables: in the same text, or in the fields after it up to the next label. */
export function resultBeside(fields: readonly CollectedField[], at: number): Measured | null {
  const named = fields[at];
  if (!named) return null;
  const inline = /^(.{1,60}?)\s*(?:[:=]|\s)\s*((?:[<>≤≥]=?\s*)?\d.*)$/.exec(named.text);
  const inlineMeasure = inline && measureOf(inline[1] ?? '');
  if (inline && inlineMeasure)
    return readMeasured(inlineMeasure, inline[2] ?? '', {
      unit: fields[at + 1] && isUnitOf(inlineMeasure, fields[at + 1]?.text ?? '') ? fields[at + 1]?.text : undefined,
      label: inline[1] ?? '',
      locator: named.locator,
      date: null,
    });
  const measure = measureOf(named.text);
  if (!measure) return null;
  const after = fields.slice(at + 1, at + 5);
  const stop = after.findIndex(
    (field) => isKnownLabel(field.text) || (measureOf(field.text) !== null && !/\d/.test(field.text)),
  );
  const near = stop < 0 ? after : after.slice(0, stop);
  const value = near.find(
    (field) =>
      field.text !== '' && !field.isLabel && !RANGE.test(field.text.slice(0, 12)) && readDate(field.text) === null,
  );
  if (!value) {
    const empty = near.find((field) => field.control);
    return empty
      ? { measure, value: 'empty', upper: null, text: '', label: named.text, locator: empty.locator, date: null }
      : null;
  }
  if (!/^\s*(?:[<>≤≥]=?\s*)?\d/.test(value.text)) return null;
  const next = near[near.indexOf(value) + 1];
  return readMeasured(measure, value.text, {
    unit: next && isUnitOf(measure, next.text) ? next.text : undefined,
    range: near.find((field) => field !== value && RANGE.test(field.text))?.text,
    label: named.text,
    locator: value.locator,
    date: null,
  });
}

/** One of several values of the same measurement: the newest by date, the one that all agree on, or none. */
export function chooseMeasured(all: readonly Measured[]): { chosen: Measured | null; reason?: string } {
  const usable = all.filter((one) => one.value !== 'empty');
  if (usable.length === 0) return { chosen: all[0] ?? null };
  const dated = usable.filter((one) => one.date !== null);
  if (dated.length > 1) {
    const newest = newestOf(dated.map((one) => one.date));
    const chosen = newest === null ? undefined : dated[newest];
    const undated = usable.filter((one) => one.date === null);
    if (chosen && undated.every((one) => one.value === chosen.value)) return { chosen };
  }
  const read = usable.filter((one) => typeof one.value === 'number');
  if (read.length === 0) return { chosen: usable[0] ?? null };
  if (new Set(read.map((one) => one.value)).size === 1 && read.length === usable.length)
    return { chosen: read[0] ?? null };
  const distinct = new Set(usable.map((one) => one.value));
  return distinct.size === 1
    ? { chosen: usable[0] ?? null }
    : { chosen: null, reason: 'several values, none of them clearly the newest' };
}
