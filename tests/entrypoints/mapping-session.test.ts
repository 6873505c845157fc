/** The mapping mode's steps: what is asked for, what becomes of clicks, what of proposals. */
import { describe, expect, test } from 'vitest';
import {
  afterMapping,
  EMPTY_SESSION,
  type MappingEvent,
  type MappingSession,
  mappingIn,
} from '../../entrypoints/options/mapping/mapping-session.ts';
import { readCollected } from '../../entrypoints/options/mapping/read-collected.ts';
import { collectedPage } from '../content-scripts/collected-pages.ts';

const URL_OF_TOP = 'https://ehr.example.org/chart/77/orders';
const stateAfter = (events: MappingEvent[], from: MappingSession = EMPTY_SESSION) => events.reduce(afterMapping, from);
const READY: MappingEvent[] = [
  { type: 'frame', frameId: 0, url: URL_OF_TOP },
  { type: 'frame', frameId: 5, url: 'https://ehr.example.org/banner' },
];
const ROWS: MappingEvent = {
  type: 'start',
  part: { what: 'orders', name: 'Orders', kind: 'rows', holds: 'orders', fields: ['drug', 'route'] },
};
const clicked = (role: string, text: string, frameId = 0): MappingEvent => ({ type: 'clicked', frameId, role, text });
const FOUND: MappingEvent = {
  type: 'proposed',
  found: { area: { select: '#orders' }, each: ':scope > li', fields: { drug: { select: 'b' } } },
};

describe('clicking', () => {
  test('field after field, then a proposal from the frame that was clicked in', () => {
    const asked = stateAfter([...READY, ROWS]);
    expect(asked.clicks).toMatchObject({ fields: ['drug', 'route'], at: 0 });
    const done = stateAfter([clicked('drug', 'Bortezomib', 5), { type: 'skipped', role: 'route' }], asked);
    expect(done).toMatchObject({ clicks: null, proposing: { frameId: 5 } });
  });

  test('fields of two frames are no one entry', () => {
    const state = stateAfter([...READY, ROWS, clicked('drug', 'Bortezomib', 0), clicked('route', 'SC', 5)]);
    expect(state).toMatchObject({ clicks: null, proposing: null, fault: { fault: 'apart' } });
  });

  test('a click for the field before is nobody’s', () => {
    const state = stateAfter([
      ...READY,
      ROWS,
      clicked('drug', 'Bortezomib'),
      clicked('drug', 'SC'),
      { type: 'skipped', role: 'drug' },
    ]);
    expect(state.clicks).toMatchObject({ at: 1, clicked: [{ field: 'drug', text: 'Bortezomib' }] });
  });

  test('nothing but skipped fields, an end before the last, a frame that goes: nothing is added', () => {
    expect(
      stateAfter([...READY, ROWS, { type: 'skipped', role: 'drug' }, { type: 'skipped', role: 'route' }]),
    ).toMatchObject({
      proposing: null,
      fault: { fault: 'nothing' },
    });
    expect(stateAfter([...READY, ROWS, clicked('drug', 'Bortezomib'), { type: 'stopped' }, FOUND]).text).toBe('');
    expect(
      stateAfter([...READY, ROWS, clicked('drug', 'Bortezomib'), { type: 'frame-gone', frameId: 0 }, FOUND]).text,
    ).toBe('');
  });
});

describe('what is made of it', () => {
  const one = stateAfter([...READY, ROWS, clicked('drug', 'Bortezomib'), clicked('route', 'SC'), FOUND]);

  test('a mapping of this address, with every patient’s part of it left open', () => {
    expect(mappingIn(one.text)?.pages).toMatchObject([
      {
        addresses: [{ host: 'ehr.example.org', path: '/chart/*/orders*' }],
        orders: [{ name: 'Orders', each: ':scope > li' }],
      },
    ]);
  });

  test('a part of another frame becomes another page of the same mapping', () => {
    const banner: MappingEvent = { type: 'start', part: { what: 'patient', fields: ['name'] } };
    const found: MappingEvent = {
      type: 'proposed',
      found: { area: { select: '#who' }, fields: { name: { select: 'b' } } },
    };
    const two = stateAfter([banner, clicked('name', 'Zzdemo-Quartz', 5), found], one);
    expect(mappingIn(two.text)?.pages.map(({ patient, orders }) => [patient !== undefined, orders?.length])).toEqual([
      [false, 1],
      [true, undefined],
    ]);
    expect(two.patientTexts).toEqual(['Zzdemo-Quartz']);
  });

  test('text with faults is left as it is, and nothing is added to it', () => {
    expect(mappingIn('{"format":1}')).toBeNull();
    expect(mappingIn('')).toBeNull();
    const next = stateAfter(
      [{ type: 'text', text: '{' }, ROWS, clicked('drug', 'Bortezomib'), clicked('route', 'SC'), FOUND],
      one,
    );
    expect(next).toMatchObject({ text: '{', fault: { fault: 'text' } });
  });

  test('a proposal that failed is said and adds nothing', () => {
    const failed: MappingEvent = { type: 'proposed', found: { fault: 'no-selector', role: 'route' } };
    const state = stateAfter([...READY, ROWS, clicked('drug', 'Bortezomib'), clicked('route', 'SC'), failed]);
    expect(state).toMatchObject({ text: '', fault: { fault: 'no-selector', role: 'route' } });
  });
});

test('a frame’s data that does not fit the protocol is left out of the test', () => {
  expect(readCollected([{ frameId: 0, page: { orders: 'x' } }]).orders).toEqual([]);
  expect(readCollected([{ frameId: 0, page: collectedPage() }]).health).toEqual([]);
});
