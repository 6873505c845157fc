/** Wires the tab beside the panel to the rules and to the view. It holds state and decides nothing clinical. */
import { lazy, useEffect, useReducer, useRef, useState } from 'react';
import browser from 'webextension-polyfill';
import { LoadedPart } from '../../components/LoadedPart.tsx';
import { Panel } from '../../components/panel/Panel.tsx';
import type { Role } from '../../components/panel/RoleSwitch.tsx';
import { AskForSite } from '../../components/reading/UnreadParts.tsx';
import type { Provenance } from '../../content-scripts/page-reading.ts';
import { CONTENT_HASH, CONTENT_VERSION } from '../../rules/content-identity.ts';
import type { SiteSettings } from '../../settings/settings-in-use.ts';
import { askFor, mayAskFor } from './other-sites.ts';
import { panelStateOf, selectedOrder } from './selected-order.ts';
import { showSheetInTab } from './sheet-in-tab.ts';
import { connectToTab, type TabConnection } from './tab-connection.ts';
import { afterEvent, behind, emptySession, excludedFor } from './tab-session.ts';
import { whenNobodyIsHere } from './when-nobody-is-here.ts';

/** The rules and the view of an order: under way as soon as this file is, needed once a page has been read. */
const orderAdvice = import('./OrderAdvice.tsx');
const OrderAdvice = lazy(async () => ({ default: (await orderAdvice).OrderAdvice }));

const CONTENT = { version: CONTENT_VERSION, hash: CONTENT_HASH };

/** @param settings of the organisation; at any change the panel starts anew, with nothing kept */
export function SidePanel({ settings }: { settings: SiteSettings }) {
  const { hosts, siteMapping, idleMinutes } = settings;
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

  useEffect(() => {
    for (const frameId of behind(session)) connection.current?.exclude(frameId, excludedFor(session, frameId));
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

  const askForSite = (origin: string) =>
    mayAskFor(origin, hosts)
      ? () => void askFor(origin).then((allowed) => allowed && connection.current?.lookForFrames())
      : null;

  return (
    <AskForSite.Provider value={askForSite}>
      <Panel
        state={state}
        refusedByBrowser={session.access === 'refused'}
        idleMinutes={idleMinutes}
        page={page}
        order={order}
        content={CONTENT}
        approval={settings.approval}
        readAt={session.readAt}
        role={role}
        featuresOff={settings.featuresOff}
        onRole={setRole}
        onSelectOrder={(orderId) => dispatch({ type: 'order-selected', orderId })}
        onAbout={() => void browser.runtime.openOptionsPage()}
        onReadAgain={() => connection.current?.readAgain()}
      >
        {page && order && (
          <LoadedPart>
            <OrderAdvice
              page={page}
              order={order}
              partlyRead={state === 'partly-read'}
              answers={answers}
              role={role}
              settings={settings}
              date={new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(session.readAt ?? 0)}
              onAnswer={(given) => dispatch({ type: 'answered', answers: given })}
              onPrintInTab={showSheetInTab}
              onCopy={copyText}
              pointAt={pointAt}
            />
          </LoadedPart>
        )}
      </Panel>
    </AskForSite.Provider>
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
