import { LeftOutList } from '../reading/LeftOutList.tsx';
import { UnreadParts } from '../reading/UnreadParts.tsx';
import { asKey, t } from '../words.ts';
import { AgeOfReading } from './AgeOfReading.tsx';
import type { PanelProps, PanelState } from './panel-props.ts';
import { StateMessage } from './StateMessage.tsx';

/** What the reader is doing, always in sight: a silent reader and a page without an order look different. */
export function ReaderStatus({ state, readAt }: { state: PanelState; readAt: number | null }) {
  return (
    <div className="reader-line">
      <p className={`reader-status${readAt === null ? '' : ' live'}`} role="status">
        {t(`reader.${asKey(state)}`)}
      </p>
      {readAt !== null && <AgeOfReading readAt={readAt} />}
    </div>
  );
}

/** The panel's states in words; nothing where an order is shown. */
export function StateOf({
  state,
  refusedByBrowser,
  idleMinutes,
  page,
}: Pick<PanelProps, 'state' | 'refusedByBrowser' | 'idleMinutes' | 'page'>) {
  if (state === 'no-access' && refusedByBrowser) {
    return (
      <StateMessage title={t('state.refused.title')}>
        <p>{t('state.refused.text')}</p>
      </StateMessage>
    );
  }
  if (state === 'no-access') {
    return (
      <StateMessage title={t('state.no_access.title')}>
        <p>{t('state.no_access.text', { shortcut: t('keys.read.key') })}</p>
      </StateMessage>
    );
  }
  if (state === 'paused') {
    return (
      <StateMessage title={t('state.paused.title')}>
        <p>{t('state.paused.text', { minutes: idleMinutes })}</p>
      </StateMessage>
    );
  }
  if (state === 'reading' || state === 'silent' || state === 'patient-conflict') {
    return (
      <StateMessage title={t(`state.${asKey(state)}.title`)}>
        <p>{t(`state.${asKey(state)}.text`)}</p>
      </StateMessage>
    );
  }
  return state === 'no-order' ? <NoOrder page={page} /> : null;
}

function NoOrder({ page }: Pick<PanelProps, 'page'>) {
  const ignored = page?.ignored ?? [];
  const unreadable = page?.unreadable ?? [];
  return (
    <StateMessage title={t('state.no_order.title')}>
      <p>
        {t('state.no_order.text')} {t(ignored.length > 0 ? 'state.no_order.mentioned' : 'state.no_order.open')}
      </p>
      {ignored.length > 0 && <LeftOutList entries={ignored} />}
      <UnreadParts parts={unreadable} />
    </StateMessage>
  );
}
