/** Calendar dates inside order text, so that their numbers are never taken for days of a cycle. */
import { at, type Items, isMark } from './lexicon.ts';

const MONTH =
  /^(?:jan|janv|january|januar|januari|janvier|gennaio|gen|enero|ene|janeiro|feb|febr|fev|fevr|february|februar|februari|fevrier|febbraio|febrero|fevereiro|mar|mars|march|marz|maerz|maart|mrt|mrz|marts|marzo|marco|apr|abr|avr|april|avril|aprile|abril|may|mai|mei|maj|maggio|mag|mayo|maio|jun|june|juin|juni|giugno|giu|junio|junho|jul|july|juil|juillet|juli|luglio|lug|julio|julho|aug|august|augustus|aout|agosto|ago|sep|sept|september|septembre|settembre|set|septiembre|setembro|oct|okt|out|october|oktober|octobre|ottobre|ott|octubre|outubro|nov|november|novembre|noviembre|novembro|dec|dez|dic|december|dezember|decembre|dicembre|diciembre|dezembro)$/;

export const isMonth = (items: Items, i: number): boolean => at(items, i).kind === 'word' && MONTH.test(at(items, i).t);

const isYear = (items: Items, i: number): boolean =>
  at(items, i).kind === 'number' && /^(?:19|20)\d\d$/.test(at(items, i).t);

/** Whether a date begins at an item: '12/03/2024', '3.2.21', '2024-01-04', 'March 2020', '3 mars', '2019'. */
export function isDate(items: Items, i: number): boolean {
  if (isYear(items, i)) return true;
  if (isMonth(items, i)) return isYear(items, i + 1) || isYear(items, i + 2);
  if (at(items, i).kind !== 'number' || at(items, i).t.length > 2) return false;
  let k = i + 1;
  while (k < i + 4 && (isMark(items, k, '.,') || /^(?:de|of|st|nd|rd|th|er)$/.test(at(items, k).t))) k++;
  if (isMonth(items, k)) return true;
  // three numbers with the same mark between them
  const mark = at(items, i + 1).t;
  if (
    !/^[/.-]$/.test(mark) ||
    at(items, i - 1).t === mark ||
    at(items, i + 2).kind !== 'number' ||
    at(items, i + 3).t !== mark
  )
    return false;
  const year = at(items, i + 4);
  const long = year.t.length === 4 || (year.t.length === 2 && mark !== '-');
  return year.kind === 'number' && long && Number(at(items, i + 2).t) <= 31 && at(items, i + 5).t !== mark;
}

/** Whether a year ends a month without a day: 'March 2021', 'abril de 2019', '05/2020', '03-2021'. Appointments have a day. */
export function endsMonthOfYear(items: Items, i: number): boolean {
  if (!isYear(items, i)) return false;
  if (isMark(items, i - 1, '/-.')) {
    const month = Number(at(items, i - 2).t);
    return at(items, i - 2).kind === 'number' && month >= 1 && month <= 12 && !isMark(items, i - 3, '/-.');
  }
  const m = isMonth(items, i - 1) ? i - 1 : i - 2;
  if (!isMonth(items, m)) return false;
  // '3 March', '3. de marzo'
  return ![m - 1, m - 2].some((k) => at(items, k).kind === 'number');
}
