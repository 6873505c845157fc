/** Blood counts, visits and the like beside an order: how often they are due says nothing about the drug. */
import { namesBortezomib } from './drug-names.ts';
import { at, has, type Items, isMark } from './lexicon.ts';

const TASK =
  /^(?:cbc|fbc|labs?|bloods?|bloodwork|cmp|bmp|lfts?|chemistry|visits?|reviews?|follow|followup|fu|rtc|appointment|appt|scan|vitals|platelets|hemograma|analiticas?|controles?|revision|consulta|plaquetas|bilan|nfs|plaquettes|blutbild|labor|laborkontrollen?|kontrollen?|wiedervorstellung|thrombozyten|emocromo|esami|visita|controllo|piastrine|retorno|exames|consultas|bloedbeeld|controle|trombocyten|blodprover|kontrol|trombocytter)$/;
const HOW = ['weekly', 'twiceWeekly', 'everyTwoWeeks', 'ambiguousWeekly', 'once', 'twice'] as const;

/** Takes the words around a task from whatever drug they were given to: 'CBC weekly', 'twice weekly labs', 'next visit day 22'. */
export function releaseTasks(items: Items, owner: number[]): void {
  for (let i = 0; i < items.length; i++) {
    if (at(items, i).kind !== 'word' || !TASK.test(at(items, i).t)) continue;
    for (let k = i - 1; k > i - 4 && has(items, k, ...HOW); k--) owner[k] = -1;
    let k = i;
    while (k < i + 12 && k < items.length && !isEnd(items, k) && !namesBortezomib(at(items, k).t)) {
      owner[k] = -1;
      k++;
    }
  }
}

const isEnd = (items: Items, k: number) =>
  at(items, k).kind === 'break' || isMark(items, k, ';|([{:') || isComma(items, k);
/** a comma that does not stand in a number or a list of numbers */
const isComma = (items: Items, k: number) => isMark(items, k, ',') && at(items, k + 1).kind !== 'number';
