/**
 * Policies in the Windows registry: as a .reg file (for a test machine, or for a Group Policy registry item) and as a
 * PowerShell script with the same values (for Intune and others that run scripts).
 */
import {
  type Browser,
  chromiumPolicies,
  type Deployment,
  deliveredSettings,
  firefoxPolicies,
  type Json,
  type JsonObject,
} from './description.ts';

/** One registry value; `key` without the hive. */
export interface RegistryValue {
  key: string;
  name: string;
  type: 'REG_SZ' | 'REG_DWORD' | 'REG_MULTI_SZ';
  value: string | number;
}

const CHROMIUM_KEYS: Record<Browser, string> = {
  chrome: 'SOFTWARE\\Policies\\Google\\Chrome',
  edge: 'SOFTWARE\\Policies\\Microsoft\\Edge',
};
const FIREFOX_KEY = 'SOFTWARE\\Policies\\Mozilla\\Firefox';

/** Chrome's or Edge's: a key for each level and a number for each item of a list, beside those of other extensions. */
export function chromiumRegistry(deployment: Deployment, browser: Browser): RegistryValue[] {
  const { ExtensionSettings } = chromiumPolicies(deployment, browser);
  const root = CHROMIUM_KEYS[browser];
  return [
    ...valuesBelow(`${root}\\ExtensionSettings`, ExtensionSettings as JsonObject),
    ...valuesBelow(`${root}\\3rdparty\\extensions\\${deployment.extensionId}\\policy`, deliveredSettings(deployment)),
  ];
}

/** Firefox's: JSON text, as its policy templates have it. */
export function firefoxRegistry(deployment: Deployment): RegistryValue[] {
  const { ExtensionSettings } = firefoxPolicies(deployment);
  const json = (key: string, name: string, value: Json): RegistryValue => ({
    key,
    name,
    type: 'REG_MULTI_SZ',
    value: JSON.stringify(value),
  });
  return [
    json(FIREFOX_KEY, 'ExtensionSettings', ExtensionSettings ?? {}),
    json(`${FIREFOX_KEY}\\3rdparty\\Extensions`, deployment.firefoxId, deliveredSettings(deployment)),
  ];
}

function valuesBelow(key: string, values: JsonObject): RegistryValue[] {
  return Object.entries(values).flatMap(([name, value]) => registryValues(key, name, value));
}

function registryValues(key: string, name: string, value: Json): RegistryValue[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => registryValues(`${key}\\${name}`, String(index + 1), item));
  }
  if (typeof value === 'object' && value !== null) return valuesBelow(`${key}\\${name}`, value as JsonObject);
  if (typeof value === 'boolean') return [{ key, name, type: 'REG_DWORD', value: value ? 1 : 0 }];
  if (typeof value === 'number' && Number.isInteger(value)) return [{ key, name, type: 'REG_DWORD', value }];
  return [{ key, name, type: 'REG_SZ', value: String(value) }];
}

/** A file for the registry editor: UTF-16 with byte order mark and Windows line ends, as that editor writes it. */
export function regFile(values: readonly RegistryValue[]): Uint8Array {
  const lines = ['Windows Registry Editor Version 5.00', ''];
  for (const [key, ofKey] of byKey(values)) {
    lines.push(`[HKEY_LOCAL_MACHINE\\${key}]`);
    for (const { name, type, value } of ofKey) lines.push(`"${escaped(name)}"=${regData(type, value)}`);
    lines.push('');
  }
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf16le');
}

function regData(type: RegistryValue['type'], value: string | number): string {
  if (type === 'REG_DWORD') return `dword:${Number(value).toString(16).padStart(8, '0')}`;
  if (type === 'REG_SZ') return `"${escaped(String(value))}"`;
  // a list of one string: its end, and the end of the list
  const bytes = Buffer.from(`${value}\0\0`, 'utf16le');
  return `hex(7):${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(',')}`;
}

const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');

function byKey(values: readonly RegistryValue[]): Map<string, RegistryValue[]> {
  const groups = new Map<string, RegistryValue[]>();
  for (const value of values) groups.set(value.key, [...(groups.get(value.key) ?? []), value]);
  return groups;
}

const POWERSHELL_TYPES = { REG_SZ: 'String', REG_DWORD: 'DWord', REG_MULTI_SZ: 'MultiString' } as const;

/** A script that sets the same values; to be run as administrator or, by Intune, as the system. */
export function powershellScript(values: readonly RegistryValue[], title: string): string {
  const lines = [`# ${title}`, "$ErrorActionPreference = 'Stop'", ''];
  for (const [key, ofKey] of byKey(values)) {
    lines.push(
      `$key = ${quoted(`HKLM:\\${key}`)}`,
      'if (-not (Test-Path $key)) { New-Item -Path $key -Force | Out-Null }',
    );
    for (const { name, type, value } of ofKey) {
      const data = type === 'REG_DWORD' ? String(value) : quoted(String(value));
      lines.push(
        `New-ItemProperty -Path $key -Name ${quoted(name)} -PropertyType ${POWERSHELL_TYPES[type]} -Value ${data} -Force | Out-Null`,
      );
    }
    lines.push('');
  }
  return `${lines.join('\r\n')}`;
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
