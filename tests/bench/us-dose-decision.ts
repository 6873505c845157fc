/**
 * The US dose decision: grade, pain, phase and order in, the row of the label's table as it applies to the order out.
 * Done by the project's rules, and written down once in a neutral form from which each peer engine makes its own rules.
 */
import { caseFacts } from '../../rules/case-facts.ts';
import { type ClinicalContext, FREQUENCIES, type Frequency, PHASES, type Phase } from '../../rules/clinical-context.ts';
import { applyRow } from '../../rules/dose-modification/apply-row.ts';
import { GRADES, type Grade } from '../../rules/dose-modification/dose-table.ts';
import { US_PI } from '../../rules/dose-modification/us-pi.ts';

/** One combination of inputs; null where the page did not say. Doses in mg/m2. */
export interface DecisionCase {
  readonly grade: Grade;
  readonly pain: boolean;
  readonly phase: Phase;
  readonly dosePerBsa: number | null;
  readonly frequency: Frequency | null;
}

export interface Decision {
  readonly row: string;
  readonly action: string;
  readonly dosePerBsa: number | null;
  readonly frequency: Frequency | null;
}

/** A row, or the part of a row that is for orders above, at or below, or without a known dose. */
export interface NeutralRule {
  readonly row: string;
  readonly action: string;
  /** the rule is for a case when one of these is; each names the values that match, by input */
  readonly when: readonly Partial<Record<'grade' | 'pain' | 'phase', readonly (string | number | boolean)[]>>[];
  readonly order?: { readonly dose: 'unknown' | 'above' | 'not-above'; readonly level: number };
  /** a dose as such, that of the order, or the lower of the order and a level; null: none is named */
  readonly dose: null | number | 'ordered' | { readonly atMost: number };
  readonly frequency: null | 'ordered' | 'once-weekly-at-most';
}

/** Every combination: 5 grades x pain x 3 phases x doses (0.3 to 1.8 by 0.1, unknown) x 4 frequencies. */
export function decisionCases(): DecisionCase[] {
  const doses = [null, ...Array.from({ length: 16 }, (_, index) => Math.round(3 + index) / 10)];
  return GRADES.flatMap((grade) =>
    [false, true].flatMap((pain) =>
      PHASES.flatMap((phase) =>
        doses.flatMap((dosePerBsa) =>
          [null, ...FREQUENCIES].map((frequency) => ({ grade, pain, phase, dosePerBsa, frequency })),
        ),
      ),
    ),
  );
}

/** The case as the rules take it: prepared outside the timing, like the facts of the peers. */
export function contextOf({ grade, pain, phase, dosePerBsa, frequency }: DecisionCase): ClinicalContext {
  return {
    order: {
      drug: 'bortezomib',
      ...(dosePerBsa === null ? {} : { dosePerBsa }),
      ...(frequency === null ? {} : { frequency }),
    },
    assessment: { sensoryGrade: grade, pain, phase },
  };
}

/**
 * The decision by the project's rules, from the context on: what is derived from the order, the look-up in the decision
 * table, and the row applied to the order. The options come with their words and numbers as the panel shows them; the
 * peers give the four values only.
 */
export function decide(context: ClinicalContext): Decision {
  const { sensoryGrade, pain, phase } = context.assessment as { sensoryGrade: Grade; pain: boolean; phase: Phase };
  const row = US_PI.lookUp({ grade: sensoryGrade, pain, severeAutonomic: false, phase });
  const [option] = applyRow(US_PI, row.output, caseFacts(context)).options;
  if (option === undefined) throw new Error(`the US table has no option for ${JSON.stringify(context)}`);
  const { action, dosePerBsa, frequency } = option;
  return { row: row.id, action, dosePerBsa: dosePerBsa ?? null, frequency: frequency ?? null };
}

/** The rows of the US table in the neutral form. @throws Error when the table has an instruction that is not known here. */
export function neutralRules(): NeutralRule[] {
  return US_PI.rows.flatMap(({ id: row, when, output }): NeutralRule[] => {
    const [instruction] = output.instructions;
    const rule = { row, when: when as NeutralRule['when'] };
    switch (instruction?.do) {
      case 'no-change':
      case 'discontinue':
        return [{ ...rule, action: instruction.do, dose: null, frequency: null }];
      case 'dose': {
        const level = instruction.dosePerBsa;
        return [
          { ...rule, action: 'reduce-dose', order: { dose: 'unknown', level }, dose: null, frequency: null },
          { ...rule, action: 'reduce-dose', order: { dose: 'above', level }, dose: level, frequency: 'ordered' },
          {
            ...rule,
            action: 'already-met',
            order: { dose: 'not-above', level },
            dose: 'ordered',
            frequency: 'ordered',
          },
        ];
      }
      case 'withhold':
      case 'restart': {
        const { dosePerBsa: atMost = Number.NaN } = instruction.restart;
        return [{ ...rule, action: instruction.do, dose: { atMost }, frequency: 'once-weekly-at-most' }];
      }
      default:
        throw new Error(`the benchmark does not know the instruction of ${row}`);
    }
  });
}
