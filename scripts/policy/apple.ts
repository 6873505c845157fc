/** Configuration profiles for macOS, to be uploaded to the management server as they are. */
import { createHash } from 'node:crypto';
import { build, type PlistValue } from 'plist';
import {
  type Browser,
  chromiumPolicies,
  type Deployment,
  deliveredSettings,
  firefoxPolicies,
  type JsonObject,
} from './description.ts';

const IDENTIFIER = 'bortezomib-neuropathy-sidebar';
const DOMAINS: Record<Browser, string> = { chrome: 'com.google.Chrome', edge: 'com.microsoft.Edge' };
const NAMES = { chrome: 'Chrome', edge: 'Edge', firefox: 'Firefox' } as const;

/** Two payloads: the browser's own policies, and the settings in the domain that belongs to the extension. */
export function chromiumProfile(deployment: Deployment, browser: Browser): string {
  const { ExtensionSettings } = chromiumPolicies(deployment, browser);
  const domain = DOMAINS[browser];
  return profile(browser, [
    [domain, { ExtensionSettings: ExtensionSettings ?? {} }],
    [`${domain}.extensions.${deployment.extensionId}`, deliveredSettings(deployment)],
  ]);
}

export function firefoxProfile(deployment: Deployment): string {
  return profile('firefox', [
    ['org.mozilla.firefox', { EnterprisePoliciesEnabled: true, ...firefoxPolicies(deployment) }],
  ]);
}

function profile(browser: keyof typeof NAMES, payloads: readonly (readonly [domain: string, values: JsonObject])[]) {
  const title = `Bortezomib Neuropathy Sidebar (${NAMES[browser]})`;
  const head = (identifier: string, type: string) => ({
    PayloadDisplayName: title,
    PayloadIdentifier: identifier,
    PayloadType: type,
    PayloadUUID: uuidOf(identifier),
    PayloadVersion: 1,
  });
  return `${build({
    ...head(`${IDENTIFIER}.${browser}`, 'Configuration'),
    PayloadScope: 'System',
    PayloadRemovalDisallowed: true,
    PayloadContent: payloads.map(
      ([domain, values]) =>
        ({ ...head(`${IDENTIFIER}.${domain}`, domain), ...values }) as { [key: string]: PlistValue },
    ),
  })}\n`;
}

/** The same name gives the same UUID (in the shape of version 5), so that a new profile replaces the old one. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
    .join('-')
    .toUpperCase();
}
