import { useEffect, useState } from 'react';
import { About } from '../../components/about/About.tsx';
import { SheetToPrint } from '../../components/about/SheetToPrint.tsx';
import type { Handout } from '../../rules/patient-handout.ts';
import { receiveSheets } from '../sidepanel/sheet-in-tab.ts';

/** About and evidence; or, when the sidebar hands one over, a sheet that is to be printed. */
export function OptionsPage() {
  const [handout, setHandout] = useState<Handout | null>(null);
  useEffect(() => receiveSheets(setHandout), []);
  return handout === null ? <About /> : <SheetToPrint handout={handout} onClose={() => setHandout(null)} />;
}
