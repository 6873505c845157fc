import type { Ignored, OrderReading, PageReading } from '../content-scripts/page-reading.ts';
import type { ClinicalContext } from '../rules/clinical-context.ts';
import type { Evaluation } from '../rules/outcome.ts';
import { Advice } from './Advice.tsx';
import { Assessment, type AssessmentAnswers } from './Assessment.tsx';
import { Note } from './Note.tsx';
import { OrderPicker } from './OrderPicker.tsx';
import { PanelFoot } from './PanelFoot.tsx';
import { PatientContext } from './PatientContext.tsx';
import type { PointAtPage } from './ReadingRow.tsx';
import { StateMessage } from './StateMessage.tsx';
import { WhatWasRead } from './WhatWasRead.tsx';
import './tokens.css';
import './Panel.css';

export type PanelState =
  | 'no-access'
  | 'reading'
  | 'patient-conflict'
  | 'no-order'
  | 'choose-order'
  | 'partly-read'
  | 'ready';

export interface PanelProps {
  state: PanelState;
  /** the browser itself forbids reading this page */
  refusedByBrowser: boolean;
  page: PageReading | null;
  order: OrderReading | null;
  refused: Ignored[];
  answers: AssessmentAnswers;
  evaluation: Evaluation | null;
  /** what the evaluation was made from */
  context: ClinicalContext | null;
  /** today, as it is to stand in the note */
  date: string;
  content: { version: string; hash: string };
  readAt: number | null;
  onAnswer(answers: Partial<AssessmentAnswers>): void;
  onSelectOrder(orderId: string): void;
  onReadAgain(): void;
  /** Puts text on the clipboard; false where the browser refuses. */
  onCopy(text: string): Promise<boolean>;
  pointAt: PointAtPage;
}

/** The whole sidebar. It shows what it is given and decides nothing. */
export function Panel(props: PanelProps) {
  const { state, page, order, evaluation, content } = props;
  return (
    <div className="panel">
      <header className="panel-head">
        <div className="panel-head-row">
          <h1>Bortezomib neuropathy</h1>
          <button type="button" className="button" onClick={props.onReadAgain}>
            Read again
          </button>
        </div>
        <ReaderStatus state={state} readAt={props.readAt} />
        {page && state !== 'patient-conflict' && <PatientContext label={page.patientLabel} />}
      </header>
      <main className="panel-body">
        <StateOf {...props} />
        {page &&
          state !== 'patient-conflict' &&
          (page.orders.length > 1 || (page.orders.length === 1 && !isOnly(page, order, state))) && (
            <OrderPicker orders={page.orders} selectedId={order?.id ?? null} onSelect={props.onSelectOrder} />
          )}
        {page && order && state !== 'patient-conflict' && (
          <>
            <WhatWasRead
              page={page}
              order={order}
              refused={props.refused}
              openValues={state === 'partly-read'}
              pointAt={props.pointAt}
            />
            <Assessment answers={props.answers} onAnswer={props.onAnswer} />
            {evaluation && (
              <Advice
                evaluation={evaluation}
                orderedDose={order.dosePerBsa.status === 'read' ? order.dosePerBsa.value : undefined}
              />
            )}
            {evaluation && props.context && props.answers.grade !== undefined && (
              <Note
                // Another answer is another decision: what was picked before does not carry over.
                key={`${order.id} ${JSON.stringify(props.answers)}`}
                context={props.context}
                evaluation={evaluation}
                patientLabel={page.patientLabel}
                date={props.date}
                onCopy={props.onCopy}
              />
            )}
          </>
        )}
      </main>
      <PanelFoot contentVersion={content.version} contentHash={content.hash} />
    </div>
  );
}

/** A single order that is in force needs no choice. */
function isOnly(page: PageReading, order: OrderReading | null, state: PanelState): boolean {
  return page.orders.length === 1 && order !== null && state !== 'no-order' && state !== 'choose-order';
}

function ReaderStatus({ state, readAt }: { state: PanelState; readAt: number | null }) {
  const words: Record<PanelState, string> = {
    'no-access': 'Not reading this tab',
    reading: 'Reading…',
    'patient-conflict': 'Stopped: the page shows more than one patient',
    'no-order': 'Read: no bortezomib order in force',
    'choose-order': 'Read: several orders',
    'partly-read': 'Read in part',
    ready: 'Read',
  };
  const time = readAt === null ? '' : ` at ${new Date(readAt).toLocaleTimeString()}`;
  return (
    <p className={`reader-status${readAt === null ? '' : ' live'}`} role="status">
      {words[state]}
      {time}
    </p>
  );
}

function StateOf({ state, refusedByBrowser, page }: PanelProps) {
  if (state === 'no-access' && refusedByBrowser) {
    return (
      <StateMessage title="This page cannot be read">
        <p>The browser or your organisation does not let extensions read it. Nothing was read.</p>
      </StateMessage>
    );
  }
  if (state === 'no-access') {
    return (
      <StateMessage title="Click the toolbar button to read this tab">
        <p>
          The sidebar reads a tab only after a click on its button in the browser’s toolbar, or{' '}
          <strong>Alt+Shift+B</strong>. Nothing is shown from any other tab.
        </p>
      </StateMessage>
    );
  }
  if (state === 'reading') {
    return (
      <StateMessage title="Reading the page">
        <p>Everything from before was cleared. This takes a moment after the page has come to rest.</p>
      </StateMessage>
    );
  }
  if (state === 'patient-conflict') {
    return (
      <StateMessage title="Two patients on one page">
        <p>
          Parts of this page name different patients, so nothing is shown. Close what belongs to the former patient,
          then choose Read again.
        </p>
      </StateMessage>
    );
  }
  if (state === 'no-order') {
    return (
      <StateMessage title="No bortezomib order in force was found">
        <p>
          This says only what was found on this screen, not that there is nothing to do.{' '}
          {page && page.ignored.length > 0
            ? 'Bortezomib is mentioned here, but not as an order:'
            : 'Open the order, or the screen that shows its dose, route and days.'}
        </p>
        {page && page.ignored.length > 0 && (
          <ul className="small">
            {page.ignored.map((entry) => (
              <li key={`${entry.text} ${entry.reason}`}>
                “{entry.text}” <span className="muted">({entry.reason})</span>
              </li>
            ))}
          </ul>
        )}
        {page && page.unreadable.length > 0 && (
          <p>
            <strong>Not read:</strong> {page.unreadable.map(({ label }) => label).join(', ')}
          </p>
        )}
      </StateMessage>
    );
  }
  return null;
}
