/** Wires the tab beside the panel to the rules and to the view. It holds state and decides nothing clinical. */
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import browser from 'webextension-polyfill';
import { inputInWords } from '../../components/advice/action-words.ts';
import { Panel } from '../../components/panel/Panel.tsx';
import type { Role } from '../../components/panel/RoleSwitch.tsx';
import { t } from '../../components/words.ts';
import type { Provenance } from '../../content-scripts/page-reading.ts';
import { CONTENT_HASH, CONTENT_VERSION, evaluate } from '../../rules/index.ts';
import type { SiteSettings } from '../../settings/site-settings.ts';
import { clinicalContextFrom } from './clinical-context.ts';
import { panelStateOf, selectedOrder } from './selected-order.ts';
import { showSheetInTab } from './sheet-in-tab.ts';
import { connectToTab, type TabConnection } from './tab-connection.ts';
import { afterEvent, behind, emptySession } from './tab-session.ts';
import { whenNobodyIsHere } from './when-nobody-is-here.ts';

const CONTENT = { version: CONTENT_VERSION, hash: CONTENT_HASH };

/** @param settings of the organisation; at any change the panel starts anew, with nothing kept */
export function SidePanel({ settings }: { settings: SiteSettings }) {
  const { hosts, siteMapping, idleMinutes, labelRegion, protocol } = settings;
  const [session, dispatch] = useReducer(afterEvent, emptySession(null));
  const [role, setRole] = useState<Role>(settings.role);
  const connection = useRef<TabConnection | null>(null);

  useEffect(() => {
    const opened = connectToTab(dispatch, hosts, siteMapping);
    connection.current = opened;
    const stopWatching = whenNobodyIsHere(() => opened.pause(), idleMinutes);
    return () => {
      stopWatching();
      connection.current = null;
      opened.close();
    };
  }, [hosts, siteMapping, idleMinutes]);

  const state = panelStateOf(session);
  const { page, answers } = session;
  const order = state === 'patient-conflict' ? null : selectedOrder(page, session.selectedOrderId);
  const advised = useMemo(() => {
    if (!page || !order) return null;
    const { context, refused } = clinicalContextFrom(page, order, answers, { role, labelRegion });
    return { context, evaluation: evaluate(context, protocol), refused };
  }, [page, order, answers, role, labelRegion, protocol]);

  useEffect(() => {
    for (const frameId of behind(session)) connection.current?.exclude(frameId, session.excluded);
  }, [session]);

  useEffect(() => {
    document.body.dataset.state = state;
  }, [state]);

  const pointAt = {
    outline(from: Provenance | null) {
      if (from) connection.current?.send(from.frame, { type: 'outline', locator: from.locator });
      else
        for (const frameId of session.frames.keys())
          connection.current?.send(frameId, { type: 'outline', locator: null });
    },
    scrollTo(from: Provenance) {
      connection.current?.send(from.frame, { type: 'scroll-to', locator: from.locator });
    },
  };

  return (
    <Panel
      state={state}
      refusedByBrowser={session.access === 'refused'}
      page={page}
      order={order}
      refused={(advised?.refused ?? []).map(({ input, reason }) => ({
        text: inputInWords(input),
        reason: t('reading.notUsed', { reason }),
      }))}
      answers={answers}
      evaluation={advised?.evaluation ?? null}
      context={advised?.context ?? null}
      date={new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(session.readAt ?? 0)}
      content={CONTENT}
      readAt={session.readAt}
      role={role}
      onRole={setRole}
      onAnswer={(given) => dispatch({ type: 'answered', answers: given })}
      onSelectOrder={(orderId) => dispatch({ type: 'order-selected', orderId })}
      onPrintInTab={showSheetInTab}
      onAbout={() => void browser.runtime.openOptionsPage()}
      onReadAgain={() => connection.current?.readAgain()}
      onCopy={copyText}
      pointAt={pointAt}
    />
  );
}

/** Only ever called by a press of the button that shows the text. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
