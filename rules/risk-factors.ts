/** Who is at higher risk of neuropathy (A27 to A29), with the findings against where there are any. */
import type { CaseFacts } from './case-facts.ts';
import { affirms } from './conditions.ts';
import { DRUGS, named } from './medications.ts';
import { type Basis, cardWith, cite, notApplicable, notEvaluated, type Outcome } from './outcome.ts';

export function preExistingNeuropathy(facts: CaseFacts): Outcome {
  const rule = 'risk/pre-existing-neuropathy';
  const { baselineGrade } = facts.assessment;
  const listed = facts.conditions?.find(({ condition }) => condition === 'neuropathy');
  if (baselineGrade === undefined && listed === undefined) return notEvaluated(rule, ['assessment.baselineGrade']);
  if (baselineGrade === 0) return notApplicable(rule, 'No neuropathy before treatment.');
  const basis: Basis[] = [];
  if (baselineGrade !== undefined) basis.push({ input: 'assessment.baselineGrade', value: `grade ${baselineGrade}` });
  if (listed !== undefined) basis.push({ input: 'patient.problems', value: listed.text });
  const severe = (baselineGrade ?? 0) >= 3;
  return cardWith({
    rule,
    row: severe ? 'severe' : 'present',
    indicator: 'warning',
    summary: severe
      ? 'Severe neuropathy before treatment: bortezomib only after careful weighing of benefit and risk'
      : 'Neuropathy before treatment: higher risk of grade 3; subcutaneous or once-weekly start considered',
    notes: [
      'Grade 3 or worse in 14 % with and 4 % without earlier neuropathy (Richardson 2006, not opened).',
      'US label: a subcutaneous start may be considered. IMWG 2012: a start at 1.3 mg/m² once weekly. Not in the EU section that was read.',
      'On the problem list the entry may be the present neuropathy: the grade before treatment decides.',
    ],
    basis,
    sources: [cite('summit-crest-2006'), cite('us-pi-label', '2.7'), cite('imwg-2012'), cite('eu-smpc', '4.2')],
  });
}

const OLDER_FROM_YEARS = 75;

export function olderAge({ patient }: CaseFacts): Outcome {
  const rule = 'risk/older-age';
  if (patient.ageYears === undefined) return notEvaluated(rule, ['patient.ageYears']);
  if (patient.ageYears < OLDER_FROM_YEARS) return notApplicable(rule, 'Under 75 years.');
  return cardWith({
    rule,
    row: '75-or-older',
    summary: '75 years or older: named as a risk factor, but APEX found no effect of age',
    notes: [
      'One analysis gives grade 3 to 4 in 14 % under and 25 % from 75 years (secondary); in APEX incidence and severity did not depend on age.',
    ],
    basis: [{ input: 'patient.ageYears', value: `${patient.ageYears} years` }],
    sources: [cite('reference-article', 'risk factor considerations'), cite('apex-2009')],
  });
}

const PRIOR = [
  'thalidomide',
  'vincristine',
  'vinblastine',
  'cisplatin',
  'oxaliplatin',
  'carboplatin',
  'paclitaxel',
  'docetaxel',
  'brentuximab vedotin',
  'polatuzumab vedotin',
];

/** Their names and brands as whole words, for a problem list ('myeloma, prior Thalomid 2019'). */
const PRIOR_WRITTEN = new RegExp(
  `\\b(${DRUGS.filter(({ name }) => PRIOR.includes(name))
    .flatMap(({ name, written }) => [name, ...written])
    .map((each) => each.toLowerCase().replace(/[^a-z0-9]+/gu, ' '))
    .join('|')})\\b`,
  'u',
);

export function priorNeurotoxicTherapy(facts: CaseFacts): Outcome {
  const rule = 'risk/prior-neurotoxic-therapy';
  if (facts.medications === undefined && facts.conditions === undefined) {
    return notEvaluated(rule, ['patient.medications', 'patient.problems']);
  }
  const found = named(facts.medications ?? [], ...PRIOR).map(({ text }) => ({
    input: 'patient.medications',
    value: text,
  }));
  for (const problem of facts.patient.problems ?? []) {
    if (affirms(problem, PRIOR_WRITTEN)) found.push({ input: 'patient.problems', value: problem });
  }
  if (found.length === 0) return notApplicable(rule, 'No earlier neurotoxic treatment in what was read.');
  return cardWith({
    rule,
    row: 'named',
    indicator: 'warning',
    summary: 'Neurotoxic treatment named on the lists: additive risk, thalidomide above all',
    notes: ['In APEX the number and type of earlier treatments did not change incidence or severity.'],
    basis: found,
    sources: [
      cite('reference-article', 'risk factor considerations'),
      cite('leukemia-2012-abstract'),
      cite('apex-2009'),
    ],
  });
}

export function riskFactors(facts: CaseFacts): Outcome[] {
  return [preExistingNeuropathy(facts), olderAge(facts), priorNeurotoxicTherapy(facts)];
}
