import type { Availability, SiteSettings } from '../../settings/settings-in-use.ts';
import { t } from '../words.ts';
import { NamedRows } from './NamedRows.tsx';

/** The settings that came by policy: which are used, which were refused and why. */
export function OrganisationSettings({ settings }: { settings: SiteSettings }) {
  const used = Object.entries(settings.values).map(([key, value]) => ({ key, cells: [key, JSON.stringify(value)] }));
  const refused = settings.refused.map(({ key, reason }) => ({ key: `${key} ${reason}`, cells: [key, reason] }));
  return (
    <>
      <p>{settings.managed ? inWords(settings.availability) : notManaged(settings.availability)}</p>
      {refused.length > 0 && (
        <NamedRows
          caption={t('about.organisation.refused')}
          head={[t('about.organisation.setting'), t('about.organisation.reason')]}
          rows={refused}
        />
      )}
      {used.length > 0 && (
        <NamedRows
          caption={t('about.organisation.used')}
          head={[t('about.organisation.setting'), t('about.organisation.value')]}
          rows={used}
        />
      )}
    </>
  );
}

const notManaged = (availability: Availability) =>
  availability === 'waiting' ? t('about.organisation.waiting') : t('about.organisation.none');

function inWords(availability: Availability): string {
  switch (availability) {
    case 'waiting':
      return t('about.organisation.waiting');
    case 'off':
      return t('about.organisation.off');
    case 'settings-refused':
    case 'not-approved':
      return t('about.organisation.held');
    case 'notice-first':
      return t('about.organisation.notice');
    case 'open':
      return t('about.organisation.open');
  }
}
