/**
 * What one source's dose modification table is made of: its inputs, the instruction of each row and how it was checked.
 * The tables themselves are data, one file a source; apply-row.ts turns an instruction into options for an order.
 */
import { PHASES, type Phase } from '../clinical-context.ts';
import { type Condition, compile, type DecisionRow, type DecisionTable, type InputSpace } from '../decision-table.ts';
import type { Tier } from '../outcome.ts';
import type { SourceId, Verification } from '../sources.ts';

export type Grade = 0 | 1 | 2 | 3 | 4;
export const GRADES: readonly Grade[] = [0, 1, 2, 3, 4];

export interface DoseTableInputs {
  /** the worse of the sensory and the motor grade */
  readonly grade: Grade;
  readonly pain: boolean;
  readonly severeAutonomic: boolean;
  readonly phase: Phase;
}

export const DOSE_TABLE_INPUTS: InputSpace = {
  grade: GRADES,
  pain: [false, true],
  severeAutonomic: [false, true],
  phase: PHASES,
};

/** After a hold: the dose as mg/m2 or as a percentage of the order, and whether the source says once weekly. */
export interface Restart {
  readonly dosePerBsa?: number;
  readonly percentOfOrder?: number;
  readonly weekly: boolean;
}

export type Instruction =
  | { readonly do: 'no-change' }
  /** the source has no row for this combination */
  | { readonly do: 'silent' }
  /** the row was not seen: no action is offered */
  | { readonly do: 'not-checked' }
  | { readonly do: 'dose'; readonly dosePerBsa: number }
  | { readonly do: 'level-down' }
  /** once weekly at this dose, or at the dose of the order */
  | { readonly do: 'weekly'; readonly dosePerBsa?: number }
  | { readonly do: 'reduce-by'; readonly percent: number }
  | { readonly do: 'withhold'; readonly restart: Restart }
  | { readonly do: 'restart'; readonly restart: Restart }
  | { readonly do: 'discontinue' };

/** An instruction, and for which orders it is meant when the row distinguishes them. */
export type RowInstruction = Instruction & { readonly orders?: 'twice-weekly' | 'weekly-or-less' };

export interface DoseRow {
  /** the gist of the published wording */
  readonly gist: string;
  readonly verification: Verification;
  readonly instructions: readonly RowInstruction[];
}

/** Writes the rows of a source that were all checked the same way: the gist, then its instructions. */
export const rowsChecked =
  (verification: Verification) =>
  (gist: string, ...instructions: readonly RowInstruction[]): DoseRow => ({ gist, verification, instructions });

export interface DoseTable extends DecisionTable<DoseRow> {
  readonly source: SourceId;
  /** how the source is called on screen */
  readonly name: string;
  readonly section: string;
  readonly tier: Tier;
  /** which family of grade definitions the rows are written in; undefined when the source does not say */
  readonly grading: 'CTCAE 4 and later' | 'NCI 2003' | undefined;
  /** the source's criterion for resuming after a hold; undefined where it was not seen */
  readonly restartWhen: string | undefined;
  readonly lookUp: (inputs: DoseTableInputs) => DecisionRow<DoseRow>;
}

const TREATED = { phase: ['on-treatment'] } as const;

/** The conditions that the published tables share, in the order of their rows. Held orders have rows of their own. */
export const GRADE_0: readonly Condition[] = [{ grade: [0], ...TREATED }];
export const GRADE_1_WITHOUT_PAIN: readonly Condition[] = [{ grade: [1], pain: [false], ...TREATED }];
export const GRADE_1_WITH_PAIN_OR_GRADE_2: readonly Condition[] = [
  { grade: [1], pain: [true], ...TREATED },
  { grade: [2], pain: [false], ...TREATED },
];
export const GRADE_2_WITH_PAIN_OR_GRADE_3: readonly Condition[] = [
  { grade: [2], pain: [true], ...TREATED },
  { grade: [3], ...TREATED },
];
export const HELD_NOT_RECOVERED: readonly Condition[] = [{ grade: [0, 1, 2, 3], phase: ['held-not-recovered'] }];
export const HELD_RECOVERED: readonly Condition[] = [{ grade: [0, 1, 2, 3], phase: ['held-recovered'] }];
export const GRADE_4: readonly Condition[] = [{ grade: [4] }];

/** Completes a table with its look-up, and proves it while doing so. */
export function doseTable(written: Omit<DoseTable, 'lookUp' | 'inputs' | 'id'>): DoseTable {
  const table = { ...written, id: `dose-modification/${written.source}`, inputs: DOSE_TABLE_INPUTS };
  return { ...table, lookUp: compile<DoseTableInputs, DoseRow>(table) };
}
