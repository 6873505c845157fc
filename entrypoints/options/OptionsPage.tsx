import { lazy, useEffect, useState } from 'react';
import { About } from '../../components/about/About.tsx';
import { type Observation, Observed } from '../../components/about/Observed.tsx';
import { OrganisationSettings } from '../../components/about/OrganisationSettings.tsx';
import { SheetToPrint } from '../../components/about/SheetToPrint.tsx';
import { LoadedPart } from '../../components/LoadedPart.tsx';
import { t } from '../../components/words.ts';
import type { Handout } from '../../rules/patient-handout.ts';
import type { SiteSettings } from '../../settings/settings-in-use.ts';
import { receiveSheets } from '../sidepanel/sheet-in-tab.ts';
import { watchSettings } from '../site-settings/watch-settings.ts';
import { observeSelf, takeBack } from './observe-self.ts';

const SiteMappingMode = lazy(() =>
  import('./mapping/SiteMappingMode.tsx').then(({ SiteMappingMode: Mode }) => ({ default: Mode })),
);

const MAPPING = 'site-mapping';

/** About and evidence, the mapping mode; or, when the sidebar hands one over, a sheet that is to be printed. */
export function OptionsPage() {
  const [handout, setHandout] = useState<Handout | null>(null);
  const [settings, setSettings] = useState<SiteSettings | null>(null);
  const [observation, setObservation] = useState<Observation | null>(null);
  const [place, setPlace] = useState(location.hash);
  useEffect(() => receiveSheets(setHandout), []);
  useEffect(() => watchSettings(setSettings), []);
  useEffect(() => observeSelf(setObservation), []);
  useEffect(() => {
    const onHash = () => setPlace(location.hash);
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
  if (handout !== null) return <SheetToPrint handout={handout} onClose={() => setHandout(null)} />;
  const mapping = place === `#${MAPPING}`;
  return (
    <>
      <nav className="about no-print" aria-label={t('mapping.pages')}>
        <a href={`#${mapping ? '' : MAPPING}`}>{t(mapping ? 'mapping.back' : 'mapping.link')}</a>
      </nav>
      {mapping ? (
        <LoadedPart>
          <SiteMappingMode />
        </LoadedPart>
      ) : (
        <About
          organisation={settings && <OrganisationSettings settings={settings} />}
          observed={observation && <Observed observation={observation} onTakeBack={takeBack} />}
        />
      )}
    </>
  );
}
