/** The amounts of the order for whoever verifies it: body surface area, mg, mL, overdose, and whether rounding undid a reduction. */
import { duBois, mosteller } from '../body-surface-area.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { Patient } from '../clinical-context.ts';
import { CONCENTRATION, HIGHEST_LABELLED_DOSE, isAbove, round } from '../dose-calculation.ts';
import { type Basis, cardWith, cite, notApplicable, notEvaluated, type Outcome } from '../outcome.ts';
import { mgText, mlText, perBsaText, percentText, quantity } from '../quantity-text.ts';

/** Differences of ordered against calculated, in percent: up to `close` agrees, up to `tolerated` is looked at, above is not accepted. */
export interface ToleranceBands {
  readonly close: number;
  readonly tolerated: number;
}
export const DEFAULT_BANDS: ToleranceBands = { close: 5, tolerated: 10 };

export type Band = 'close' | 'looked-at' | 'outside';
export function bandOf(percent: number, bands: ToleranceBands = DEFAULT_BANDS): Band {
  const size = round(Math.abs(percent), 1);
  return size <= bands.close ? 'close' : size <= bands.tolerated ? 'looked-at' : 'outside';
}
const INDICATOR = { close: 'info', 'looked-at': 'warning', outside: 'critical' } as const;

/** Body surface area as read, or by Mosteller where height and weight were read. */
function surfaceOf({ bsaM2, heightCm, weightKg }: Patient): number | undefined {
  return bsaM2 ?? (heightCm === undefined || weightKg === undefined ? undefined : mosteller(heightCm, weightKg));
}
const surfaceBasis = ({ bsaM2 }: Patient, surface: number): Basis => ({
  input: 'patient.bsaM2',
  value: quantity(surface, 'm²') + (bsaM2 === undefined ? ', Mosteller' : ', as read'),
});
/** The largest body surface area that a context may hold, m2. */
const LARGEST_SURFACE_M2 = 4;
const LARGEST_SURFACE: Basis = {
  input: 'patient.bsaM2',
  value: `not read; ${quantity(LARGEST_SURFACE_M2, 'm²')}, the largest accepted, was taken`,
};

/** Ordered against calculated mg: the difference in percent and its band. */
export function mgCheck({ order, patient, ordered }: CaseFacts, bands?: ToleranceBands): Outcome {
  const rule = 'dose-check/mg';
  const missing: string[] = [];
  if (order.dosePerBsa === undefined) missing.push('order.dosePerBsa');
  if (order.doseMg === undefined) missing.push('order.doseMg');
  const bsa = surfaceOf(patient);
  if (bsa === undefined) missing.push('patient.bsaM2');
  if (order.dosePerBsa === undefined || order.doseMg === undefined || bsa === undefined)
    return notEvaluated(rule, missing);
  const calculated = round(order.dosePerBsa * bsa, 2);
  const percent = (order.doseMg / (order.dosePerBsa * bsa) - 1) * 100;
  const band = bandOf(percent, bands);
  const side = percent < 0 ? 'below' : 'above';
  const notes = [
    `${perBsaText(order.dosePerBsa)} x ${quantity(bsa, 'm²')} = ${mgText(calculated)}; ordered ${mgText(order.doseMg)}.`,
    'Rounding within 10 % of the ordered dose is accepted by HOPA; a toxicity reduction is 20 % or more and may not vanish in it.',
  ];
  if (band === 'outside' && Math.abs(order.doseMg - order.dosePerBsa) < 0.005) {
    notes.push('The mg equal the mg/m²: one of the two may carry the wrong unit.');
  }
  if (band === 'outside' && ordered.mgBasis === 'bsa-read') {
    notes.push(
      'Until this is resolved the mg of the options rest on mg/m² and body surface area, never above the ordered mg.',
    );
  }
  return cardWith({
    rule,
    row: band,
    indicator: INDICATOR[band],
    summary:
      band === 'close'
        ? `Ordered mg agree with the calculation: ${mgText(order.doseMg)} and ${mgText(calculated)}`
        : `Ordered mg are ${percentText(percent)} ${side} the calculation: ${mgText(order.doseMg)} and ${mgText(calculated)}`,
    notes,
    basis: [
      { input: 'order.dosePerBsa', value: perBsaText(order.dosePerBsa) },
      { input: 'order.doseMg', value: mgText(order.doseMg) },
      surfaceBasis(patient, bsa),
    ],
    sources: [cite('hopa-2018')],
  });
}

/** Body surface area recalculated by two formulas and compared with the one read. */
export function bsaCheck({ patient }: CaseFacts): Outcome {
  const rule = 'dose-check/bsa';
  const { heightCm, weightKg, bsaM2 } = patient;
  const missing: string[] = [];
  if (heightCm === undefined) missing.push('patient.heightCm');
  if (weightKg === undefined) missing.push('patient.weightKg');
  if (heightCm === undefined || weightKg === undefined) return notEvaluated(rule, missing);
  const byMosteller = mosteller(heightCm, weightKg);
  const byDuBois = duBois(heightCm, weightKg);
  const both = `Mosteller ${quantity(byMosteller, 'm²')}, DuBois ${quantity(byDuBois, 'm²')}`;
  const from = `${quantity(heightCm, 'cm')}, ${quantity(weightKg, 'kg')}`;
  const basis: Basis[] = [
    { input: 'patient.heightCm', value: quantity(heightCm, 'cm') },
    { input: 'patient.weightKg', value: quantity(weightKg, 'kg') },
  ];
  const sources = [cite('mosteller-1987')];
  if (bsaM2 === undefined) {
    const summary = `Body surface area calculated: ${both}`;
    return cardWith({ rule, row: 'calculated', summary, notes: [`From ${from}.`], basis, sources });
  }
  basis.push({ input: 'patient.bsaM2', value: quantity(bsaM2, 'm²') });
  const percent = (bsaM2 / byMosteller - 1) * 100;
  const differs = round(Math.abs(percent), 1) > DEFAULT_BANDS.close;
  return cardWith({
    rule,
    row: differs ? 'differs' : 'agrees',
    indicator: differs ? 'warning' : 'info',
    summary: differs
      ? `Body surface area read (${quantity(bsaM2, 'm²')}) differs by ${percentText(percent)} from height and weight`
      : `Body surface area read (${quantity(bsaM2, 'm²')}) agrees with height and weight`,
    notes: [
      `${both}, from ${from}.`,
      ...(differs
        ? [
            'Height, weight or their dates may differ from those of the order; a new weight is not a toxicity reduction.',
          ]
        : []),
    ],
    basis,
    sources,
  });
}

/** mL of the ordered mg at both concentrations: they are not interchangeable. */
export function volumeCheck({ order, ordered }: CaseFacts): Outcome {
  const rule = 'dose-check/volume';
  if (order.doseMg === undefined) return notEvaluated(rule, ['order.doseMg']);
  const subcutaneous = round(order.doseMg / CONCENTRATION.SC, 2);
  const intravenous = round(order.doseMg / CONCENTRATION.IV, 2);
  const own =
    ordered.concentrationMgMl === undefined ? 'route not read' : order.route === 'SC' ? 'subcutaneous' : 'intravenous';
  return cardWith({
    rule,
    row: own,
    summary: `${mgText(order.doseMg)}: ${mlText(subcutaneous)} at 2.5 mg/mL subcutaneous, ${mlText(intravenous)} at 1 mg/mL intravenous`,
    notes: [
      'Vial 3.5 mg: 1.4 mL of 0.9 % sodium chloride gives 2.5 mg/mL (subcutaneous), 3.5 mL gives 1 mg/mL (intravenous). A vial can hold more than the dose.',
      'Ready-to-use 2.5 mg/mL: subcutaneous as it is, intravenous after dilution to 1 mg/mL.',
      'Fatal if given by the intrathecal route.',
    ],
    basis: [{ input: 'order.doseMg', value: mgText(order.doseMg) }],
    sources: [cite('us-pi-label', '2.9, 2.10'), cite('eu-smpc', '4.2')],
  });
}

/** More than twice the highest labelled dose is a stop card: such doses have killed. Above the highest is named. */
export function overDose({ order, patient }: CaseFacts): Outcome {
  const rule = 'dose-check/over-dose';
  const surface = surfaceOf(patient) ?? LARGEST_SURFACE_M2;
  const known = surfaceOf(patient) !== undefined;
  const least = order.doseMg === undefined ? undefined : order.doseMg / surface;
  // Without a body surface area only mg that are too much for the largest patient say anything.
  const fromMg = least !== undefined && (known || isAbove(least, 2 * HIGHEST_LABELLED_DOSE)) ? least : undefined;
  if (order.dosePerBsa === undefined && fromMg === undefined) {
    return notEvaluated(rule, order.doseMg === undefined ? ['order.dosePerBsa', 'order.doseMg'] : ['patient.bsaM2']);
  }
  const highest = Math.max(order.dosePerBsa ?? 0, fromMg ?? 0);
  const basis: Basis[] = [];
  if (order.dosePerBsa !== undefined) basis.push({ input: 'order.dosePerBsa', value: perBsaText(order.dosePerBsa) });
  if (order.doseMg !== undefined) basis.push({ input: 'order.doseMg', value: mgText(order.doseMg) });
  if (fromMg !== undefined) basis.push(known ? surfaceBasis(patient, surface) : LARGEST_SURFACE);
  const sources = [cite('us-pi-label', '10'), cite('eu-smpc', '4.9')];
  if (isAbove(highest, 2 * HIGHEST_LABELLED_DOSE)) {
    return cardWith({
      rule,
      row: 'over-twice-the-highest',
      indicator: 'critical',
      summary:
        fromMg === undefined || known
          ? `Not to be given as ordered: ${perBsaText(round(highest, 2))} is more than twice the highest labelled dose`
          : `Not to be given as ordered: ${mgText(order.doseMg as number)} is more than twice the highest labelled dose in any patient`,
      notes: [
        'Overdose above twice the recommended dose has been fatal (acute hypotension, thrombocytopenia); there is no antidote.',
        'mg and mg/m², the decimal point and the vial strength (3.5 mg) are the usual causes.',
      ],
      basis,
      sources,
    });
  }
  // Rounding of mg to the nearest 0.1 mg or vial may lift a labelled dose by a few percent; that is the mg check's business.
  const stated = order.dosePerBsa ?? (fromMg as number) / (1 + DEFAULT_BANDS.close / 100);
  if (isAbove(stated, HIGHEST_LABELLED_DOSE)) {
    return cardWith({
      rule,
      row: 'above-the-highest',
      indicator: 'warning',
      summary: `${perBsaText(round(highest, 2))} is above the highest labelled dose of 1.3 mg/m²`,
      notes: [
        '1.5 and 1.6 mg/m² once weekly occur in some protocols (CyBorD, AL amyloidosis); the label has no such dose.',
      ],
      basis,
      sources: [...sources, cite('general-knowledge')],
    });
  }
  return notApplicable(rule, 'The order is not above the highest labelled dose of 1.3 mg/m².');
}

/** A reduction that the ordered mg do not show: the dose per m² went down, the mg did not. */
export function roundingCheck({ order, patient }: CaseFacts): Outcome {
  const rule = 'dose-check/rounding';
  const { startingDosePerBsa, dosePerBsa, doseMg } = order;
  if (startingDosePerBsa === undefined) return notApplicable(rule, 'No starting dose was given to compare with.');
  if (dosePerBsa === undefined) return notEvaluated(rule, ['order.dosePerBsa']);
  if (!isAbove(startingDosePerBsa, dosePerBsa)) return notApplicable(rule, 'The dose per m² was not reduced.');
  if (doseMg === undefined) return notEvaluated(rule, ['order.doseMg']);
  if (patient.bsaM2 === undefined) return notEvaluated(rule, ['patient.bsaM2']);
  const planned = (dosePerBsa / startingDosePerBsa - 1) * 100;
  const real = (doseMg / (startingDosePerBsa * patient.bsaM2) - 1) * 100;
  const kept = real <= planned / 2;
  return cardWith({
    rule,
    row: kept ? 'kept' : 'cancelled',
    indicator: kept ? 'info' : 'critical',
    summary: kept
      ? `The reduction from ${perBsaText(startingDosePerBsa)} to ${perBsaText(dosePerBsa)} is in the ordered mg`
      : `The reduction to ${perBsaText(dosePerBsa)} is lost in the ordered ${mgText(doseMg)}`,
    notes: [
      `Planned ${percentText(planned)} lower than the start; the ordered mg are ${round(real, 1) === 0 ? 'the same' : `${percentText(real)} ${real < 0 ? 'lower' : 'higher'}`}.`,
    ],
    basis: [
      { input: 'order.startingDosePerBsa', value: perBsaText(startingDosePerBsa) },
      { input: 'order.dosePerBsa', value: perBsaText(dosePerBsa) },
      { input: 'order.doseMg', value: mgText(doseMg) },
    ],
    sources: [cite('hopa-2018')],
  });
}
