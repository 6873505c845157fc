/**
 * One source's dose card. What was not answered stays open: every combination that the answers still allow is looked up,
 * and only when they all lead to the same row is there a card. Otherwise the missing inputs are named and the possible
 * rows stand side by side, none of them as the headline.
 */
import type { CaseFacts } from '../case-facts.ts';
import type { Phase } from '../clinical-context.ts';
import type { DecisionRow } from '../decision-table.ts';
import { overDose } from '../dose-check/amount.ts';
import { DEFAULT_SCALE, familyOf, gradesOn, twoWordings } from '../grading.ts';
import {
  type Branch,
  type Card,
  cite,
  type Indicator,
  type InputName,
  type NotEvaluated,
  type Option,
  type Outcome,
} from '../outcome.ts';
import { listText } from '../quantity-text.ts';
import { applyRow } from './apply-row.ts';
import { basisOf } from './basis.ts';
import { type DoseRow, type DoseTable, type DoseTableInputs, GRADES, type Grade } from './dose-table.ts';

/** The dose tables are for adults. */
export const ADULT_FROM_YEARS = 18;

/** The answers that are still possible, by input. One value each when everything was answered. */
interface Possible {
  readonly grades: readonly Grade[];
  readonly pains: readonly boolean[];
  readonly phases: readonly Phase[];
  /** why the grade is open although one was given */
  readonly gradeReason?: string;
}

function possibleGrades(facts: CaseFacts): { grades: readonly Grade[]; reason?: string } {
  const { sensoryGrade, motorGrade, lossOfFunction } = facts.assessment;
  if (sensoryGrade === undefined) return { grades: GRADES.filter((grade) => grade >= (motorGrade ?? 0)) };
  const worse = Math.max(sensoryGrade, motorGrade ?? 0) as Grade;
  if (lossOfFunction === true && worse <= 1) {
    return {
      grades: [worse, 2],
      reason: `Grade ${worse} and loss of function exclude each other: the grade may be 2.`,
    };
  }
  return { grades: [worse] };
}

function possibleOf(facts: CaseFacts): Possible {
  const { pain, phase } = facts.assessment;
  const { grades, reason } = possibleGrades(facts);
  const phases: readonly Phase[] =
    phase !== undefined
      ? [phase]
      : facts.order.status === 'held'
        ? ['held-not-recovered', 'held-recovered']
        : ['on-treatment'];
  return { grades, pains: pain === undefined ? [false, true] : [pain], phases, gradeReason: reason };
}

function combinations({ grades, pains, phases }: Possible, severeAutonomic: boolean): DoseTableInputs[] {
  return grades.flatMap((grade) =>
    pains.flatMap((pain) => phases.map((phase) => ({ grade, pain, phase, severeAutonomic }))),
  );
}

const PAIN_TEXT = { true: 'with neuropathic pain', false: 'without neuropathic pain' } as const;
const PHASE_TEXT: Readonly<Record<Phase, string>> = {
  'on-treatment': 'on treatment',
  'held-not-recovered': 'held, not recovered',
  'held-recovered': 'held, recovered',
};

/** The inputs that are open and can change the row: those for which two combinations differ in nothing else. */
function missingInputs(table: DoseTable, possible: Possible, severeAutonomic: boolean): InputName[] {
  const all = combinations(possible, severeAutonomic);
  const matters = (input: 'grade' | 'pain' | 'phase') =>
    all.some((a) =>
      all.some(
        (b) =>
          (input === 'grade' || a.grade === b.grade) &&
          (input === 'pain' || a.pain === b.pain) &&
          (input === 'phase' || a.phase === b.phase) &&
          table.lookUp(a) !== table.lookUp(b),
      ),
    );
  const missing: InputName[] = [];
  if (matters('grade')) missing.push('assessment.sensoryGrade');
  if (matters('pain')) missing.push('assessment.pain');
  if (matters('phase')) missing.push('assessment.phase');
  return missing;
}

/** In words, which answers lead to a row: '' for an input that is not open or does not tell the rows apart. */
function whenText(possible: Possible, reaching: readonly DoseTableInputs[]): string {
  const parts: string[] = [];
  const grades = possible.grades.filter((grade) => reaching.some((inputs) => inputs.grade === grade));
  const pains = possible.pains.filter((pain) => reaching.some((inputs) => inputs.pain === pain));
  const phases = possible.phases.filter((phase) => reaching.some((inputs) => inputs.phase === phase));
  if (possible.grades.length > 1) parts.push(`grade ${listText(grades.map(String), 'or')}`);
  if (pains.length === 1 && possible.pains.length > 1) parts.push(PAIN_TEXT[`${pains[0] as boolean}`]);
  if (phases.length === 1 && possible.phases.length > 1) parts.push(PHASE_TEXT[phases[0] as Phase]);
  return parts.join(', ');
}

function branchOf(table: DoseTable, row: DecisionRow<DoseRow>, facts: CaseFacts, when: string): Branch {
  const applied = applyRow(table, row.output, facts);
  return { when, row: row.id, summary: applied.verdict, options: applied.options };
}

function notEvaluated(table: DoseTable, facts: CaseFacts, possible: Possible, severeAutonomic: boolean): NotEvaluated {
  const reaching = new Map<DecisionRow<DoseRow>, DoseTableInputs[]>();
  for (const inputs of combinations(possible, severeAutonomic)) {
    const row = table.lookUp(inputs);
    reaching.set(row, [...(reaching.get(row) ?? []), inputs]);
  }
  const outcome: NotEvaluated = {
    kind: 'not-evaluated',
    rule: table.id,
    missing: missingInputs(table, possible, severeAutonomic),
    sources: [cite(table.source, table.section)],
  };
  if (possible.gradeReason !== undefined) outcome.reason = possible.gradeReason;
  const gradeKnown = facts.assessment.sensoryGrade !== undefined || facts.assessment.motorGrade !== undefined;
  if (gradeKnown) {
    outcome.branches = [...reaching].map(([row, inputs]) => branchOf(table, row, facts, whenText(possible, inputs)));
  }
  return outcome;
}

/** What the card would say had the same findings been graded in the words of this source; only where the row differs. */
function scaleBranches(table: DoseTable, inputs: DoseTableInputs, facts: CaseFacts): Branch[] {
  if (table.grading === undefined) return [];
  const scale = facts.assessment.scale ?? DEFAULT_SCALE;
  const here = table.lookUp(inputs);
  return gradesOn(table.grading, inputs.grade, familyOf(scale)).flatMap((grade) => {
    const row = table.lookUp({ ...inputs, grade });
    if (row === here) return [];
    const when = `grade ${inputs.grade} on ${scale} may be grade ${grade} in this source's wording (${table.grading})`;
    return [branchOf(table, row, facts, when)];
  });
}

function autonomicBranch(table: DoseTable, inputs: DoseTableInputs, facts: CaseFacts): Branch[] {
  if (facts.assessment.autonomic !== undefined) return [];
  const row = table.lookUp({ ...inputs, severeAutonomic: true });
  if (row === table.lookUp(inputs)) return [];
  return [branchOf(table, row, facts, 'severe autonomic neuropathy, which was not asked')];
}

/** The cycle was not read and the liver sets a start dose for the first one: what the row would then come to. */
function firstCycleBranch(table: DoseTable, row: DecisionRow<DoseRow>, facts: CaseFacts): Branch[] {
  const { cap, capInCycle1 } = facts;
  if (capInCycle1 === undefined || capInCycle1.dosePerBsa === cap?.dosePerBsa) return [];
  const now = branchOf(table, row, facts, '');
  const inCycle1 = branchOf(table, row, { ...facts, cap: capInCycle1 }, 'this is cycle 1, which was not read');
  return JSON.stringify(now.options) === JSON.stringify(inCycle1.options) ? [] : [inCycle1];
}

function indicatorOf(options: readonly Option[]): Indicator {
  const action = options[0]?.action;
  if (action === 'withhold' || action === 'discontinue') return 'critical';
  return action === undefined || action === 'no-change' || action === 'not-checked' ? 'info' : 'warning';
}

function situation({ grade, pain, phase, severeAutonomic }: DoseTableInputs, facts: CaseFacts, row: string): string {
  const parts = [`grade ${grade}`];
  if (phase !== 'on-treatment') parts.push(PHASE_TEXT[phase]);
  else if (facts.assessment.pain !== undefined) parts[0] += pain ? ' with pain' : ' without pain';
  if (severeAutonomic && row.includes('autonomic')) parts.push('severe autonomic neuropathy');
  return parts.join(', ');
}

function notesOf(inputs: DoseTableInputs, facts: CaseFacts): string[] {
  const { sensoryGrade, motorGrade, baselineGrade } = facts.assessment;
  const notes: string[] = [];
  if (facts.order.status === 'held' && inputs.phase === 'on-treatment') {
    notes.push('The order is held although the phase was given as on treatment.');
  }
  if (sensoryGrade !== undefined && motorGrade === undefined) notes.push('No motor grade was given.');
  if (inputs.grade === 0 && inputs.pain && facts.assessment.pain === true) {
    notes.push('Pain without sensory change has no row: the grade and other causes of the pain need a second look.');
  }
  if (inputs.phase === 'held-recovered' && inputs.grade > (baselineGrade ?? 0)) {
    if (inputs.grade === 3 || (inputs.grade === 2 && inputs.pain)) {
      notes.push(
        'The grade is read as the one that led to the hold; if it is the grade today, the hold has not ended.',
      );
    } else if (inputs.grade === 2) {
      notes.push(
        'Grade 2 today is no recovery in any source (resolved, grade 1 or less, baseline) unless it was there before treatment.',
      );
    }
  }
  if (baselineGrade !== undefined && baselineGrade > 0) {
    if (inputs.phase !== 'on-treatment' || inputs.grade >= 2) {
      notes.push(`Neuropathy before treatment was grade ${baselineGrade}: full resolution is not to be expected.`);
    }
    if (inputs.grade > 0 && inputs.grade <= baselineGrade) {
      notes.push('The grade is not above that before treatment: whether bortezomib caused it is open.');
    }
  }
  return notes;
}

/** What stops the order itself, whatever the neuropathy: an unlabelled route, or more than twice the highest dose. */
function whatStops(facts: CaseFacts): string | undefined {
  const { route } = facts.order;
  if (route === 'intrathecal' || route === 'other') return 'route';
  const amount = overDose(facts);
  return amount.kind === 'card' && amount.indicator === 'critical' ? 'dose' : undefined;
}

function card(table: DoseTable, inputs: DoseTableInputs, facts: CaseFacts): Card {
  const row = table.lookUp(inputs);
  const { options, verdict, notes } = applyRow(table, row.output, facts);
  const stopped = whatStops(facts);
  const goesOn = stopped !== undefined && options[0]?.action === 'no-change';
  const ofScale = scaleBranches(table, inputs, facts);
  const branches = [...autonomicBranch(table, inputs, facts), ...firstCycleBranch(table, row, facts), ...ofScale];
  const sources = [cite(table.source, table.section, row.output.verification)];
  for (const option of options) {
    if (!sources.some((source) => source.id === option.source)) sources.push(cite(option.source));
  }
  const detail = [
    ...(stopped === undefined
      ? []
      : [`The ordered ${stopped} stops this order before any question of neuropathy: see the dose check.`]),
    row.output.gist,
    ...notes,
    ...notesOf(inputs, facts),
    ...branches.map((b) => `If ${b.when}: ${b.summary}.`),
    ...(ofScale.length > 0 && table.grading !== undefined
      ? [twoWordings(facts.assessment.scale ?? DEFAULT_SCALE, table.grading, inputs.grade)]
      : []),
  ];
  const outcome: Card = {
    kind: 'card',
    rule: table.id,
    row: row.id,
    indicator: goesOn ? 'critical' : indicatorOf(options),
    summary: `${goesOn ? 'No change for neuropathy, but not to be given as ordered' : verdict}: ${situation(inputs, facts, row.id)}, ${table.name}`,
    detail: detail.join('\n'),
    options,
    basis: basisOf(inputs, facts),
    sources,
  };
  if (branches.length > 0) outcome.branches = branches;
  return outcome;
}

/** The outcome of one source for a case: a card, the open inputs with what each would mean, or why the table is not for it. */
export function evaluateSource(table: DoseTable, facts: CaseFacts): Outcome {
  const { status } = facts.order;
  if (status === 'discontinued' || status === 'completed') {
    return { kind: 'not-applicable', rule: table.id, reason: `The order is ${status}: there is no dose to modify.` };
  }
  const { ageYears } = facts.patient;
  if (ageYears !== undefined && ageYears < ADULT_FROM_YEARS) {
    return { kind: 'not-applicable', rule: table.id, reason: 'The tables are for adults; the patient is under 18.' };
  }
  const severeAutonomic = facts.assessment.autonomic === 'severe';
  const possible = possibleOf(facts);
  const all = combinations(possible, severeAutonomic);
  const first = all[0] as DoseTableInputs;
  const row = table.lookUp(first);
  if (all.every((inputs) => table.lookUp(inputs) === row)) return card(table, first, facts);
  return notEvaluated(table, facts, possible, severeAutonomic);
}
