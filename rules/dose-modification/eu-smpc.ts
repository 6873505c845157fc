/**
 * EU summary of product characteristics, section 4.2, table 1 (CTCAE version 4.0 grades), read in five official
 * national texts of 1 February 2021. Differs from the US table by a second option and by the autonomic row.
 */
import type { Condition } from '../decision-table.ts';
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
/** The last row of the table takes every grade once autonomic neuropathy is severe. */
const notSevere = (when: readonly Condition[]): Condition[] =>
  when.map((condition) => ({ ...condition, severeAutonomic: [false] }));
const RESTART = { dosePerBsa: 0.7, weekly: true } as const;

export const EU_SMPC = doseTable({
  source: 'eu-smpc',
  name: 'EU SmPC',
  section: '4.2, table 1',
  tier: 'label',
  grading: 'CTCAE 4 and later',
  restartWhen: 'toxicity symptoms have resolved',
  rows: [
    {
      id: 'grade-0',
      when: notSevere(GRADE_0),
      output: row('Grade 0 is below the first row of the table.', { do: 'no-change' }),
    },
    {
      id: 'grade-1-without-pain',
      when: notSevere(GRADE_1_WITHOUT_PAIN),
      output: row('Grade 1 without pain or loss of function: none.', { do: 'no-change' }),
    },
    {
      id: 'grade-1-with-pain-or-grade-2',
      when: notSevere(GRADE_1_WITH_PAIN_OR_GRADE_2),
      output: row(
        'Grade 1 with pain, or grade 2: 1 mg/m², or the schedule changed to 1.3 mg/m² once weekly; no preference is given.',
        { do: 'dose', dosePerBsa: 1 },
        { do: 'weekly', dosePerBsa: 1.3 },
      ),
    },
    {
      id: 'grade-2-with-pain-or-grade-3',
      when: notSevere(GRADE_2_WITH_PAIN_OR_GRADE_3),
      output: row('Grade 2 with pain, or grade 3: withheld until symptoms resolve, then 0.7 mg/m² once weekly.', {
        do: 'withhold',
        restart: RESTART,
      }),
    },
    {
      id: 'held-not-recovered',
      when: notSevere(HELD_NOT_RECOVERED),
      output: row('Held and symptoms not resolved: the hold continues, then 0.7 mg/m² once weekly.', {
        do: 'withhold',
        restart: RESTART,
      }),
    },
    {
      id: 'held-recovered',
      when: notSevere(HELD_RECOVERED),
      output: row('Held and symptoms resolved: 0.7 mg/m² once weekly.', { do: 'restart', restart: RESTART }),
    },
    {
      id: 'grade-4-or-severe-autonomic',
      when: [...notSevere(GRADE_4), { severeAutonomic: [true] }],
      output: row('Grade 4 and/or severe autonomic neuropathy: discontinued. Severe is not defined in the section.', {
        do: 'discontinue',
      }),
    },
  ],
});
