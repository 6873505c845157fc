/**
 * The wording of each grade on each scale, in our own words, beside each other: the same number means different things
 * on different scales, so the scale's version always travels with the grade.
 */
import type { Scale } from './clinical-context.ts';
import type { Verification } from './sources.ts';

/** One grade of peripheral sensory or motor neuropathy on one scale. */
export interface GradeWording {
  grade: 0 | 1 | 2 | 3 | 4;
  /** one or two words, e.g. 'Moderate' */
  name: string;
  /** continues the name: 'Moderate: symptoms limit ...' */
  wording: string;
}

export interface GradingScale {
  scale: Scale;
  title: string;
  date: string;
  verification: Verification;
  grades: readonly GradeWording[];
}

/** What 'instrumental' and 'self-care' mean, as the label's footnotes list them. */
export const ACTIVITIES_OF_DAILY_LIVING = {
  instrumental: 'preparing meals, shopping, using the telephone, managing money',
  selfCare: 'bathing, dressing, feeding oneself, using the toilet, taking medicines, not bedridden',
} as const;

const NONE: GradeWording = {
  grade: 0,
  name: 'None',
  wording: 'no tingling, numbness, pain or weakness',
};

const MODERATE: GradeWording = {
  grade: 2,
  name: 'Moderate',
  wording: 'symptoms limit instrumental activities of daily living',
};
const SEVERE: GradeWording = {
  grade: 3,
  name: 'Severe',
  wording: 'symptoms limit self-care activities of daily living',
};
const LIFE_THREATENING: GradeWording = {
  grade: 4,
  name: 'Life-threatening',
  wording: 'urgent intervention indicated',
};

export const GRADING_SCALES: readonly GradingScale[] = [
  {
    scale: 'CTCAE 5.0',
    title: 'Common Terminology Criteria for Adverse Events, version 5.0',
    date: '2017-11-27',
    verification: 'primary',
    grades: [
      NONE,
      {
        grade: 1,
        name: 'Asymptomatic',
        wording: 'no symptoms; mild tingling that limits nothing counts here too, never as grade 0',
      },
      MODERATE,
      SEVERE,
      LIFE_THREATENING,
    ],
  },
  {
    scale: 'CTCAE 6.0',
    title: 'Common Terminology Criteria for Adverse Events, version 6.0',
    date: 'copy read 2026-08-12',
    verification: 'secondary',
    grades: [
      NONE,
      { grade: 1, name: 'Mild', wording: 'symptoms that limit nothing' },
      MODERATE,
      SEVERE,
      LIFE_THREATENING,
    ],
  },
  {
    scale: 'CTCAE 4.03',
    title: 'Common Terminology Criteria for Adverse Events, version 4.03',
    date: '2010-06-14',
    verification: 'secondary',
    grades: [
      NONE,
      { grade: 1, name: 'Asymptomatic', wording: 'loss of deep tendon reflexes, or tingling' },
      MODERATE,
      SEVERE,
      LIFE_THREATENING,
    ],
  },
  {
    scale: 'NCI 2003',
    title: 'National Cancer Institute Common Toxicity Criteria, wording of 2003',
    date: '2003',
    verification: 'primary',
    grades: [
      NONE,
      {
        grade: 1,
        name: 'Mild',
        wording: 'loss of deep tendon reflexes, or tingling that does not interfere with function',
      },
      {
        grade: 2,
        name: 'Moderate',
        wording: 'altered sensation interferes with function, not with activities of daily living',
      },
      { grade: 3, name: 'Severe', wording: 'altered sensation interferes with activities of daily living' },
      { grade: 4, name: 'Disabling', wording: 'permanent sensory loss that interferes with function' },
    ],
  },
];

/** The scale of that name; every scale of the schema has one. */
export function gradingScale(scale: Scale): GradingScale {
  const found = GRADING_SCALES.find((candidate) => candidate.scale === scale);
  if (!found) throw new RangeError(`unknown grading scale: ${scale}`);
  return found;
}
