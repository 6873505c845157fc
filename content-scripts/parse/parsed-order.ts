/** What a line of order text says; null where it does not say, with the reason where it said something unusable. */
import type { Frequency, OrderStatus, Route } from '../../rules/clinical-context.ts';

export type OrderTextKind = 'order' | 'history' | 'allergy' | 'other';

export type ParsedField =
  | 'drug'
  | 'dosePerBsa'
  | 'doseMg'
  | 'route'
  | 'days'
  | 'cycleLengthDays'
  | 'frequency'
  | 'regimen'
  | 'status'
  | 'cycle'
  | 'cycleDay'
  | 'bsaM2';

/** Half-open range [start, end) in the original text that a value was taken from. */
export interface TextSpan {
  start: number;
  end: number;
}

export interface ParsedOrder {
  kind: OrderTextKind;
  drug: 'bortezomib' | null;
  /** mg/m2 */
  dosePerBsa: number | null;
  /** mg per administration */
  doseMg: number | null;
  route: Route | 'intrathecal' | 'other' | null;
  days: number[] | null;
  cycleLengthDays: number | null;
  frequency: Frequency | null;
  /** canonical regimen name of rules/regimens.ts */
  regimen: string | null;
  status: OrderStatus | 'conditional' | null;
  cycle: number | null;
  cycleDay: number | null;
  /** body surface area stated inside the sentence, m2 */
  bsaM2: number | null;
  /** where each value that is not null stood */
  spans: Partial<Record<ParsedField, TextSpan>>;
  /** why a field is null although the text says something about it, e.g. { frequency: '"biweekly" means two things' } */
  reasons: Partial<Record<ParsedField, string>>;
}
