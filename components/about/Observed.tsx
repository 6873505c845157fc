import { t } from '../words.ts';
import { NamedRows } from './NamedRows.tsx';

/** What the browser says about the running extension, and what its open pages have asked for so far. */
export interface Observation {
  permissions: readonly string[];
  /** sites that it may read without a click */
  sites: readonly string[];
  policy: string;
  /** requests of its open pages for anything but the extension's own files, whether or not they were refused */
  requests: number;
  /** requests that the policy has refused since this page was opened */
  refused: number;
}

interface ObservedProps {
  observation: Observation;
  /** takes back what its user has allowed; absent where the sites are those of an organisation */
  onTakeBack?: (site: string) => void;
}

/** The extension's own report about itself, for whoever reviews it. */
export function Observed({ observation, onTakeBack }: ObservedProps) {
  const { permissions, sites, policy, requests, refused } = observation;
  const row = (name: string, value: string) => ({ key: name, cells: [name, value] });
  return (
    <>
      <NamedRows
        caption={t('about.observed.may')}
        head={[t('about.observed.what'), t('about.observed.now')]}
        rows={[
          row(t('about.observed.permissions'), permissions.join(', ')),
          row(t('about.observed.sites'), sites.join(', ') || t('about.observed.noSites')),
          row(t('about.observed.policy'), policy),
        ]}
      />
      {onTakeBack && sites.length > 0 && (
        <ul className="plain">
          {sites.map((site) => (
            <li key={site}>
              <button type="button" className="button quiet" onClick={() => onTakeBack(site)}>
                {t('about.observed.takeBack', { site })}
              </button>
            </li>
          ))}
        </ul>
      )}
      <NamedRows
        caption={t('about.observed.asked')}
        head={[t('about.observed.what'), t('about.observed.count')]}
        rows={[row(t('about.observed.other'), String(requests)), row(t('about.observed.refused'), String(refused))]}
      />
      <p>{t('about.observed.limits')}</p>
    </>
  );
}
