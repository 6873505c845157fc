/** Liver and kidney: the start dose by bilirubin, and what is known by creatinine clearance. */
import { type CaseFacts, crClOf, HEPATIC_START_DOSE, HEPATIC_THRESHOLD } from '../case-facts.ts';
import { isAbove } from '../dose-calculation.ts';
import { cardWith, cite, notApplicable, notEvaluated, type Outcome } from '../outcome.ts';
import { numberText, perBsaText, quantity } from '../quantity-text.ts';

/** Bilirubin above 1.5 times its upper limit: 0.7 mg/m2 in cycle 1, then 1 or 0.5 by tolerance (US 2.8 table 6, EU table 6). */
export function hepaticCheck({ bilirubinTimesUln, order, patient, ordered }: CaseFacts): Outcome {
  const rule = 'dose-check/hepatic';
  if (bilirubinTimesUln === undefined) {
    const missing = [];
    if (patient.bilirubinMgDl === undefined) missing.push('patient.bilirubinMgDl');
    if (patient.bilirubinUlnMgDl === undefined) missing.push('patient.bilirubinUlnMgDl');
    return notEvaluated(rule, missing);
  }
  const times = numberText(bilirubinTimesUln);
  if (bilirubinTimesUln <= HEPATIC_THRESHOLD) {
    return notApplicable(rule, `Bilirubin is ${times} times its upper limit: no change of the start dose.`);
  }
  const severity = bilirubinTimesUln > 3 ? 'severe' : 'moderate';
  const above = ordered.perBsa !== undefined && isAbove(ordered.perBsa, HEPATIC_START_DOSE);
  const first = order.cycle === 1;
  const verdict =
    order.cycle === undefined
      ? `in cycle 1 the start dose is ${perBsaText(HEPATIC_START_DOSE)}; the cycle was not read`
      : first
        ? `start dose ${perBsaText(HEPATIC_START_DOSE)} in cycle 1${above ? ', below the order' : ''}`
        : 'after cycle 1 the dose follows tolerance, 1 or 0.5 mg/m²';
  return cardWith({
    rule,
    row: severity,
    indicator: above && order.cycle !== undefined && first ? 'critical' : 'warning',
    summary: `Bilirubin ${times} times its upper limit: ${verdict}`,
    notes: [
      'Moderate (above 1.5 to 3 times) and severe (above 3 times) impairment: 0.7 mg/m² in cycle 1, then 1 mg/m² or further down to 0.5 mg/m² by tolerance.',
      '0.5 mg/m² is a level only here. A later rise to 1 mg/m² belongs to this table, not to recovery from neuropathy.',
    ],
    basis: [{ input: 'patient.bilirubinMgDl', value: `${times} times the upper limit of normal` }],
    sources: [cite('us-pi-label', '2.8, table 6'), cite('eu-smpc', '4.2, table 6')],
  });
}

const RENAL_UNKNOWN_BELOW = 20;

export function renalCheck(facts: CaseFacts): Outcome {
  const rule = 'dose-check/renal';
  const crCl = crClOf(facts);
  if (crCl === undefined) return notEvaluated(rule, facts.crCl as readonly string[]);
  if (crCl >= RENAL_UNKNOWN_BELOW) return notApplicable(rule, 'No change of the bortezomib dose for renal function.');
  return cardWith({
    rule,
    row: 'below-20',
    indicator: 'warning',
    summary: 'Creatinine clearance below 20 mL/min: no start-dose change, kinetics without dialysis unknown (EU)',
    notes: ['On dialysis bortezomib is given after the session: dialysis may lower its level.'],
    basis: [{ input: 'patient.crClMlMin', value: quantity(crCl, 'mL/min', 0) }],
    sources: [cite('us-pi-label', '2'), cite('eu-smpc', '4.2')],
  });
}
