/** The panel as far as the organisation lets it: nothing is read or said before its settings are known. */
import { useEffect, useState } from 'react';
import browser from 'webextension-polyfill';
import { OrganisationNotice } from '../../components/panel/OrganisationNotice.tsx';
import { type SiteSettings, WAITING } from '../../settings/settings-in-use.ts';
import { watchSettings } from '../site-settings/watch-settings.ts';
import { SidePanel } from './SidePanel.tsx';

export function PanelUnderSettings() {
  const [settings, setSettings] = useState<SiteSettings>(WAITING);
  const [told, setTold] = useState(false);
  useEffect(() => watchSettings(setSettings), []);

  const { availability } = settings;
  const notice = availability === 'open' || (availability === 'notice-first' && told) ? null : availability;
  useEffect(() => {
    if (notice) document.body.dataset.state = notice;
  }, [notice]);

  if (notice === null) return <SidePanel settings={settings} />;
  return (
    <OrganisationNotice
      availability={notice}
      refused={settings.refused}
      approval={settings.approval}
      onGoOn={() => setTold(true)}
      onAbout={() => void browser.runtime.openOptionsPage()}
    />
  );
}
