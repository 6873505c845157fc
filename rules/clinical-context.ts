/**
 * Every input of the rule module, as a schema: its unit, its range, and which values exist.
 * A context is parsed here at each trust boundary (command line, panel, tests); the rules may then rely on it.
 * The field names are the interchange format that hospitals' validation teams depend on.
 */
import * as z from 'zod/mini';

/** A number within [min, max], both included; the unit is part of the field's name. */
const within = (min: number, max: number) => z.number().check(z.gte(min), z.lte(max));
const wholeWithin = (min: number, max: number) => z.int().check(z.gte(min), z.lte(max));
const shortText = z.string().check(z.maxLength(300));

export const ORDER_STATUSES = ['active', 'planned', 'held', 'discontinued', 'completed'] as const;
export const ROUTES = ['IV', 'SC', 'either'] as const;
export const FREQUENCIES = ['twice-weekly', 'weekly', 'every-2-weeks'] as const;
export const SCALES = ['CTCAE 6.0', 'CTCAE 5.0', 'CTCAE 4.03', 'NCI 2003'] as const;
export const PHASES = ['on-treatment', 'held-not-recovered', 'held-recovered'] as const;

const Grade = wholeWithin(0, 4);

export const Order = z.strictObject({
  drug: z.literal('bortezomib'),
  product: z.optional(shortText),
  formulation: z.optional(z.enum(['lyophilised', 'ready-to-use'])),
  licensedRoutes: z.optional(z.enum(['IV', 'SC', 'either'])),
  status: z.optional(z.enum(ORDER_STATUSES)),
  /** mg/m2 */
  dosePerBsa: z.optional(within(0.1, 5)),
  /** mg per administration */
  doseMg: z.optional(within(0.05, 20)),
  route: z.optional(z.enum([...ROUTES, 'other', 'intrathecal'])),
  /** days of the cycle on which bortezomib is given, ascending */
  days: z.optional(z.array(wholeWithin(1, 84)).check(z.minLength(1), z.maxLength(30))),
  cycleLengthDays: z.optional(wholeWithin(7, 84)),
  frequency: z.optional(z.enum(FREQUENCIES)),
  regimen: z.optional(shortText),
  cycle: z.optional(wholeWithin(1, 60)),
  cycleDay: z.optional(wholeWithin(1, 84)),
  /** ISO 8601 date-times with zone, of the planned and of the previous administration */
  plannedAt: z.optional(z.iso.datetime({ offset: true })),
  previousDoseAt: z.optional(z.iso.datetime({ offset: true })),
  startingDosePerBsa: z.optional(within(0.1, 5)),
  earlierReductions: z.optional(wholeWithin(0, 10)),
  /** a new course after relapse in a patient who had bortezomib before, and the dose last tolerated then (mg/m2) */
  retreatment: z.optional(z.boolean()),
  lastToleratedDosePerBsa: z.optional(within(0.1, 5)),
});

export const Assessment = z.strictObject({
  scale: z.optional(z.enum(SCALES)),
  sensoryGrade: z.optional(Grade),
  motorGrade: z.optional(Grade),
  /** neuropathic pain; absent means not asked, never 'no' */
  pain: z.optional(z.boolean()),
  lossOfFunction: z.optional(z.boolean()),
  autonomic: z.optional(z.enum(['none', 'mild', 'severe'])),
  baselineGrade: z.optional(Grade),
  phase: z.optional(z.enum(PHASES)),
  /** ids of the red flags that were answered yes; absent means that the checklist was not answered */
  redFlags: z.optional(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(40))),
});

export const Patient = z.strictObject({
  ageYears: z.optional(within(0, 120)),
  sex: z.optional(z.enum(['female', 'male'])),
  heightCm: z.optional(within(50, 250)),
  weightKg: z.optional(within(10, 400)),
  bsaM2: z.optional(within(0.4, 4)),
  creatinineMgDl: z.optional(within(0.1, 30)),
  crClMlMin: z.optional(within(0, 300)),
  bilirubinMgDl: z.optional(within(0, 60)),
  bilirubinUlnMgDl: z.optional(within(0.1, 5)),
  astUL: z.optional(within(0, 20000)),
  astUlnUL: z.optional(within(5, 200)),
  plateletsPerNl: z.optional(within(0, 3000)),
  b12PgMl: z.optional(within(0, 10000)),
  hba1cPercent: z.optional(within(2, 25)),
  tshMIuL: z.optional(within(0, 500)),
  pregnant: z.optional(z.boolean()),
  breastFeeding: z.optional(z.boolean()),
  medications: z.optional(z.array(shortText).check(z.maxLength(300))),
  problems: z.optional(z.array(shortText).check(z.maxLength(300))),
  allergies: z.optional(z.array(shortText).check(z.maxLength(300))),
});

export const Setting = z.strictObject({
  role: z.optional(z.enum(['physician', 'pharmacist', 'nurse'])),
  labelRegion: z.optional(z.enum(['US', 'EU'])),
});

export const ClinicalContext = z.strictObject({
  order: Order,
  assessment: z.optional(Assessment),
  patient: z.optional(Patient),
  setting: z.optional(Setting),
});

export type Order = z.infer<typeof Order>;
export type Assessment = z.infer<typeof Assessment>;
export type Patient = z.infer<typeof Patient>;
export type Setting = z.infer<typeof Setting>;
export type ClinicalContext = z.infer<typeof ClinicalContext>;
export type Route = (typeof ROUTES)[number];
export type Frequency = (typeof FREQUENCIES)[number];
export type Scale = (typeof SCALES)[number];
export type OrderStatus = (typeof ORDER_STATUSES)[number];
export type Phase = (typeof PHASES)[number];
