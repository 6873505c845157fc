import { useRef } from 'react';
import type { Handout } from '../../rules/patient-handout.ts';
import { HandoutSheet } from '../take-away/HandoutSheet.tsx';
import { printPart } from '../take-away/print-part.ts';
import { t } from '../words.ts';
import '../tokens.css';
import '../take-away/print.css';
import './About.css';

/** A sheet for the patient that came from the sidebar, in a tab because the sidebar cannot print. */
export function SheetToPrint({ handout, onClose }: { handout: Handout; onClose(): void }) {
  const sheet = useRef<HTMLElement>(null);
  return (
    <div className="about sheet-to-print" lang={t('handout.language')}>
      <header>
        <h1>{t('handout.title')}</h1>
      </header>
      <main>
        <div className="handout-actions no-print">
          <button type="button" className="button" onClick={() => printPart(sheet.current)}>
            {t('handout.print')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t('handout.close')}
          </button>
        </div>
        <HandoutSheet handout={handout} ref={sheet} />
      </main>
    </div>
  );
}
