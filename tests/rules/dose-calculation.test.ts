import { describe, expect, it } from 'vitest';
import type { Order, Patient } from '../../rules/clinical-context.ts';
import {
  isAbove,
  isLower,
  mgFor,
  nextLevelBelow,
  numbersFor,
  type OrderedDose,
  orderedDose,
  round,
  roundDown,
} from '../../rules/dose-calculation.ts';

const of = (order: Partial<Order>, patient?: Patient) =>
  orderedDose({ order: { drug: 'bortezomib', ...order }, patient });
const ordered = (known: Partial<OrderedDose>): OrderedDose => ({ perBsaCalculated: false, ...known });

describe('rounding', () => {
  it('is half up, also where the binary number falls just short of the half', () => {
    expect(round(1.005, 2)).toBe(1.01);
    expect(round(1.234, 2)).toBe(1.23);
  });
  it('down is down, but not past a number that is only binary dust below', () => {
    expect(roundDown(1.999, 2)).toBe(1.99);
    expect(roundDown(0.7 * 3, 1)).toBe(2.1);
  });
});

describe('isAbove', () => {
  it('is not satisfied by equal numbers or binary dust', () => {
    expect(isAbove(1.3, 1.3)).toBe(false);
    expect(isAbove(0.1 + 0.2, 0.3)).toBe(false);
    expect(isAbove(1.01, 1)).toBe(true);
    expect(isAbove(1, 1.01)).toBe(false);
  });
});

describe('the dose per m² of an order', () => {
  it('is as read when it was read, whatever the mg say', () => {
    expect(of({ dosePerBsa: 1.3, doseMg: 1 }, { bsaM2: 2 })).toMatchObject({ perBsa: 1.3, perBsaCalculated: false });
  });
  it('is mg divided by the body surface area that was read', () => {
    expect(of({ doseMg: 2.2 }, { bsaM2: 2 })).toMatchObject({ perBsa: 1.1, perBsaCalculated: true });
  });
  it('is rounded down when it is calculated, and never to nothing', () => {
    expect(of({ doseMg: 2 }, { bsaM2: 1.7 }).perBsa).toBe(1.17);
    expect(of({ doseMg: 0.05 }, { bsaM2: 4 }).perBsa).toBe(0.01);
  });
  it.each([
    ['exactly a level', 2.6, 1.3],
    ['a little above it', 2.65, 1.3],
    ['up to 5 % above it', 2.73, 1.3],
    ['more than 5 % above it', 2.75, 1.37],
    ['a little below it', 2.58, 1.29],
    ['a little above a lower level', 1.42, 0.7],
    ['between two levels', 1.8, 0.9],
  ])('calculated, %s: %d mg on 2 m² is %d mg/m²', (_, doseMg, perBsa) => {
    expect(of({ doseMg }, { bsaM2: 2 }).perBsa).toBe(perBsa);
  });
  it('is not known from mg alone, from a surface alone, or from height and weight', () => {
    for (const one of [of({ doseMg: 2 }), of({}, { bsaM2: 2 }), of({ doseMg: 2 }, { heightCm: 180, weightKg: 80 })]) {
      expect(one.perBsa).toBeUndefined();
      expect(one.perBsaCalculated).toBe(false);
    }
  });
});

describe('the body surface area for mg', () => {
  const size = { heightCm: 180, weightKg: 80 } as const;

  it('is as read before all else', () => {
    expect(of({ dosePerBsa: 1, doseMg: 2 }, { bsaM2: 1.9, ...size })).toMatchObject({
      bsaM2: 1.9,
      mgBasis: 'bsa-read',
    });
  });
  it('is what mg and mg/m² of the order imply, before height and weight', () => {
    expect(of({ dosePerBsa: 1.3, doseMg: 2.6 }, size)).toMatchObject({ bsaM2: 2, mgBasis: 'ordered-mg' });
  });
  it('is calculated from height and weight (Mosteller) when the order implies none', () => {
    for (const order of [{}, { dosePerBsa: 1.3 }, { doseMg: 2.6 }]) {
      expect(of(order, size)).toMatchObject({ bsaM2: 2, mgBasis: 'bsa-mosteller' });
    }
  });
  it('is unknown when height or weight is missing', () => {
    for (const patient of [{ heightCm: 180 }, { weightKg: 80 }, {}, undefined]) {
      const { bsaM2, mgBasis } = of({ dosePerBsa: 1.3 }, patient);
      expect({ bsaM2, mgBasis }).toEqual({ bsaM2: undefined, mgBasis: undefined });
    }
  });
});

describe('the concentration', () => {
  it.each([
    ['SC', 2.5],
    ['IV', 1],
    ['either', undefined],
    ['intrathecal', undefined],
    [undefined, undefined],
  ] as const)('for route %s is %s mg/mL', (route, concentration) => {
    expect(of({ route }).concentrationMgMl).toBe(concentration);
  });
});

describe('the frequency', () => {
  const twice = [1, 4, 8, 11];
  const weekly = [1, 8, 15, 22];

  it('is as read or as the days say, whichever there is', () => {
    expect(of({ frequency: 'weekly' }).frequency).toBe('weekly');
    expect(of({ days: twice }).frequency).toBe('twice-weekly');
    expect(of({}).frequency).toBeUndefined();
  });
  it('is the rarer one when the two disagree', () => {
    expect(of({ frequency: 'twice-weekly', days: weekly }).frequency).toBe('weekly');
    expect(of({ frequency: 'weekly', days: twice }).frequency).toBe('weekly');
    expect(of({ frequency: 'every-2-weeks', days: twice }).frequency).toBe('every-2-weeks');
  });
});

describe('mgFor', () => {
  it('is dose times surface to 2 decimals', () => {
    expect(mgFor(1.3, ordered({ bsaM2: 1.83 }))).toBe(2.38);
  });
  it('is never above the mg of the order', () => {
    expect(mgFor(1.3, ordered({ bsaM2: 1.83, mg: 2 }))).toBe(2);
    expect(mgFor(1, ordered({ bsaM2: 1.83, mg: 2 }))).toBe(1.83);
  });
  it('is unknown without a surface', () => {
    expect(mgFor(1.3, ordered({ mg: 2 }))).toBeUndefined();
  });
});

describe('isLower', () => {
  it('compares with the dose per m² of the order', () => {
    expect(isLower(1, ordered({ perBsa: 1.3 }))).toBe(true);
    expect(isLower(1.3, ordered({ perBsa: 1.3 }))).toBe(false);
    expect(isLower(1.3, ordered({ perBsa: 1 }))).toBe(false);
  });
  it('is not known without one', () => {
    expect(isLower(1, ordered({}))).toBe(false);
    expect(isLower(1, ordered({ bsaM2: 2, mg: 3 }))).toBe(false);
  });
  it('needs fewer mg as well, where the mg are known', () => {
    expect(isLower(1, ordered({ perBsa: 1.3, bsaM2: 1.8, mg: 2.34 }))).toBe(true);
    expect(isLower(1, ordered({ perBsa: 1.3, bsaM2: 1.8, mg: 1.5 }))).toBe(false);
    expect(isLower(1, ordered({ perBsa: 1.3, bsaM2: 1.8 }))).toBe(true);
    expect(isLower(1, ordered({ perBsa: 1.3, mg: 1.5 }))).toBe(true);
  });
});

describe('nextLevelBelow', () => {
  it.each([
    [1.5, 1.3],
    [1.3, 1],
    [1.15, 1],
    [1, 0.7],
    [0.8, 0.7],
    [0.7, undefined],
    [0.5, undefined],
  ])('%d mg/m² → %s', (dose, level) => {
    expect(nextLevelBelow(dose)).toBe(level);
  });
});

describe('numbersFor', () => {
  it('gives mg/m², mg, mL, concentration and the change', () => {
    const order = ordered({ perBsa: 1.3, bsaM2: 1.83, mg: 2.38, concentrationMgMl: 2.5 });
    expect(numbersFor(1, order)).toEqual({
      dosePerBsa: 1,
      doseMg: 1.83,
      volumeMl: 0.73,
      concentrationMgMl: 2.5,
      changePercent: -23.1,
    });
  });
  it('leaves out what is not known, the keys included', () => {
    expect(numbersFor(1, ordered({}))).toStrictEqual({ dosePerBsa: 1 });
    expect(numbersFor(1, ordered({ bsaM2: 2 }))).toStrictEqual({ dosePerBsa: 1, doseMg: 2 });
    expect(numbersFor(1, ordered({ perBsa: 2 }))).toStrictEqual({ dosePerBsa: 1, changePercent: -50 });
  });
  it('never shows a rise', () => {
    expect(numbersFor(1.3, ordered({ perBsa: 1 })).changePercent).toBe(0);
  });
});
