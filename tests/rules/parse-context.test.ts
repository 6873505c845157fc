import { describe, expect, it } from 'vitest';
import { parseContext } from '../../rules/index.ts';

const order = { drug: 'bortezomib' };
const faultsOf = (json: unknown) => {
  const parsed = parseContext(json);
  return parsed.ok ? [] : parsed.faults.map((fault) => `${fault.path}: ${fault.reason}`);
};

describe('parseContext', () => {
  it('accepts an order with nothing but the drug', () => {
    expect(parseContext({ order })).toEqual({ ok: true, value: { order } });
  });
  it.each([
    [null, /^\(root\): null where object is expected$/u],
    [[], /^\(root\)/u],
    [{}, /^order: is missing$/u],
    [{ order: {} }, /^order\.drug/u],
    [{ order: { drug: 'carfilzomib' } }, /^order\.drug: text 'carfilzomib' is not accepted: 'bortezomib'$/u],
    [{ order: { ...order, dosePerBsa: '1.3' } }, /^order\.dosePerBsa: text '1\.3' where number is expected$/u],
    [{ order: { ...order, dosePerBsa: 13 } }, /^order\.dosePerBsa: 13 is out of range: at most 5 mg\/m² is accepted$/u],
    [{ order: { ...order, doseMg: 2340 } }, /^order\.doseMg: 2340 is out of range: at most 20 mg is accepted$/u],
    [{ order: { ...order, dose: 1.3 } }, /^order\.dose: unknown key$/u],
    [{ order, extra: 1 }, /^extra: unknown key$/u],
    [
      { order: { ...order, route: 'PO' } },
      /^order\.route: text 'PO' is not accepted: 'IV', 'SC', 'either', 'other', 'intrathecal'$/u,
    ],
    [{ order: { ...order, days: [] } }, /^order\.days: has to have at least 1 entries$/u],
    [{ order: { ...order, plannedAt: '2026-01-05' } }, /^order\.plannedAt: .*ISO 8601/u],
    [{ order, patient: { creatinineMgDl: 97 } }, /^patient\.creatinineMgDl: 97 is out of range: at most 30 mg\/dL/u],
    [{ order, patient: { heightCm: 1.65 } }, /^patient\.heightCm: 1\.65 is out of range: at least 50 cm/u],
    [
      { order, assessment: { sensoryGrade: 5 } },
      /^assessment\.sensoryGrade: 5 is out of range: at most 4 is accepted$/u,
    ],
    [{ order, assessment: { pain: 'yes' } }, /^assessment\.pain: text 'yes' where boolean is expected$/u],
    [{ order, assessment: { scale: 'CTCAE 3.0' } }, /^assessment\.scale/u],
  ])('refuses %j with its path and reason', (json, fault) => {
    expect(faultsOf(json)).toEqual([expect.stringMatching(fault)]);
  });
  it('names every fault, not only the first', () => {
    expect(faultsOf({ order: { ...order, dosePerBsa: 13, dose: 1 }, patient: { bsaM2: 'x' } })).toHaveLength(3);
  });
});

describe('values that exclude each other', () => {
  it.each([
    [
      { days: [1, 8, 15, 22], cycleLengthDays: 21 },
      'order.days[3]: day 22 does not exist in a cycle of 21 days (order.cycleLengthDays)',
    ],
    [
      { cycleDay: 22, cycleLengthDays: 21 },
      'order.cycleDay: day 22 does not exist in a cycle of 21 days (order.cycleLengthDays)',
    ],
    [
      { days: [1, 4, 8, 11], frequency: 'weekly' },
      "order.frequency: 'weekly' contradicts order.days, which are twice-weekly",
    ],
    [{ days: [4, 1] }, 'order.days[1]: day 1 does not come after day 4'],
    [{ days: [1, 1] }, 'order.days[1]: day 1 does not come after day 1'],
    [
      { plannedAt: '2026-01-05T08:00:00Z', previousDoseAt: '2026-01-05T10:00:00+02:00' },
      'order.previousDoseAt: the previous dose is not before order.plannedAt',
    ],
  ])('refuses %j', (values, fault) => {
    expect(faultsOf({ order: { ...order, ...values } })).toEqual([fault]);
  });
  it('refuses a pregnant man', () => {
    expect(faultsOf({ order, patient: { sex: 'male', pregnant: true } })).toEqual([
      "patient.pregnant: true contradicts patient.sex 'male'",
    ]);
    expect(faultsOf({ order, patient: { sex: 'male', breastFeeding: true } })).toEqual([
      "patient.breastFeeding: true contradicts patient.sex 'male'",
    ]);
    expect(faultsOf({ order, patient: { sex: 'male', pregnant: false, breastFeeding: false } })).toEqual([]);
    expect(faultsOf({ order, patient: { sex: 'female', pregnant: true, breastFeeding: true } })).toEqual([]);
  });
  it('leaves a dose that does not fit its mg to the dose check', () => {
    expect(faultsOf({ order: { ...order, dosePerBsa: 1.3, doseMg: 9 }, patient: { bsaM2: 1.8 } })).toEqual([]);
  });
  it('accepts values that fit', () => {
    expect(
      faultsOf({
        order: { ...order, days: [1, 4, 8, 11], cycleLengthDays: 21, frequency: 'twice-weekly', cycleDay: 8 },
      }),
    ).toEqual([]);
    expect(faultsOf({ order: { ...order, days: [1], frequency: 'weekly' } })).toEqual([]);
  });
});
