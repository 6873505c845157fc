import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { MappingMode } from '../../../components/mapping/MappingMode.tsx';
import type { ReadableTab } from '../../../components/mapping/TabChoice.tsx';
import { type ClickedField, fieldInWords } from '../../../components/mapping/words.ts';
import { t } from '../../../components/words.ts';
import type { ToFrame } from '../../../content-scripts/mapping-mode/messages.ts';
import { patientWordsIn } from '../../../mapping/draft.ts';
import { parseSiteMappingText } from '../../../mapping/schema.ts';
import { connectToMappedTab, type FrameEvent, type MappedTab, readableTabs } from './mapped-tab.ts';
import { afterMapping, EMPTY_SESSION, type MappingEvent, mappingIn } from './mapping-session.ts';
import type { CollectedFrame } from './read-collected.ts';

type Connection = 'none' | 'connecting' | 'connected' | 'lost';

/** The mapping mode with its tab. Nothing of it is kept: closing the page forgets it. */
export function SiteMappingMode() {
  const [session, dispatch] = useReducer(afterMapping, EMPTY_SESSION);
  const [tabs, setTabs] = useState<readonly ReadableTab[]>([]);
  const [chosen, setChosen] = useState<number | null>(null);
  const [connection, setConnection] = useState<Connection>('none');
  const tab = useRef<MappedTab | null>(null);
  const collected = useRef<CollectedFrame[]>([]);

  const look = () => void readableTabs().then(setTabs);
  useEffect(() => {
    look();
    return () => tab.current?.close();
  }, []);

  const onEvent = ({ frameId, message }: FrameEvent) => {
    const event = eventOf(frameId, message);
    if (event) dispatch(event);
    if (message.type === 'ready') setConnection('connected');
    if (message.type === 'gone' && frameId === 0) lose();
    if (message.type === 'tested') void takeTested({ frameId, page: message.page });
  };

  const takeTested = async (frame: CollectedFrame) => {
    collected.current.push(frame);
    if (collected.current.length < (tab.current?.frames().length ?? 0)) return;
    const { readCollected } = await import('./read-collected.ts');
    dispatch({ type: 'read', reading: readCollected(collected.current) });
  };

  // not chosen any more, so that it can be chosen again
  const lose = () => {
    setConnection('lost');
    setChosen(null);
  };

  const choose = (tabId: number) => {
    tab.current?.close();
    tab.current = null;
    setChosen(tabId);
    setConnection('connecting');
    connectToMappedTab(tabId, onEvent).then((connected) => {
      tab.current = connected;
    }, lose);
  };

  // Each step of the clicking is asked for in every frame: the click decides in which it goes on. This page is in the
  // background meanwhile, where a browser lets timers wait: what is asked goes out with the rendering itself.
  const { clicks, proposing } = session;
  const asked = clicks?.fields[clicks.at];
  const first = clicks?.at === 0 && clicks.clicked.length === 0;
  useLayoutEffect(() => {
    if (first) tab.current?.tellAll({ type: 'forget' });
    tab.current?.tellAll(asked ? askFor(asked) : { type: 'rest' });
  }, [asked, first]);

  useLayoutEffect(() => {
    if (!proposing) return;
    const { part, frameId } = proposing;
    const kind = part.what === 'orders' ? part.kind : part.what === 'patient' ? 'card' : 'rows';
    tab.current?.tell(
      frameId ?? 0,
      part.what === 'required' ? { type: 'propose-place' } : { type: 'propose-entry', kind },
    );
  }, [proposing]);

  const parsed = parseSiteMappingText(session.text);
  const mapping = mappingIn(session.text);
  const test = async () => {
    if (!parsed.ok) return;
    collected.current = [];
    const { PAGE_WORDS: words } = await import('./read-collected.ts');
    tab.current?.tellAll({ type: 'test', words, mappings: [parsed.mapping] });
  };

  return (
    <MappingMode
      tabs={tabs}
      chosen={chosen}
      connection={connection}
      clicking={clicks}
      fault={session.fault}
      text={session.text}
      faults={parsed.ok ? [] : parsed.faults}
      patientWords={mapping ? patientWordsIn(mapping, session.patientTexts) : []}
      reading={session.reading}
      onLook={look}
      onChoose={choose}
      onStart={(part) => dispatch({ type: 'start', part })}
      onStop={() => dispatch({ type: 'stopped' })}
      onText={(text) => dispatch({ type: 'text', text })}
      onImport={(file) => void file.text().then((text) => dispatch({ type: 'text', text }))}
      onTest={() => void test()}
      onCopy={(text) =>
        navigator.clipboard.writeText(text).then(
          () => true,
          () => false,
        )
      }
    />
  );
}

const askFor = (field: ClickedField): ToFrame => ({
  type: 'ask',
  role: field,
  words: {
    prompt: t('mapping.layer.prompt', { field: fieldInWords(field) }),
    skip: t('mapping.layer.skip'),
    stop: t('mapping.layer.stop'),
  },
});

function eventOf(frameId: number, message: FrameEvent['message']): MappingEvent | null {
  switch (message.type) {
    case 'ready':
      return { type: 'frame', frameId, url: message.url };
    case 'gone':
      return { type: 'frame-gone', frameId };
    case 'clicked':
      return { type: 'clicked', frameId, role: message.role, text: message.text };
    case 'skipped':
      return { type: 'skipped', role: message.role };
    case 'stopped':
      return { type: 'stopped' };
    case 'proposed-entry':
      return { type: 'proposed', found: message.proposal };
    case 'proposed-place':
      return {
        type: 'proposed',
        found: message.place ? { area: message.place, fields: {} } : { fault: 'no-selector' },
      };
    default:
      return null;
  }
}
