import { expect, test } from 'vitest';
import { breaking, SAFE_EXPRESSION } from './safe-expression.ts';

test.each(SAFE_EXPRESSION)('$name: finds what is planted, and only that', (rule) => {
  expect(breaking(rule, [rule.planted])).toEqual([rule.planted]);
  expect(breaking(rule, [rule.fine])).toEqual([]);
});
