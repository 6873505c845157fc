/**
 * The schema of a mapping, strict: what is not known is refused with its path and the reason, and nothing of a mapping
 * that has a fault is used. Kept apart from site-mapping.ts so that the page's reader carries no schema library.
 */
import * as z from 'zod/mini';
import { ORDER_STATUSES } from '../rules/clinical-context.ts';
import type { Fault } from '../rules/contradictions.ts';
import { faultsOfIssues } from '../rules/parse-context.ts';
import { selectorFault } from './selector.ts';
import {
  AREA_KINDS,
  HELD_IN_AREA,
  LIST_KINDS,
  MAPPING_FORMAT,
  MEASURES,
  ORDER_FIELDS,
  PATIENT_PARTS,
  RESULT_FIELDS,
  type SiteMapping as SiteMappingShape,
} from './shape.ts';

/** Names of screens, headings and labels; longer ones are text of a page, which has no place in a mapping. */
const LONGEST_WORDS = 80;
const MOST_AREAS = 20;

const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(LONGEST_WORDS));

const selector = z.string().check(
  z.trim(),
  z.minLength(1),
  z.check((context) => {
    const fault = selectorFault(context.value);
    if (fault) context.issues.push({ code: 'custom', input: context.value, message: fault });
  }),
);

const place = {
  select: selector,
  says: z.optional(words),
  beside: z.optional(words),
  has: z.optional(z.strictObject({ select: selector, says: z.optional(words) })),
};
const Place = z.strictObject(place);
const FieldPlace = z.strictObject({
  ...place,
  optional: z.optional(z.boolean()),
  unit: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(20))),
});

/** A field for each name, all of them optional. */
const fieldsOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, z.optional(FieldPlace)])) as Record<
    Name,
    z.ZodMiniOptional<typeof FieldPlace>
  >;

const Address = z.strictObject({
  host: z
    .string()
    .check(z.trim(), z.regex(/^[a-z0-9.*:[\]-]{1,200}$/i, 'a host name, in which * stands for any characters')),
  path: z.string().check(z.trim(), z.regex(/^[/*][^\s]{0,300}$/, "a path that begins with '/' or '*'")),
});

const PatientArea = z.strictObject({ area: Place, fields: z.strictObject(fieldsOf(PATIENT_PARTS)) });

const OrderArea = z
  .strictObject({
    name: words,
    kind: z.enum(AREA_KINDS),
    area: Place,
    each: z.optional(selector),
    holds: z.enum(HELD_IN_AREA),
    status: z.optional(z.enum(ORDER_STATUSES)),
    fields: z.strictObject({ ...fieldsOf(ORDER_FIELDS), drug: FieldPlace }),
  })
  .check(
    z.refine(({ kind, each }) => (kind === 'rows') === (each !== undefined), {
      path: ['each'],
      message: "needed for the kind 'rows', and for no other",
    }),
  );

const ResultArea = z
  .strictObject({
    name: words,
    area: Place,
    each: selector,
    measure: z.optional(z.enum(MEASURES)),
    collected: z.optional(Place),
    fields: z.strictObject({ ...fieldsOf(RESULT_FIELDS), value: FieldPlace }),
  })
  .check(
    z.refine(({ measure, fields }) => (measure === undefined) !== (fields.name === undefined), {
      path: ['fields', 'name'],
      message: "either a field that names each result, or 'measure'",
    }),
  );

const ListArea = z.strictObject({
  name: words,
  kind: z.enum(LIST_KINDS),
  area: Place,
  each: selector,
  fields: z.strictObject({ entry: FieldPlace, status: z.optional(FieldPlace) }),
});

const list = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.optional(z.array(schema).check(z.maxLength(MOST_AREAS)));

/** A mapping, from outside. The rules for each part in words: docs/site-mapping.md. */
export const SiteMapping = z.strictObject({
  format: z.literal(MAPPING_FORMAT),
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'small letters, digits and hyphens, 60 at most')),
  name: words,
  pages: z
    .array(
      z.strictObject({
        name: words,
        addresses: z.array(Address).check(z.minLength(1), z.maxLength(MOST_AREAS)),
        requires: z.array(Place).check(z.minLength(1), z.maxLength(MOST_AREAS)),
        patient: z.optional(PatientArea),
        orders: list(OrderArea),
        results: list(ResultArea),
        lists: list(ListArea),
      }),
    )
    .check(z.minLength(1), z.maxLength(MOST_AREAS)),
});

/** Ids that a hospital's mapping may not take: the generic reader's own. */
const TAKEN = 'generic';

/** Faults whose reason is said by the schema above. */
const OWN_WORDS: ReadonlySet<string> = new Set(['custom', 'invalid_format']);

export type ParsedMapping = { ok: true; mapping: SiteMappingShape } | { ok: false; faults: readonly Fault[] };

const refused = (path: string, reason: string): ParsedMapping => ({ ok: false, faults: [{ path, reason }] });

/** A mapping from unknown data, or everything that is wrong with it, each with its path. Never throws. */
export function parseSiteMapping(data: unknown): ParsedMapping {
  const parsed = SiteMapping.safeParse(data);
  if (!parsed.success)
    return {
      ok: false,
      faults: parsed.error.issues.flatMap((issue) => {
        const faults = faultsOfIssues([issue], data);
        return OWN_WORDS.has(issue.code) ? faults.map(({ path }) => ({ path, reason: issue.message })) : faults;
      }),
    };
  if (parsed.data.id === TAKEN) return refused('id', `'${TAKEN}' is taken`);
  return { ok: true, mapping: parsed.data };
}

/** A mapping from the text of a JSON file. */
export function parseSiteMappingText(text: string): ParsedMapping {
  try {
    return parseSiteMapping(JSON.parse(text));
  } catch {
    return refused('', 'not JSON');
  }
}

/** Fails to compile when the schema and the shape drift apart. */
type SameAs<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
const schemaMatchesTheShape: SameAs<z.infer<typeof SiteMapping>, SiteMappingShape> = true;
void schemaMatchesTheShape;
