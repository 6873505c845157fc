import { describe, expect, test } from 'vitest';
import { HostPattern, isListed } from '../../settings/host-pattern.ts';

describe('a host is written in one way', () => {
  test.each(['https://ehr.example.org/*', 'https://*.example.org/*', 'http://127.0.0.1:4000/*', 'http://localhost/*'])(
    'accepted: %s',
    (pattern) => expect(HostPattern.safeParse(pattern).success).toBe(true),
  );
  test.each([
    '<all_urls>',
    '*://*/*',
    'https://*/*',
    'https://*.org/*',
    'https://ehr.example.org',
    'https://ehr.example.org/chart/*',
    'https://ehr.*.org/*',
    'https://EHR.example.org/*',
    'https://user@example.org/*',
    'https://-a.example.org/*',
    'file:///*',
    'ehr.example.org',
    '',
  ])('refused: %s', (pattern) => expect(HostPattern.safeParse(pattern).success).toBe(false));
});

describe('an origin is listed', () => {
  const LIST = ['https://ehr.example.org/*', 'https://*.wide.test/*', 'http://127.0.0.1:4000/*'];
  test.each([
    ['https://ehr.example.org', true],
    ['https://ehr.example.org:8443', true],
    ['https://wide.test', true],
    ['https://a.b.wide.test', true],
    ['http://127.0.0.1:4000', true],
    ['http://ehr.example.org', false],
    ['https://other.example.org', false],
    ['https://ehr.example.org.evil.test', false],
    ['https://evilwide.test', false],
    ['http://127.0.0.1:4001', false],
    ['http://127.0.0.1', false],
    ['null', false],
    ['', false],
  ])('%s: %s', (origin, listed) => expect(isListed(origin, LIST)).toBe(listed));

  test('nothing is listed where the list is empty', () => expect(isListed('https://ehr.example.org', [])).toBe(false));
  test('a standard port may be written out', () =>
    expect(isListed('https://ehr.example.org', ['https://ehr.example.org:443/*'])).toBe(true));
});
