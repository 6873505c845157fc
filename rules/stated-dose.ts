/** Amounts as an entry of a medication list states them. What an entry does not say stays unknown. */

/** The first amount of a list entry in mg; undefined when none is stated. 'mcg' and percentages do not count. */
export function statedMg(text: string): number | undefined {
  const match = /(\d{1,3}(?:,\d{3})+|\d+(?:[.,]\d+)?)\s*(mg|g)\b(?!\s*\/\s*m)/iu.exec(text);
  if (match === null) return undefined;
  const [, number = '', unit = ''] = match;
  const thousands = /^\d{1,3}(,\d{3})+$/u.test(number);
  const value = Number(thousands ? number.replaceAll(',', '') : number.replace(',', '.'));
  return unit.toLowerCase() === 'g' ? value * 1000 : value;
}

/** Times a day, the most frequent first: '4x' and 'every 6 h' are no 'daily' although that word may follow. */
const TIMES_A_DAY: readonly (readonly [times: number, written: RegExp])[] = [
  [4, /\b(q\.?i\.?d|four times|4 ?x|4 times|q ?6 ?h|every 6 ?h)/iu],
  [3, /\b(t\.?i\.?d|three times|3 ?x|3 times|thrice|q ?8 ?h|every 8 ?h)/iu],
  [2, /\b(b\.?i\.?d|twice|two times|2 ?x|2 times|q ?12 ?h|every 12 ?h)/iu],
  [
    1,
    /\b(once|daily|a day|per day|q\.?d|o\.?d|nightly|at night|at bedtime|qhs|every (morning|evening|night|day|24 ?h))\b|\/ ?(d|day)\b/iu,
  ],
];
/** Then the amount is not what is taken at a time, or not what is taken in a day. */
const OTHER_COUNT =
  /\b(week|month|every other|alternate|as needed|prn|(\d+|two|three|half) ?(tab|cap|pill|softgel|gumm))/iu;

/** mg in a day, when the entry says both an amount and how often; undefined otherwise. */
export function statedDailyMg(text: string): number | undefined {
  const mg = statedMg(text);
  if (mg === undefined || OTHER_COUNT.test(text)) return undefined;
  const times = TIMES_A_DAY.find(([, written]) => written.test(text))?.[0];
  return times === undefined ? undefined : mg * times;
}
