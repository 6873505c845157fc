/**
 * The reference article's algorithm (A1 to A3): the actions of the current label with the grade wording of 2003.
 * Machine-written and under review: shown as its own tier, last.
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

const row = rowsChecked('primary');
const RESTART = { dosePerBsa: 0.7, weekly: true } as const;

export const REFERENCE_ARTICLE = doseTable({
  source: 'reference-article',
  name: 'reference article',
  section: 'immediate dose modification algorithm',
  tier: 'article',
  grading: 'NCI 2003',
  restartWhen: 'symptoms are back to baseline',
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
      output: row('Grade 1 with pain, or grade 2: 1 mg/m².', { do: 'dose', dosePerBsa: 1 }),
    },
    {
      id: 'grade-2-with-pain-or-grade-3',
      when: GRADE_2_WITH_PAIN_OR_GRADE_3,
      output: row('Grade 2 with pain, or grade 3: suspended until back to baseline, then 0.7 mg/m² once weekly.', {
        do: 'withhold',
        restart: RESTART,
      }),
    },
    {
      id: 'held-not-recovered',
      when: HELD_NOT_RECOVERED,
      output: row('Suspended and not back to baseline: the hold continues, then 0.7 mg/m² once weekly.', {
        do: 'withhold',
        restart: RESTART,
      }),
    },
    {
      id: 'held-recovered',
      when: HELD_RECOVERED,
      output: row('Suspended and back to baseline: 0.7 mg/m² once weekly.', { do: 'restart', restart: RESTART }),
    },
    {
      id: 'grade-4',
      when: GRADE_4,
      output: row('Grade 4 (permanent sensory loss): discontinued permanently.', { do: 'discontinue' }),
    },
  ],
});
