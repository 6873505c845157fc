/** The daily dose of a symptom drug at a creatinine clearance: its band, its ceiling, and both in words. */
import { quantity } from '../quantity-text.ts';
import type { LabelDosing, RenalBand } from './symptom-drug.ts';

/** The band of a clearance: the first whose lower bound it reaches (or passes, where the bound belongs to the band below). */
export function bandAt(bands: readonly RenalBand[], crCl: number): RenalBand {
  return (
    bands.find((band) => crCl > band.from || (crCl === band.from && band.above === undefined)) ??
    (bands[bands.length - 1] as RenalBand)
  );
}

/** The part of a band's doses that a clearance leaves: 1, or less where the label scales with the clearance. */
const shareAt = ({ inProportionTo }: RenalBand, crCl: number): number =>
  inProportionTo === undefined ? 1 : Math.min(1, crCl / inProportionTo);

function maximumIn(band: RenalBand, { olderThan }: LabelDosing, crCl: number, ageYears = 0): number | undefined {
  if (band.maximum === undefined) return undefined;
  const ceiling = olderThan !== undefined && ageYears > olderThan.years ? olderThan.maximum : undefined;
  return Math.min(band.maximum, ceiling ?? band.maximum) * shareAt(band, crCl);
}

/** Highest daily dose in mg at a clearance and age, or undefined where the label names none. */
export function maximumAt(label: LabelDosing, crCl: number, ageYears?: number): number | undefined {
  return maximumIn(bandAt(label.bands, crCl), label, crCl, ageYears);
}

/** The band in words: the range of clearances that it is for. */
export function bandName(bands: readonly RenalBand[], band: RenalBand): string {
  const index = bands.indexOf(band);
  const above = bands[index - 1];
  if (bands.length === 1) return 'any renal function';
  if (above === undefined) return `creatinine clearance ${band.from} mL/min or more`;
  const below = above.above === undefined ? `below ${above.from}` : `at most ${above.from}`;
  return band.from === 0
    ? `creatinine clearance ${below} mL/min`
    : `creatinine clearance ${band.above === undefined ? '' : 'above '}${band.from} to ${below} mL/min`;
}

/** Start, ceiling and division of the daily dose; where the label scales with the clearance, start and ceiling both do. */
export function doseWords(label: LabelDosing, band: RenalBand, crCl: number, ageYears?: number): string {
  if (band.avoid !== undefined) return band.avoid;
  const maximum = maximumIn(band, label, crCl, ageYears);
  if (maximum !== undefined && maximum < 1)
    return 'no daily dose follows from this clearance, only those after dialysis';
  const share = shareAt(band, crCl);
  const scaled = band.startMg === undefined ? band.start : `${quantity(Math.floor(band.startMg * share), 'mg')} daily`;
  const start = scaled === undefined ? '' : `start ${scaled}, `;
  const given = band.given === undefined ? '' : ` ${band.given}`;
  const daily = band.given?.startsWith('once daily') === true ? '' : ' daily';
  const most = maximum === undefined ? 'no maximum named' : `at most ${quantity(Math.floor(maximum), 'mg')}${daily}`;
  return `${start}${most}${given}${share < 1 ? ', in proportion to the clearance' : ''}`;
}

/** How the dose is increased. The labels write their steps for full renal function: in a lower band they would pass the ceiling. */
export function increaseWords(label: LabelDosing, band: RenalBand): string {
  if (band.avoid !== undefined) return '';
  return band === label.bands[0]
    ? ` Increase: ${label.titration}.`
    : ' Increase: within this ceiling; the usual steps of the label are for full renal function.';
}
