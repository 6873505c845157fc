/**
 * Grading scales: their wording side by side, and what a grade on one may be on the other.
 * The words moved between 2003 and CTCAE 4 while the numbers stayed; that changes the action.
 */
import type { Scale } from './clinical-context.ts';
import type { DoseTable, Grade } from './dose-modification/dose-table.ts';
import type { SourceId, Verification } from './sources.ts';

export type GradeFamily = NonNullable<DoseTable['grading']>;
export const DEFAULT_SCALE: Scale = 'CTCAE 5.0';

export interface GradeWording {
  readonly scale: Scale;
  readonly family: GradeFamily;
  readonly source: SourceId;
  readonly verification: Verification;
  /** gist of grades 1 to 4, peripheral sensory neuropathy */
  readonly sensory: readonly [string, string, string, string];
  /** gist of grades 1 to 4, peripheral motor neuropathy, where the scale was read */
  readonly motor?: readonly [string, string, string, string];
}

const MODERATE = 'moderate symptoms; limits instrumental activities of daily living';
const SEVERE = 'severe symptoms; limits self-care';
const LIFE_THREATENING = 'life-threatening; urgent intervention indicated';

export const GRADE_WORDINGS: readonly GradeWording[] = [
  {
    scale: 'CTCAE 6.0',
    family: 'CTCAE 4 and later',
    source: 'ctcae-6',
    verification: 'primary',
    sensory: ['mild symptoms', MODERATE, SEVERE, LIFE_THREATENING],
    motor: ['mild symptoms; clinical or diagnostic observation only', MODERATE, SEVERE, LIFE_THREATENING],
  },
  {
    scale: 'CTCAE 5.0',
    family: 'CTCAE 4 and later',
    source: 'ctcae-5',
    verification: 'primary',
    sensory: ['asymptomatic', MODERATE, SEVERE, LIFE_THREATENING],
    motor: ['asymptomatic; clinical or diagnostic observation only', MODERATE, SEVERE, LIFE_THREATENING],
  },
  {
    scale: 'CTCAE 4.03',
    family: 'CTCAE 4 and later',
    source: 'ctcae-4',
    verification: 'secondary',
    sensory: ['asymptomatic; loss of deep tendon reflexes or paraesthesia', MODERATE, SEVERE, LIFE_THREATENING],
  },
  {
    scale: 'NCI 2003',
    family: 'NCI 2003',
    source: 'nci-2003-table',
    verification: 'primary',
    sensory: [
      'loss of deep tendon reflexes or paraesthesia, not interfering with function',
      'interferes with function, not with activities of daily living',
      'interferes with activities of daily living',
      'permanent sensory loss that interferes with function; disabling',
    ],
  },
];

export const INSTRUMENTAL_ACTIVITIES = 'preparing meals, shopping, using the telephone, managing money';
export const SELF_CARE = 'bathing, dressing and undressing, feeding oneself, using the toilet, taking medicines';

export const familyOf = (scale: Scale): GradeFamily => (scale === 'NCI 2003' ? 'NCI 2003' : 'CTCAE 4 and later');

/**
 * Grades that the same findings may have on CTCAE 4 or later and on the 2003 wording: what interferes with function but
 * with no activity of daily living is 1 and 2, what limits shopping 2 and 3, a permanent loss without danger to life 3 and 4.
 */
const SAME_FINDINGS: readonly (readonly [ctcae: Grade, nci2003: Grade])[] = [
  [0, 0],
  [1, 1],
  [1, 2],
  [2, 2],
  [2, 3],
  [3, 3],
  [3, 4],
  [4, 4],
];

/** What a grade given on one family of scales may be on another; the grade itself when the family is the same. */
export function gradesOn(family: GradeFamily, grade: Grade, given: GradeFamily): readonly Grade[] {
  if (family === given) return [grade];
  return SAME_FINDINGS.flatMap(([ctcae, nci2003]) =>
    family === 'NCI 2003' ? (ctcae === grade ? [nci2003] : []) : nci2003 === grade ? [ctcae] : [],
  );
}

/** What one grade number means on the scale that was used and in the source's own wording (A3: grade 4 has two definitions). */
export function twoWordings(scale: Scale, family: GradeFamily, grade: Grade): string {
  const wording = (found: GradeWording | undefined) => found?.sensory[grade - 1] ?? 'no finding';
  const used = wording(GRADE_WORDINGS.find((each) => each.scale === scale));
  const published = wording(GRADE_WORDINGS.find((each) => each.family === family));
  return `Grade ${grade} on ${scale}: ${used}. Grade ${grade} in ${family}: ${published}.`;
}
