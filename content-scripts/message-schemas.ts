/**
 * Schema of what a page sends over its port. A page is not trusted: what does not fit is refused as a whole, and its text
 * is only ever text. Kept apart from messages.ts so that the page's reader carries no schema library.
 */
import * as z from 'zod/mini';
import { HELD_IN_AREA, LIST_KINDS } from '../mapping/shape.ts';
import { ORDER_STATUSES } from '../rules/clinical-context.ts';
import {
  LONGEST_LABEL,
  LONGEST_TEXT,
  MOST_AREAS,
  MOST_CHARACTERS,
  MOST_ENTRIES,
  MOST_FIELD_LABELS,
  MOST_FIELDS,
  MOST_GROUPS,
  MOST_LEVELS,
  MOST_NAMED,
  MOST_PARTS,
  MOST_STRETCHES,
} from './limits.ts';
import type { OverPort as OverPortMessage, PageToPanel as PageToPanelMessage } from './messages.ts';

const text = z.string().check(z.maxLength(LONGEST_TEXT));
const label = z.string().check(z.maxLength(LONGEST_LABEL));
const atMost = <Schema extends z.ZodMiniType>(most: number, of: Schema) => z.array(of).check(z.maxLength(most));
/** ms since 1970 */
const time = z.number();
const index = z.int().check(z.nonnegative());
const placed = { locator: label, since: time, arrived: time };

const Field = z.strictObject({
  ...placed,
  text,
  control: z.boolean(),
  labels: atMost(
    MOST_FIELD_LABELS,
    z.strictObject({
      text: label,
      from: z.enum(['label', 'aria', 'legend', 'term', 'column-header', 'row-header', 'group', 'placeholder']),
    }),
  ),
  isLabel: z.boolean(),
  struck: z.boolean(),
  aside: z.optional(z.boolean()),
  cut: z.optional(z.literal(true)),
  button: z.boolean(),
  block: z.int(),
  cell: z.int(),
  seams: atMost(LONGEST_TEXT, index),
});

const Heading = z.strictObject({ ...placed, text: label, proper: z.boolean(), unseen: z.optional(z.boolean()) });

const entry = {
  mapping: label,
  area: label,
  fields: atMost(MOST_NAMED, z.strictObject({ role: label, field: Field, unit: z.optional(label) })),
};
const NamedOrder = z.strictObject({
  ...entry,
  holds: z.enum(HELD_IN_AREA),
  status: z.optional(z.enum(ORDER_STATUSES)),
});
const NamedParts = z.strictObject({
  patients: atMost(MOST_NAMED, z.strictObject(entry)),
  results: atMost(MOST_NAMED, z.strictObject({ ...entry, measure: z.optional(label), collected: z.optional(Field) })),
  lists: atMost(MOST_NAMED, z.strictObject({ ...entry, kind: z.enum(LIST_KINDS) })),
});
const Health = z.strictObject({
  mapping: label,
  name: label,
  page: label,
  state: z.enum(['applied', 'stepped-aside']),
  matched: atMost(MOST_PARTS, label),
  missing: atMost(MOST_PARTS, text),
});

const Group = z.strictObject({
  fields: atMost(MOST_FIELDS, Field),
  headings: atMost(MOST_AREAS, Heading),
  struck: z.boolean(),
  greyed: z.boolean(),
  form: z.boolean(),
  locator: label,
  list: z.int(),
  named: z.optional(NamedOrder),
});

const Measure = z.strictObject({
  kind: z.literal('measure'),
  text: label,
  around: z.nullable(z.strictObject({ container: index, at: index, row: z.boolean() })),
  below: atMost(MOST_ENTRIES, z.strictObject({ cell: index, row: index })),
  over: atMost(MOST_LEVELS, index),
});

const List = z.strictObject({
  kind: z.literal('list'),
  heading: label,
  section: label,
  items: atMost(MOST_ENTRIES, atMost(MOST_FIELDS, z.readonly(z.tuple([index, index])))),
  headings: atMost(MOST_AREAS, Heading),
});

const Page = z
  .strictObject({
    serial: index,
    asked: time,
    ready: time,
    addressNames: z.nullable(label),
    origin: text,
    top: z.boolean(),
    language: label,
    unreadable: atMost(
      MOST_AREAS,
      z.strictObject({
        kind: z.enum(['frame', 'closed-shadow-root', 'canvas', 'embedded-document', 'too-large']),
        label,
      }),
    ),
    childFrames: atMost(MOST_AREAS, z.strictObject({ origin: text, label: text })),
    containers: atMost(MOST_ENTRIES, atMost(MOST_FIELDS, Field)),
    orders: atMost(MOST_GROUPS, z.strictObject({ place: label, group: z.nullable(Group), text: label })),
    identities: atMost(MOST_AREAS, z.strictObject({ levels: atMost(MOST_LEVELS, index), row: z.boolean() })),
    labels: atMost(MOST_ENTRIES, z.discriminatedUnion('kind', [Measure, List])),
    over: atMost(MOST_ENTRIES, atMost(MOST_LEVELS, label)),
    dates: atMost(MOST_ENTRIES, label),
    named: NamedParts,
    health: atMost(MOST_AREAS, Health),
    whole: z.boolean(),
  })
  .check(
    z.refine(({ containers, orders, named }) => {
      const entries = [
        ...orders.flatMap(({ group }) => group?.named ?? []),
        ...named.patients,
        ...named.results,
        ...named.lists,
      ];
      const fields = [
        ...containers.flat(),
        ...orders.flatMap(({ group }) => group?.fields ?? []),
        ...entries.flatMap((one) => one.fields.map(({ field }) => field)),
      ];
      return fields.reduce((sum, field) => sum + field.text.length + 100, 0) <= MOST_CHARACTERS;
    }),
  );

const stretches = z.readonly(z.array(z.readonly(z.tuple([time, time]))).check(z.maxLength(MOST_STRETCHES)));

const FrameChart = z.strictObject({
  salt: label,
  chart: z.strictObject({ confirmed: z.nullable(label), doubtedAt: z.nullable(time), excluded: stretches }),
  heeded: stretches,
  inherited: stretches,
  address: z.nullable(label),
  ahead: z.nullable(z.strictObject({ since: time, address: label, another: z.boolean() })),
  bannerAheadSince: z.nullable(time),
});

const addressChange = { names: z.nullable(label), another: z.boolean() };

/** page → panel, over the port */
export const PageToPanel = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('remembered'),
    chart: z.nullable(FrameChart),
    since: atMost(
      MOST_STRETCHES,
      z.discriminatedUnion('what', [
        z.strictObject({ what: z.literal('banner'), at: time }),
        z.strictObject({ what: z.literal('address'), at: time, ...addressChange }),
      ]),
    ),
  }),
  z.strictObject({
    type: z.literal('changing'),
    reason: z.enum(['navigation', 'patient', 'content']),
    at: time,
    address: z.nullable(z.strictObject(addressChange)),
  }),
  z.strictObject({ type: z.literal('collected'), page: Page }),
]);

/** page → panel, over the port, as it travels */
export const OverPort = z.strictObject({
  number: index,
  message: z.discriminatedUnion('type', [PageToPanel, z.strictObject({ type: z.literal('here'), asked: index })]),
});

/** Fails to compile when the schema and the protocol's own type drift apart. */
type SameAs<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
const schemaMatchesTheProtocol: SameAs<z.infer<typeof PageToPanel>, PageToPanelMessage> = true;
const whatTravelsMatchesToo: SameAs<z.infer<typeof OverPort>, OverPortMessage> = true;
void [schemaMatchesTheProtocol, whatTravelsMatchesToo];
