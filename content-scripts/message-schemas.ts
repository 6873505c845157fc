/**
 * Schemas of everything that reaches the panel. A page is not trusted: what does not fit is refused as a whole, and its
 * text is only ever text. Kept apart from messages.ts so that the page's reader carries no schema library.
 */
import * as z from 'zod/mini';
import { FREQUENCIES, ORDER_STATUSES, ROUTES } from '../rules/clinical-context.ts';
import { LONGEST_LABEL, LONGEST_TEXT, MOST_AREAS, MOST_ENTRIES, MOST_ORDERS } from './limits.ts';
import type { PageToPanel as PageToPanelMessage, ToPanel as ToPanelMessage } from './messages.ts';

const text = z.string().check(z.maxLength(LONGEST_TEXT));
const label = z.string().check(z.maxLength(LONGEST_LABEL));

const Provenance = z.strictObject({
  adapter: label,
  confidence: z.enum(['confirmed', 'inferred']),
  label: z.nullable(label),
  frame: z.int(),
  locator: label,
});

function readingOf<Schema extends z.ZodMiniType>(value: Schema) {
  return z.union([
    z.strictObject({ status: z.literal('read'), value, text, from: Provenance }),
    z.strictObject({
      status: z.enum(['empty', 'not-found', 'ambiguous', 'unparsed', 'unit-missing']),
      text: z.optional(text),
      reason: z.optional(text),
      from: z.optional(Provenance),
    }),
  ]);
}

const NumberReading = readingOf(z.number());
const TextReading = readingOf(text);

const OrderReading = z.strictObject({
  id: label,
  drug: readingOf(z.literal('bortezomib')),
  dosePerBsa: NumberReading,
  doseMg: NumberReading,
  route: readingOf(z.enum([...ROUTES, 'intrathecal', 'other'])),
  days: readingOf(z.array(z.int())),
  cycleLengthDays: NumberReading,
  frequency: readingOf(z.enum(FREQUENCIES)),
  regimen: TextReading,
  status: readingOf(z.enum(ORDER_STATUSES)),
  cycle: NumberReading,
  cycleDay: NumberReading,
  text,
});

const stretches = z.readonly(z.array(z.readonly(z.tuple([z.number(), z.number()]))).check(z.maxLength(MOST_ENTRIES)));

const Frame = z.strictObject({
  adapter: label,
  origin: text,
  top: z.boolean(),
  orders: z.array(OrderReading).check(z.maxLength(MOST_ORDERS)),
  patient: z.strictObject({
    ageYears: NumberReading,
    sex: readingOf(z.enum(['female', 'male'])),
    heightCm: NumberReading,
    weightKg: NumberReading,
    bsaM2: NumberReading,
  }),
  observations: z.strictObject({
    creatinineMgDl: NumberReading,
    crClMlMin: NumberReading,
    bilirubinMgDl: NumberReading,
    bilirubinUlnMgDl: NumberReading,
    plateletsPerNl: NumberReading,
    b12PgMl: NumberReading,
    hba1cPercent: NumberReading,
  }),
  medications: z.array(TextReading).check(z.maxLength(MOST_ENTRIES)),
  problems: z.array(TextReading).check(z.maxLength(MOST_ENTRIES)),
  allergies: z.array(TextReading).check(z.maxLength(MOST_ENTRIES)),
  ignored: z
    .array(z.strictObject({ text, reason: text, from: z.optional(Provenance) }))
    .check(z.maxLength(MOST_ENTRIES)),
  unreadable: z
    .array(
      z.strictObject({ kind: z.enum(['frame', 'closed-shadow-root', 'canvas', 'embedded-document']), label: text }),
    )
    .check(z.maxLength(MOST_AREAS)),
  childFrames: z.array(z.strictObject({ origin: text, label: text })).check(z.maxLength(MOST_AREAS)),
  patientKey: z.nullable(label),
  patientLabel: z.nullable(label),
  patientConflict: z.boolean(),
  excludedHere: stretches,
  excluded: stretches,
});

/** page → panel, over the port */
export const PageToPanel = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('changing'), reason: z.enum(['navigation', 'patient', 'content']), at: z.number() }),
  z.strictObject({ type: z.literal('reading'), reading: Frame }),
]);

/** To the panel, from the page's reader or from the background. */
export const ToPanel = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('reader-ready') }),
  z.strictObject({ type: z.literal('clicked'), tabId: z.int() }),
]);

/** Fails to compile when a schema and the protocol's own type drift apart. */
type SameAs<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
const schemasMatchTheProtocol: [
  SameAs<z.infer<typeof PageToPanel>, PageToPanelMessage>,
  SameAs<z.infer<typeof ToPanel>, ToPanelMessage>,
] = [true, true];
void schemasMatchTheProtocol;
