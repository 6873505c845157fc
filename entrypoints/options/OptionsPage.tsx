import { useEffect, useState } from 'react';
import { About } from '../../components/about/About.tsx';
import { type Observation, Observed } from '../../components/about/Observed.tsx';
import { OrganisationSettings } from '../../components/about/OrganisationSettings.tsx';
import { SheetToPrint } from '../../components/about/SheetToPrint.tsx';
import type { Handout } from '../../rules/patient-handout.ts';
import type { SiteSettings } from '../../settings/settings-in-use.ts';
import { receiveSheets } from '../sidepanel/sheet-in-tab.ts';
import { watchSettings } from '../site-settings/watch-settings.ts';
import { observeSelf } from './observe-self.ts';

/** About and evidence; or, when the sidebar hands one over, a sheet that is to be printed. */
export function OptionsPage() {
  const [handout, setHandout] = useState<Handout | null>(null);
  const [settings, setSettings] = useState<SiteSettings | null>(null);
  const [observation, setObservation] = useState<Observation | null>(null);
  useEffect(() => receiveSheets(setHandout), []);
  useEffect(() => watchSettings(setSettings), []);
  useEffect(() => observeSelf(setObservation), []);
  if (handout !== null) return <SheetToPrint handout={handout} onClose={() => setHandout(null)} />;
  return (
    <About
      organisation={settings && <OrganisationSettings settings={settings} />}
      observed={observation && <Observed observation={observation} />}
    />
  );
}
