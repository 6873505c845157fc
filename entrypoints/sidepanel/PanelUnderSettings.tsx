/** The panel as far as the organisation lets it: nothing is read or said before its settings are known. */
import { useEffect, useState } from 'react';
import browser from 'webextension-polyfill';
import { OrganisationNotice } from '../../components/panel/OrganisationNotice.tsx';
import { type SiteSettings, WAITING } from '../../settings/site-settings.ts';
import { watchSettings } from '../site-settings/watch-settings.ts';
import { SidePanel } from './SidePanel.tsx';

export function PanelUnderSettings() {
  const [settings, setSettings] = useState<SiteSettings>(WAITING);
  const [told, setTold] = useState(false);
  useEffect(() => watchSettings(setSettings), []);

  const { availability } = settings;
  const open = availability === 'open' || (availability === 'notice-first' && told);
  useEffect(() => {
    if (!open) document.body.dataset.state = availability;
  }, [open, availability]);

  if (availability === 'open' || (availability === 'notice-first' && told)) return <SidePanel settings={settings} />;
  return (
    <OrganisationNotice
      availability={availability}
      refused={settings.refused}
      approval={settings.approval}
      onGoOn={() => setTold(true)}
      onAbout={() => void browser.runtime.openOptionsPage()}
    />
  );
}
