/** What recovery to expect (A18 to A20): two trials, kept apart because the article merges them. */
import type { CaseFacts } from './case-facts.ts';
import { cardWith, cite, notApplicable, notEvaluated, type Outcome } from './outcome.ts';
import type { SourceId, Verification } from './sources.ts';

const RULE = 'recovery';

/** The recovery figures by trial, for the chart; never merged. */
export const RECOVERY_TRIALS: readonly {
  readonly trial: string;
  readonly improvedPercent: number;
  readonly medianDays: number;
  readonly rangeDays?: readonly [number, number];
  readonly source: SourceId;
  readonly verification: Verification;
}[] = [
  { trial: 'APEX', improvedPercent: 64, medianDays: 110, source: 'apex-2009', verification: 'primary' },
  {
    trial: 'SUMMIT and CREST',
    improvedPercent: 71,
    medianDays: 47,
    rangeDays: [1, 529],
    source: 'summit-crest-2006',
    verification: 'unverified',
  },
];

export function recovery({ assessment }: CaseFacts): Outcome {
  const { sensoryGrade, motorGrade, baselineGrade } = assessment;
  if (sensoryGrade === undefined && motorGrade === undefined) return notEvaluated(RULE, ['assessment.sensoryGrade']);
  const grade = Math.max(sensoryGrade ?? 0, motorGrade ?? 0);
  if (grade === 0) return notApplicable(RULE, 'No neuropathy.');
  const notes = [
    'APEX (grade 2 or worse): 64 % (58 of 91) improved or resolved, median 110 days. SUMMIT and CREST: 71 %, median 47 days, range 1 to 529 days (not opened).',
    'VISTA after dose adjustment: 48 % improved, median 3.8 months (secondary). Recovery up to 1.7 years, and some never, in another series.',
    'Months, not weeks: no recovery at 4 weeks is no failure, and recovery does not by itself call for a higher dose.',
    'The article’s “most within 3 months” is more hopeful than these figures.',
  ];
  if (grade >= 3)
    notes.push('Grade 3 to 4 takes longer than grade 1 to 2, according to the reference article; no source was found.');
  if (baselineGrade !== undefined && baselineGrade > 0) {
    notes.push(`Neuropathy before treatment was grade ${baselineGrade}: recovery means back to that.`);
  }
  return cardWith({
    rule: RULE,
    row: grade >= 3 ? 'grade-3-4' : 'grade-1-2',
    summary: 'Recovery is usual but slow: 64 % at a median of 110 days (APEX), 71 % at 47 days (SUMMIT/CREST)',
    notes,
    basis: [{ input: 'assessment.sensoryGrade', value: `grade ${grade}` }],
    sources: [
      cite('apex-2009'),
      cite('summit-crest-2006'),
      cite('vista'),
      cite('leuk-lymphoma-2010'),
      cite('reference-article', 'expected timeline for recovery'),
    ],
  });
}
