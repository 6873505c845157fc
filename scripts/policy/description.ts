/**
 * One description of a deployment, from which every policy file is made. Least privilege: the sidebar is installed and
 * pinned, may run on the hospital's own hosts only, and does not load should a version ever ask for more.
 */
import type { ManagedValues } from '../../settings/managed-keys.ts';

export interface Deployment {
  /** the id that Chromium derives from the hospital's key */
  extensionId: string;
  firefoxId: string;
  /** as in the managed settings, e.g. `https://ehr.example.org/*` */
  hosts: readonly string[];
  /** address of the update manifest for Chrome and Edge */
  chromiumUpdateUrl: string;
  /** address of the signed XPI */
  firefoxInstallUrl: string;
  settings: ManagedValues;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** Permissions that the sidebar has no use for: a version that asks for one of them is not loaded. */
const NEVER = [
  'browsingData',
  'clipboardRead',
  'cookies',
  'debugger',
  'desktopCapture',
  'downloads',
  'geolocation',
  'history',
  'identity',
  'management',
  'nativeMessaging',
  'pageCapture',
  'privacy',
  'proxy',
  'tabCapture',
  'webNavigation',
  'webRequest',
];

/** The managed settings as they are delivered, with the list by which a dropped key is noticed. */
export function deliveredSettings({ settings, hosts }: Deployment): JsonObject {
  const values = { hosts, ...settings };
  const documents = ['siteProtocol', 'siteMapping'] as const;
  const asText = Object.fromEntries(
    documents.flatMap((key) => (values[key] === undefined ? [] : [[key, JSON.stringify(values[key])]])),
  );
  const all = { enabled: true, ...values, ...asText };
  const keysSet = ['keysSet', ...Object.keys(all).filter((key) => key !== 'keysSet')].sort();
  return JSON.parse(JSON.stringify({ ...all, keysSet }));
}

export type Browser = 'chrome' | 'edge';

/** Chrome's and Edge's policies by name. */
export function chromiumPolicies(deployment: Deployment, browser: Browser): JsonObject {
  return {
    ExtensionSettings: {
      [deployment.extensionId]: {
        installation_mode: 'force_installed',
        update_url: deployment.chromiumUpdateUrl,
        override_update_url: true,
        ...(browser === 'edge' ? { toolbar_state: 'force_shown' } : { toolbar_pin: 'force_pinned' }),
        runtime_blocked_hosts: ['*://*'],
        runtime_allowed_hosts: deployment.hosts.map(withoutPathAndPort),
        blocked_permissions: NEVER,
      },
    },
    '3rdparty': { extensions: { [deployment.extensionId]: deliveredSettings(deployment) } },
  };
}

/** Firefox's policies by name. */
export function firefoxPolicies(deployment: Deployment): JsonObject {
  return {
    ExtensionSettings: {
      [deployment.firefoxId]: {
        installation_mode: 'force_installed',
        install_url: deployment.firefoxInstallUrl,
        default_area: 'navbar',
        private_browsing: false,
        runtime_blocked_hosts: ['*://*/*'],
        runtime_allowed_hosts: deployment.hosts.map(withoutPort),
        blocked_permissions: NEVER,
      },
    },
    '3rdparty': { Extensions: { [deployment.firefoxId]: deliveredSettings(deployment) } },
  };
}

const withoutPort = (pattern: string) => pattern.replace(/:\d+(?=\/)/u, '');
/** The runtime policies of Chrome and Edge name scheme and host only. */
const withoutPathAndPort = (pattern: string) => withoutPort(pattern).replace(/\/\*$/u, '');
