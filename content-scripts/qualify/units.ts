/** Units of laboratory results and body measures, and what they come to in the units of the rules. */
import { fold } from '../parse/tokens.ts';

export type Measure =
  | 'creatinine'
  | 'crCl'
  | 'eGFR'
  | 'bilirubin'
  | 'platelets'
  | 'b12'
  | 'hba1c'
  | 'height'
  | 'weight'
  | 'bsa';

interface Scale {
  /** what is possible at all, in the unit of the rules; anything else was misread */
  possible: readonly [number, number];
  /** folded unit → factor to the unit of the rules */
  units: readonly (readonly [RegExp, number | ((value: number) => number)])[];
}

const POWER_9 = '(?:x ?)?10 ?[\\^*e]? ?9';
const POWER_3 = '(?:x ?)?10 ?[\\^*e]? ?3';

const SCALES: Record<Measure, Scale> = {
  creatinine: {
    possible: [0.1, 30],
    // molar mass of creatinine 113.12 g/mol
    units: [
      [/^mg\/(?:dl|100 ?ml)$/, 1],
      [/^(?:u|mc|micro)mol\/l$/, 0.011312],
      [/^mmol\/l$/, 11.312],
      [/^mg\/l$/, 0.1],
    ],
  },
  crCl: {
    possible: [0, 300],
    units: [
      [/^ml\/min(?:uto|ute)?$/, 1],
      [/^ml\/s$/, 60],
    ],
  },
  eGFR: { possible: [0, 300], units: [] },
  bilirubin: {
    possible: [0, 60],
    // molar mass of bilirubin 584.66 g/mol
    units: [
      [/^mg\/(?:dl|100 ?ml)$/, 1],
      [/^(?:u|mc|micro)mol\/l$/, 0.058466],
      [/^mg\/l$/, 0.1],
    ],
  },
  platelets: {
    possible: [1, 3000],
    units: [
      [
        new RegExp(
          `^(?:${POWER_9}|g|giga|gpt)\\/l$|^(?:${POWER_3}|k|thou(?:sand)?s?|tsd\\.?|x?1000|mil(?:es)?)\\/(?:[um]c?l|mm ?\\^?3)$|^\\/nl$`,
        ),
        1,
      ],
      [/^(?:cells|u)?\/(?:[um]c?l|mm ?\^?3)$/, 0.001],
    ],
  },
  b12: {
    possible: [10, 10000],
    // molar mass of cyanocobalamin 1355.37 g/mol
    units: [
      [/^pg\/ml$|^ng\/l$/, 1],
      [/^pmol\/l$/, 1.35537],
      [/^ng\/dl$/, 10],
    ],
  },
  hba1c: {
    possible: [2, 25],
    units: [
      [/^%/, 1],
      // IFCC to NGSP master equation
      [/^mmol\/mol/, (value) => value * 0.09148 + 2.152],
    ],
  },
  height: {
    possible: [50, 250],
    units: [
      [/^cm$/, 1],
      [/^(?:m|metros?|metres?|meters?)$/, 100],
      [/^(?:in|inch|inches|"|\[in_[iu]s?\])$/, 2.54],
    ],
  },
  weight: {
    possible: [10, 400],
    units: [
      [/^(?:kg|kgs|kilos?|kilogram\w*)$/, 1],
      [/^(?:lb|lbs|pounds?|\[lb_av\])$/, 0.45359237],
      [/^g$/, 0.001],
    ],
  },
  bsa: { possible: [0.4, 4], units: [[/^(?:m ?\^?2|sqm|mq|qm|m 2)$/, 1]] },
};

/** Four significant digits: no laboratory reports more, and a factor's tail is not a measurement. */
const round = (value: number): number => Number(value.toPrecision(4));

const plainUnit = (unit: string): string =>
  fold(unit.replace(/[µμ]/g, 'u').replace(/⁹/g, '9').replace(/³/g, '3').replace(/²/g, '2'))
    .replace(/[×·]/g, 'x')
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ')
    .replace(/^x ?/, 'x')
    .trim();

/** The value in the unit of the rules; null for a unit that is not known, 'impossible' for a value that cannot be. */
export function convert(measure: Measure, value: number, unit: string): number | 'impossible' | null {
  const { units, possible } = SCALES[measure];
  for (const [pattern, into] of units) {
    if (!pattern.test(plainUnit(unit))) continue;
    const converted = round(typeof into === 'number' ? value * into : into(value));
    return converted >= possible[0] && converted <= possible[1] ? converted : 'impossible';
  }
  return null;
}

/** Whether text is a unit in which this is measured. */
export const isUnitOf = (measure: Measure, unit: string): boolean =>
  SCALES[measure].units.some(([pattern]) => pattern.test(plainUnit(unit)));
