import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_ANSWERS } from '../../entrypoints/sidepanel/answers.ts';
import { afterEvent, emptySession, type TabEvent, type TabSession } from '../../entrypoints/sidepanel/tab-session.ts';
import { frameReading, orderReading } from './frame-readings.ts';

const chartOf = (patient: string) =>
  frameReading({
    patientKey: patient,
    patientLabel: `Patient ${patient}`,
    orders: [orderReading({ id: `order of ${patient}`, text: `order of ${patient}` })],
  });

const run = (...events: TabEvent[]): TabSession => events.reduce(afterEvent, emptySession(7));
const reads = (patient: string, frameId = 0): TabEvent => ({
  type: 'frame-read',
  frameId,
  reading: chartOf(patient),
  at: 1,
});
const changes = (reason: 'navigation' | 'patient' | 'content', frameId = 0): TabEvent => ({
  type: 'frame-changing',
  frameId,
  reason,
});
const answers: TabEvent = { type: 'answered', answers: { grade: 2, pain: true } };

describe('clear first, read later (H01, H20)', () => {
  test.each(['navigation', 'patient', 'content'] as const)(
    'a %s change blanks the page and the answers at once',
    (reason) => {
      const state = run(reads('A'), answers, changes(reason));
      expect(state.page).toBeNull();
      expect(state.answers).toEqual(NO_ANSWERS);
      expect(state.readAt).toBeNull();
    },
  );

  test('another patient gets no answer of the former one', () => {
    const state = run(reads('A'), answers, changes('patient'), reads('B'));
    expect(state.page?.patientKey).toBe('B');
    expect(state.answers).toEqual(NO_ANSWERS);
  });

  test('another patient without any announced change gets no answer of the former one', () => {
    const state = run(reads('A'), answers, reads('B'));
    expect(state.answers).toEqual(NO_ANSWERS);
  });

  test('the same confirmed patient gets the answers back', () => {
    const state = run(reads('A'), answers, changes('content'), reads('A'));
    expect(state.answers).toMatchObject({ grade: 2, pain: true });
  });

  test('a patient that was never confirmed gets them back only for the very same orders', () => {
    const unconfirmed = (text: string): TabEvent => ({
      type: 'frame-read',
      frameId: 0,
      reading: frameReading({ orders: [orderReading({ text })] }),
      at: 1,
    });
    expect(run(unconfirmed('one'), answers, changes('content'), unconfirmed('one')).answers).toMatchObject({
      grade: 2,
    });
    expect(run(unconfirmed('one'), answers, changes('content'), unconfirmed('two')).answers).toEqual(NO_ANSWERS);
  });

  test('left alone, everything is cleared (H34)', () => {
    expect(run(reads('A'), answers, { type: 'paused' })).toEqual({ ...emptySession(7), access: 'paused' });
  });

  test('another tab starts from nothing (H33)', () => {
    expect(run(reads('A'), answers, { type: 'tab-shown', tabId: 8 })).toEqual(emptySession(8));
  });
});

describe('frames that did not reload when the patient changed (H14)', () => {
  const banner = (patient: string): TabEvent => ({
    type: 'frame-read',
    frameId: 0,
    reading: frameReading({ patientKey: patient, patientLabel: patient }),
    at: 1,
  });
  const orderFrame = (text: string): TabEvent => ({
    type: 'frame-read',
    frameId: 3,
    reading: frameReading({ top: false, orders: [orderReading({ text })] }),
    at: 1,
  });

  test('their order is not shown beside the next patient', () => {
    const state = run(banner('A'), orderFrame('order of A'), changes('patient'), banner('B'));
    expect(state.page?.orders).toEqual([]);
    expect([...state.stale]).toEqual([3]);
  });

  test('they count again when they report anew', () => {
    const state = run(banner('A'), orderFrame('order of A'), changes('patient'), banner('B'), orderFrame('order of B'));
    expect(state.page?.orders.map(({ text }) => text)).toEqual(['order of B']);
    expect(state.stale.size).toBe(0);
  });

  test('they come back by themselves when it was the same patient after all', () => {
    const state = run(banner('A'), orderFrame('order of A'), changes('navigation'), banner('A'));
    expect(state.page?.orders.map(({ text }) => text)).toEqual(['order of A']);
  });

  test('a frame that has gone meanwhile does not come back', () => {
    const state = run(
      banner('A'),
      orderFrame('order of A'),
      changes('navigation'),
      { type: 'frame-gone', frameId: 3 },
      banner('A'),
    );
    expect(state.page?.orders).toEqual([]);
  });
});

test('whatever happens in whatever order, nothing of one patient is shown with another', () => {
  const patient = fc.constantFrom('A', 'B');
  const frameId = fc.constantFrom(0, 3);
  const event: fc.Arbitrary<TabEvent> = fc.oneof(
    fc.record({ patient, frameId }).map(({ patient, frameId }) => reads(patient, frameId)),
    fc
      .record({ reason: fc.constantFrom('navigation' as const, 'patient' as const, 'content' as const), frameId })
      .map(({ reason, frameId }) => changes(reason, frameId)),
    frameId.map((id): TabEvent => ({ type: 'frame-gone', frameId: id })),
    fc.constant(answers),
    patient.map((name): TabEvent => ({ type: 'order-selected', orderId: `order of ${name}` })),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let state = emptySession(7);
      let answeredFor: string | null = null;
      for (const next of events) {
        const before = state;
        state = afterEvent(state, next);
        if (next.type === 'frame-changing') expect(state.page).toBeNull();
        if (next.type === 'answered') answeredFor = before.page?.patientKey ?? null;
        if (!state.page || state.page.patientConflict) continue;
        const shown = new Set(state.page.orders.map(({ text }) => text));
        expect(shown.size).toBeLessThanOrEqual(1);
        if (state.page.patientKey !== null && shown.size > 0)
          expect(shown).toEqual(new Set([`order of ${state.page.patientKey}`]));
        if (next.type !== 'answered' && state.answers.grade !== undefined && answeredFor !== null) {
          expect(state.page.patientKey).toBe(answeredFor);
        }
      }
    }),
    { numRuns: 20_000 },
  );
});
