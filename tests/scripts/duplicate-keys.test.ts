/** Keys given twice: JSON.parse would keep the last one silently. */
import { describe, expect, it } from 'vitest';
import { duplicateKeys } from '../../scripts/duplicate-keys.ts';

describe('duplicateKeys', () => {
  it.each([
    ['{"a":1,"a":2}', ['a']],
    ['{"order":{"drug":"x","doseMg":1,"doseMg":1}}', ['order.doseMg']],
    ['{"a":[{"b":1},{"b":1,"b":2}]}', ['a[1].b']],
    ['{"a":1,"\\u0061":2}', ['a']],
    ['{"a":1,"a":2,"a":3}', ['a', 'a']],
  ])('finds them in %s', (json, paths) => {
    expect(duplicateKeys(json)).toEqual(paths);
  });
  it.each([
    '{"a":{"a":{"a":1}}}',
    '[{"a":1},{"a":1}]',
    '{"a":"b","b":"a"}',
    '{"a":["a","a"],"b":"\\"a\\":1,"}',
    '{"a":"{","b":"}"}',
    '"a"',
    '[]',
    '1',
  ])('finds none in %s', (json) => {
    expect(duplicateKeys(json)).toEqual([]);
  });
});
