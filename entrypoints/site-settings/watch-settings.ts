/** The organisation's settings as the browser delivers them: late after a first installation, and again at any change. */
import browser from 'webextension-polyfill';
import { type SiteSettings, WAITING, WITHOUT_POLICY } from '../../settings/settings-in-use.ts';
import type { Installation } from '../../settings/site-settings.ts';

/** As long as the settings are not known, they are asked for again after this time, in ms. */
const AGAIN = 2000;

/**
 * Calls back with the settings now and after every change. Between a change and the new settings stands WAITING:
 * whoever listens drops first and goes on later. A browser that refuses to tell, or does not answer, is asked again.
 * @returns a function that ends the watch
 */
export function watchSettings(onSettings: (settings: SiteSettings) => void): () => void {
  let asked = 0;
  /** number of the first question whose answer still counts */
  let counts = 1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = async () => {
    clearTimeout(timer);
    timer = setTimeout(read, AGAIN);
    asked += 1;
    const mine = asked;
    const settings = await currentSettings().catch(() => WAITING);
    if (mine < counts) return;
    counts = mine + 1;
    if (settings !== WAITING) {
      counts = asked + 1;
      clearTimeout(timer);
    }
    onSettings(settings);
  };
  const onChanged = (_changes: unknown, area: string) => {
    if (area !== 'managed') return;
    counts = asked + 1;
    onSettings(WAITING);
    void read();
  };
  browser.storage.onChanged.addListener(onChanged);
  void read();
  return () => {
    counts = Number.POSITIVE_INFINITY;
    clearTimeout(timer);
    browser.storage.onChanged.removeListener(onChanged);
  };
}

/** The settings as they are now. */
async function currentSettings(): Promise<SiteSettings> {
  const [delivered, installed] = await Promise.all([managedValues(), installation()]);
  if (delivered === undefined) return WAITING;
  if (Object.keys(delivered).length === 0) return installed.byOrganisation ? WAITING : WITHOUT_POLICY;
  // What checks a policy is large, and most installations have none.
  const { siteSettingsFrom } = await import('../../settings/site-settings.ts');
  return siteSettingsFrom(delivered, installed);
}

/** What the policy gives; undefined where the browser does not say. */
async function managedValues(): Promise<Record<string, unknown> | undefined> {
  try {
    return await browser.storage.managed.get();
  } catch (error) {
    // Firefox answers so where no policy names the extension; Chromium gives an empty object
    return String(error).includes('Managed storage manifest not found') ? {} : undefined;
  }
}

async function installation(): Promise<Installation> {
  const readsWithoutClick = (browser.runtime.getManifest().host_permissions ?? []).length > 0;
  const { installType } = await browser.management.getSelf();
  return { readsWithoutClick, byOrganisation: readsWithoutClick || installType === 'admin' };
}
