import { LeftOutList } from '../reading/LeftOutList.tsx';
import { asKey, t } from '../words.ts';
import type { PanelProps, PanelState } from './panel-props.ts';
import { StateMessage } from './StateMessage.tsx';

/** What the reader is doing, always in sight: a silent reader and a page without an order look different. */
export function ReaderStatus({ state, readAt }: { state: PanelState; readAt: number | null }) {
  const words = t(`reader.${asKey(state)}`);
  return (
    <p className={`reader-status${readAt === null ? '' : ' live'}`} role="status">
      {readAt === null ? words : t('reader.at', { state: words, time: new Date(readAt).toLocaleTimeString() })}
    </p>
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
        <p>{t('state.no_access.text', { shortcut: READ_SHORTCUT })}</p>
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
  if (state === 'reading' || state === 'patient-conflict') {
    return (
      <StateMessage title={t(`state.${asKey(state)}.title`)}>
        <p>{t(`state.${asKey(state)}.text`)}</p>
      </StateMessage>
    );
  }
  return state === 'no-order' ? <NoOrder page={page} /> : null;
}

/** The key that reads the tab, as the manifest suggests it. */
const READ_SHORTCUT = 'Alt+Shift+B';

function NoOrder({ page }: Pick<PanelProps, 'page'>) {
  const ignored = page?.ignored ?? [];
  const unreadable = page?.unreadable ?? [];
  return (
    <StateMessage title={t('state.no_order.title')}>
      <p>
        {t('state.no_order.text')} {t(ignored.length > 0 ? 'state.no_order.mentioned' : 'state.no_order.open')}
      </p>
      {ignored.length > 0 && <LeftOutList entries={ignored} />}
      {unreadable.length > 0 && (
        <p>
          <strong>{t('state.no_order.notRead')}</strong> {unreadable.map(({ label }) => label).join(', ')}
        </p>
      )}
    </StateMessage>
  );
}
