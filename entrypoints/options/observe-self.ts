/** What the browser says about this extension, and what its open pages have asked for. */
import browser from 'webextension-polyfill';
import type { Observation } from '../../components/about/Observed.tsx';

/** How often the counters are read again, while the page is open. */
const EVERY_MS = 2_000;

/**
 * Calls back with what is known, now and again while the page is open.
 * @returns a function that ends it
 */
export function observeSelf(onObservation: (observation: Observation) => void): () => void {
  let refused = 0;
  let stopped = false;
  const onViolation = () => {
    refused += 1;
  };
  const look = async () => {
    const { permissions = [], origins = [] } = await browser.permissions.getAll();
    if (!stopped)
      onObservation({ permissions, sites: origins, policy: policyOfPages(), requests: requestsOfOpenPages(), refused });
  };
  document.addEventListener('securitypolicyviolation', onViolation);
  const timer = setInterval(() => void look(), EVERY_MS);
  void look();
  return () => {
    stopped = true;
    clearInterval(timer);
    document.removeEventListener('securitypolicyviolation', onViolation);
  };
}

/** Takes back that a site may be read; undefined in a package whose sites are those of an organisation. */
export const takeBack = browser.runtime.getManifest().host_permissions
  ? undefined
  : (site: string): void => void browser.permissions.remove({ origins: [site] });

function policyOfPages(): string {
  const policy = browser.runtime.getManifest().content_security_policy;
  return typeof policy === 'object' && policy !== null && 'extension_pages' in policy
    ? String(policy.extension_pages)
    : String(policy ?? '');
}

/** In every page of the extension that is open, this one and the sidebar, by the browser's own record. */
function requestsOfOpenPages(): number {
  const pages = new Set<Window>([window, ...browser.extension.getViews()]);
  return [...pages]
    .flatMap(({ performance }) => performance.getEntriesByType('resource'))
    .filter(({ name }) => !name.startsWith(`${location.origin}/`)).length;
}
