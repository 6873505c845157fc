/** The order-text parser: pure, no page, no guessing. */

export { type CycleAndDay, parseCycleAndDay } from './cycle-and-day.ts';
export { parseCycleLength } from './cycle-length.ts';
export { parseDoseMg, parseDosePerBsa } from './dose.ts';
export { BORTEZOMIB_NAME, namesBortezomib } from './drug-names.ts';
export { parseFrequency } from './frequency.ts';
export { parseOrderText } from './parse-order-text.ts';
export type { OrderTextKind, ParsedField, ParsedOrder, TextSpan } from './parsed-order.ts';
export { type CellReading, parseQuantity } from './quantity.ts';
export { parseRegimen } from './regimen.ts';
export { parseRoute, type RouteValue } from './route.ts';
export { parseDays } from './schedule.ts';
export { parseStatus, type StatusValue } from './status.ts';
