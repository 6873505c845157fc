/** Every policy file says the same, in the format of its vendor: it is read back and compared with the one description. */
import { parse } from 'plist';
import { describe, expect, test } from 'vitest';
import {
  chromiumPolicies,
  type Deployment,
  deliveredSettings,
  firefoxPolicies,
  type Json,
} from '../../scripts/policy/description.ts';
import { policyFiles } from '../../scripts/policy/policy-files.ts';
import { chromiumRegistry, firefoxRegistry, type RegistryValue, regFile } from '../../scripts/policy/windows.ts';
import { chromeManagedSchema } from '../../settings/chrome-schema.ts';
import { siteSettingsFrom } from '../../settings/site-settings.ts';

const ID = 'abcdefghijklmnopabcdefghijklmnop';
const DEPLOYMENT: Deployment = {
  extensionId: ID,
  firefoxId: 'sidebar@hospital.example',
  hosts: ['https://ehr.example.org/*', 'https://*.lab.example.org:8443/*'],
  chromiumUpdateUrl: 'https://updates.example.org/sidebar/chrome-edge-updates.xml',
  firefoxInstallUrl: 'https://updates.example.org/sidebar/sidebar.xpi',
  settings: {
    consentRecorded: true,
    idleMinutes: 5,
    labelRegion: 'EU',
    toleranceBandsPercent: { close: 2.5, tolerated: 5 },
    featuresOff: ['ask'],
    siteProtocol: { formatVersion: 1, site: 'St. "Example" & Söhne\\Ward', primarySource: 'eu-smpc' },
  },
};
const files = policyFiles(DEPLOYMENT);
const textOf = (name: string) => String(files.get(name));
const NAME = 'bortezomib-neuropathy-sidebar';
const OWN_HOSTS = ['https://ehr.example.org', 'https://*.lab.example.org'];

describe('the settings in a policy', () => {
  const delivered = deliveredSettings(DEPLOYMENT);
  test('are accepted by the extension, each key of them', () => {
    const settings = siteSettingsFrom(delivered, { byOrganisation: true, readsWithoutClick: true });
    expect(settings).toMatchObject({ refused: [], availability: 'open', hosts: DEPLOYMENT.hosts, labelRegion: 'EU' });
    expect(settings.protocol?.document.site).toBe('St. "Example" & Söhne\\Ward');
  });
  test('have the types that Chromium’s schema wants: it would drop any other', () => {
    const types = chromeManagedSchema().properties ?? {};
    for (const [key, value] of Object.entries(delivered)) expect(typeOf(value), key).toBe(types[key]?.type);
  });
  test('name every key that they set', () => {
    expect(delivered.keysSet).toEqual(Object.keys(delivered).sort());
  });
});

test('least privilege: by force, pinned, nowhere but on the own hosts, and no other permission ever', () => {
  for (const browser of ['chrome', 'edge'] as const) {
    const entry = (chromiumPolicies(DEPLOYMENT, browser).ExtensionSettings as Record<string, unknown>)[ID];
    expect(entry).toMatchObject({
      installation_mode: 'force_installed',
      [browser === 'edge' ? 'toolbar_state' : 'toolbar_pin']: expect.stringMatching(/^force_/),
      runtime_blocked_hosts: ['*://*'],
      runtime_allowed_hosts: OWN_HOSTS,
      blocked_permissions: expect.arrayContaining(['cookies', 'webRequest', 'nativeMessaging', 'downloads']),
    });
  }
  expect(firefoxPolicies(DEPLOYMENT).ExtensionSettings).toMatchObject({
    'sidebar@hospital.example': {
      installation_mode: 'force_installed',
      default_area: 'navbar',
      runtime_blocked_hosts: ['*://*/*'],
      runtime_allowed_hosts: OWN_HOSTS.map((host) => `${host}/*`),
    },
  });
});

describe('Linux and Firefox: JSON', () => {
  test.each(['chrome', 'edge'] as const)('%s', (browser) => {
    expect(JSON.parse(textOf(`${browser}/linux/${NAME}.json`))).toEqual(chromiumPolicies(DEPLOYMENT, browser));
  });
  test('Firefox', () => {
    expect(JSON.parse(textOf('firefox/policies.json'))).toEqual({ policies: firefoxPolicies(DEPLOYMENT) });
  });
});

describe('macOS: configuration profiles', () => {
  test.each([
    ['chrome', 'com.google.Chrome'],
    ['edge', 'com.microsoft.Edge'],
  ] as const)('%s', (browser, domain) => {
    const { payloads, uuids } = profile(`${browser}/macos/${NAME}.mobileconfig`);
    expect(payloads.get(domain)).toEqual({
      ExtensionSettings: chromiumPolicies(DEPLOYMENT, browser).ExtensionSettings,
    });
    expect(payloads.get(`${domain}.extensions.${ID}`)).toEqual(deliveredSettings(DEPLOYMENT));
    expect(new Set(uuids).size).toBe(3);
  });
  test('Firefox', () => {
    const { payloads } = profile(`firefox/macos/${NAME}.mobileconfig`);
    expect(payloads.get('org.mozilla.firefox')).toEqual({
      EnterprisePoliciesEnabled: true,
      ...firefoxPolicies(DEPLOYMENT),
    });
  });
});

describe('Windows: registry', () => {
  test.each(['chrome', 'edge'] as const)('%s: the file holds every value of the description', (browser) => {
    const registry = chromiumRegistry(DEPLOYMENT, browser);
    expect(sorted(parseReg(files.get(`${browser}/windows/${NAME}.reg`) as Uint8Array))).toEqual(sorted(registry));
    const vendor = browser === 'edge' ? 'Microsoft\\Edge' : 'Google\\Chrome';
    const root = `SOFTWARE\\Policies\\${vendor}`;
    expect(treeBelow(registry, `${root}\\ExtensionSettings`)).toEqual(
      asInRegistry(chromiumPolicies(DEPLOYMENT, browser).ExtensionSettings ?? null),
    );
    expect(treeBelow(registry, `${root}\\3rdparty\\extensions\\${ID}\\policy`)).toEqual(
      asInRegistry(deliveredSettings(DEPLOYMENT)),
    );
  });
  test('Firefox', () => {
    const read = parseReg(files.get(`firefox/windows/${NAME}.reg`) as Uint8Array);
    const { ExtensionSettings, '3rdparty': thirdParty } = firefoxPolicies(DEPLOYMENT);
    expect(read.map(({ name, value }) => [name, JSON.parse(String(value))])).toEqual([
      ['ExtensionSettings', ExtensionSettings],
      [
        'sidebar@hospital.example',
        (thirdParty as Record<string, Record<string, unknown>>).Extensions?.['sidebar@hospital.example'],
      ],
    ]);
    expect(read).toEqual(firefoxRegistry(DEPLOYMENT));
  });
  test('a script sets as many values, and quotes what comes from outside', () => {
    const script = textOf(`chrome/windows/${NAME}.ps1`);
    expect(script.match(/^New-ItemProperty /gm)).toHaveLength(chromiumRegistry(DEPLOYMENT, 'chrome').length);
    for (const line of script.split('\r\n').filter((text) => text.startsWith('New-Item'))) {
      expect(line).toMatch(
        /^New-ItemProperty -Path \$key -Name '([^']|'')+' -PropertyType \w+ -Value (\d+|'([^']|'')*') -Force \| Out-Null$/,
      );
    }
  });
  test('what a value holds cannot break out of its line', () => {
    const nasty: RegistryValue[] = [{ key: 'SOFTWARE\\X', name: 'a"b\\', type: 'REG_SZ', value: 'c"\\d' }];
    expect(parseReg(regFile(nasty))).toEqual(nasty);
  });
});

test('Intune: installs both browsers’ extension from the same address', () => {
  const policy = JSON.parse(textOf(`intune/${NAME}-catalog.json`));
  expect(policy.settingCount).toBe(policy.settings.length);
  const values = JSON.stringify(policy).match(/[a-p]{32};https:[^"]+/g);
  expect(values).toEqual(Array(2).fill(`${ID};${DEPLOYMENT.chromiumUpdateUrl}`));
});

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
}

function profile(name: string) {
  const whole = parse(textOf(name)) as unknown as {
    PayloadType: string;
    PayloadContent: Record<string, unknown>[];
  } & Record<string, unknown>;
  expect(whole.PayloadType).toBe('Configuration');
  const uuids = [whole, ...whole.PayloadContent].map(({ PayloadUUID }) => String(PayloadUUID));
  for (const uuid of uuids) expect(uuid).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
  const payloads = new Map(
    whole.PayloadContent.map((payload) => [
      String(payload.PayloadType),
      Object.fromEntries(Object.entries(payload).filter(([key]) => !key.startsWith('Payload'))),
    ]),
  );
  return { payloads, uuids };
}

const sorted = (values: readonly RegistryValue[]) => values.map((value) => JSON.stringify(value)).sort();

/** Reads a .reg file by the grammar of the registry editor; anything else in it fails. */
function parseReg(bytes: Uint8Array): RegistryValue[] {
  const text = Buffer.from(bytes).toString('utf16le');
  expect(text.startsWith('\uFEFFWindows Registry Editor Version 5.00\r\n\r\n')).toBe(true);
  const values: RegistryValue[] = [];
  let key = '';
  for (const line of text.split('\r\n').slice(2)) {
    const section = /^\[HKEY_LOCAL_MACHINE\\([^\]]+)\]$/.exec(line);
    const value =
      /^"((?:[^"\\]|\\["\\])*)"=(?:"((?:[^"\\]|\\["\\])*)"|dword:([0-9a-f]{8})|hex\(7\):([0-9a-f,]+))$/.exec(line);
    if (section) key = section[1] ?? '';
    else if (value) {
      const plain = (escaped: string) => escaped.replace(/\\(["\\])/g, '$1');
      const [, name = '', string, dword, hex] = value;
      if (dword !== undefined)
        values.push({ key, name: plain(name), type: 'REG_DWORD', value: Number.parseInt(dword, 16) });
      else if (hex !== undefined) {
        const decoded = Buffer.from(hex.replaceAll(',', ''), 'hex').toString('utf16le');
        expect(decoded.endsWith('\0\0')).toBe(true);
        values.push({ key, name: plain(name), type: 'REG_MULTI_SZ', value: decoded.slice(0, -2) });
      } else values.push({ key, name: plain(name), type: 'REG_SZ', value: plain(string ?? '') });
    } else expect(line).toBe('');
  }
  return values;
}

/** The values below a key as a tree, the way Chromium reads the registry. */
function treeBelow(values: readonly RegistryValue[], root: string) {
  const tree: Record<string, unknown> = {};
  for (const { key, name, value } of values) {
    if (key !== root && !key.startsWith(`${root}\\`)) continue;
    let node = tree;
    for (const part of key
      .slice(root.length + 1)
      .split('\\')
      .filter(Boolean)) {
      node[part] ??= {};
      node = node[part] as Record<string, unknown>;
    }
    node[name] = value;
  }
  return tree;
}

/** What JSON becomes in the registry: lists are numbered from 1, true is 1, a broken number is text. */
function asInRegistry(value: Json): unknown {
  if (Array.isArray(value))
    return Object.fromEntries(value.map((item, index) => [String(index + 1), asInRegistry(item)]));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asInRegistry(inner as Json)]));
  }
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' && !Number.isInteger(value) ? String(value) : value;
}
