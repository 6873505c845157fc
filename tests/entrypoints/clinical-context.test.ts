import { describe, expect, test } from 'vitest';
import type { PageReading } from '../../content-scripts/page-reading.ts';
import { NO_ANSWERS } from '../../entrypoints/sidepanel/answers.ts';
import { clinicalContextFrom } from '../../entrypoints/sidepanel/clinical-context.ts';
import { frameReading, orderReading, read } from './frame-readings.ts';

function pageWith(changes: Partial<PageReading> = {}): PageReading {
  const { adapter, orders, patient, observations, medications, problems, allergies, ignored, unreadable } =
    frameReading();
  return {
    adapter,
    orders,
    patient,
    observations,
    medications,
    problems,
    allergies,
    ignored,
    unreadable,
    patientKey: null,
    patientLabel: null,
    patientConflict: false,
    health: [],
    ...changes,
  };
}

describe('what reaches the rules', () => {
  test('values that were read, and answers that were given', () => {
    const { context, refused } = clinicalContextFrom(
      pageWith(),
      orderReading(),
      {
        ...NO_ANSWERS,
        grade: 2,
        pain: true,
      },
      { role: 'physician' },
    );
    expect(context.order).toMatchObject({
      drug: 'bortezomib',
      dosePerBsa: 1.3,
      doseMg: 2.34,
      route: 'SC',
      days: [1, 4, 8, 11],
    });
    expect(context.assessment).toEqual({ scale: 'CTCAE 5.0', sensoryGrade: 2, pain: true });
    expect(refused).toEqual([]);
  });

  test('pain that was not answered stays absent, and so does everything that was not read', () => {
    const order = orderReading({ dosePerBsa: { status: 'ambiguous' }, route: { status: 'not-found' } });
    const { context } = clinicalContextFrom(pageWith(), order, { ...NO_ANSWERS, grade: 1 }, { role: 'physician' });
    expect(context.assessment).not.toHaveProperty('pain');
    expect(context.order).not.toHaveProperty('dosePerBsa');
    expect(context.order).not.toHaveProperty('route');
    expect(context.patient).not.toHaveProperty('medications');
  });

  test('a value out of range is left out and named; the rest is kept', () => {
    const page = pageWith({ patient: { ...frameReading().patient, weightKg: read(7200), bsaM2: read(1.8) } });
    const { context, refused } = clinicalContextFrom(page, orderReading(), NO_ANSWERS, { role: 'physician' });
    expect(refused.map(({ input }) => input)).toEqual(['patient.weightKg']);
    expect(context.patient).toMatchObject({ bsaM2: 1.8 });
    expect(context.order.dosePerBsa).toBe(1.3);
  });

  test('a value entered by hand goes before the one that was read, and an entry taken back does not', () => {
    const entered = { dosePerBsa: 1, bsaM2: 1.7, route: undefined };
    const { context } = clinicalContextFrom(
      pageWith(),
      orderReading(),
      { ...NO_ANSWERS, entered },
      { role: 'physician' },
    );
    expect(context.order).toMatchObject({ dosePerBsa: 1, route: 'SC' });
    expect(context.patient).toMatchObject({ bsaM2: 1.7 });
  });

  test('a schedule that contradicts itself is left out as a whole and named', () => {
    const order = orderReading({ days: read([1, 8, 15, 22]), frequency: read('twice-weekly') });
    const { context, refused } = clinicalContextFrom(pageWith(), order, NO_ANSWERS, { role: 'physician' });
    for (const field of ['days', 'frequency', 'cycleLengthDays']) expect(context.order).not.toHaveProperty(field);
    expect(context.order.dosePerBsa).toBe(1.3);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ reason }) => reason.length > 10)).toBe(true);
  });

  test('a frequency entered by hand replaces the days that were read', () => {
    const { context, refused } = clinicalContextFrom(
      pageWith(),
      orderReading(),
      { ...NO_ANSWERS, entered: { frequency: 'weekly' } },
      { role: 'physician' },
    );
    expect(context.order.frequency).toBe('weekly');
    expect(context.order).not.toHaveProperty('days');
    expect(refused).toEqual([]);
  });

  test('the bortezomib order alone is no medication list; with other drugs it is one', () => {
    const alone = pageWith({ medications: [read('Velcade 3.5 mg vial')] });
    expect(
      clinicalContextFrom(alone, orderReading(), NO_ANSWERS, { role: 'physician' }).context.patient,
    ).not.toHaveProperty('medications');
    const withOthers = pageWith({ medications: [read('Velcade 3.5 mg vial'), read('sertraline 50 mg')] });
    const { context } = clinicalContextFrom(withOthers, orderReading(), NO_ANSWERS, { role: 'physician' });
    expect(context.patient?.medications).toEqual(['Velcade 3.5 mg vial', 'sertraline 50 mg']);
  });
});
