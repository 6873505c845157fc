/**
 * `npm run package`: everything that is needed to give the sidebar to users.
 *
 *   npm run package                                       the personal package for the stores
 *   npm run package -- --hosts https://ehr.example.org/*  also the managed package, with policy files
 *
 *   --hosts PATTERN        a host that the managed package may read; may be repeated
 *   --settings FILE        managed settings (JSON), checked and put into the policy files
 *   --base-url URL         where the hospital will serve the managed package
 *   --key FILE             signing key for Chrome and Edge, made where there is none; keep it: another key is another extension
 *   --firefox-id ID        id under which the hospital has the Firefox package signed
 *   --signed-xpi FILE      the package as Mozilla signed it, to be put in place of the unsigned one
 *   --out FOLDER           .artifacts/package when not said; emptied first
 *
 * Exit code 2 and every fault on stderr where an argument or a setting is not accepted.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HostPattern } from '../settings/host-pattern.ts';
import { siteSettingsFrom } from '../settings/site-settings.ts';
import { argumentsOf } from './command-line.ts';
import { makePackages } from './package/make-packages.ts';
import { FIREFOX_ID } from './package/package-options.ts';

const { values } = argumentsOf(import.meta.url, {
  options: {
    hosts: { type: 'string', multiple: true },
    settings: { type: 'string' },
    'base-url': { type: 'string', default: 'https://browser-updates.invalid/bortezomib-neuropathy-sidebar/' },
    key: { type: 'string', default: '.signing/key.pem' },
    'firefox-id': { type: 'string', default: FIREFOX_ID },
    'signed-xpi': { type: 'string' },
    out: { type: 'string', default: '.artifacts/package' },
  },
});

const baseUrl = values['base-url'].endsWith('/') ? values['base-url'] : `${values['base-url']}/`;
for (const host of values.hosts ?? []) {
  const accepted = HostPattern.safeParse(host);
  if (!accepted.success) fail([`${host}: ${accepted.error.issues[0]?.message}`]);
}
const settings = settingsOf(values.settings);
for (const host of settings.hosts ?? []) {
  if (values.hosts && !values.hosts.includes(host))
    fail([`hosts: ${host} is not among --hosts, so it could never be read`]);
}
const made = await makePackages({
  out: path.resolve(values.out),
  firefoxId: values['firefox-id'],
  managed: values.hosts && {
    hosts: values.hosts,
    settings,
    baseUrl,
    keyFile: path.resolve(values.key),
    signedXpi: values['signed-xpi'],
  },
}).catch((error: unknown) => fail([error instanceof Error ? error.message : String(error)]));

for (const name of made.files) console.log(name);
if (made.keyMade) {
  console.error(
    `A new signing key was made: ${values.key}. Keep it safe: updates have to be signed with the same key.`,
  );
}
if (values.hosts && baseUrl.includes('.invalid/')) {
  console.error('The policy files point to a placeholder. Give the address of your own server with --base-url.');
}

/** The settings as they stand in the file; ends the command where one of them would be refused. */
function settingsOf(file: string | undefined) {
  if (file === undefined) return {};
  if (!existsSync(file)) return fail([`${file}: no such file`]);
  const given = jsonIn(file);
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return fail([`${file}: not a JSON object`]);
  const installed = { byOrganisation: true, readsWithoutClick: true };
  const { values: accepted, refused } = siteSettingsFrom({ ...given }, installed);
  if (refused.length > 0) fail(refused.map(({ key, reason }) => `${key}: ${reason}`));
  return accepted;
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function fail(faults: readonly string[]): never {
  for (const fault of faults) console.error(fault);
  process.exit(2);
}
