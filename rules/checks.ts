/** What to check now: other causes of neuropathy that can be corrected, and what the neuropathy calls for. */
import type { CaseFacts } from './case-facts.ts';
import type { Condition, FoundCondition } from './conditions.ts';
import { ofClass } from './medications.ts';
import { cardWith, cite, notApplicable, notEvaluated, type Outcome } from './outcome.ts';
import { listText, numberText, quantity } from './quantity-text.ts';

const has = ({ conditions }: CaseFacts, condition: Condition): FoundCondition | undefined =>
  conditions?.find((known) => known.condition === condition);

/** pg/mL; below is commonly called deficient, up to the second borderline. Cut-offs differ between laboratories. */
const B12_LOW = 200;
const B12_BORDERLINE = 300;

/** Vitamin B12 (A30): checked and corrected before and during treatment. */
export function vitaminB12(facts: CaseFacts): Outcome {
  const rule = 'check/vitamin-b12';
  const { b12PgMl } = facts.patient;
  if (b12PgMl === undefined) return notEvaluated(rule, ['patient.b12PgMl']);
  const row = b12PgMl < B12_LOW ? 'low' : b12PgMl < B12_BORDERLINE ? 'borderline' : 'normal';
  const value = quantity(b12PgMl, 'pg/mL', 0);
  if (row === 'normal') return notApplicable(rule, `Vitamin B12 is ${value}.`);
  const lowering = ofClass(facts.medications ?? [], 'b12-lowering').map(({ drug }) => drug.name);
  return cardWith({
    rule,
    row,
    indicator: 'warning',
    summary:
      row === 'low'
        ? `Vitamin B12 low (${value}): correction is a treatable part of the neuropathy`
        : `Vitamin B12 borderline (${value}): methylmalonic acid can decide`,
    notes: [
      'Cut-offs differ between laboratories; here below 200 pg/mL low, to 300 pg/mL borderline (not from a cited source).',
      'Published rates of low B12 in plasma cell disease run from 3.5 % to 28 %; the 13.6 % of the reference article was not checked. In one series B12 did not predict thalidomide neuropathy.',
      ...(lowering.length > 0 ? [`${listText(lowering)} can lower vitamin B12.`] : []),
    ],
    basis: [{ input: 'patient.b12PgMl', value }],
    sources: [
      cite('reference-article', 'risk factor considerations'),
      cite('b12-baz-2004'),
      cite('b12-blood'),
      cite('general-knowledge'),
    ],
  });
}

const HBA1C_DIABETES = 6.5;

/** Diabetes (A31): monitored; whether it predicts bortezomib neuropathy is disputed. */
export function diabetes(facts: CaseFacts): Outcome {
  const rule = 'check/diabetes';
  const { hba1cPercent } = facts.patient;
  const listed = has(facts, 'diabetes');
  const treated = ofClass(facts.medications ?? [], 'oral-antidiabetic', 'insulin');
  const high = hba1cPercent !== undefined && hba1cPercent >= HBA1C_DIABETES;
  if (listed === undefined && treated.length === 0 && !high) {
    if (facts.conditions === undefined && hba1cPercent === undefined) {
      return notEvaluated(rule, ['patient.problems', 'patient.hba1cPercent']);
    }
    return notApplicable(rule, 'No diabetes in what was read.');
  }
  const basis = [];
  if (listed !== undefined) basis.push({ input: 'patient.problems', value: listed.text });
  if (hba1cPercent !== undefined) basis.push({ input: 'patient.hba1cPercent', value: quantity(hba1cPercent, '%', 1) });
  for (const { text } of treated) basis.push({ input: 'patient.medications', value: text });
  return cardWith({
    rule,
    row: listed !== undefined ? 'on-problem-list' : high ? 'hba1c' : 'treated',
    indicator: 'warning',
    summary: 'Diabetes: closer neurological and glucose monitoring; a second cause of neuropathy',
    notes: [
      'Bortezomib and the corticosteroids of the regimen disturb glucose in both directions.',
      'In APEX neither diabetes nor baseline HbA1c predicted bortezomib neuropathy: a caution, not a predictor.',
    ],
    basis,
    sources: [cite('reference-article', 'risk factor considerations'), cite('apex-2009'), cite('bortezomib-leaflets')],
  });
}

/** Upper limit of normal as commonly used, mIU/L; no source was opened for it. */
const TSH_HIGH = 4.5;

export function thyroid(facts: CaseFacts): Outcome {
  const rule = 'check/thyroid';
  const { tshMIuL } = facts.patient;
  const listed = has(facts, 'thyroid');
  if (tshMIuL === undefined && listed === undefined) return notEvaluated(rule, ['patient.tshMIuL']);
  if (tshMIuL !== undefined && tshMIuL <= TSH_HIGH) return notApplicable(rule, `TSH is ${numberText(tshMIuL)} mIU/L.`);
  const basis = [];
  if (tshMIuL !== undefined) basis.push({ input: 'patient.tshMIuL', value: quantity(tshMIuL, 'mIU/L') });
  if (listed !== undefined) basis.push({ input: 'patient.problems', value: listed.text });
  return cardWith({
    rule,
    row: tshMIuL !== undefined ? 'tsh-high' : 'on-problem-list',
    indicator: 'warning',
    summary: 'Hypothyroidism is a correctable second cause of neuropathy',
    notes: [
      'The limit of 4.5 mIU/L is a common one, not from a cited source. Thalidomide and lenalidomide can lower thyroid function.',
    ],
    basis,
    sources: [cite('general-knowledge')],
  });
}

/** Neurotoxic drugs on the list or in the regimen: a second cause with its own guidance (A29). */
export function neurotoxicDrugs(facts: CaseFacts): Outcome {
  const rule = 'check/neurotoxic-drugs';
  const { medications, regimen } = facts;
  const partners = [...(regimen?.neurotoxicPartners ?? [])];
  const minor = [...(regimen?.minorNeurotoxicPartners ?? [])];
  const strong = ofClass(medications ?? [], 'neurotoxic');
  const weak = ofClass(medications ?? [], 'possibly-neurotoxic');
  for (const { drug } of strong) if (!partners.includes(drug.name)) partners.push(drug.name);
  for (const { drug } of weak) if (!minor.includes(drug.name)) minor.push(drug.name);
  if (partners.length === 0 && minor.length === 0) {
    if (medications === undefined && regimen === undefined)
      return notEvaluated(rule, ['patient.medications', 'order.regimen']);
    return notApplicable(rule, 'No other neurotoxic drug in what was read.');
  }
  const basis = [...strong, ...weak].map(({ text }) => ({ input: 'patient.medications', value: text }));
  if (regimen !== undefined) basis.push({ input: 'order.regimen', value: regimen.name });
  const notes = [];
  if (partners.length > 0) notes.push(`Known to cause neuropathy: ${listText(partners)}.`);
  if (minor.length > 0) notes.push(`Less often, or minor: ${listText(minor)}.`);
  if (partners.includes('thalidomide')) {
    notes.push(
      'Thalidomide has its own table in the old wording: grade 2 reduced or interrupted, grade 3 and 4 stopped (EU); half the dose at grade 2 (ASH table). At grade 3 bortezomib is held, thalidomide stopped.',
    );
  }
  return cardWith({
    rule,
    row: partners.length > 0 ? 'known' : 'minor',
    indicator: partners.length > 0 ? 'warning' : 'info',
    summary: `Second possible cause of neuropathy: ${listText([...partners, ...minor].slice(0, 4))}`,
    notes,
    basis,
    sources: partners.includes('thalidomide')
      ? [cite('thalidomide-eu', '4.2, table 2'), cite('ash-education', 'table 5'), cite('leukemia-2012-abstract')]
      : [cite('leukemia-2012-abstract'), cite('general-knowledge')],
  });
}

/** An entry that says that the drug is not being taken: it may count against the patient, never for them. */
const NOT_TAKEN =
  /\b(discontinued|stopped|completed|ended|no longer|not taking|on hold|held|declined|refused|allerg(y|ic)|intoleran(t|ce))\b/iu;

/** Zoster prophylaxis: its absence matters both for the patient and for the differential diagnosis of pain. */
export function zosterProphylaxis({ medications }: CaseFacts): Outcome {
  const rule = 'check/zoster-prophylaxis';
  if (medications === undefined) return notEvaluated(rule, ['patient.medications']);
  const found = ofClass(medications, 'zoster-prophylaxis').filter(({ text }) => !NOT_TAKEN.test(text));
  if (found.length > 0) return notApplicable(rule, `${found[0]?.drug.name} is on the medication list.`);
  return cardWith({
    rule,
    row: 'none-on-the-list',
    indicator: 'warning',
    summary: 'No aciclovir or valaciclovir on the medication list: zoster mimics neuropathic pain',
    notes: [
      'Zoster 21.7 % with bortezomib without prophylaxis, none in 125 and in 100 patients on aciclovir 400 mg once or twice daily until 4 weeks after.',
    ],
    basis: [{ input: 'patient.medications', value: 'no antiviral recognised' }],
    sources: [cite('zoster-blood')],
  });
}

const OTHER_CAUSES: readonly (readonly [Condition, string])[] = [
  ['alcohol', 'alcohol'],
  ['amyloidosis', 'AL amyloidosis (autonomic, carpal tunnel)'],
  ['b12-deficiency', 'vitamin B12 deficiency'],
  ['renal-impairment', 'uraemia'],
  ['dialysis', 'uraemia'],
];

/** Further causes on the problem list, and those that no list shows (paraprotein, copper, POEMS). */
export function otherCauses(facts: CaseFacts): Outcome {
  const rule = 'check/other-causes';
  if (facts.conditions === undefined) return notEvaluated(rule, ['patient.problems']);
  const found = OTHER_CAUSES.flatMap(([condition, text]) => {
    const known = has(facts, condition);
    return known === undefined ? [] : [{ text, entry: known.text }];
  });
  if (found.length === 0) return notApplicable(rule, 'None of the further causes is on the problem list.');
  return cardWith({
    rule,
    row: 'on-problem-list',
    indicator: 'warning',
    summary: `Further possible cause on the problem list: ${listText([...new Set(found.map(({ text }) => text))])}`,
    notes: [
      'Not visible on a list: paraprotein (anti-MAG), POEMS, cryoglobulins, copper or folate deficiency, HIV, hepatitis B and C.',
    ],
    basis: found.map(({ entry }) => ({ input: 'patient.problems', value: entry })),
    sources: [cite('leukemia-2012-abstract'), cite('general-knowledge')],
  });
}

const EARLY_CYCLES = 3;

/** Early cycles (A8, A23): adjusting is not put off. */
export function earlyCycle({ order, assessment }: CaseFacts): Outcome {
  const rule = 'check/early-cycle';
  if (order.cycle === undefined) return notEvaluated(rule, ['order.cycle']);
  if (order.cycle > EARLY_CYCLES) return notApplicable(rule, `Cycle ${order.cycle} is past the first three.`);
  const grade = Math.max(assessment.sensoryGrade ?? 0, assessment.motorGrade ?? 0);
  return cardWith({
    rule,
    row: `cycle-${order.cycle}`,
    indicator: grade >= 1 ? 'warning' : 'info',
    summary: 'Early cycle: dose modification is not put off, neuropathy asked at every visit',
    notes: [
      'The reference article gives 45 % of discontinuations for neuropathy within the first three cycles; no source was found for it.',
      'In APEX neuropathy improved in 68 % with dose modification and in 47 % without.',
    ],
    basis: [{ input: 'order.cycle', value: `cycle ${order.cycle}` }],
    sources: [cite('reference-article', 'first-line pharmacologic pain management', 'unverified'), cite('apex-2009')],
  });
}

export function pregnancy({ patient }: CaseFacts): Outcome {
  const rule = 'check/pregnancy';
  if (patient.pregnant !== true && patient.breastFeeding !== true) {
    return notApplicable(rule, 'Neither pregnancy nor breast-feeding was read.');
  }
  return cardWith({
    rule,
    row: patient.pregnant === true ? 'pregnant' : 'breast-feeding',
    indicator: 'critical',
    summary: 'Pregnancy or breast-feeding: bortezomib and partner drugs need their own decision first',
    notes: [
      'Contraception for men and women during treatment and 3 months after (EU). Thalidomide and lenalidomide have prevention programmes.',
    ],
    basis: [{ input: patient.pregnant === true ? 'patient.pregnant' : 'patient.breastFeeding', value: 'yes' }],
    sources: [cite('eu-smpc', '4.6'), cite('bortezomib-leaflets')],
  });
}

export function checks(facts: CaseFacts): Outcome[] {
  return [
    earlyCycle(facts),
    vitaminB12(facts),
    diabetes(facts),
    thyroid(facts),
    neurotoxicDrugs(facts),
    otherCauses(facts),
    zosterProphylaxis(facts),
    pregnancy(facts),
  ];
}
