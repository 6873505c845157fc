/**
 * US prescribing information, section 2.7, table 5 (current wording, grades as in CTCAE version 4).
 * Secondary: read in a hospital protocol that reproduces it; it agrees with the 2003 table and the reference article.
 */
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

const row = rowsChecked('secondary');
const RESTART = { dosePerBsa: 0.7, weekly: true } as const;

export const US_PI = doseTable({
  source: 'us-pi',
  name: 'US label',
  section: '2.7, table 5',
  tier: 'label',
  grading: 'CTCAE 4 and later',
  restartWhen: 'the toxicity has resolved',
  rows: [
    {
      id: 'grade-0',
      when: GRADE_0,
      output: row('Grade 0 is below the first row of the table.', { do: 'no-change' }),
    },
    {
      id: 'grade-1-without-pain',
      when: GRADE_1_WITHOUT_PAIN,
      output: row('Grade 1 without pain or loss of function: no action.', { do: 'no-change' }),
    },
    {
      id: 'grade-1-with-pain-or-grade-2',
      when: GRADE_1_WITH_PAIN_OR_GRADE_2,
      output: row('Grade 1 with pain, or grade 2: 1 mg/m².', { do: 'dose', dosePerBsa: 1 }),
    },
    {
      id: 'grade-2-with-pain-or-grade-3',
      when: GRADE_2_WITH_PAIN_OR_GRADE_3,
      output: row('Grade 2 with pain, or grade 3: withheld until the toxicity resolves, then 0.7 mg/m² once weekly.', {
        do: 'withhold',
        restart: RESTART,
      }),
    },
    {
      id: 'held-not-recovered',
      when: HELD_NOT_RECOVERED,
      output: row('Held and the toxicity not resolved: the hold continues, then 0.7 mg/m² once weekly.', {
        do: 'withhold',
        restart: RESTART,
      }),
    },
    {
      id: 'held-recovered',
      when: HELD_RECOVERED,
      output: row('Held and the toxicity resolved: 0.7 mg/m² once weekly.', { do: 'restart', restart: RESTART }),
    },
    { id: 'grade-4', when: GRADE_4, output: row('Grade 4: discontinued.', { do: 'discontinue' }) },
  ],
});
