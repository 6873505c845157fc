/** One value from a mapping and from the generic reader: never one of two that differ. */
import { expect, test } from 'vitest';
import type { Provenance, Reading } from '../../content-scripts/page-reading.ts';
import { joinNamed } from '../../content-scripts/qualify/join-named.ts';

const from = (adapter: string): Provenance => ({
  adapter,
  confidence: adapter === 'generic' ? 'inferred' : 'confirmed',
  label: null,
  frame: 0,
  locator: adapter,
});
const read = (value: number, adapter: string): Reading<number> => ({
  status: 'read',
  value,
  text: `${value} mg`,
  from: from(adapter),
});
const not = (
  status: 'empty' | 'not-found' | 'ambiguous' | 'unparsed' | 'unit-missing',
  by: string,
): Reading<number> => ({
  status,
  reason: by,
});

const own = read(1.3, 'hospital');
const same = read(1.3, 'generic');
const other = read(1, 'generic');

test.each<[string, Reading<number>, Reading<number>, Reading<number>]>([
  ['both the same', own, same, own],
  ['the mapping alone', own, not('not-found', 'generic'), own],
  ['the mapping, where the generic reader found no unit', own, not('unit-missing', 'generic'), own],
  ['the generic reader alone', not('not-found', 'hospital'), other, other],
  ['an empty mapped field', not('empty', 'hospital'), other, other],
  [
    'an empty mapped field and nothing else',
    not('empty', 'hospital'),
    not('not-found', 'generic'),
    not('empty', 'hospital'),
  ],
  [
    'nothing at all: the reason of the generic reader',
    not('not-found', ''),
    not('not-found', 'why'),
    not('not-found', 'why'),
  ],
  ['the generic reader sees two', own, not('ambiguous', 'generic'), not('ambiguous', 'generic')],
  ['the mapping sees two', not('ambiguous', 'hospital'), same, not('ambiguous', 'hospital')],
])('%s', (_, named, generic, expected) => {
  expect(joinNamed(named, generic)).toEqual(expected);
});

test('two that differ: neither, with both texts', () => {
  expect(joinNamed(own, other)).toEqual({
    status: 'ambiguous',
    text: '1.3 mg',
    reason: 'two values: 1.3 mg / 1 mg',
    from: from('hospital'),
  });
});
