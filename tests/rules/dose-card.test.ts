/** What a dose card says around its options: inputs, situation, notes, documents; and the card that compares the sources. */
import { describe, expect, it } from 'vitest';
import type { ClinicalContext } from '../../rules/clinical-context.ts';
import type { Basis, Card } from '../../rules/outcome.ts';
import { cardOf, notEvaluatedOf, outcomeOf } from './case-of.ts';

type Parts = Parameters<typeof cardOf>[0];
type Assessment = NonNullable<ClinicalContext['assessment']>;

const US = 'dose-modification/us-pi';
const EU = 'dose-modification/eu-smpc';
const COMPARISON = 'dose-modification/comparison';
const ORDER = { dosePerBsa: 1.3, frequency: 'twice-weekly', route: 'SC' } as const;
const ASSESSED: Assessment = { sensoryGrade: 2, motorGrade: 0, pain: false, autonomic: 'none', scale: 'CTCAE 5.0' };

const plain = (text: string) => text.replaceAll('\u00A0', ' ');
const inputsOf = ({ basis }: Card) => basis.map(({ input, value }: Basis) => `${input}: ${plain(value)}`);
const inputs = (parts: Parts, rule = US) => inputsOf(cardOf(parts, rule));
const card = (assessment: Assessment, order: Parts['order'] = ORDER, rule = US) =>
  cardOf({ order, assessment: { ...ASSESSED, ...assessment } }, rule);
const summary = (assessment: Assessment, rule = US) => plain(card(assessment, ORDER, rule).summary);
const notes = (assessment: Assessment, order?: Parts['order']) => card(assessment, order).detail.split('\n');

describe('the inputs of a dose card', () => {
  it('are all of them, as they were used', () => {
    const assessment: Assessment = { ...ASSESSED, phase: 'on-treatment' };
    expect(inputs({ order: { ...ORDER, doseMg: 2.34 }, assessment, patient: { bsaM2: 1.8 } })).toEqual([
      'assessment.sensoryGrade: grade 2',
      'assessment.motorGrade: grade 0',
      'assessment.pain: no',
      'assessment.autonomic: none',
      'assessment.phase: on-treatment',
      'assessment.scale: CTCAE 5.0',
      'order.dosePerBsa: 1.3 mg/m²',
      'order.doseMg: 2.34 mg',
      'patient.bsaM2: 1.8 m², as read',
      'order.frequency: twice weekly',
      'order.route: subcutaneous',
    ]);
  });
  it('say what was not read or not asked', () => {
    expect(inputs({ assessment: { motorGrade: 4 } })).toEqual([
      'assessment.motorGrade: grade 4',
      'assessment.pain: not asked',
      'assessment.autonomic: not asked',
      'assessment.phase: on-treatment (assumed, not stated)',
      'assessment.scale: CTCAE 5.0 (default, not stated)',
      'order.dosePerBsa: not read',
      'order.frequency: not read',
      'order.route: not read',
    ]);
  });
  it('say where a value comes from', () => {
    const assessment = { ...ASSESSED, pain: true };
    const mgOnly = inputs({ order: { doseMg: 2.34, days: [1, 4, 8, 11] }, assessment, patient: { bsaM2: 1.8 } });
    expect(mgOnly).toContain('assessment.pain: yes');
    expect(mgOnly).toContain('order.dosePerBsa: 1.3 mg/m², calculated from mg and body surface area');
    expect(mgOnly).toContain('order.frequency: twice weekly, from the days of the cycle');
    expect(inputs({ order: { ...ORDER, doseMg: 2.34 }, assessment })).toContain(
      'patient.bsaM2: 1.8 m², from the ordered mg and mg/m²',
    );
    expect(inputs({ order: ORDER, assessment, patient: { heightCm: 180, weightKg: 80 } })).toContain(
      'patient.bsaM2: 2 m², calculated from height and weight (Mosteller)',
    );
  });
  it('name bilirubin only where it limits the dose', () => {
    const bilirubin = 'patient.bilirubinMgDl: 2 times the upper limit of normal';
    const patient = { bilirubinMgDl: 2.4, bilirubinUlnMgDl: 1.2 };
    const last = (order: object, p?: object) =>
      inputs({ order: { ...ORDER, ...order }, assessment: ASSESSED, patient: p }).at(-1);
    expect(last({ cycle: 1 }, patient)).toBe(bilirubin);
    for (const [order, p] of [
      [{ cycle: 2 }, patient],
      [{ cycle: 1 }, { ...patient, bilirubinMgDl: 1.8 }],
      [{ cycle: 1 }, undefined],
      [{ retreatment: true, lastToleratedDosePerBsa: 1 }, undefined],
    ] as const) {
      expect(last(order, p)).toBe('order.route: subcutaneous');
    }
  });
});

describe('the situation in the summary', () => {
  it('is grade and pain on treatment, and the source', () => {
    expect(summary({})).toMatch(/: grade 2 without pain, US label$/u);
    expect(summary({ pain: true })).toMatch(/: grade 2 with pain, US label$/u);
    expect(summary({ sensoryGrade: 1, motorGrade: 3, pain: undefined })).toMatch(/: grade 3, US label$/u);
  });
  it('is the phase in place of the pain when held', () => {
    expect(summary({ phase: 'held-not-recovered' })).toMatch(/: grade 2, held, not recovered, US label$/u);
    expect(summary({ phase: 'held-recovered' })).toMatch(/: grade 2, held, recovered, US label$/u);
  });
  it('names severe autonomic neuropathy only where the row is about it', () => {
    expect(summary({ autonomic: 'severe' }, EU)).toMatch(
      /: grade 2 without pain, severe autonomic neuropathy, EU SmPC$/u,
    );
    expect(summary({ autonomic: 'severe' })).toMatch(/: grade 2 without pain, US label$/u);
    expect(summary({ sensoryGrade: 4 }, EU)).toMatch(/: grade 4 without pain, EU SmPC$/u);
  });
});

describe('the indicator', () => {
  it.each([
    [{ sensoryGrade: 0 }, 'info'],
    [{ sensoryGrade: 2 }, 'warning'],
    [{ sensoryGrade: 3 }, 'critical'],
    [{ sensoryGrade: 4 }, 'critical'],
    [{ phase: 'held-recovered' }, 'warning'],
  ] as const)('of %j is %s', (assessment, indicator) => {
    expect(card(assessment).indicator).toBe(indicator);
  });
  it('of a source without a row for the grade is info', () => {
    const silent = card({ sensoryGrade: 1 }, ORDER, 'dose-modification/ash-education');
    expect(silent.options).toEqual([]);
    expect(silent.indicator).toBe('info');
  });
});

describe('the notes', () => {
  const HELD = 'The order is held although the phase was given as on treatment.';
  const MOTOR = 'No motor grade was given.';
  const PAIN = 'Pain without sensory change has no row: the grade and other causes of the pain need a second look.';
  const BEFORE_HOLD =
    'The grade is read as the one that led to the hold; if it is the grade today, the hold has not ended.';
  const NOT_RECOVERED =
    'Grade 2 today is no recovery in any source (resolved, grade 1 or less, baseline) unless it was there before treatment.';
  const BASELINE = 'Neuropathy before treatment was grade 1: full resolution is not to be expected.';
  const NOT_ABOVE = 'The grade is not above that before treatment: whether bortezomib caused it is open.';

  it.each([
    [HELD, { phase: 'on-treatment' }, { ...ORDER, status: 'held' }, true],
    [HELD, { phase: 'on-treatment' }, { ...ORDER, status: 'active' }, false],
    [HELD, { phase: 'held-recovered' }, { ...ORDER, status: 'held' }, false],
    [MOTOR, { motorGrade: undefined }, ORDER, true],
    [MOTOR, { motorGrade: 0 }, ORDER, false],
    [MOTOR, { sensoryGrade: undefined, motorGrade: 4 }, ORDER, false],
    [PAIN, { sensoryGrade: 0, pain: true }, ORDER, true],
    [PAIN, { sensoryGrade: 0, pain: false }, ORDER, false],
    [PAIN, { sensoryGrade: 0, pain: undefined }, ORDER, false],
    [PAIN, { sensoryGrade: 1, pain: true }, ORDER, false],
    [BEFORE_HOLD, { phase: 'held-recovered', sensoryGrade: 3 }, ORDER, true],
    [BEFORE_HOLD, { phase: 'held-recovered', sensoryGrade: 2, pain: true }, ORDER, true],
    [BEFORE_HOLD, { phase: 'held-recovered', sensoryGrade: 2, pain: false }, ORDER, false],
    [BEFORE_HOLD, { phase: 'held-recovered', sensoryGrade: 1, pain: true }, ORDER, false],
    [BEFORE_HOLD, { phase: 'held-not-recovered', sensoryGrade: 3 }, ORDER, false],
    [BEFORE_HOLD, { phase: 'on-treatment', sensoryGrade: 3 }, ORDER, false],
    [BEFORE_HOLD, { phase: 'held-recovered', sensoryGrade: 3, baselineGrade: 2 }, ORDER, true],
    [BEFORE_HOLD, { phase: 'held-recovered', sensoryGrade: 3, baselineGrade: 3 }, ORDER, false],
    [NOT_RECOVERED, { phase: 'held-recovered', sensoryGrade: 2, pain: false }, ORDER, true],
    [NOT_RECOVERED, { phase: 'held-recovered', sensoryGrade: 2, pain: false, baselineGrade: 1 }, ORDER, true],
    [NOT_RECOVERED, { phase: 'held-recovered', sensoryGrade: 2, pain: false, baselineGrade: 2 }, ORDER, false],
    [NOT_RECOVERED, { phase: 'held-recovered', sensoryGrade: 1, pain: false }, ORDER, false],
    [NOT_RECOVERED, { phase: 'on-treatment', sensoryGrade: 2, pain: false }, ORDER, false],
    [BASELINE, { baselineGrade: 1, sensoryGrade: 2 }, ORDER, true],
    [BASELINE, { baselineGrade: 1, sensoryGrade: 1 }, ORDER, false],
    [BASELINE, { baselineGrade: 1, sensoryGrade: 1, phase: 'held-recovered' }, ORDER, true],
    [NOT_ABOVE, { baselineGrade: 2, sensoryGrade: 2 }, ORDER, true],
    [NOT_ABOVE, { baselineGrade: 2, sensoryGrade: 1 }, ORDER, true],
    [NOT_ABOVE, { baselineGrade: 1, sensoryGrade: 2 }, ORDER, false],
    [NOT_ABOVE, { baselineGrade: 1, sensoryGrade: 0 }, ORDER, false],
  ] as const)('%s — %j', (note, assessment, order, isThere) => {
    expect(notes(assessment, order).includes(note)).toBe(isThere);
  });
  it('say nothing of a baseline that was 0 or not given', () => {
    for (const baselineGrade of [0, undefined]) {
      for (const sensoryGrade of [0, 2]) {
        expect(notes({ baselineGrade, sensoryGrade }).join()).not.toContain('before treatment');
      }
    }
  });
});

describe('the documents of a card', () => {
  it('are its own, with the verification of the row, and those that its options come from, each once', () => {
    const met = card({}, { ...ORDER, dosePerBsa: 1 });
    expect(met.options.map(({ source }) => source)).toEqual(['us-pi', 'imwg-2012', 'imwg-2012']);
    expect(met.sources.map(({ id }) => id)).toEqual(['us-pi', 'imwg-2012']);
    expect(met.sources[0]).toMatchObject({ section: '2.7, table 5', verification: 'secondary' });
  });
});

describe('what is open', () => {
  it('cites the source and names the row that each answer would lead to', () => {
    const open = notEvaluatedOf({ order: ORDER, assessment: { ...ASSESSED, pain: undefined } });
    expect(open.missing).toEqual(['assessment.pain']);
    expect(open.sources).toMatchObject([{ id: 'us-pi', section: '2.7, table 5' }]);
    expect(open.branches?.map(({ when }) => when)).toEqual(['without neuropathic pain', 'with neuropathic pain']);
    expect(open).not.toHaveProperty('reason');
  });
  it('joins the answers that a row needs', () => {
    const order = { ...ORDER, status: 'held' } as const;
    const assessment = { ...ASSESSED, pain: undefined, sensoryGrade: undefined, motorGrade: 3 };
    const { missing, branches } = notEvaluatedOf({ order, assessment });
    expect(missing).toEqual(['assessment.sensoryGrade', 'assessment.phase']);
    expect(branches?.map(({ when }) => when)).toEqual([
      'grade 3, held, not recovered',
      'grade 3, held, recovered',
      'grade 4',
    ]);
  });
  it('has no branches while no grade at all is known', () => {
    expect(notEvaluatedOf({ order: ORDER })).not.toHaveProperty('branches');
  });
  it('gives the reason where grade and function exclude each other', () => {
    const given = { ...ASSESSED, sensoryGrade: 1, lossOfFunction: true };
    expect(notEvaluatedOf({ order: ORDER, assessment: given }).reason).toBe(
      'Grade 1 and loss of function exclude each other: the grade may be 2.',
    );
    expect(card({ sensoryGrade: 2, lossOfFunction: true }).row).toBe('grade-1-with-pain-or-grade-2');
    expect(card({ sensoryGrade: 3, lossOfFunction: true }).row).toBe('grade-2-with-pain-or-grade-3');
  });
});

describe('where the tables do not apply', () => {
  const reasonOf = (parts: Parts, rule = US) => outcomeOf({ assessment: ASSESSED, ...parts }, rule);

  it.each(['discontinued', 'completed'] as const)('an order that is %s', (status) => {
    expect(reasonOf({ order: { ...ORDER, status } })).toEqual({
      kind: 'not-applicable',
      rule: US,
      reason: `The order is ${status}: there is no dose to modify.`,
    });
  });
  it('a patient under 18', () => {
    const reason = 'The tables are for adults; the patient is under 18.';
    expect(reasonOf({ order: ORDER, patient: { ageYears: 17 } })).toEqual({ kind: 'not-applicable', rule: US, reason });
    expect(reasonOf({ order: ORDER, patient: { ageYears: 18 } }).kind).toBe('card');
  });
  it('there is nothing to compare either', () => {
    expect(reasonOf({ order: { ...ORDER, status: 'completed' } }, COMPARISON)).toEqual({
      kind: 'not-applicable',
      rule: COMPARISON,
      reason: 'No source has a table for this order.',
    });
  });
});

describe('the comparison', () => {
  const compared = (assessment: Assessment, order: Parts['order'] = ORDER) => card(assessment, order, COMPARISON);
  const answers = (assessment: Assessment, order?: Parts['order']) =>
    plain(compared(assessment, order).detail).split('\n');

  it('says where the sources agree', () => {
    const agreed = compared({ sensoryGrade: 4 });
    expect(agreed.row).toBe('agree');
    expect(agreed.summary).toBe('Sources agree for this order: discontinue');
    expect(agreed.detail.split('\n').filter((line) => !line.endsWith(': discontinue.'))).toEqual([
      'IMWG 2012: not checked.',
    ]);
  });
  it('gives each answer in words, a source without a row included, and why they differ', () => {
    const differing = compared({ sensoryGrade: 1 });
    expect(differing.row).toBe('differ');
    const lines = answers({ sensoryGrade: 1 });
    expect(lines).toContain('US label: no change.');
    expect(lines).toContain('ASH education table: no row.');
    expect(lines.at(-1)).toMatch(/^Grade 1 without pain: the labels ask for no change/u);
  });
  it('names no number that is not known', () => {
    const notRead = { frequency: 'twice-weekly' } as const;
    expect(answers({}, notRead)[0]).toBe('US label: reduce.');
    expect(answers({ sensoryGrade: 3 }, notRead)[0]).toBe('US label: withhold once weekly.');
  });
  it('counts the limit of another document that stands in the place of the row as the answer', () => {
    const retreatment = { ...ORDER, retreatment: true, lastToleratedDosePerBsa: 0.7 };
    expect(answers({}, retreatment)[0]).toBe('US label: reduce to 0.7 mg/m².');
  });
  it('cites one document a source, although a card may cite more', () => {
    const met = { ...ORDER, dosePerBsa: 1 };
    expect(card({}, met).sources).toHaveLength(2);
    expect(compared({}, met).sources).toHaveLength(5);
  });
  it('names the scale, and whether it was stated, and one document a source', () => {
    expect(compared({}).basis).toEqual([{ input: 'assessment.scale', value: 'CTCAE 5.0' }]);
    expect(compared({ scale: undefined }).basis).toEqual([
      { input: 'assessment.scale', value: 'CTCAE 5.0 (default, not stated)' },
    ]);
    expect(compared({}).sources.map(({ id }) => id)).toEqual([
      'us-pi',
      'eu-smpc',
      'imwg-2012',
      'ash-education',
      'reference-article',
    ]);
  });
});
