import type { ClinicalContext } from '../../rules/clinical-context.ts';
import type { Evaluation } from '../../rules/outcome.ts';
import type { Handout } from '../../rules/patient-handout.ts';
import { t } from '../words.ts';
import { CdsHooksCopy } from './CdsHooksCopy.tsx';
import { PatientHandout } from './PatientHandout.tsx';
import './TakeAway.css';

interface TakeAwayProps {
  context: ClinicalContext;
  evaluation: Evaluation;
  onCopy(text: string): Promise<boolean>;
  onPrintInTab(handout: Handout): void;
}

/** What can be taken along besides the note: the sheet for the patient and the structured copy, folded until wanted. */
export function TakeAway({ context, evaluation, onCopy, onPrintInTab }: TakeAwayProps) {
  return (
    <details className="panel-section take-away">
      <summary>{t('takeAway.title')}</summary>
      <PatientHandout context={context} onCopy={onCopy} onPrintInTab={onPrintInTab} />
      <CdsHooksCopy evaluation={evaluation} onCopy={onCopy} />
    </details>
  );
}
