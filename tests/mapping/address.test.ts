/** For which addresses a mapping is. */
import { expect, test } from 'vitest';
import { fits, isAt } from '../../mapping/address.ts';

test.each([
  ['ehr.example.org', '/orders/*', 'https://ehr.example.org/orders/7?tab=2', true],
  ['EHR.example.org', '/orders/*', 'https://ehr.EXAMPLE.org:8443/orders/7', true],
  ['*.example.org', '*', 'https://a.b.example.org/', true],
  ['*.example.org', '*', 'https://example.org/', false],
  ['*.example.org', '*', 'https://example.org.evil.test/', false],
  ['ehr.example.org', '/orders', 'https://ehr.example.org/orders/7', false],
  ['ehr.example.org', '*#/chart/*/orders', 'https://ehr.example.org/app#/chart/1/orders', true],
  ['ehr.example.org', '/Orders*', 'https://ehr.example.org/orders', false],
  ['*', '*?view=orders*', 'http://127.0.0.1:8080/app?view=orders&p=1', true],
  ['*', '*', 'not an address', false],
])('%s %s for %s: %s', (host, path, url, expected) => {
  expect(
    isAt(
      [
        { host: 'other.test', path: '*' },
        { host, path },
      ],
      url,
    ),
  ).toBe(expected);
});

test('parts are found in order and do not overlap', () => {
  expect(fits('ab*ba', 'aba')).toBe(false);
  expect(fits('a*b*c', 'a--c--b--c')).toBe(true);
  expect(fits('a*b*c', 'a--c--b')).toBe(false);
});

test('a pattern made to cost much costs little', () => {
  const started = performance.now();
  expect(fits(`${'*a'.repeat(150)}*x`, 'a'.repeat(2000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(50);
});
