/**
 * The evaluation as a line of the clinical record: plain text in a fixed order, no identifiers, no abbreviations that
 * are on the do-not-use lists. It says what the clinician chose; it never chooses.
 */
import type { ClinicalContext } from './clinical-context.ts';
import { DEFAULT_SCALE } from './grading.ts';
import type { Card, Evaluation, Option } from './outcome.ts';
import { frequencyText, listText, mgText, perBsaText, routeText } from './quantity-text.ts';

/** What the clinician picked, or why nothing that was offered. */
export type Choice = { kind: 'option'; option: Option } | { kind: 'none'; reason: string };

export interface NoteInput {
  context: ClinicalContext;
  evaluation: Evaluation;
  choice: Choice | null;
  /** day of the assessment as it is to stand in the note, e.g. '22 November 2026'; the rules have no clock */
  date: string;
  /** names of values that were entered by hand and not read, in words */
  byHand?: readonly string[];
}

/** The options of the dose cards that a clinician may pick, each source's own first. Nothing that was not checked. */
export function optionsToChoose(evaluation: Evaluation): Option[] {
  const options = doseCards(evaluation).flatMap((card) => card.options);
  const seen = new Set<string>();
  return options.filter((option) => {
    const same = `${option.source} ${option.label}`;
    if (option.action === 'not-checked' || seen.has(same)) return false;
    seen.add(same);
    return true;
  });
}

/** The note, one statement a line. */
export function clinicalNote({ context, evaluation, choice, date, byHand = [] }: NoteInput): string {
  const lines = [
    `Bortezomib neuropathy assessment, ${date}`,
    `Grade: ${gradeLine(context)}`,
    `Neuropathic pain: ${yesNo(context.assessment?.pain)}`,
    `Order as read: ${orderLine(context)}`,
    ...(byHand.length > 0 ? [`Entered by hand, not read: ${listText(byHand)}`] : []),
    `Red flags: ${redFlagLine(context)}`,
    choiceLine(choice),
    ...sourceLines(evaluation, choice),
    `Not evaluated: ${notEvaluatedLine(evaluation)}`,
    `Content ${evaluation.contentVersion}, ${evaluation.contentHash.slice(0, 12)}. Options from published sources; verify independently.`,
  ];
  return lines.join('\n');
}

function gradeLine({ assessment = {} }: ClinicalContext): string {
  const { sensoryGrade, motorGrade, autonomic, scale } = assessment;
  const grades = [
    sensoryGrade === undefined ? 'sensory not graded' : `sensory ${sensoryGrade}`,
    motorGrade === undefined ? null : `motor ${motorGrade}`,
    autonomic === undefined ? null : `autonomic neuropathy ${autonomic}`,
  ].filter((part) => part !== null);
  return `${grades.join(', ')} (${scale ?? DEFAULT_SCALE})`;
}

function yesNo(value: boolean | undefined): string {
  if (value === undefined) return 'not asked';
  return value ? 'yes' : 'no';
}

function orderLine({ order }: ClinicalContext): string {
  const parts = [
    order.dosePerBsa === undefined ? 'dose per m² not read' : perBsaText(order.dosePerBsa),
    order.doseMg === undefined ? null : mgText(order.doseMg),
    order.route === undefined ? 'route not read' : routeText(order.route),
    order.days === undefined ? null : `days ${order.days.join(', ')}`,
    order.frequency === undefined ? null : frequencyText(order.frequency),
    order.regimen ?? null,
    order.status ?? null,
  ].filter((part) => part !== null);
  return `bortezomib ${parts.join(', ')}`;
}

function redFlagLine({ assessment = {} }: ClinicalContext): string {
  const { redFlags } = assessment;
  if (redFlags === undefined) return 'not asked';
  return redFlags.length === 0 ? 'none present' : listText(redFlags.map((flag) => flag.replaceAll('-', ' ')));
}

function choiceLine(choice: Choice | null): string {
  if (choice === null) return 'Plan: not chosen yet';
  if (choice.kind === 'option') return `Plan: ${choice.option.label}`;
  const reason = choice.reason.trim();
  return `Plan: none of the options offered${reason === '' ? '' : `; reason: ${reason}`}`;
}

/** The source of the chosen option; nothing is cited for a plan that is not one of the options. */
function sourceLines(evaluation: Evaluation, choice: Choice | null): string[] {
  const cards = doseCards(evaluation).filter(
    (card) => choice?.kind === 'option' && card.options.some((option) => option.label === choice.option.label),
  );
  const sources = cards.flatMap((card) => card.sources.filter(({ id }) => card.rule.endsWith(`/${id}`)));
  const unique = new Map(sources.map((source) => [source.id, source]));
  return [...unique.values()].map(
    ({ title, section, date, verification }) =>
      `Source: ${title}${section === undefined ? '' : `, ${/^\d/u.test(section) ? `section ${section}` : section}`}, ${date} (${verification})`,
  );
}

/** What bears on the dose itself; the rest (symptom drugs, laboratory) waits in the panel and would bury it here. */
const BEARS_ON_THE_DOSE = ['red-flags/', 'dose-modification/', 'dose-check/', 'interaction/'];

/** How the note calls what was not evaluated. */
const IN_WORDS: Readonly<Record<string, string>> = {
  'red-flags/checklist': 'red-flag checklist',
  'dose-modification/site-protocol': 'site protocol',
  'dose-modification/us-pi': 'US label',
  'dose-modification/eu-smpc': 'EU label',
  'dose-modification/imwg-2012': 'IMWG 2012',
  'dose-modification/ash-education': 'ASH education table',
  'dose-modification/reference-article': 'reference article',
  'dose-modification/comparison': 'comparison of the sources',
  'dose-check/route': 'route',
  'dose-check/contraindication': 'allergies',
  'dose-check/over-dose': 'overdose',
  'dose-check/interval': 'interval since the last dose',
  'dose-check/mg': 'mg against mg/m²',
  'dose-check/bsa': 'body surface area',
  'dose-check/volume': 'volume',
  'dose-check/product': 'product against route',
  'dose-check/hepatic': 'liver function',
  'dose-check/renal': 'kidney function',
  'dose-check/schedule': 'days against the regimen',
  'dose-check/reductions': 'earlier reductions',
  'dose-check/rounding': 'rounding of a reduction',
  'dose-check/retreatment': 'dose of a retreatment',
  'interaction/medication-list': 'interactions',
  'interaction/snri-low-platelets': 'platelets with an SNRI',
};

function notEvaluatedLine(evaluation: Evaluation): string {
  const names = evaluation.outcomes
    .filter(({ kind, rule }) => kind === 'not-evaluated' && BEARS_ON_THE_DOSE.some((prefix) => rule.startsWith(prefix)))
    .map(({ rule }) => IN_WORDS[rule] ?? rule);
  return names.length === 0 ? 'nothing that bears on the dose' : names.join(', ');
}

function doseCards(evaluation: Evaluation): Card[] {
  return evaluation.outcomes.filter(
    (outcome): outcome is Card =>
      outcome.kind === 'card' && outcome.rule.startsWith('dose-modification/') && outcome.options.length > 0,
  );
}
