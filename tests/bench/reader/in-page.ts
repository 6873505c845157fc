/**
 * What the benchmark runs in a page's isolated world: the reader as the content script uses it, the panel's half behind
 * it, and a bare pass over the page's text to measure against.
 */
import { collectPage } from '../../../content-scripts/collect/collect-page.ts';
import { learn } from '../../../content-scripts/collect/known-words.ts';
import { PageIndex } from '../../../content-scripts/collect/page-index.ts';
import type { PageToPanel as Message, OverPort, Start } from '../../../content-scripts/messages.ts';
import { observePage } from '../../../content-scripts/observe.ts';
import { FrameReader, PAGE_WORDS, PageToPanel } from '../../../content-scripts/qualify/index.ts';
import { type PageRuntime, servePanel } from '../../../content-scripts/serve-panel.ts';
import { watch } from '../../../content-scripts/watched.ts';

learn(PAGE_WORDS);

/** The panel's half: what comes through the port is checked, and read. */
function panel(): (message: Message) => ReturnType<FrameReader['take']> {
  const reader = new FrameReader({ salt: 'bench', today: 20_000, answer: () => undefined });
  reader.take({ type: 'remembered', chart: null, since: [] });
  return (message) => reader.take(PageToPanel.parse(structuredClone(message)));
}

/** The measure: every text of the page, once, with a regular expression. How many texts it finds. */
function barePass(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let found = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (/bortezomib|velcade/i.test((node as Text).data)) found += 1;
  return found;
}

/** Everything from an unknown page to its reading; how many orders it has. */
function readWhole(): number {
  const { page, identity, orders } = collectPage(document);
  watch({ serial: page.serial, identity, orders });
  return panel()({ type: 'collected', page })?.orders.length ?? Number.NaN;
}

/** A page that is watched: read once here, and again by `again` after each change. */
function startWatching(): void {
  const index = new PageIndex((root) => observer.observe(root));
  const observer = observePage({
    onChanging: () => undefined,
    onSettled: () => undefined,
    onMutations: (records) => index.note(records),
  });
  const take = panel();
  again = () => {
    const { page, identity, orders } = collectPage(document, [], index);
    watch({ serial: page.serial, identity, orders });
    observer.caughtUp();
    const dose = take({ type: 'collected', page })?.orders[0]?.dosePerBsa;
    return dose?.status === 'read' ? dose.value : Number.NaN;
  };
  again();
}

/** Reads again what changed; the dose that is read. */
let again = (): number => Number.NaN;

/** One change of the order; how long it takes until the reader has noticed it, in ms. */
async function changeDose(value: number): Promise<number> {
  const dose = document.getElementById('dose')?.firstChild as Text;
  const from = performance.now();
  dose.data = `${value} mg/m2`;
  await Promise.resolve();
  return performance.now() - from;
}

/** The whole reader as it stands in a page, from the panel's request on; resolves with the number of orders when all is read. */
function serve(): Promise<number> {
  const take = panel();
  const event = { addListener: () => undefined, removeListener: () => undefined };
  return new Promise((resolve) => {
    const port = {
      onMessage: event,
      onDisconnect: event,
      disconnect: () => undefined,
      postMessage({ message }: OverPort) {
        // the panel is another process
        if (message.type === 'collected') setTimeout(() => resolve(take(message)?.orders.length ?? Number.NaN), 100);
      },
    };
    const runtime = {
      id: 'bench',
      onMessage: {
        addListener(listener: (message: Start, sender: { id: string }) => void) {
          const start = { type: 'start', session: 'bench', words: PAGE_WORDS, mappings: [], afresh: true } as const;
          setTimeout(() => listener(start, { id: 'bench' }), 100);
        },
        removeListener: () => undefined,
      },
      connect: () => port,
      sendMessage: () => Promise.resolve(),
    };
    servePanel(runtime as unknown as PageRuntime);
  });
}

Object.assign(globalThis, {
  bench: { barePass, readWhole, startWatching, again: () => again(), changeDose, serve },
});
