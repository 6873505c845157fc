/**
 * IMWG guidelines 2012. The first row and the twice-weekly half of the second were read; the copy breaks off there.
 * What was not seen is 'unverified' and offers no action: recollections of those rows contradict each other.
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

const seen = rowsChecked('primary');
const notSeen = (what: string) =>
  rowsChecked('unverified')(`The row for ${what} was not seen in the copy that was read.`, { do: 'not-checked' });

export const IMWG_2012 = doseTable({
  source: 'imwg-2012',
  name: 'IMWG 2012',
  section: 'dose modification for bortezomib-related neuropathy',
  tier: 'guideline',
  grading: 'CTCAE 4 and later',
  restartWhen: undefined,
  rows: [
    {
      id: 'grade-0',
      when: GRADE_0,
      output: seen(
        'No row for grade 0 on treatment; with earlier neuropathy a start at 1.3 mg/m² once weekly is considered.',
        {
          do: 'silent',
        },
      ),
    },
    {
      id: 'grade-1-without-pain',
      when: GRADE_1_WITHOUT_PAIN,
      output: seen(
        'Grade 1: one dose level down, or, if twice weekly, once weekly at the same dose.',
        { do: 'level-down' },
        { do: 'weekly' },
      ),
    },
    {
      id: 'grade-1-with-pain-or-grade-2',
      when: GRADE_1_WITH_PAIN_OR_GRADE_2,
      output: seen(
        'Grade 1 with pain, or grade 2: if twice weekly, one dose level down or once weekly. The half for weekly orders was not seen.',
        { do: 'level-down', orders: 'twice-weekly' },
        { do: 'weekly', orders: 'twice-weekly' },
        { do: 'not-checked', orders: 'weekly-or-less' },
      ),
    },
    {
      id: 'grade-2-with-pain-or-grade-3',
      when: GRADE_2_WITH_PAIN_OR_GRADE_3,
      output: notSeen('grade 2 with pain or grade 3'),
    },
    { id: 'held-not-recovered', when: HELD_NOT_RECOVERED, output: notSeen('held treatment') },
    { id: 'held-recovered', when: HELD_RECOVERED, output: notSeen('resuming after a hold') },
    { id: 'grade-4', when: GRADE_4, output: notSeen('grade 4') },
  ],
});
