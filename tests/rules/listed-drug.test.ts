import { describe, expect, it } from 'vitest';
import { cardOf, outcomeOf } from './case-of.ts';

const assessment = { sensoryGrade: 1, pain: false } as const;
const kind = (drug: string, patient: NonNullable<Parameters<typeof outcomeOf>[0]['patient']>) =>
  outcomeOf({ assessment, patient }, `symptom-treatment/${drug}`).kind;

describe('a drug for pain that is taken although there is no pain', () => {
  it('has no card for a pair on the list: the interaction has its own', () => {
    expect(kind('duloxetine', { crClMlMin: 80, medications: ['duloxetine', 'tramadol'] })).toBe('not-applicable');
  });
  it('has no card for a caution that does not rule it out', () => {
    expect(kind('pregabalin', { crClMlMin: 80, medications: ['pregabalin'], problems: ['Heart failure'] })).toBe(
      'not-applicable',
    );
  });
  it('has none either for a topical drug, or one that is not on the list', () => {
    expect(kind('lidocaine', { medications: ['lidocaine patch'], allergies: ['lidocaine'] })).toBe('not-applicable');
    expect(kind('tramadol', { crClMlMin: 80, medications: [], problems: ['Epilepsy'] })).toBe('not-applicable');
  });
  it('has one for a condition also while the clearance is not known, resting on what was read', () => {
    const { basis, summary, indicator } = cardOf(
      { assessment, patient: { medications: ['tramadol 50 mg'], problems: ['Epilepsy'] } },
      'symptom-treatment/tramadol',
    );
    expect(basis.map(({ input }) => input)).toEqual(['patient.medications', 'setting.labelRegion', 'patient.problems']);
    expect(summary).toBe('Tramadol is on the medication list: contraindicated in epilepsy that is not controlled (EU)');
    expect(indicator).toBe('critical');
  });
  it('names no ceiling where the drug is not used at all, and the clearance that rules it out', () => {
    const { detail, basis } = cardOf(
      { assessment, patient: { medications: ['duloxetine 60 mg daily'], crClMlMin: 22 } },
      'symptom-treatment/duloxetine',
    );
    expect(detail).not.toContain('above the ceiling');
    expect(basis.map(({ input }) => input)).toContain('patient.crClMlMin');
  });
  it('is asked for with pain as before: the card of the drug itself', () => {
    const { row } = cardOf(
      { assessment: { ...assessment, pain: true }, patient: { medications: ['tramadol'], crClMlMin: 80 } },
      'symptom-treatment/tramadol',
    );
    expect(row).not.toBe('on-the-list');
  });
});
