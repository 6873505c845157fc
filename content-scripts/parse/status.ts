/** Whether an order is in force, by the words that stand with it. */
import type { OrderStatus } from '../../rules/clinical-context.ts';
import { isDayWord } from './day-list.ts';
import { namesBortezomib } from './drug-names.ts';
import { at, type Found, has, type Items, isMark, isReflexive, readItems } from './lexicon.ts';
import { type CellReading, spanOf } from './quantity.ts';

export type StatusValue = OrderStatus | 'conditional';

const STATUS_TAGS = ['discontinued', 'held', 'completed', 'planned', 'active'] as const;

function statusAt(items: Items, i: number): StatusValue | null {
  // '… SC weekly - HOLD this week'; 'hold if platelets < 50' is a rule
  if (
    at(items, i).t === 'hold' &&
    isMark(items, i - 1, '-([|:') &&
    (i + 1 >= items.length ||
      isMark(items, i + 1, ')],.') ||
      /^(?:this|today|until|per|x|dose)$/.test(at(items, i + 1).t))
  )
    return 'held';
  for (const tag of STATUS_TAGS) if (has(items, i, tag)) return tag;
  return null;
}

/** 'until stopped', 'if held', 'cycle 2 completed', 'not active' and the like do not state the order's status. */
function isIncidental(items: Items, i: number): boolean {
  for (let k = i - 1; k > i - 5 && k >= 0; k--) {
    if (isMark(items, k, ';.:') || at(items, k).kind === 'break') break;
    if (has(items, k, 'until', 'if', 'negation', 'consider')) return true;
    if (has(items, k, 'cycle') && has(items, i, 'completed') && k === i - 1) return true;
    if (/^(?:after|nach|apres|tras|dopo|previously|last)$/.test(at(items, k).t)) return true;
  }
  if (
    has(items, i, 'completed') &&
    ((at(items, i + 1).kind === 'number' && at(items, i + 1).t.length < 4 && !isMark(items, i + 2, '/.-')) ||
      has(items, i + 1, 'cycle') ||
      at(items, i - 1).kind === 'number')
  )
    return true;
  if (has(items, i, 'held') && /^(?:if|when|wenn|falls|si|se|indien|hvis)$/.test(at(items, i + 1).t)) return true;
  // 'scheduled on days 1, 4, 8, 11'
  if (
    has(items, i, 'planned') &&
    [i + 1, i + 2].some((k) => /^(?:days|dias|jours|tage|tagen|giorni|dagen|dage)$/.test(at(items, k).t))
  )
    return true;
  // 'D8 held'
  if (has(items, i, 'held') && at(items, i - 1).kind === 'number' && isDayWord(items, i - 2)) return true;
  if (at(items, i + 1).t === 'ingredient' || at(items, i + 1).t === 'substance' || at(items, i + 1).t === 'metabolite')
    return true;
  return (
    has(items, i, 'active') &&
    (at(items, i).t === 'started' || at(items, i).t === 'in behandeling') &&
    !isMark(items, i - 1, '([:|-')
  );
}

/** A condition on giving the dose: 'proceed if platelets above 50', 'pending labs'. */
function conditionAt(items: Items, i: number): boolean {
  if (!has(items, i, 'if')) return false;
  const { t } = at(items, i);
  // 'bei', 'bij', 'ved', 'si', 'se', 'als', 'when' are too common to be conditions by themselves
  if (
    !/^(?:if|provided|subject to|contingent|conditional on|conditional|pending labs?|falls|sofern|wenn|si|se|indien|hvis|qualora|caso)$/.test(
      t,
    )
  )
    return false;
  if (isReflexive(items, i)) return false;
  if (/^s[ie]$/.test(t)) for (let k = i + 2; k < i + 5; k++) if (namesBortezomib(at(items, k).t)) return false;
  return (
    !has(items, i + 1, 'grade', 'request', 'rule') &&
    !/^(?:fatal|call|notify|contact|inform|page)$/.test(at(items, i - 1).t) &&
    !/^(?:tolerated|needed)$/.test(at(items, i + 1).t) &&
    !has(items, i + 2, 'grade') &&
    !has(items, i - 1, 'held', 'rule') &&
    !has(items, i - 2, 'rule', 'held')
  );
}

/** Every statement of status; `from` and `next` limit the search to part of the items. */
export function findStatuses(items: Items, from = 0, next = items.length): Found<StatusValue>[] {
  const found: Found<StatusValue>[] = [];
  for (let i = from; i < next; i++) {
    const value = statusAt(items, i);
    if (value !== null && !isIncidental(items, i)) found.push({ value, from: i, next: i + 1 });
    else if (conditionAt(items, i)) found.push({ value: 'conditional', from: i, next: i + 1 });
  }
  return found;
}

/** The one status; one after a label ('Status: held') wins over words in passing, two different ones are ambiguous. */
export function resolveStatus(items: Items, found: readonly Found<StatusValue>[]): Found<StatusValue> | null {
  const labelled = found.filter(
    ({ from }) =>
      has(items, from - 1, 'statusLabel') ||
      (isMark(items, from - 1, ':="|') &&
        (has(items, from - 2, 'statusLabel') ||
          has(items, from - 3, 'statusLabel') ||
          has(items, from - 4, 'statusLabel'))),
  );
  const chosen = labelled.length > 0 ? labelled : found;
  const [first] = chosen;
  if (first === undefined) return null;
  if (chosen.some(({ value }) => value !== first.value))
    return { ...first, value: null, reason: 'two different statuses' };
  return first;
}

/** Status in a labelled cell. */
export function parseStatus(text: string): CellReading<StatusValue> {
  if (text.trim() === '') return { value: null, reason: 'absent' };
  const items = readItems(text);
  const found = resolveStatus(items, findStatuses(items));
  if (found === null) {
    if (items.length === 1 && at(items, 0).t === 'hold') return { value: 'held', span: spanOf(items, 0, 1) };
    return { value: null, reason: 'unparsed', text };
  }
  if (found.value === null) return { value: null, reason: 'ambiguous', text };
  return { value: found.value, span: spanOf(items, found.from, found.next) };
}
