/** The `read` command's format: one page's reading as plain values, with what is missing named (docs: README, Commands). */
import type { OrderReading, PageReading, Reading } from '../content-scripts/page-reading.ts';

const ORDER_FIELDS = [
  'drug',
  'dosePerBsa',
  'doseMg',
  'route',
  'days',
  'cycleLengthDays',
  'frequency',
  'regimen',
  'status',
  'cycle',
  'cycleDay',
] as const satisfies (keyof OrderReading)[];

/** One line of output for a page that was read. */
export interface PageJson {
  page: string;
  adapter: string;
  orders: ({ kind: 'order' } & Record<(typeof ORDER_FIELDS)[number], unknown>)[];
  patient: Record<string, unknown>;
  observations: Record<string, unknown>;
  medications: string[];
  problems: string[];
  allergies: string[];
  /** text that names bortezomib or looks like a value and was deliberately not used */
  ignored: { text: string; reason: string }[];
  /** results that are shown as old, with their date */
  old: { field: string; date: string; days: number }[];
  /** names of the fields that the page does not show, or shows empty */
  notFound: string[];
  /** fields that the page shows but that could not be read without guessing */
  unclear: { field: string; status: string; text?: string; reason?: string }[];
  /** parts of the page that could not be read */
  unreadable: { kind: string; label: string }[];
  patientConflict: boolean;
  /** what became of the adapters and mappings that are for this page's address */
  health: { mapping: string; page: string; state: string; matched: string[]; missing: string[] }[];
}

/** Flattens a joined reading; every value that was not read is null and named in `notFound` or `unclear`. */
export function pageReadingJson(page: string, reading: PageReading): PageJson {
  const notFound: string[] = [];
  const unclear: PageJson['unclear'] = [];
  const old: PageJson['old'] = [];
  const valueAt = (field: string, value: Reading<unknown>): unknown => {
    if (value.status === 'read') {
      if (value.old) old.push({ field, ...value.old });
      return value.value;
    }
    if (value.status === 'not-found' || value.status === 'empty') notFound.push(field);
    else unclear.push({ field, status: value.status, text: value.text, reason: value.reason });
    return null;
  };
  const valuesOf = (prefix: string, group: object) =>
    Object.fromEntries(
      Object.entries(group as Record<string, Reading<unknown>>).map(([name, value]) => [
        name,
        valueAt(`${prefix}.${name}`, value),
      ]),
    );
  const textsOf = (list: Reading<string>[]) => list.flatMap((entry) => (entry.status === 'read' ? [entry.value] : []));

  const orders = reading.orders.map((order, index) => {
    const fields = ORDER_FIELDS.map((name) => [name, valueAt(`orders[${index}].${name}`, order[name])]);
    return { kind: 'order', ...Object.fromEntries(fields) } as PageJson['orders'][number];
  });
  const patient = valuesOf('patient', reading.patient);
  const observations = valuesOf('observations', reading.observations);
  return {
    page,
    adapter: reading.adapter,
    orders,
    patient,
    observations,
    medications: textsOf(reading.medications),
    problems: textsOf(reading.problems),
    allergies: textsOf(reading.allergies),
    ignored: reading.ignored.map(({ text, reason }) => ({ text, reason })),
    old,
    notFound,
    unclear,
    unreadable: reading.unreadable.map(({ kind, label }) => ({ kind, label })),
    patientConflict: reading.patientConflict,
    health: reading.health.map(({ mapping, page: of, state, matched, missing }) => ({
      mapping,
      page: of,
      state,
      matched,
      missing,
    })),
  };
}
