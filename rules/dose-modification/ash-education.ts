/** ASH Education Program table on adverse events of novel agents (table 5; the year is not shown): percentages, not levels. */
import {
  doseTable,
  GRADE_0,
  GRADE_1_WITH_PAIN_OR_GRADE_2,
  GRADE_1_WITHOUT_PAIN,
  GRADE_2_WITH_PAIN_OR_GRADE_3,
  GRADE_4,
  HELD_NOT_RECOVERED,
  HELD_RECOVERED,
  rowsChecked,
} from './dose-table.ts';

const row = rowsChecked('primary');
const RESTART = { percentOfOrder: 50, weekly: false } as const;

export const ASH_EDUCATION = doseTable({
  source: 'ash-education',
  name: 'ASH education table',
  section: 'table 5',
  tier: 'guideline',
  grading: undefined,
  restartWhen: 'neuropathy is grade 1 or less',
  rows: [
    { id: 'grade-0', when: GRADE_0, output: row('No row for grade 0.', { do: 'silent' }) },
    {
      id: 'grade-1-without-pain',
      when: GRADE_1_WITHOUT_PAIN,
      output: row('No row for grade 1 without pain.', { do: 'silent' }),
    },
    {
      id: 'grade-1-with-pain-or-grade-2',
      when: GRADE_1_WITH_PAIN_OR_GRADE_2,
      output: row(
        'Grade 1 with pain, or grade 2: 25 to 50 % lower.',
        { do: 'reduce-by', percent: 25 },
        { do: 'reduce-by', percent: 50 },
      ),
    },
    {
      id: 'grade-2-with-pain-or-grade-3',
      when: GRADE_2_WITH_PAIN_OR_GRADE_3,
      output: row('Grade 2 with pain, or grade 3: interrupted until grade 1 or less, then half the dose.', {
        do: 'withhold',
        restart: RESTART,
      }),
    },
    {
      id: 'held-not-recovered',
      when: HELD_NOT_RECOVERED,
      output: row('Interrupted and not yet grade 1 or less: the hold continues, then half the dose.', {
        do: 'withhold',
        restart: RESTART,
      }),
    },
    {
      id: 'held-recovered',
      when: HELD_RECOVERED,
      output: row('Interrupted and back to grade 1 or less: half the dose.', { do: 'restart', restart: RESTART }),
    },
    { id: 'grade-4', when: GRADE_4, output: row('Grade 4: discontinued.', { do: 'discontinue' }) },
  ],
});
