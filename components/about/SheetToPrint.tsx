import { useRef } from 'react';
import type { Handout } from '../../rules/patient-handout.ts';
import { HandoutSheet } from '../take-away/HandoutSheet.tsx';
import { printPart } from '../take-away/print-part.ts';
import '../tokens.css';
import '../take-away/print.css';
import './About.css';

/** A sheet for the patient that came from the sidebar, in a tab because the sidebar cannot print. */
export function SheetToPrint({ handout, onClose }: { handout: Handout; onClose(): void }) {
  const sheet = useRef<HTMLElement>(null);
  return (
    <div className="about sheet-to-print">
      <header>
        <h1>Sheet for the patient</h1>
      </header>
      <main>
        <div className="handout-actions no-print">
          <button type="button" className="button" onClick={() => printPart(sheet.current)}>
            Print this sheet
          </button>
          <button type="button" className="button" onClick={onClose}>
            Close the sheet
          </button>
        </div>
        <HandoutSheet handout={handout} ref={sheet} />
      </main>
    </div>
  );
}
