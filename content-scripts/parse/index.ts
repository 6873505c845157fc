/** The order-text parser: pure, no page, no guessing. */
export { parseDoseMg, parseDosePerBsa } from './dose.ts';
export { BORTEZOMIB_NAME, namesBortezomib } from './drug-names.ts';
export { parseCycleLength, parseFrequency } from './interval.ts';
export { parseOrderText } from './parse-order-text.ts';
export type { OrderTextKind, ParsedField, ParsedOrder, TextSpan } from './parsed-order.ts';
export { type CellReading, parseQuantity } from './quantity.ts';
export { parseRegimen } from './regimen.ts';
export { parseRoute, type RouteValue } from './route.ts';
export { type CycleAndDay, parseCycleAndDay, parseDays } from './schedule.ts';
export { parseStatus, type StatusValue } from './status.ts';
