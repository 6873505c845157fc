import { describe, expect, it } from 'vitest';
import { cockcroftGault, creatinineClearance } from '../../rules/renal-function.ts';

describe('cockcroftGault', () => {
  it('is (140 - age) x kg / (72 x creatinine)', () => {
    expect(cockcroftGault(68, 72, 1, 'male')).toBe(72);
    expect(cockcroftGault(40, 72, 2, 'male')).toBe(50);
  });
  it('is 0.85 of that for women', () => {
    expect(cockcroftGault(40, 72, 1, 'female')).toBeCloseTo(85, 10);
  });
});

describe('creatinineClearance', () => {
  const known = { ageYears: 68, weightKg: 72, creatinineMgDl: 1, sex: 'male' } as const;

  it('is the value that was read, where there is one', () => {
    expect(creatinineClearance({ ...known, crClMlMin: 31 })).toEqual({ mlMin: 31, from: 'read' });
  });
  it('is calculated when everything for that was read', () => {
    expect(creatinineClearance(known)).toEqual({ mlMin: 72, from: 'cockcroft-gault' });
  });
  it('asks for the clearance itself when there is no creatinine to calculate from', () => {
    expect(creatinineClearance({})).toEqual(['patient.crClMlMin']);
    expect(creatinineClearance({ ...known, creatinineMgDl: undefined })).toEqual(['patient.crClMlMin']);
  });
  it.each(['ageYears', 'weightKg', 'sex'] as const)('asks for %s when only that is missing', (name) => {
    expect(creatinineClearance({ ...known, [name]: undefined })).toEqual(['patient.crClMlMin', `patient.${name}`]);
  });
  it('asks for everything that is missing beside a creatinine', () => {
    expect(creatinineClearance({ creatinineMgDl: 1 })).toEqual([
      'patient.crClMlMin',
      'patient.ageYears',
      'patient.weightKg',
      'patient.sex',
    ]);
  });
});
