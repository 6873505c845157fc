/**
 * What a hospital may change: the primary source, the order of analgesics, tolerance bands, local notes, an approval of
 * this content, and rows of its own that are never milder than the label. The document is checked when it is loaded;
 * an unsafe one is refused with the reason, and then nothing of it is used.
 */
import * as z from 'zod/mini';
import type { CaseFacts } from './case-facts.ts';
import { PHASES } from './clinical-context.ts';
import { CONTENT_HASH, CONTENT_VERSION } from './content-identity.ts';
import type { Fault } from './contradictions.ts';
import { combinationsOf } from './decision-table.ts';
import { applyRow } from './dose-modification/apply-row.ts';
import { DOSE_TABLE_INPUTS, type DoseTableInputs, type Instruction } from './dose-modification/dose-table.ts';
import { EU_SMPC } from './dose-modification/eu-smpc.ts';
import { ADULT_FROM_YEARS } from './dose-modification/evaluate-source.ts';
import { US_PI } from './dose-modification/us-pi.ts';
import { cardWith, cite, notApplicable, notEvaluated, type Outcome } from './outcome.ts';
import { faultsOfIssues } from './parse-context.ts';
import { canonicalJson, sha256 } from './sha-256.ts';
import { ANALGESIC_ORDERS } from './symptom-treatment/index.ts';

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
const date = z.iso.date();

const SiteInstruction = z.union([
  z.strictObject({ do: z.literal('no-change') }),
  z.strictObject({ do: z.literal('level-down') }),
  z.strictObject({ do: z.literal('weekly') }),
  z.strictObject({ do: z.literal('dose'), dosePerBsa: z.number().check(z.gte(0.3), z.lte(1.3)) }),
  z.strictObject({ do: z.literal('withhold'), restartDosePerBsa: z.number().check(z.gte(0.3), z.lte(0.7)) }),
  z.strictObject({ do: z.literal('discontinue') }),
]);

const SiteRow = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/u)),
  grade: z.array(z.int().check(z.gte(0), z.lte(4))).check(z.minLength(1)),
  pain: z.optional(z.array(z.boolean()).check(z.minLength(1))),
  severeAutonomic: z.optional(z.array(z.boolean()).check(z.minLength(1))),
  phase: z.optional(z.array(z.enum(PHASES)).check(z.minLength(1))),
  wording: text(300),
  instruction: SiteInstruction,
});

export const SiteProtocolDocument = z.strictObject({
  formatVersion: z.literal(1),
  site: text(120),
  primarySource: z.optional(z.enum(['us-pi', 'eu-smpc'])),
  analgesicOrder: z.optional(z.enum(ANALGESIC_ORDERS)),
  toleranceBandsPercent: z.optional(
    z.strictObject({ close: z.number().check(z.gt(0), z.lte(10)), tolerated: z.number().check(z.gt(0), z.lte(10)) }),
  ),
  localNotes: z.optional(z.array(z.strictObject({ rule: text(80), text: text(500) })).check(z.maxLength(100))),
  approval: z.optional(
    z.strictObject({ contentVersion: text(40), contentHash: z.optional(text(80)), reference: text(80), date }),
  ),
  extraRows: z.optional(z.array(SiteRow).check(z.maxLength(50))),
});

export type SiteProtocolDocument = z.infer<typeof SiteProtocolDocument>;
type SiteRow = z.infer<typeof SiteRow>;

/** A document that has been checked. Only `loadProtocol` makes one. */
export interface SiteProtocol {
  readonly document: SiteProtocolDocument;
  /** hash of content and protocol together: either changes it */
  readonly hash: string;
  /** whether the approval is of exactly this content */
  readonly approvesThisContent: boolean;
}

/** How far an instruction goes; a site row may not go less far than a label row for the same patient. */
const STRENGTH: Readonly<Record<Instruction['do'], number>> = {
  'not-checked': -1,
  silent: -1,
  'no-change': 0,
  weekly: 1,
  'level-down': 1,
  'reduce-by': 1,
  dose: 1,
  restart: 2,
  withhold: 2,
  discontinue: 3,
};

const combinations = combinationsOf(DOSE_TABLE_INPUTS) as unknown as readonly DoseTableInputs[];

const covers = (row: SiteRow, inputs: DoseTableInputs): boolean =>
  row.grade.includes(inputs.grade) &&
  (row.pain?.includes(inputs.pain) ?? true) &&
  (row.severeAutonomic?.includes(inputs.severeAutonomic) ?? true) &&
  (row.phase ?? ['on-treatment']).includes(inputs.phase);

function milderThan(label: Instruction, site: SiteRow['instruction']): string | undefined {
  if (STRENGTH[site.do] < STRENGTH[label.do]) return `'${site.do}' is milder than the label's '${label.do}'`;
  if (label.do === 'dose') {
    if (site.do === 'weekly') return "'weekly' keeps a single dose that the label reduces";
    if (site.do === 'level-down') return "'level-down' may stay above the label's 1 mg/m²";
    if (site.do === 'dose' && site.dosePerBsa > label.dosePerBsa)
      return `${site.dosePerBsa} mg/m² is above the label's ${label.dosePerBsa}`;
  }
  return undefined;
}

function rowFaults(rows: readonly SiteRow[], primary: 'us-pi' | 'eu-smpc'): Fault[] {
  const faults: Fault[] = [];
  const label = primary === 'eu-smpc' ? EU_SMPC : US_PI;
  rows.forEach((row, index) => {
    const path = `extraRows[${index}]`;
    if (rows.findIndex((other) => other.id === row.id) !== index)
      faults.push({ path: `${path}.id`, reason: 'used twice' });
    for (const inputs of combinations) {
      if (!covers(row, inputs)) continue;
      const [instruction] = label.lookUp(inputs).output.instructions;
      const reason = instruction === undefined ? undefined : milderThan(instruction, row.instruction);
      const overlapping = rows.find((other, at) => at < index && covers(other, inputs));
      const where = `grade ${inputs.grade}, ${inputs.pain ? 'with' : 'without'} pain, ${inputs.phase}`;
      if (reason !== undefined) {
        faults.push({ path: `${path}.instruction`, reason: `${reason} (${where})` });
        break;
      }
      if (overlapping !== undefined) {
        faults.push({ path, reason: `overlaps with row '${overlapping.id}' (${where})` });
        break;
      }
    }
  });
  return faults;
}

/** As it will look: one spelling of each sign, and none that cannot be seen. */
const asSeen = (written: string) => written.normalize('NFKC').replace(/\p{Cf}/gu, '');

/** Text of the site that is shown beside the rules is plain text, and nobody's dose. */
const MARKUP = /<[a-z/!]/iu;
const DOSE_PER_AREA =
  /(\d+(?:[.,]\d+)?)?\s*mg[^\p{L}\d]*(?:per|pro|por|par|al|x)?[^\p{L}\d]*(?:m\W*2|mq?\b|sq|square|body surface|bsa)/giu;
const AMOUNT = /\d\s*mg/iu;

/** A free text of the protocol: its faults. Doses per m² are checked in a row, so no other text may name one. */
function textFaults(path: string, written: string, allowedPerBsa?: number): Fault[] {
  const seen = asSeen(written);
  const faults: Fault[] = [];
  if (MARKUP.test(seen)) faults.push({ path, reason: 'only plain text is accepted' });
  for (const [, number] of seen.matchAll(DOSE_PER_AREA)) {
    if (number !== undefined && Number(number.replace(',', '.')) === allowedPerBsa) continue;
    faults.push({
      path,
      reason:
        allowedPerBsa === undefined
          ? 'may not name a dose per m²: the instruction of an extra row is checked, a text is not'
          : `may not name another dose per m² than the ${allowedPerBsa} of its instruction`,
    });
    break;
  }
  return faults;
}

/** The dose that a row's own instruction names, mg/m2. */
function doseIn({ instruction }: SiteRow): number | undefined {
  if (instruction.do === 'dose') return instruction.dosePerBsa;
  return instruction.do === 'withhold' ? instruction.restartDosePerBsa : undefined;
}

const RULE_PREFIX =
  /^(red-flags|dose-modification|route|schedule|dose-check|symptom-treatment|interaction|check|risk|avoid|investigational)\/[a-z0-9-]+$|^(self-care|recovery|monitoring)$/u;

function safetyFaults(document: SiteProtocolDocument): Fault[] {
  const faults = rowFaults(document.extraRows ?? [], document.primarySource ?? 'us-pi');
  const bands = document.toleranceBandsPercent;
  if (bands !== undefined && bands.close > bands.tolerated) {
    faults.push({ path: 'toleranceBandsPercent', reason: 'close is above tolerated' });
  }
  faults.push(...textFaults('site', document.site));
  if (document.approval !== undefined) faults.push(...textFaults('approval.reference', document.approval.reference));
  document.extraRows?.forEach((row, index) => {
    faults.push(...textFaults(`extraRows[${index}].wording`, row.wording, doseIn(row)));
  });
  document.localNotes?.forEach(({ rule, text: note }, index) => {
    const path = `localNotes[${index}].text`;
    if (!RULE_PREFIX.test(rule)) faults.push({ path: `localNotes[${index}].rule`, reason: `'${rule}' is no rule` });
    faults.push(...textFaults(path, note));
    if (rule.startsWith('dose-modification/') && AMOUNT.test(asSeen(note))) {
      faults.push({ path, reason: 'may not name an amount in mg beside a dose card' });
    }
  });
  return faults;
}

export type LoadedProtocol =
  | { readonly ok: true; readonly value: SiteProtocol }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** A site protocol from unknown data: checked for form and against the invariants, or refused with every reason. */
export function loadProtocol(json: unknown): LoadedProtocol {
  const parsed = SiteProtocolDocument.safeParse(json);
  if (!parsed.success) return { ok: false, faults: faultsOfIssues(parsed.error.issues, json) };
  const document = parsed.data;
  const faults = safetyFaults(document);
  if (faults.length > 0) return { ok: false, faults };
  const { approval } = document;
  const approvesThisContent =
    approval !== undefined &&
    approval.contentVersion === CONTENT_VERSION &&
    (approval.contentHash === undefined || approval.contentHash === CONTENT_HASH);
  return {
    ok: true,
    value: { document, hash: sha256(`${CONTENT_HASH}\n${canonicalJson(document)}`), approvesThisContent },
  };
}

const SITE_RULE = 'dose-modification/site-protocol';

function instructionOf({ instruction }: SiteRow): Instruction {
  if (instruction.do === 'withhold') {
    return { do: 'withhold', restart: { dosePerBsa: instruction.restartDosePerBsa, weekly: true } };
  }
  return instruction;
}

/** The hospital's own row for this case, applied to the order like every other row. */
export function siteProtocolCard(protocol: SiteProtocol, facts: CaseFacts): Outcome {
  const rows = protocol.document.extraRows ?? [];
  if (rows.length === 0) return notApplicable(SITE_RULE, 'The site protocol has no rows of its own.');
  const { sensoryGrade, motorGrade, pain, autonomic, phase } = facts.assessment;
  const { status } = facts.order;
  if (status === 'discontinued' || status === 'completed') {
    return notApplicable(SITE_RULE, 'The order is no longer active.');
  }
  if ((facts.patient.ageYears ?? ADULT_FROM_YEARS) < ADULT_FROM_YEARS) {
    return notApplicable(SITE_RULE, 'The tables are for adults; the patient is under 18.');
  }
  const missing: string[] = [];
  if (sensoryGrade === undefined) missing.push('assessment.sensoryGrade');
  if (pain === undefined) missing.push('assessment.pain');
  if (phase === undefined && status === 'held') missing.push('assessment.phase');
  if (sensoryGrade === undefined || pain === undefined || missing.length > 0) return notEvaluated(SITE_RULE, missing);
  const inputs: DoseTableInputs = {
    grade: Math.max(sensoryGrade, motorGrade ?? 0) as DoseTableInputs['grade'],
    pain,
    severeAutonomic: autonomic === 'severe',
    phase: phase ?? 'on-treatment',
  };
  const rowFor = (each: DoseTableInputs) => rows.find((candidate) => covers(candidate, each));
  if (autonomic === undefined && rowFor(inputs) !== rowFor({ ...inputs, severeAutonomic: true })) {
    return notEvaluated(SITE_RULE, ['assessment.autonomic']);
  }
  const row = rowFor(inputs);
  if (row === undefined) return notApplicable(SITE_RULE, 'No row of the site protocol is for this case.');
  const table = { ...US_PI, source: 'site-protocol', name: protocol.document.site, tier: 'guideline' as const };
  const output = { gist: row.wording, verification: 'primary' as const, instructions: [instructionOf(row)] };
  const { options, verdict, notes } = applyRow(table, output, facts);
  return cardWith({
    rule: SITE_RULE,
    row: row.id,
    indicator: 'warning',
    summary: `${verdict}: site protocol`,
    notes: [`Site rule (${protocol.document.site}): ${row.wording}`, ...notes],
    options,
    basis: [
      { input: 'assessment.sensoryGrade', value: `grade ${inputs.grade}` },
      { input: 'assessment.pain', value: pain ? 'yes' : 'no' },
    ],
    sources: [cite('site-protocol')],
  });
}

/** Outcomes with the local notes of the site added to the detail of their cards, marked as such. */
export function withLocalNotes(protocol: SiteProtocol, outcomes: readonly Outcome[]): Outcome[] {
  const notes = protocol.document.localNotes ?? [];
  return outcomes.map((outcome) => {
    const own = notes.filter(({ rule }) => rule === outcome.rule);
    if (outcome.kind !== 'card' || own.length === 0) return outcome;
    const added = own.map((note) => `Local note (${protocol.document.site}): ${note.text}`);
    return { ...outcome, detail: [outcome.detail, ...added].filter((line) => line !== '').join('\n') };
  });
}
