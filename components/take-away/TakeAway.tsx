import { lazy, useState } from 'react';
import type { ClinicalContext } from '../../rules/clinical-context.ts';
import type { Evaluation } from '../../rules/outcome.ts';
import type { Handout } from '../../rules/patient-handout.ts';
import { LoadedPart } from '../LoadedPart.tsx';
import { t } from '../words.ts';
import './TakeAway.css';

const PatientHandout = lazy(async () => ({ default: (await import('./PatientHandout.tsx')).PatientHandout }));
const CdsHooksCopy = lazy(async () => ({ default: (await import('./CdsHooksCopy.tsx')).CdsHooksCopy }));

interface TakeAwayProps {
  context: ClinicalContext;
  evaluation: Evaluation;
  withHandout: boolean;
  withStructuredCopy: boolean;
  onCopy(text: string): Promise<boolean>;
  onPrintInTab(handout: Handout): void;
}

/** What can be taken along besides the note: the sheet for the patient and the structured copy, loaded when wanted. */
export function TakeAway(props: TakeAwayProps) {
  const { context, evaluation, withHandout, withStructuredCopy, onCopy, onPrintInTab } = props;
  const [wanted, setWanted] = useState(false);
  if (!withHandout && !withStructuredCopy) return null;
  return (
    <details className="panel-section take-away" onToggle={({ currentTarget }) => setWanted(currentTarget.open)}>
      <summary>
        {t(withHandout && withStructuredCopy ? 'takeAway.title' : withHandout ? 'handout.title' : 'structured.title')}
      </summary>
      {wanted && (
        <LoadedPart>
          {withHandout && <PatientHandout context={context} onCopy={onCopy} onPrintInTab={onPrintInTab} />}
          {withStructuredCopy && <CdsHooksCopy evaluation={evaluation} onCopy={onCopy} />}
        </LoadedPart>
      )}
    </details>
  );
}
