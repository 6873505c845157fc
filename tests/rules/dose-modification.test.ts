import { describe, expect, it } from 'vitest';
import { evaluate } from '../../rules/index.ts';
import { actionsOf, cardOf, notEvaluatedOf, outcomeOf } from './case-of.ts';

const US = 'dose-modification/us-pi';
const EU = 'dose-modification/eu-smpc';
const IMWG = 'dose-modification/imwg-2012';
const ASH = 'dose-modification/ash-education';
const ARTICLE = 'dose-modification/reference-article';

const twiceWeekly = { dosePerBsa: 1.3, frequency: 'twice-weekly', route: 'SC' } as const;
const patient = { bsaM2: 1.8 };
const assessed = (sensoryGrade: number, pain?: boolean, more = {}) => ({ sensoryGrade, pain, ...more });

describe('the row is applied to the order', () => {
  it('reduces 1.3 to 1 mg/m2 with mg, mL and percent, schedule unchanged', () => {
    const card = cardOf({ order: twiceWeekly, assessment: assessed(2, false), patient });
    expect(card.row).toBe('grade-1-with-pain-or-grade-2');
    expect(card.options).toHaveLength(1);
    expect(card.options[0]).toMatchObject({
      action: 'reduce-dose',
      dosePerBsa: 1,
      doseMg: 1.8,
      volumeMl: 0.72,
      concentrationMgMl: 2.5,
      changePercent: -23.1,
      frequency: 'twice-weekly',
    });
  });
  it('uses 1 mg/mL when intravenous and no volume when the route is open', () => {
    const iv = cardOf({ order: { ...twiceWeekly, route: 'IV' }, assessment: assessed(2, false), patient });
    expect(iv.options[0]?.volumeMl).toBe(1.8);
    const open = cardOf({ order: { ...twiceWeekly, route: 'either' }, assessment: assessed(2, false), patient });
    expect(open.options[0]?.volumeMl).toBeUndefined();
  });
  it.each([1.5, 1.6, 1.2])('takes an off-ladder %d to the 1 mg/m2 of the row', (dosePerBsa) => {
    const card = cardOf({ order: { ...twiceWeekly, dosePerBsa }, assessment: assessed(2, false) });
    expect(card.options[0]).toMatchObject({ action: 'reduce-dose', dosePerBsa: 1 });
  });
  it('claims no change at 1 mg/m2 and names the next step with its source', () => {
    const card = cardOf({ order: { ...twiceWeekly, dosePerBsa: 1 }, assessment: assessed(2, false), patient });
    expect(actionsOf(card)).toEqual(['already-met', 'reduce-dose', 'change-schedule']);
    expect(card.options[0]).toMatchObject({ source: 'us-pi', dosePerBsa: 1, changePercent: 0 });
    expect(card.options[1]).toMatchObject({ source: 'imwg-2012', tier: 'guideline', dosePerBsa: 0.7 });
    expect(card.options[2]).toMatchObject({ source: 'imwg-2012', dosePerBsa: 1, frequency: 'weekly' });
  });
  it('takes the next step from the ladder when the order is weekly, where IMWG was not seen', () => {
    const card = cardOf({ order: { dosePerBsa: 1, frequency: 'weekly' }, assessment: assessed(2, false) });
    expect(actionsOf(card)).toEqual(['already-met', 'reduce-dose']);
    expect(card.options[1]).toMatchObject({ source: 'eu-smpc', dosePerBsa: 0.7 });
  });
  it('has no lower labelled level at 0.7 mg/m2 weekly', () => {
    const card = cardOf({ order: { dosePerBsa: 0.7, frequency: 'weekly' }, assessment: assessed(1, true) });
    expect(actionsOf(card)).toEqual(['already-met', 'discontinue']);
    expect(card.options[1]?.label).toContain('no labelled level below');
  });
  it('gives the row in words when the dose was not read', () => {
    const card = cardOf({ order: { frequency: 'weekly' }, assessment: assessed(2, false), patient });
    expect(card.options[0]).toMatchObject({ action: 'reduce-dose' });
    expect(card.options[0]).not.toHaveProperty('dosePerBsa');
    expect(card.options[0]).not.toHaveProperty('doseMg');
    const held = cardOf({ order: {}, assessment: assessed(3), patient });
    expect(held.options[0]).toMatchObject({ action: 'withhold', frequency: 'weekly' });
    expect(held.options[0]).not.toHaveProperty('dosePerBsa');
  });
});

describe('hold and restart', () => {
  it('withholds and carries the restart dose', () => {
    const card = cardOf({ order: twiceWeekly, assessment: assessed(2, true), patient });
    expect(card).toMatchObject({ row: 'grade-2-with-pain-or-grade-3', indicator: 'critical' });
    expect(card.options[0]).toMatchObject({
      action: 'withhold',
      dosePerBsa: 0.7,
      doseMg: 1.26,
      volumeMl: 0.5,
      frequency: 'weekly',
      restartWhen: 'the toxicity has resolved',
    });
  });
  it('never restarts above the order', () => {
    const card = cardOf({ order: { dosePerBsa: 0.5, frequency: 'weekly' }, assessment: assessed(3) });
    expect(card.options[0]).toMatchObject({ action: 'withhold', dosePerBsa: 0.5, changePercent: 0 });
    expect(actionsOf(card)).toContain('discontinue');
  });
  it('keeps an order every 2 weeks that rare', () => {
    const card = cardOf({ order: { dosePerBsa: 1.3, days: [1, 15], cycleLengthDays: 28 }, assessment: assessed(3) });
    expect(card.options[0]?.frequency).toBe('every-2-weeks');
  });
  it('names each source’s own criterion', () => {
    const parts = { order: twiceWeekly, assessment: assessed(3, true) };
    expect(cardOf(parts, US).options[0]?.restartWhen).toBe('the toxicity has resolved');
    expect(cardOf(parts, EU).options[0]?.restartWhen).toBe('toxicity symptoms have resolved');
    expect(cardOf(parts, ASH).options[0]?.restartWhen).toBe('neuropathy is grade 1 or less');
    expect(cardOf(parts, ARTICLE).options[0]?.restartWhen).toBe('symptoms are back to baseline');
  });
  it('continues a hold that has not recovered, and restarts one that has', () => {
    const held = cardOf({ order: twiceWeekly, assessment: assessed(1, undefined, { phase: 'held-not-recovered' }) });
    expect(held).toMatchObject({ row: 'held-not-recovered' });
    expect(held.options[0]).toMatchObject({ action: 'withhold', dosePerBsa: 0.7 });
    const recovered = cardOf({
      order: twiceWeekly,
      assessment: assessed(1, undefined, { phase: 'held-recovered' }),
      patient,
    });
    expect(recovered.options[0]).toMatchObject({
      action: 'restart',
      dosePerBsa: 0.7,
      doseMg: 1.26,
      frequency: 'weekly',
    });
    expect(recovered.detail).toMatch(/72 hours.*not caught up.*no re-escalation/u);
  });
  it('asks whether a held order has recovered', () => {
    const open = notEvaluatedOf({ order: { ...twiceWeekly, status: 'held' }, assessment: assessed(1, true) });
    expect(open.missing).toEqual(['assessment.phase']);
    expect(open.branches?.map((branch) => [branch.when, branch.row])).toEqual([
      ['held, not recovered', 'held-not-recovered'],
      ['held, recovered', 'held-recovered'],
    ]);
  });
  it('discontinues at grade 4 in every phase', () => {
    for (const phase of ['on-treatment', 'held-not-recovered', 'held-recovered']) {
      expect(actionsOf(cardOf({ order: twiceWeekly, assessment: assessed(4, undefined, { phase }) }))).toEqual([
        'discontinue',
      ]);
    }
  });
});

describe('what was not answered stays open', () => {
  it.each([1, 2])('previews both branches at grade %d without an answer on pain', (grade) => {
    const open = notEvaluatedOf({ order: twiceWeekly, assessment: assessed(grade), patient });
    expect(open.missing).toEqual(['assessment.pain']);
    expect(open.branches?.map((branch) => branch.when)).toEqual(['without neuropathic pain', 'with neuropathic pain']);
  });
  it.each([0, 3, 4])('has a card at grade %d, where pain cannot change the row', (grade) => {
    expect(cardOf({ order: twiceWeekly, assessment: assessed(grade) }).row).toContain(String(grade));
  });
  it('names a missing grade, and pain only if it can matter', () => {
    expect(notEvaluatedOf({ order: twiceWeekly }).missing).toEqual(['assessment.sensoryGrade', 'assessment.pain']);
    expect(notEvaluatedOf({ order: twiceWeekly, assessment: { pain: true } }).missing).toEqual([
      'assessment.sensoryGrade',
    ]);
  });
  it('counts the worse of the two grades', () => {
    expect(cardOf({ order: twiceWeekly, assessment: assessed(1, false, { motorGrade: 3 }) }).options[0]?.action).toBe(
      'withhold',
    );
    expect(cardOf({ order: twiceWeekly, assessment: assessed(3, false, { motorGrade: 1 }) }).options[0]?.action).toBe(
      'withhold',
    );
  });
  it('takes a motor grade alone as the least that it can be', () => {
    const open = notEvaluatedOf({ order: twiceWeekly, assessment: { motorGrade: 2, pain: true } });
    expect(open.missing).toEqual(['assessment.sensoryGrade']);
    expect(open.branches?.map((branch) => branch.when)).toEqual(['grade 2 or 3', 'grade 4']);
    expect(actionsOf(cardOf({ order: twiceWeekly, assessment: { motorGrade: 4 } }))).toEqual(['discontinue']);
  });
  it('does not call grade 1 with loss of function grade 1', () => {
    const open = notEvaluatedOf({ order: twiceWeekly, assessment: assessed(1, false, { lossOfFunction: true }) });
    expect(open.missing).toEqual(['assessment.sensoryGrade']);
    expect(open.reason).toContain('loss of function');
  });
});

describe('differences between the sources', () => {
  it('offers the EU second option only when it is lower in schedule and not above the order', () => {
    const at = (order: object) => actionsOf(cardOf({ order, assessment: assessed(2, false) }, EU));
    expect(at(twiceWeekly)).toEqual(['reduce-dose', 'change-schedule']);
    expect(at({ dosePerBsa: 1.3, frequency: 'weekly' })).toEqual(['reduce-dose']);
    expect(at({ dosePerBsa: 1.2, frequency: 'twice-weekly' })).toEqual(['reduce-dose']);
    const met = cardOf({ order: { dosePerBsa: 1, frequency: 'twice-weekly' }, assessment: assessed(2, false) }, EU);
    expect(met.options.some((option) => (option.dosePerBsa ?? 0) > 1)).toBe(false);
  });
  it('discontinues for severe autonomic neuropathy in the EU text only', () => {
    const parts = { order: twiceWeekly, assessment: assessed(1, false, { autonomic: 'severe' }) };
    expect(actionsOf(cardOf(parts, EU))).toEqual(['discontinue']);
    expect(actionsOf(cardOf(parts, US))).toEqual(['no-change']);
  });
  it('says in the EU card what severe autonomic neuropathy would change when it was not asked', () => {
    const card = cardOf({ order: twiceWeekly, assessment: assessed(1, false) }, EU);
    expect(card.branches?.[0]?.options[0]?.action).toBe('discontinue');
    expect(
      cardOf({ order: twiceWeekly, assessment: assessed(1, false, { autonomic: 'none' }) }, EU).branches,
    ).toBeUndefined();
  });
  it('goes one level or one schedule step down with IMWG at grade 1 without pain', () => {
    const card = cardOf({ order: twiceWeekly, assessment: assessed(1, false) }, IMWG);
    expect(card.options.map((o) => [o.action, o.dosePerBsa])).toEqual([
      ['reduce-dose', 1],
      ['change-schedule', 1.3],
    ]);
    expect(
      cardOf({ order: { dosePerBsa: 1.5, frequency: 'weekly' }, assessment: assessed(1, false) }, IMWG).options[0]
        ?.dosePerBsa,
    ).toBe(1.3);
  });
  it('offers nothing from IMWG rows that were not seen', () => {
    expect(actionsOf(cardOf({ order: twiceWeekly, assessment: assessed(3) }, IMWG))).toEqual(['not-checked']);
    const weekly = cardOf({ order: { dosePerBsa: 1.3, frequency: 'weekly' }, assessment: assessed(2, false) }, IMWG);
    expect(actionsOf(weekly)).toEqual(['not-checked']);
    expect(weekly.options[0]?.verification).toBe('unverified');
  });
  it('gives the ASH range as percentages of the order', () => {
    const card = cardOf({ order: twiceWeekly, assessment: assessed(2, false) }, ASH);
    expect(card.options.map((o) => o.dosePerBsa)).toEqual([0.97, 0.65]);
  });
  it('has no row for grade 1 without pain in the reference article', () => {
    expect(cardOf({ order: twiceWeekly, assessment: assessed(1, false) }, ARTICLE).options).toEqual([]);
  });
  it('compares the sources and says why they differ', () => {
    const differ = cardOf({ order: twiceWeekly, assessment: assessed(1, false) }, 'dose-modification/comparison');
    expect(differ.row).toBe('differ');
    expect(differ.detail).toContain('IMWG 2012 already goes one level down');
    const agree = cardOf({ order: twiceWeekly, assessment: assessed(4) }, 'dose-modification/comparison');
    expect(agree.row).toBe('agree');
  });
});

describe('scales', () => {
  it('says what a CTCAE grade would mean in the words of the reference article', () => {
    const card = cardOf({ order: twiceWeekly, assessment: assessed(2, false, { scale: 'CTCAE 5.0' }) }, ARTICLE);
    expect(card.branches?.[0]).toMatchObject({ row: 'grade-2-with-pain-or-grade-3' });
    expect(card.branches?.[0]?.options[0]?.action).toBe('withhold');
  });
  it('says what a 2003 grade would mean on the scale of the label', () => {
    const card = cardOf({ order: twiceWeekly, assessment: assessed(4, true, { scale: 'NCI 2003' }) });
    expect(card.options[0]?.action).toBe('discontinue');
    expect(card.branches?.map((b) => b.options[0]?.action)).toEqual(['withhold']);
  });
  it('adds nothing when scale and source use the same words', () => {
    expect(
      cardOf({ order: twiceWeekly, assessment: assessed(2, false, { scale: 'CTCAE 4.03' }) }).branches,
    ).toBeUndefined();
  });
});

describe('other limits on the dose', () => {
  const liver = { bsaM2: 1.8, bilirubinMgDl: 2.4, bilirubinUlnMgDl: 1.2 };
  it('lets the hepatic start dose stand before the row in cycle 1', () => {
    const card = cardOf({ order: { ...twiceWeekly, cycle: 1 }, assessment: assessed(2, false), patient: liver });
    expect(card.options[0]).toMatchObject({ action: 'reduce-dose', dosePerBsa: 0.7, source: 'us-pi-label' });
    const none = cardOf({ order: { ...twiceWeekly, cycle: 1 }, assessment: assessed(0), patient: liver });
    expect(none.options[0]).toMatchObject({ action: 'reduce-dose', dosePerBsa: 0.7 });
  });
  it('does not apply it in later cycles, at the threshold, or without the upper limit', () => {
    const at = (order: object, values: object) =>
      cardOf({ order: { ...twiceWeekly, ...order }, assessment: assessed(2, false), patient: values }).options[0]
        ?.dosePerBsa;
    expect(at({ cycle: 2 }, liver)).toBe(1);
    expect(at({ cycle: 1 }, { bilirubinMgDl: 1.8, bilirubinUlnMgDl: 1.2 })).toBe(1);
    expect(at({ cycle: 1 }, { bilirubinMgDl: 2.4 })).toBe(1);
  });
  it('starts a retreatment no higher than the last tolerated dose', () => {
    const order = { ...twiceWeekly, retreatment: true, lastToleratedDosePerBsa: 1 };
    expect(cardOf({ order, assessment: assessed(0) }).options[0]).toMatchObject({
      action: 'reduce-dose',
      dosePerBsa: 1,
    });
  });
  it.each(['discontinued', 'completed'] as const)('does not modify an order that is %s', (status) => {
    expect(outcomeOf({ order: { ...twiceWeekly, status }, assessment: assessed(2, true) }, US).kind).toBe(
      'not-applicable',
    );
  });
  it('is for adults', () => {
    expect(outcomeOf({ order: twiceWeekly, assessment: assessed(2, true), patient: { ageYears: 17 } }, US).kind).toBe(
      'not-applicable',
    );
  });
});

describe('a context that did not go through the schema', () => {
  it('takes the rarer of a frequency and days that disagree', () => {
    const order = { drug: 'bortezomib', dosePerBsa: 1.3, frequency: 'twice-weekly', days: [1, 15] } as const;
    const outcomes = evaluate({ order: { ...order, days: [...order.days] }, assessment: { sensoryGrade: 3 } }).outcomes;
    expect(outcomes.find(({ rule }) => rule === US)).toMatchObject({ options: [{ frequency: 'every-2-weeks' }] });
  });
});

describe('mg', () => {
  it('scales the ordered mg when no body surface area was read', () => {
    const card = cardOf({ order: { ...twiceWeekly, doseMg: 2.34 }, assessment: assessed(2, false) });
    expect(card.options[0]?.doseMg).toBe(1.8);
    expect(card.basis).toContainEqual({ input: 'patient.bsaM2', value: '1.8\u00A0m², from the ordered mg and mg/m²' });
  });
  it('calculates mg/m2 from mg and body surface area, and says so', () => {
    const card = cardOf({ order: { doseMg: 2.3, frequency: 'twice-weekly' }, assessment: assessed(2, false), patient });
    expect(card.options[0]).toMatchObject({ dosePerBsa: 1, doseMg: 1.8 });
    expect(card.basis.find((b) => b.input === 'order.dosePerBsa')?.value).toContain('calculated');
  });
  it('claims no reduction when the ordered mg is already below it', () => {
    const card = cardOf({ order: { ...twiceWeekly, doseMg: 1.5 }, assessment: assessed(2, false), patient });
    expect(card.options[0]?.action).toBe('already-met');
    expect(card.options[0]?.doseMg).toBe(1.5);
  });
});
