/**
 * A framed part of a page may belong to another site, which a click on the button does not open to the extension. In the
 * personal package its user may let it read that site: the browser asks, and keeps the answer until it is taken back.
 */
import browser from 'webextension-polyfill';
import { isListed } from '../../settings/host-pattern.ts';
import type { Hosts } from './inject-reader.ts';

/** Whether a site may be asked for: by this package at all, and by the organisation's list of sites where there is one. */
export function mayAskFor(origin: string, hosts: Hosts): boolean {
  const manifest: { optional_host_permissions?: string[] } = browser.runtime.getManifest();
  return manifest.optional_host_permissions !== undefined && (hosts === undefined || isListed(origin, hosts));
}

/**
 * Lets the browser ask. Only while a press of a button is being handled: both browsers refuse it otherwise.
 * @returns whether the site may be read now
 */
export async function askFor(origin: string): Promise<boolean> {
  const { protocol, hostname } = new URL(origin);
  try {
    // patterns know no ports in Firefox
    return await browser.permissions.request({ origins: [`${protocol}//${hostname}/*`] });
  } catch {
    return false;
  }
}
