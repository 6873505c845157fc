import { describe, expect, test } from 'vitest';
import { joinFrames } from '../../content-scripts/join-frames.ts';
import type { FrameReading, Reading } from '../../content-scripts/page-reading.ts';
import { emptyReading } from '../../content-scripts/qualify/empty-reading.ts';
import { type Identity, patientKeyOf } from '../../content-scripts/qualify/identity.ts';

const read = <T>(value: T): Reading<T> => ({
  status: 'read',
  value,
  text: `${value}`,
  from: { adapter: 'generic', confidence: 'inferred', label: null, frame: 0, locator: '1.1' },
});

const frame = (frameId: number, change: Partial<FrameReading> = {}) => ({
  frameId,
  reading: { ...emptyReading('https://ehr.example', frameId === 0), ...change },
});

function key(parts: { name?: string; identifier?: string; birth?: number; workedOut?: true }): string | null {
  const said = { label: null, locator: '' };
  const identity: Identity = {
    name: parts.name ? { ...said, text: parts.name, ...(parts.workedOut ? { workedOut: true } : {}) } : null,
    identifier: parts.identifier ? { ...said, text: parts.identifier } : null,
    birthDate: parts.birth ? { ...said, text: '', date: { days: [parts.birth], start: 0, end: 0 } } : null,
    age: null,
    sex: null,
  };
  return patientKeyOf(identity, 'salt');
}

describe('whose chart (H14)', () => {
  const whole = key({ name: 'Alpha Zztest', identifier: 'A-100', birth: -4000 });

  test('banner in one frame, order in another: one patient', () => {
    const joined = joinFrames([frame(3), frame(0, { patientKey: whole, patientLabel: 'Alpha' })]);
    expect(joined).toMatchObject({ patientKey: whole, patientLabel: 'Alpha', patientConflict: false });
  });

  test('a frame that shows fewer parts of the same patient agrees', () => {
    const fewer = key({ name: 'ZZTEST, Alpha', birth: -4000 });
    expect(fewer).not.toBe(whole);
    expect(joinFrames([frame(0, { patientKey: whole }), frame(1, { patientKey: fewer })]).patientConflict).toBe(false);
  });

  test.each([
    ['another identifier', key({ name: 'Alpha Zztest', identifier: 'A-101' })],
    ['another birth date', key({ name: 'Alpha Zztest', birth: -4001 })],
    ['another name', key({ name: 'Bravo Zztest', birth: -4000 })],
    ['nothing in common', 'x..y'],
  ])('%s: conflict, and nobody is named', (_, other) => {
    const joined = joinFrames([
      frame(0, { patientKey: whole, patientLabel: 'Alpha' }),
      frame(1, { patientKey: other }),
    ]);
    expect(joined).toMatchObject({ patientKey: null, patientLabel: null, patientConflict: true });
  });

  test('a name that was only worked out does not contradict an equal identifier', () => {
    const guessed = key({ name: 'Active Visit', identifier: 'A-100', workedOut: true });
    expect(joinFrames([frame(0, { patientKey: whole }), frame(1, { patientKey: guessed })]).patientConflict).toBe(
      false,
    );
  });

  test('another salt gives another key', () => {
    expect(key({ identifier: '1' })).toBeNull();
    expect(whole).not.toContain('Alpha');
  });
});

describe('values', () => {
  const weight = (value: number) => ({ patient: { ...emptyReading('', false).patient, weightKg: read(value) } });

  test('one source is taken and carries its frame', () => {
    const joined = joinFrames([frame(0), frame(7, weight(70))]);
    expect(joined.patient.weightKg).toMatchObject({ status: 'read', value: 70, from: { frame: 7 } });
  });

  test('two sources that agree are one, two that differ are ambiguous', () => {
    expect(joinFrames([frame(0, weight(70)), frame(1, weight(70))]).patient.weightKg.status).toBe('read');
    expect(joinFrames([frame(0, weight(70)), frame(1, weight(71))]).patient.weightKg.status).toBe('ambiguous');
  });

  test('a frame in doubt is not outvoted', () => {
    const doubt = { patient: { ...emptyReading('', false).patient, weightKg: { status: 'ambiguous' as const } } };
    expect(joinFrames([frame(0, weight(70)), frame(1, doubt)]).patient.weightKg.status).toBe('ambiguous');
  });

  test('the reason why a value is missing survives', () => {
    const reason = {
      patient: { ...emptyReading('', false).patient, weightKg: { status: 'unit-missing' as const, text: '70' } },
    };
    expect(joinFrames([frame(0), frame(1, reason)]).patient.weightKg).toMatchObject({
      status: 'unit-missing',
      text: '70',
    });
  });

  test('the same entry in two frames is one entry', () => {
    const list = { medications: [read('Metformin')] };
    expect(joinFrames([frame(0, list), frame(1, list)]).medications).toHaveLength(1);
  });
});

describe('frames that did not report (H15)', () => {
  const child = (origin: string, label: string) => ({ childFrames: [{ origin, label }] });

  test('hundreds of parts that are not read are counted, and what is too large comes first', () => {
    const many = (label: (n: number) => string) => ({
      childFrames: Array.from({ length: 100 }, (_, n) => ({ origin: 'https://labs.example', label: label(n) })),
      unreadable: [{ kind: 'too-large' as const, label: 'too large' }],
    });
    const origin = 'https://labs.example';
    expect(
      joinFrames([
        frame(
          0,
          many(() => 'Lab'),
        ),
      ]).unreadable,
    ).toEqual([
      { kind: 'too-large', label: 'too large' },
      { kind: 'frame', label: 'Lab (100 times)', origin },
    ]);
    const all = joinFrames([
      frame(
        0,
        many((n) => `Lab ${n}`),
      ),
    ]).unreadable;
    expect(all).toHaveLength(51);
    expect(all.at(-1)?.label).toBe('51 more parts could not be read');
  });

  test('a child frame with a report is not unreadable', () => {
    expect(joinFrames([frame(0, child('https://ehr.example', 'chart')), frame(1)]).unreadable).toEqual([]);
  });

  test('a child frame without one is named, and no other frame stands in for it', () => {
    const lab = { kind: 'frame', label: 'Lab viewer', origin: 'https://labs.example' };
    expect(joinFrames([frame(0, child('https://labs.example', 'Lab viewer'))]).unreadable).toEqual([lab]);
    expect(joinFrames([frame(0, child('https://labs.example', 'Lab viewer')), frame(1)]).unreadable).toEqual([lab]);
  });

  test('a frame whose origin the page does not say is matched with a report that nobody announced', () => {
    expect(joinFrames([frame(0, child('opaque', 'PDF')), frame(1)]).unreadable).toEqual([]);
    expect(joinFrames([frame(0, child('opaque', 'PDF'))]).unreadable).toEqual([{ kind: 'frame', label: 'PDF' }]);
  });
});

test('orders of several frames are told apart and none is dropped (H07)', () => {
  const base = emptyReading('', false);
  const order = {
    id: 'order-1',
    drug: read('bortezomib' as const),
    dosePerBsa: read(1.3),
    doseMg: base.patient.weightKg,
    route: read('SC' as const),
    days: read([1, 4]),
    cycleLengthDays: base.patient.weightKg,
    frequency: read('weekly' as const),
    regimen: read('VRd'),
    status: read('active' as const),
    cycle: base.patient.weightKg,
    cycleDay: base.patient.weightKg,
    text: 'bortezomib',
  };
  const joined = joinFrames([frame(0, { orders: [order] }), frame(4, { orders: [order] })]);
  expect(joined.orders.map(({ id }) => id)).toEqual(['0:order-1', '4:order-1']);
  expect(joined.orders[1]?.dosePerBsa).toMatchObject({ value: 1.3, from: { frame: 4 } });
});
