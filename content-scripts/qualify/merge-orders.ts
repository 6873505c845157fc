/** Which entries are the same order seen twice. */
import type { OrderReading, Reading } from '../page-reading.ts';
import type { FoundOrder } from './order.ts';

const FIELDS = [
  'dosePerBsa',
  'doseMg',
  'route',
  'days',
  'cycleLengthDays',
  'frequency',
  'regimen',
  'cycle',
  'cycleDay',
] as const;

const compatible = (a: Reading<unknown>, b: Reading<unknown>): boolean =>
  a.status !== 'read' || b.status !== 'read' || JSON.stringify(a.value) === JSON.stringify(b.value);

/** Same product text, no value or status against another, and not two rows of the same list. */
function isSame(a: FoundOrder, b: FoundOrder): boolean {
  if (a.product !== b.product || a.list === b.list) return false;
  return (
    compatible(a.order.status, b.order.status) && FIELDS.every((field) => compatible(a.order[field], b.order[field]))
  );
}

/** Lists every order once: a second sight of the same order adds what the first did not say. */
export function mergeOrders(found: readonly FoundOrder[]): FoundOrder[] {
  const merged: FoundOrder[] = [];
  const fullFirst = [...found].sort((a, b) => Number(a.bare) - Number(b.bare));
  for (const entry of fullFirst) {
    const same = merged.filter((other) => isSame(other, entry));
    const [only] = same;
    // an entry that could be either of two orders is neither
    if (only && same.length === 1) fill(only.order, entry.order);
    else if (same.length === 0 || !entry.bare) merged.push({ ...entry, order: { ...entry.order } });
  }
  const place = (entry: FoundOrder) => found.findIndex((other) => other.order.id === entry.order.id);
  return merged.sort((a, b) => place(a) - place(b));
}

function fill(into: OrderReading, from: OrderReading): void {
  for (const field of [...FIELDS, 'status'] as const)
    if (into[field].status !== 'read' && into[field].status !== 'ambiguous' && from[field].status === 'read')
      Object.assign(into, { [field]: from[field] });
}
