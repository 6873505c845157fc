/** What the labelled parts of an order say, field by field. */
import type { MissingStatus } from '../page-reading.ts';
import {
  type CellReading,
  type ParsedField,
  parseCycleAndDay,
  parseCycleLength,
  parseDays,
  parseDoseMg,
  parseDosePerBsa,
  parseFrequency,
  parseQuantity,
  parseRegimen,
  parseRoute,
} from '../parse/index.ts';
import { fold } from '../parse/tokens.ts';
import type { Piece } from './pieces.ts';
import type { Candidate } from './reading.ts';

export type Candidates = { [Field in ParsedField]: Candidate<never>[] };

const missingOf = (reason: string): MissingStatus | undefined =>
  reason === 'absent' ? undefined : (reason as MissingStatus);

/** Values that only an order has, not a mention of the drug. */
export const ORDER_VALUES = ['dosePerBsa', 'doseMg', 'route', 'days', 'cycleLengthDays', 'frequency'] as const;

/** A label that names days and not one day. */
const SEVERAL_DAYS = /^(?:days|days given|tage|jours|dias|giorni|dagen|dage)\W*$/;

/** What the pieces of an order say by their labels, each value with where it stands or why there is none. */
export function candidatesOf(pieces: readonly Piece[]): Candidates {
  const found: Record<ParsedField, Candidate<unknown>[]> = {
    drug: [],
    dosePerBsa: [],
    doseMg: [],
    route: [],
    days: [],
    cycleLengthDays: [],
    frequency: [],
    regimen: [],
    status: [],
    cycle: [],
    cycleDay: [],
    bsaM2: [],
  };
  for (const piece of pieces) {
    const at = { text: piece.text, label: piece.label, locator: piece.field.locator };
    const put = <T>(field: ParsedField, cell: CellReading<T>) => {
      if (piece.text === '') found[field].push({ value: null, missing: 'empty', ...at });
      else if (cell.value !== null) found[field].push({ value: cell.value, ...at });
      else if ('reason' in cell) found[field].push({ value: null, missing: missingOf(cell.reason), ...at });
    };
    const inUnit = (unit: RegExp) => unit.test(piece.hint);
    if (shareOf(piece.text) !== null) continue;
    // controls in a row under one label, each a value of its own: a route, how often
    if (piece.field.control && /^(?:text|instructions)$/.test(piece.role) && piece.text.split(' ').length <= 3) {
      const route = parseRoute(piece.text);
      if (route.value !== null) put('route', route);
      const frequency = parseFrequency(piece.text);
      if (frequency.value !== null) put('frequency', frequency);
    }
    switch (piece.role) {
      case 'dose':
        put('dosePerBsa', parseDosePerBsa(piece.text, inUnit(/^mg\s?\/\s?m/)));
        put('doseMg', parseDoseMg(piece.text, piece.hint === 'mg'));
        break;
      case 'dosePerBsa':
        put(
          'dosePerBsa',
          parseDosePerBsa(piece.text, inUnit(/^mg\s?\/\s?m|^mg per/) || /m2|m²|mq/i.test(piece.label ?? '')),
        );
        break;
      case 'doseMg':
        put('doseMg', parseDoseMg(piece.text, piece.hint === 'mg' || /\bin mg$/i.test(piece.label ?? '')));
        break;
      case 'route':
        put('route', parseRoute(piece.text));
        break;
      case 'days': {
        // 'Days: 14' may say how long as well as when
        if (/^\d+$/.test(piece.text) && piece.text !== '1' && SEVERAL_DAYS.test(fold(piece.label ?? '')))
          found.days.push({ value: null, missing: 'ambiguous', reason: 'a number of days, or one day', ...at });
        else put('days', parseDays(piece.text));
        const length = /[a-z]{2}/i.test(piece.text) ? parseCycleLength(piece.text) : null;
        if (length?.value) put('cycleLengthDays', length);
        break;
      }
      case 'cycleLength':
        put(
          'cycleLengthDays',
          parseCycleLength(
            piece.text,
            /^(?:days?|d|tage?|jours?|giorni|d[ií]as|dagen|dage)$/i.test(piece.hint) ||
              /in days$/i.test(piece.label ?? ''),
          ),
        );
        break;
      case 'frequency': {
        const frequency = parseFrequency(piece.text);
        const days = /[a-z]/i.test(piece.text) ? parseDays(piece.text) : null;
        if (days?.value) put('days', days);
        const length = parseCycleLength(piece.text);
        // every 7 days says how often, not how long a cycle is
        if (length.value !== null && length.value > 7) put('cycleLengthDays', length);
        // 'days 1, 4, 8, 11' under 'Frequency' has said how often without a word for it
        if (frequency.value !== null || !(days?.value || length.value)) put('frequency', frequency);
        break;
      }
      case 'regimen':
        put('regimen', parseRegimen(piece.text));
        break;
      case 'bsa': {
        const area = /^(\d(?:[.,]\d+)?)\s*(?:m\s?\^?[2²]|qm|mq|sqm)?$/.exec(piece.text);
        if (area && (/m\s?\^?[2²]|qm|mq/.test(piece.text) || /m2|m²|qm|mq/i.test(piece.hint)))
          found.bsaM2.push({ value: Number((area[1] ?? '').replace(',', '.')), ...at });
        else found.bsaM2.push({ value: null, missing: piece.text ? 'unit-missing' : 'empty', ...at });
        break;
      }
      case 'cycle':
      case 'cycleDay':
      case 'cycleAndDay':
        putCycle(piece, at, found);
        break;
    }
  }
  return found as Candidates;
}

function putCycle(
  piece: Piece,
  at: { text: string; label: string | null; locator: string },
  found: Record<ParsedField, Candidate<unknown>[]>,
): void {
  const both = parseCycleAndDay(piece.text);
  const whole = /^\D{0,6}(\d{1,2})(?:\s*(?:\/|of|de|von|di|van|af)\s*\d{1,2})?$/i.exec(piece.text);
  const pair = /^(\d{1,2})\s*[/-]\s*(\d{1,2})$/.exec(piece.text);
  if (both.value?.cycle) found.cycle.push({ value: both.value.cycle, ...at });
  else if (piece.role === 'cycle' && whole) found.cycle.push({ value: Number(whole[1]), ...at });
  else if (piece.role === 'cycleAndDay' && pair) found.cycle.push({ value: Number(pair[1]), ...at });
  if (both.value?.cycleDay) found.cycleDay.push({ value: both.value.cycleDay, ...at });
  else if (piece.role === 'cycleDay' && whole && parseQuantity(piece.text).value !== null)
    found.cycleDay.push({ value: Number(whole[1]), ...at });
  else if (piece.role === 'cycleAndDay' && pair) found.cycleDay.push({ value: Number(pair[2]), ...at });
}

/** The share in a text that is nothing but one: '−25%', '75 %'; 'none' for 0 % and 100 %, null for any other text. */
export function shareOf(text: string): string | 'none' | null {
  const share = /^[\s(]*([+\-−–]?)\s*(\d{1,3}(?:[.,]\d+)?)\s?%/.exec(text);
  if (!share) return null;
  const value = Number((share[2] ?? '').replace(',', '.'));
  return value === 0 || (value === 100 && !share[1]) ? 'none' : share[0];
}
