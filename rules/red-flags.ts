/**
 * Look-alikes and emergencies, asked as one checklist before any dose logic: a 'yes' outranks the dose card.
 * Each flag carries its question; each group its card. A flag that is not known is never dropped: it gets its own card.
 */
import type { CaseFacts } from './case-facts.ts';
import { cardWith, cite, notApplicable, notEvaluated, type Outcome, type SourceReference } from './outcome.ts';

export interface RedFlag {
  readonly id: string;
  readonly question: string;
}

export interface RedFlagGroup {
  /** the rule is `red-flags/<name>` */
  readonly name: string;
  readonly flags: readonly RedFlag[];
  /** by which an answer in other words than an id is known to belong here; spaces between words, lower case */
  readonly words: RegExp;
  readonly summary: string;
  readonly notes: readonly string[];
  readonly sources: readonly SourceReference[];
}

export const RED_FLAG_GROUPS: readonly RedFlagGroup[] = [
  {
    name: 'immune-mediated-motor-neuropathy',
    flags: [
      { id: 'rapidly-progressive-weakness', question: 'weakness that progresses over days to weeks' },
      { id: 'ascending-weakness', question: 'weakness that ascends, or is proximal and distal' },
      { id: 'foot-drop', question: 'new foot drop' },
      { id: 'bulbar-symptoms', question: 'trouble swallowing, speaking or holding up the head' },
      { id: 'respiratory-symptoms', question: 'breathlessness or weak cough' },
    ],
    words:
      /\b(weakness|paralysis|guillain|gbs|cidp|foot drop|bulbar|dysphagia|dysarthria|swallow|respiratory|dyspn|breath)/u,
    summary: 'Possible immune-mediated motor neuropathy: bortezomib held, urgent neurology and vital capacity',
    notes: [
      'Rapid, ascending, proximal and distal weakness with lost reflexes is not the usual sensory neuropathy of bortezomib.',
      'Guillain-Barré-like onset (up to 4 weeks): intravenous immunoglobulin 2 g/kg or plasma exchange; corticosteroids do not help.',
      'Chronic or relapsing course (over 8 weeks, CIDP-like): corticosteroids, intravenous immunoglobulin or plasma exchange.',
      'Plasma exchange with corticosteroids, with or without immunoglobulin, rests on single cases with bortezomib.',
      'An isolated foot drop may be a peroneal palsy: bortezomib was resumed after recovery in one report.',
    ],
    sources: [
      cite('jeter-2012'),
      cite('gbs-cidp-review'),
      cite('reference-article', 'emerging and alternative therapies'),
    ],
  },
  {
    name: 'cord-compression',
    flags: [
      { id: 'sensory-level', question: 'a sensory level on the trunk' },
      { id: 'saddle-anaesthesia', question: 'saddle anaesthesia' },
      { id: 'bladder-bowel-change', question: 'new bladder or bowel disturbance' },
      { id: 'brisk-reflexes', question: 'brisk reflexes or extensor plantars' },
      { id: 'new-back-pain', question: 'new or worse back pain' },
      { id: 'asymmetric-leg-onset', question: 'onset in one leg' },
    ],
    words:
      /\b(sensory level|saddle|bladder|bowel|incontinen|sphincter|brisk|hyper ?reflex|extensor plantar|babinski|back pain|cauda equina|cord compression|one leg)/u,
    summary: 'Possible cord or cauda equina compression: same-day imaging of the spine before any dose decision',
    notes: ['Bortezomib neuropathy is symmetric and distal; none of these signs belongs to it.'],
    sources: [cite('leukemia-2012-abstract'), cite('general-knowledge')],
  },
  {
    name: 'zoster',
    flags: [
      { id: 'unilateral-dermatomal-pain', question: 'pain on one side in the area of one nerve root' },
      { id: 'dermatomal-rash', question: 'rash or blisters in such an area' },
    ],
    words: /\b(dermatom|rash|blister|vesic|zoster|shingles|unilateral pain|one sided pain)/u,
    summary: 'Possible herpes zoster: skin examined today, antiviral prophylaxis checked',
    notes: [
      'Zoster pain is unilateral and dermatomal and may come before the rash.',
      'Zoster without prophylaxis was 21.7 % with bortezomib and 9.4 % with other treatment; none in two series on aciclovir.',
    ],
    sources: [cite('zoster-blood')],
  },
  {
    name: 'autonomic-neuropathy',
    flags: [
      { id: 'syncope', question: 'syncope or near-syncope' },
      { id: 'orthostatic-fall', question: 'fall of blood pressure on standing' },
      { id: 'ileus', question: 'ileus or severe constipation' },
      { id: 'urinary-retention', question: 'urinary retention' },
    ],
    words:
      /\b((pre|near)? ?syncop|faint|orthosta|postural|ileus|constipation|gastroparesis|urinary retention|autonomic)/u,
    summary: 'Possible autonomic neuropathy: severity decides; severe means discontinuing in the EU text',
    notes: [
      'Only the EU text has a row: severe autonomic neuropathy discontinues bortezomib, whatever the sensory grade. Severe is not defined there.',
      'For hypotension the leaflets name adjusting antihypertensives, fluids, mineralocorticoids or sympathomimetics.',
      'Amyloidosis, dehydration and antihypertensives are further causes.',
    ],
    sources: [cite('eu-smpc', '4.2, table 1'), cite('bortezomib-leaflets'), cite('autonomic-ejhp-2024')],
  },
  {
    name: 'amyloidosis',
    flags: [
      { id: 'macroglossia', question: 'enlarged tongue' },
      { id: 'carpal-tunnel', question: 'carpal tunnel syndrome, above all on both sides' },
      { id: 'nephrotic', question: 'nephrotic-range proteinuria' },
      { id: 'heart-failure-low-voltage', question: 'heart failure with low voltage' },
    ],
    words: /\b(macroglossia|enlarged tongue|carpal tunnel|nephrotic|proteinuria|heart failure|low voltage|amyloid)/u,
    summary:
      'Possible AL amyloidosis: the neuropathy may be the disease; evaluation before it is called treatment-related',
    notes: ['Amyloid neuropathy is often autonomic and painful, and does not improve when bortezomib is reduced.'],
    sources: [cite('general-knowledge')],
  },
];

const RULE = (name: string) => `red-flags/${name}`;
export const RED_FLAG_CHECKLIST = RULE('checklist');
const idOf = (answer: string) =>
  answer
    .trim()
    .replace(/(?<=[a-z])(?=[A-Z])/gu, '-')
    .toLowerCase()
    .replace(/[\s_/]+/gu, '-');

/** The groups of an answer: the one whose id it is, else every one whose words it has. None means that it is unknown. */
function groupsOf(id: string): readonly RedFlagGroup[] {
  const exact = RED_FLAG_GROUPS.find((group) => group.name === id || group.flags.some((flag) => flag.id === id));
  if (exact !== undefined) return [exact];
  const text = id.replaceAll('-', ' ');
  return RED_FLAG_GROUPS.filter(({ words }) => words.test(text));
}

/** Findings elsewhere in the assessment that belong to a group although the checklist was not answered with it. */
function impliedFlags({ assessment }: CaseFacts): Map<string, string> {
  const implied = new Map<string, string>();
  if ((assessment.motorGrade ?? 0) >= 3) {
    implied.set('immune-mediated-motor-neuropathy', `motor neuropathy grade ${assessment.motorGrade}`);
  }
  if (assessment.autonomic === 'severe') implied.set('autonomic-neuropathy', 'severe autonomic neuropathy');
  return implied;
}

function cardOf(group: RedFlagGroup, answers: readonly string[]): Outcome {
  return cardWith({
    rule: RULE(group.name),
    row: answers.join(', '),
    indicator: 'critical',
    summary: group.summary,
    notes: group.notes,
    basis: answers.map((value) => ({ input: 'assessment.redFlags', value })),
    sources: [...group.sources],
  });
}

/** The red-flag outcomes: a card per group with a 'yes', what was answered 'no', or that the checklist is open. */
export function redFlags(facts: CaseFacts): Outcome[] {
  const answered = facts.assessment.redFlags;
  const ids = (answered ?? []).map(idOf);
  const implied = impliedFlags(facts);
  const outcomes: Outcome[] = [];
  for (const group of RED_FLAG_GROUPS) {
    const answers = ids.filter((id) => groupsOf(id).includes(group));
    const finding = implied.get(group.name);
    if (finding !== undefined) answers.push(finding);
    if (answers.length > 0) outcomes.push(cardOf(group, answers));
  }
  const unknown = ids.filter((id) => groupsOf(id).length === 0);
  if (unknown.length > 0) {
    outcomes.push(
      cardWith({
        rule: RULE('other'),
        row: unknown.join(', '),
        indicator: 'critical',
        summary: 'A red flag outside this checklist was answered yes: its own assessment comes before the dose',
        notes: ['The answer is not one that these rules know; it is shown because an unknown red flag is not none.'],
        basis: unknown.map((value) => ({ input: 'assessment.redFlags', value })),
        sources: [cite('general-knowledge')],
      }),
    );
  }
  if (answered === undefined) outcomes.push(notEvaluated(RED_FLAG_CHECKLIST, ['assessment.redFlags']));
  else if (outcomes.length === 0) outcomes.push(notApplicable(RED_FLAG_CHECKLIST, 'All questions were answered no.'));
  return outcomes;
}
