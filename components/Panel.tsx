import type { Ignored, OrderReading, PageReading } from '../content-scripts/page-reading.ts';
import type { ClinicalContext } from '../rules/clinical-context.ts';
import type { Evaluation } from '../rules/outcome.ts';
import type { Handout } from '../rules/patient-handout.ts';
import { Ask } from './Ask.tsx';
import type { AssessmentAnswers } from './Assessment.tsx';
import { OrderPicker } from './OrderPicker.tsx';
import { OrderView } from './OrderView.tsx';
import { PanelFoot } from './PanelFoot.tsx';
import { ReaderStatus, StateOf } from './PanelStates.tsx';
import { PatientContext } from './PatientContext.tsx';
import type { PointAtPage } from './ReadingRow.tsx';
import { type Role, RoleSwitch } from './RoleSwitch.tsx';
import './tokens.css';
import './Panel.css';

export type PanelState =
  | 'no-access'
  | 'paused'
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
  role: Role;
  content: { version: string; hash: string };
  readAt: number | null;
  onRole(role: Role): void;
  onAnswer(answers: Partial<AssessmentAnswers>): void;
  onSelectOrder(orderId: string): void;
  onReadAgain(): void;
  /** Puts text on the clipboard; false where the browser refuses. */
  onCopy(text: string): Promise<boolean>;
  /** Shows the sheet for the patient in a tab, where it can be printed. */
  onPrintInTab(handout: Handout): void;
  /** Opens the page About and evidence. */
  onAbout(): void;
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
        <RoleSwitch role={props.role} onChange={props.onRole} />
      </header>
      <main className="panel-body">
        <StateOf {...props} />
        {page &&
          state !== 'patient-conflict' &&
          (page.orders.length > 1 || (page.orders.length === 1 && !isOnly(page, order, state))) && (
            <OrderPicker orders={page.orders} selectedId={order?.id ?? null} onSelect={props.onSelectOrder} />
          )}
        {page && order && evaluation && props.context && state !== 'patient-conflict' && (
          <OrderView {...props} page={page} order={order} evaluation={evaluation} context={props.context} />
        )}
        {/* Another patient is another question: what was typed does not carry over. */}
        <Ask key={page?.patientLabel ?? state} />
      </main>
      <PanelFoot contentVersion={content.version} contentHash={content.hash} onAbout={props.onAbout} />
    </div>
  );
}

/** A single order that is in force needs no choice. */
function isOnly(page: PageReading, order: OrderReading | null, state: PanelState): boolean {
  return page.orders.length === 1 && order !== null && state !== 'no-order' && state !== 'choose-order';
}
