import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FrameReading } from '../../content-scripts/page-reading.ts';
import { isUsable, TOGETHER } from '../../content-scripts/qualify/whose-chart.ts';
import { NO_ANSWERS } from '../../entrypoints/sidepanel/answers.ts';
import {
  afterEvent,
  behind,
  emptySession,
  excludedFor,
  type TabEvent,
  type TabSession,
} from '../../entrypoints/sidepanel/tab-session.ts';
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
  at: 1000,
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
    const state = run(reads('A'), answers, { type: 'tab-shown', tabId: 8, afresh: false });
    expect({ ...state, left: new Map() }).toEqual(emptySession(8));
  });
});

describe('frames that did not reload when the patient changed (H14)', () => {
  /** Text from before 1000 belongs to the former patient. */
  const FORMER = [[0, 1000]] as const;
  const banner = (patient: string, excludedHere: FrameReading['excludedHere'] = []): TabEvent => ({
    type: 'frame-read',
    frameId: 0,
    reading: frameReading({ patientKey: patient, patientLabel: patient, excludedHere }),
    at: 1,
  });
  function namedSince(
    frameId: number,
    patientKey: string,
    named: FrameReading['named'],
    excludedHere: FrameReading['excludedHere'] = [],
  ): TabEvent {
    const asked = named?.asked ?? 0;
    return {
      type: 'frame-read',
      frameId,
      reading: frameReading({ top: frameId === 0, patientKey, named, excludedHere, asked }),
      at: 6000,
    };
  }
  /** The top document, which names nobody. */
  function frameOnly(frameId: number): TabEvent {
    return { type: 'frame-read', frameId, reading: frameReading({}), at: 6000 };
  }
  const orderFrame = (text: string, heeded: FrameReading['heeded'] = [], asked = 0): TabEvent => ({
    type: 'frame-read',
    frameId: 3,
    reading: frameReading({ top: false, orders: [orderReading({ text })], heeded, asked }),
    at: 1,
  });
  const emptied = (heeded: FrameReading['heeded']): TabEvent => ({
    type: 'frame-read',
    frameId: 3,
    reading: frameReading({ top: false, ignored: [{ text: 'order of A', reason: 'former' }], heeded }),
    at: 1,
  });
  const gone: TabEvent = { type: 'frame-gone', frameId: 3, at: 1000 };

  test('nothing is shown until they have been read without the former patient’s text', () => {
    const state = run(banner('A'), orderFrame('order of A'), changes('patient'), banner('B', FORMER));
    expect(state.page).toBeNull();
    expect(behind(state)).toEqual([3]);
    expect(excludedFor(state, 3)).toEqual(FORMER);
  });

  test('reading anew for any other reason does not make their text the next patient’s', () => {
    const state = run(
      banner('A'),
      orderFrame('order of A'),
      changes('patient'),
      banner('B', FORMER),
      orderFrame('order of A'),
    );
    expect(state.page).toBeNull();
  });

  test('having left it out, they count, and so does what is newer', () => {
    const told = [banner('A'), orderFrame('order of A'), changes('patient'), banner('B', FORMER)];
    expect(run(...told, emptied(FORMER)).page?.orders).toEqual([]);
    const state = run(...told, orderFrame('order of B', FORMER));
    expect(state.page?.orders.map(({ text }) => text)).toEqual(['order of B']);
    expect(behind(state)).toEqual([]);
  });

  test('a banner whose frame says nothing of a former patient, because it reloaded, excludes for all', () => {
    const state = run(banner('A'), orderFrame('order of A'), changes('navigation'), banner('B'));
    expect(state.page).toBeNull();
    expect(excludedFor(state, 3)).toEqual(FORMER);
    expect(behind(state)).toEqual([3]);
  });

  describe('by the time of the request for their document', () => {
    const TOP_FORMER = [[0, 5000]] as const;
    /** The banner of the top document came to name B at 5000. */
    const toB = [
      banner('A'),
      orderFrame('order of A'),
      { type: 'frame-changing', frameId: 0, reason: 'patient', at: 5000 },
      namedSince(0, 'B', { since: 5000, asked: 5000 }, TOP_FORMER),
    ] as const satisfies TabEvent[];

    test('one that had loaded a moment before the banner was not rendered with it', () => {
      const state = run(...toB, orderFrame('order of A', [], 4400));
      expect(excludedFor(state, 3), 'no grace: not 4980').toEqual(TOP_FORMER);
      expect(state.page).toBeNull();
    });

    test('one that arrives after the banner and was asked for before it is not the next patient’s', () => {
      const late = orderFrame('order of A', [], 4900);
      expect(run(...toB, late).page).toBeNull();
      expect(behind(run(...toB, late))).toEqual([3]);
    });

    test.each([4985, 5000, 5300])('one that was asked for with the banner or later counts: %d', (asked) => {
      const state = run(...toB, orderFrame('order of B', [], asked));
      expect(state.page?.orders.map(({ text }) => text)).toEqual(['order of B']);
    });

    /** The banner's own frame went at 5000; its next document was asked for at 4800 and had been parsed at 5100. */
    const reloaded = [
      frameOnly(0),
      namedSince(5, 'A', { since: 100, asked: 100 }),
      orderFrame('order of A'),
      { type: 'frame-gone', frameId: 5, at: 5000 },
      namedSince(5, 'B', { since: 5100, asked: 4800 }),
    ] as const satisfies TabEvent[];

    test('banner and order in frames that one click loads: the order counts, whichever comes first', () => {
      const state = run(...reloaded, orderFrame('order of B', [], 4795));
      expect(excludedFor(state, 3)).toEqual([]);
      expect(state.page?.orders.map(({ text }) => text)).toEqual(['order of B']);
    });

    test('an order frame that was asked for before, and comes while the banner loads, does not', () => {
      const state = run(...reloaded, orderFrame('order of A', [], 4600));
      expect(excludedFor(state, 3)).toEqual([[0, 5100]]);
      expect(state.page).toBeNull();
    });

    describe('a frame that arrives while another tab is shown', () => {
      const away = (afresh: boolean): TabEvent[] => [
        ...toB,
        { type: 'tab-shown', tabId: 8, afresh: false },
        { type: 'access', access: 'needed' },
        { type: 'tab-shown', tabId: 7, afresh },
        namedSince(0, 'B', { since: 5000, asked: 5000 }),
        orderFrame('order of A', [], 4900),
      ];

      test('is as old as the request for it all the same', () => {
        expect(run(...away(false)).page).toBeNull();
        expect(behind(run(...away(false)))).toEqual([3]);
      });

      test('unless the user wants everything as it stands', () => {
        expect(run(...away(true)).page?.orders).toHaveLength(1);
      });

      test('nothing of it is left when nobody was there', () => {
        expect(run(...away(false), { type: 'paused' }).left.size).toBe(0);
      });
    });

    test('also when something was lost in between, and everything is said anew', () => {
      const late = orderFrame('order of A', [], 4900);
      const again = namedSince(0, 'B', { since: 5000, asked: 5000 });
      expect(run(...toB, { type: 'interrupted' }, again, late).page).toBeNull();
    });

    test('a frame that names the patient itself goes by what it knows itself', () => {
      const state = run(...toB, namedSince(3, 'B', { since: 4950, asked: 4700 }));
      expect(excludedFor(state, 3)).toEqual([]);
    });

    test('but heeds that somebody else was named in between', () => {
      const between = [[2000, 3000]] as const;
      const state = run(banner('A', between), namedSince(3, 'A', { since: 100, asked: 100 }));
      expect(excludedFor(state, 3)).toEqual([[2000 - TOGETHER, 3000]]);
    });
  });

  test('they stay when it was the same patient after all', () => {
    const state = run(banner('A'), orderFrame('order of A'), changes('navigation'), banner('A'));
    expect(state.page?.orders.map(({ text }) => text)).toEqual(['order of A']);
  });

  test('while nobody is named, what was there before is left out, and comes back with the same patient', () => {
    const nobody: TabEvent = { type: 'frame-read', frameId: 0, reading: frameReading({ excludedHere: FORMER }), at: 1 };
    const away = [banner('A'), orderFrame('order of A'), changes('patient'), nobody, emptied(FORMER)];
    expect(run(...away).page?.orders).toEqual([]);
    const back = run(...away, changes('patient'), banner('A'));
    expect(behind(back), 'told that it may count again').toEqual([3]);
    expect(run(...away, changes('patient'), banner('A'), orderFrame('order of A')).page?.orders).toHaveLength(1);
  });

  test('a frame that has gone meanwhile does not come back', () => {
    const state = run(banner('A'), orderFrame('order of A'), changes('navigation'), gone, banner('A'));
    expect(state.page?.orders).toEqual([]);
  });

  test('where nobody is ever named, a new address excludes what was there before', () => {
    const unnamed = (text: string, heeded: FrameReading['heeded'] = []): TabEvent => ({
      type: 'frame-read',
      frameId: 0,
      reading: frameReading({ orders: [orderReading({ text })], heeded }),
      at: 1,
    });
    const state = run(unnamed('one'), changes('navigation'), unnamed('one'));
    expect(state.page).toBeNull();
    expect(behind(state)).toEqual([0]);
    expect(
      run(unnamed('one'), changes('navigation'), unnamed('two'), unnamed('two', [[0, 1000 - TOGETHER]])).page?.orders,
    ).toHaveLength(1);
  });

  test('two patients in one frame stop everything', () => {
    const both: TabEvent = { type: 'frame-read', frameId: 0, reading: frameReading({ patientConflict: true }), at: 1 };
    expect(run(both).page?.patientConflict).toBe(true);
  });
});

describe('whatever happens in whatever order', () => {
  const names = fc.constantFrom('A', 'B', 'C');
  const reasons = fc.constantFrom('navigation' as const, 'patient' as const, 'content' as const);

  /**
   * A page of two frames: a banner in one; in the other an order that keeps its text until it is told to leave it out,
   * that reports at random, and that is filled for the banner's patient now and then, or loads a document that was asked
   * for some time before.
   */
  const steps = fc.array(
    fc.oneof(
      names.map((patient) => ({ do: 'banner' as const, patient })),
      fc.constant({ do: 'fill' as const }),
      fc.constant({ do: 'ask' as const }),
      fc.constant({ do: 'arrive' as const }),
      fc.constant({ do: 'report' as const }),
      fc.constant({ do: 'obey' as const }),
      reasons.map((reason) => ({ do: 'noise' as const, reason })),
      fc.constant({ do: 'answer' as const }),
    ),
    { maxLength: 40 },
  );

  test('nothing of one patient is shown with another, and answers stay with theirs', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let state = emptySession(7);
        let now = 1000;
        let shown = 'A';
        let order = { of: 'A', since: now };
        let asked = { of: 'A', at: now };
        let document = 0;
        let heeded: FrameReading['heeded'] = [];
        let own: FrameReading['excludedHere'] = [];
        let answeredFor: string | null = null;
        const report = (): TabEvent => ({
          type: 'frame-read',
          frameId: 3,
          at: now,
          reading: frameReading({
            top: false,
            orders: isUsable(order.since, heeded) ? [orderReading({ text: `order of ${order.of}` })] : [],
            ignored: [{ text: 'text', reason: 'reason' }],
            heeded,
            asked: document,
          }),
        });
        const named = (): TabEvent => ({
          type: 'frame-read',
          frameId: 0,
          at: now,
          reading: frameReading({ patientKey: shown, excludedHere: own }),
        });
        const apply = (event: TabEvent) => {
          state = afterEvent(state, event);
          if (event.type === 'frame-changing') expect(state.page).toBeNull();
          if (!state.page) return;
          for (const { text } of state.page.orders) expect(text).toBe(`order of ${state.page.patientKey}`);
          if (state.answers.grade !== undefined) expect(state.page.patientKey).toBe(answeredFor);
        };
        apply(named());
        apply(report());
        for (const step of all) {
          now += 1000;
          if (step.do === 'banner') {
            apply({ type: 'frame-changing', frameId: 0, reason: 'patient', at: now });
            if (step.patient !== shown) own = [[0, now]];
            shown = step.patient;
            apply(named());
          } else if (step.do === 'fill') {
            order = { of: shown, since: now };
            apply({ type: 'frame-changing', frameId: 3, reason: 'content', at: now });
            apply(report());
          } else if (step.do === 'ask') asked = { of: shown, at: now };
          else if (step.do === 'arrive') {
            order = { of: asked.of, since: asked.at };
            document = asked.at;
            heeded = [];
            apply({ type: 'frame-gone', frameId: 3, at: now });
            apply(report());
          } else if (step.do === 'report') apply(report());
          else if (step.do === 'obey') {
            if (behind(state).includes(3)) heeded = excludedFor(state, 3);
            apply(report());
          } else if (step.do === 'noise') {
            apply({ type: 'frame-changing', frameId: 3, reason: step.reason, at: now });
            apply(report());
          } else if (state.page) {
            answeredFor = state.page.patientKey;
            apply(answers);
          }
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
