/** What a policy delivers, in every shape it can have: known, late, partial, malformed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTENT_HASH, CONTENT_VERSION } from '../../rules/index.ts';
import { KEY_WORDS, MANAGED_KEYS } from '../../settings/managed-keys.ts';
import { FEATURES, type SiteSettings } from '../../settings/settings-in-use.ts';
import { siteSettingsFrom } from '../../settings/site-settings.ts';

const PERSONAL = { byOrganisation: false, readsWithoutClick: false };
const FORCED = { byOrganisation: true, readsWithoutClick: false };
const MANAGED_PACKAGE = { byOrganisation: true, readsWithoutClick: true };

const from = (delivered: Record<string, unknown>, installed = FORCED) => siteSettingsFrom(delivered, installed);
const refusedKeys = ({ refused }: SiteSettings) => refused.map(({ key }) => key);
const approval = {
  contentVersion: CONTENT_VERSION,
  contentHash: CONTENT_HASH,
  reference: 'PTC 12/2026',
  date: '2026-11-20',
};
const mapping = {
  format: 1,
  id: 'example',
  name: 'Example hospital',
  pages: [
    {
      name: 'Orders',
      addresses: [{ host: 'ehr.example.org', path: '/orders*' }],
      requires: [{ select: '#orders' }],
    },
  ],
};
const protocol = { formatVersion: 1, site: 'Example hospital', primarySource: 'eu-smpc' };

describe('before anything is known', () => {
  test('an installation by an organisation waits for its settings', () => {
    expect(from({}).availability).toBe('waiting');
    expect(from({}, MANAGED_PACKAGE).availability).toBe('waiting');
  });
  test('a personal installation has none to wait for', () => {
    expect(from({}, PERSONAL)).toMatchObject({
      availability: 'open',
      managed: false,
      idleMinutes: 10,
      hosts: undefined,
    });
  });
});

describe('every key is understood', () => {
  const full = {
    keysSet: Object.keys(MANAGED_KEYS),
    enabled: true,
    consentRecorded: true,
    hosts: ['https://ehr.example.org/*', 'https://*.example.net:8443/*'],
    siteMapping: JSON.stringify(mapping),
    siteProtocol: JSON.stringify(protocol),
    contentApproval: approval,
    roleDefault: 'pharmacist',
    labelRegion: 'EU',
    analgesicOrder: 'asco-esmo',
    toleranceBandsPercent: { close: 2, tolerated: 4 },
    idleMinutes: 3,
    featuresOff: ['ask'],
  };
  test('all of them together', () => {
    const settings = from(full, MANAGED_PACKAGE);
    expect(settings.refused).toEqual([]);
    expect(settings).toMatchObject({
      availability: 'open',
      managed: true,
      role: 'pharmacist',
      labelRegion: 'EU',
      idleMinutes: 3,
      featuresOff: ['ask'],
      hosts: full.hosts,
      siteMapping: mapping,
      approval: { status: 'approved', reference: 'PTC 12/2026' },
    });
    expect(settings.protocol?.document).toEqual({
      ...protocol,
      analgesicOrder: 'asco-esmo',
      toleranceBandsPercent: { close: 2, tolerated: 4 },
    });
  });
  test('a document may be JSON text or the object itself', () => {
    expect(from({ siteProtocol: protocol }).protocol?.hash).toBe(
      from({ siteProtocol: JSON.stringify(protocol) }).protocol?.hash,
    );
  });
  test('every key has its words', () => {
    expect(Object.keys(KEY_WORDS)).toEqual(Object.keys(MANAGED_KEYS));
  });
});

/** What has to be in the reason for whoever has to put it right. */
const REASONS: Record<string, RegExp> = {
  enabled: /boolean/,
  roleDefault: /'consultant'.*'physician'/,
  labelRegion: /'US', 'EU'/,
  idleMinutes: /at least 1|int/,
  consentRecorded: /boolean/,
  hosts: /https:\/\/ehr\.example\.org|at least 1/,
};

describe('a refused key is named, and what it could make wrong is held', () => {
  test.each([
    ['enabled', 'yes', 'settings-refused'],
    ['enabled', null, 'settings-refused'],
    ['hosts', ['*://*/*'], 'settings-refused'],
    ['hosts', ['<all_urls>'], 'settings-refused'],
    ['hosts', ['https://*.org/*'], 'settings-refused'],
    ['hosts', ['https://ehr.example.org/patients/*'], 'settings-refused'],
    ['hosts', [], 'settings-refused'],
    ['siteProtocol', '{"formatVersion":1', 'settings-refused'],
    ['siteProtocol', { ...protocol, doseTable: [] }, 'settings-refused'],
    ['siteProtocol', 7, 'settings-refused'],
    ['contentApproval', { ...approval, contentHash: 'abc' }, 'settings-refused'],
    ['contentApproval', { ...approval, date: '20.11.2026' }, 'settings-refused'],
    ['contentApproval', { ...approval, whenNotApproved: 'Show' }, 'settings-refused'],
    ['labelRegion', 'UK', 'settings-refused'],
    ['keysSet', 'enabled', 'settings-refused'],
    ['enabeld', false, 'settings-refused'],
    ['siteMapping', '[]', 'open'],
    ['siteMapping', { ...mapping, pages: [] }, 'open'],
    ['roleDefault', 'consultant', 'open'],
    ['analgesicOrder', 'none', 'open'],
    ['toleranceBandsPercent', { close: 8, tolerated: 2 }, 'open'],
    ['toleranceBandsPercent', { close: 80, tolerated: 90 }, 'open'],
    ['idleMinutes', 0, 'open'],
    ['idleMinutes', 2.5, 'open'],
    ['featuresOff', ['red-flags'], 'open'],
    ['consentRecorded', 'true', 'open'],
  ])('%s = %j: %s', (key, value, availability) => {
    const settings = from({ enabled: true, [key]: value });
    expect(refusedKeys(settings)).toEqual([key]);
    expect(settings.refused[0]?.reason).toMatch(REASONS[key] ?? /\w{4}/);
    expect(settings.refused[0]?.reason).not.toMatch(/Invalid|undefined/);
    expect(settings.availability).toBe(availability);
    expect(settings.values).not.toHaveProperty(key);
  });

  test('safe defaults: no site is read, every optional part is off, the usual idle time', () => {
    expect(from({ hosts: 'x' }).hosts).toEqual([]);
    expect(from({ featuresOff: 'x' }).featuresOff).toEqual(FEATURES);
    expect(from({ enabled: true, idleMinutes: 999 }).idleMinutes).toBe(10);
  });
  test('other keys are used all the same', () => {
    expect(from({ enabled: true, idleMinutes: 'x', roleDefault: 'nurse' })).toMatchObject({
      role: 'nurse',
      availability: 'open',
    });
  });
  test('what the browser dropped is missed, because the policy says which keys it sets', () => {
    const settings = from({ keysSet: ['keysSet', 'enabled', 'idleMinutes', 'enabeld'], idleMinutes: 5 });
    expect(refusedKeys(settings)).toEqual(['enabled', 'enabeld']);
    expect(settings.availability).toBe('settings-refused');
  });
  test('said twice and differently is said to nobody', () => {
    const both = from({ siteProtocol: { ...protocol, analgesicOrder: 'both' }, analgesicOrder: 'article' });
    expect(refusedKeys(both)).toEqual(['analgesicOrder']);
    expect(both.protocol?.document.analgesicOrder).toBe('both');
  });
});

describe('the switch', () => {
  test('off is off, whatever else is wrong', () => {
    expect(from({ enabled: false, hosts: 'x', unknown: 1 }).availability).toBe('off');
    expect(from({ enabled: false }, PERSONAL).availability).toBe('off');
  });
});

describe('content governance', () => {
  const of = (more: object, rest: object = {}) => from({ contentApproval: { ...approval, ...more }, ...rest });
  test('no approval recorded is said, and held by nobody', () => {
    expect(from({ enabled: true })).toMatchObject({ availability: 'open', approval: { status: 'none' } });
  });
  test('other content is held unless the organisation wants it shown', () => {
    const otherHash = { contentHash: '0'.repeat(64) };
    expect(of({})).toMatchObject({ availability: 'open', approval: { status: 'approved' } });
    expect(of(otherHash)).toMatchObject({ availability: 'not-approved', approval: { status: 'not-approved' } });
    expect(of({ ...otherHash, whenNotApproved: 'hold' }).availability).toBe('not-approved');
    expect(of({ ...otherHash, whenNotApproved: 'show' })).toMatchObject({
      availability: 'open',
      approval: { status: 'not-approved', reference: 'PTC 12/2026', date: '2026-11-20' },
    });
    expect(of({ contentVersion: '0.0.9' }).availability).toBe('not-approved');
  });
  test('an approval inside the protocol counts where there is no other', () => {
    const stale = { ...protocol, approval: { contentVersion: '0.0.1', reference: 'PTC 1', date: '2026-01-01' } };
    expect(from({ siteProtocol: stale }).availability).toBe('not-approved');
    expect(from({ siteProtocol: stale, contentApproval: approval }).availability).toBe('open');
  });
});

describe('the notice before pages are read without a click', () => {
  test('stands until consent is recorded, and only in the managed package', () => {
    expect(from({ enabled: true }, MANAGED_PACKAGE).availability).toBe('notice-first');
    expect(from({ enabled: true, consentRecorded: false }, MANAGED_PACKAGE).availability).toBe('notice-first');
    expect(from({ consentRecorded: true }, MANAGED_PACKAGE).availability).toBe('open');
    expect(from({ enabled: true }, FORCED).availability).toBe('open');
  });
});

test('whatever is delivered, nothing throws, and every key is either used or named', () => {
  const keys = fc.constantFrom(...Object.keys(MANAGED_KEYS), 'unknown');
  fc.assert(
    fc.property(fc.dictionary(keys, fc.jsonValue()), (delivered) => {
      const settings = from(delivered as Record<string, unknown>);
      for (const key of Object.keys(delivered)) {
        expect(Object.hasOwn(settings.values, key) || refusedKeys(settings).includes(key)).toBe(true);
      }
      if (settings.availability === 'open') expect(settings.refused.every(({ key }) => key in MANAGED_KEYS)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
