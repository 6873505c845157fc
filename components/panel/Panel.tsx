import type { OrderReading, PageReading } from '../../content-scripts/page-reading.ts';
import { Ask } from '../ask/Ask.tsx';
import { ReaderHealthLine } from '../reading/ReaderHealthLine.tsx';
import { t } from '../words.ts';
import { ApprovalMark } from './ApprovalMark.tsx';
import { useKeys } from './keys.ts';
import { OrderPicker } from './OrderPicker.tsx';
import { PanelFoot } from './PanelFoot.tsx';
import { ReaderStatus, StateOf } from './PanelStates.tsx';
import { PatientContext } from './PatientContext.tsx';
import type { PanelProps } from './panel-props.ts';
import { Recognised } from './Recognised.tsx';
import { RoleSwitch } from './RoleSwitch.tsx';
import '../tokens.css';
import './Panel.css';

/** The whole sidebar. It shows what it is given and decides nothing. */
export function Panel(props: PanelProps) {
  const { state, page, order, content } = props;
  useKeys();
  return (
    <div className="panel">
      <header className="panel-head">
        <div className="panel-head-row">
          <h1>{t('panel.title')}</h1>
          <button
            type="button"
            className="button"
            data-key="readAgain"
            aria-keyshortcuts="Alt+R"
            onClick={props.onReadAgain}
          >
            {t('panel.readAgain')}
          </button>
        </div>
        <ReaderStatus state={state} readAt={props.readAt} />
        {props.approval.status === 'not-approved' && <ApprovalMark approval={props.approval} />}
        {page && state !== 'patient-conflict' && <PatientContext label={page.patientLabel} />}
      </header>
      <main className="panel-body">
        <div className="panel-lead">
          {page && state !== 'patient-conflict' && <Recognised page={page} />}
          {page && <ReaderHealthLine health={page.health} />}
          <RoleSwitch role={props.role} onChange={props.onRole} />
        </div>
        <StateOf {...props} />
        {page && state !== 'patient-conflict' && needsChoice(page, order) && (
          <OrderPicker orders={page.orders} selectedId={order?.id ?? null} onSelect={props.onSelectOrder} />
        )}
        {page && order && state !== 'patient-conflict' && props.children}
        {/* Another patient is another question: what was typed does not carry over. */}
        {!props.featuresOff.includes('ask') && <Ask key={page?.patientLabel ?? state} />}
      </main>
      <PanelFoot
        contentVersion={content.version}
        contentHash={content.hash}
        approval={props.approval}
        onAbout={props.onAbout}
      />
    </div>
  );
}

/** A single order that is in force needs no choice; a single stopped one is listed until the user takes it. */
function needsChoice({ orders }: PageReading, order: OrderReading | null): boolean {
  return orders.length > 1 || (orders.length === 1 && order === null);
}
