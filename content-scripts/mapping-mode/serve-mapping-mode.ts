/** The page's half of the mapping mode, in one frame: clicks, proposals from them, and tests of a mapping. */
import type { Runtime } from 'webextension-polyfill';
import { collectPage } from '../collect/collect-page.ts';
import { shownValueOf } from '../collect/controls.ts';
import { shownIn } from '../collect/dom.ts';
import { learn } from '../collect/known-words.ts';
import { textUpTo } from '../collect/table.ts';
import { visibilityOf } from '../collect/visibility.ts';
import { ClickLayer } from './click-layer.ts';
import { type FromFrame, type LayerWords, MAPPING_PORT, type ToFrame } from './messages.ts';
import { type Clicked, proposeEntry, proposePlace } from './propose.ts';

/** What the mapping mode needs of the extension's runtime. */
export type MappingRuntime = Pick<Runtime.Static, 'connect'>;

const LONGEST_SHOWN = 160;

/** Opens a port to the options page and serves it until it closes. */
export function serveMappingMode(runtime: MappingRuntime): { stop(): void } {
  const port = runtime.connect({ name: MAPPING_PORT });
  const top = window.top === window;
  let layer: ClickLayer | null = null;
  let clicked: Clicked[] = [];
  const tell = (message: FromFrame) => port.postMessage(message);
  const rest = () => {
    layer?.remove();
    layer = null;
  };

  const ask = (role: string, words: LayerWords) => {
    rest();
    // one element for each field: what is clicked before the next one is asked for is nobody's
    let waiting = true;
    layer = new ClickLayer(document, top, words, {
      onChosen(element) {
        if (!waiting) return;
        waiting = false;
        const chosen = wholeControl(element);
        clicked.push({ role, element: chosen });
        tell({ type: 'clicked', role, text: shownText(chosen) });
      },
      onSkip() {
        if (waiting) tell({ type: 'skipped', role });
        waiting = false;
      },
      onStop: () => tell({ type: 'stopped' }),
    });
  };

  port.onMessage.addListener((raw: unknown) => {
    const message = raw as ToFrame;
    const visibility = visibilityOf(document);
    if (message.type === 'ask') ask(message.role, message.words);
    else if (message.type === 'rest') rest();
    else if (message.type === 'forget') clicked = [];
    else if (message.type === 'propose-entry') {
      const proposal = visibility ? proposeEntry(clicked, message.kind, visibility) : { fault: 'nothing' as const };
      tell({ type: 'proposed-entry', proposal });
    } else if (message.type === 'propose-place') {
      const element = clicked.at(-1)?.element;
      const place = element && visibility ? proposePlace(element, document.body, visibility) : null;
      tell({ type: 'proposed-place', place });
    } else if (message.type === 'test') {
      learn(message.words);
      tell({ type: 'tested', page: collectPage(document, message.mappings).page });
    }
  });
  port.onDisconnect.addListener(rest);
  tell({ type: 'ready', top, url: location.href });
  return {
    stop() {
      rest();
      port.disconnect();
    },
  };
}

/** A click inside a form control's wrapper means the control. */
function wholeControl(element: Element): Element {
  const label = element.closest('label');
  return label?.control ?? (/^(?:option|optgroup)$/.test(element.localName) ? (shownIn(element) ?? element) : element);
}

const shownText = (element: Element): string =>
  (shownValueOf(element) ?? textUpTo(element, LONGEST_SHOWN)).slice(0, LONGEST_SHOWN);
