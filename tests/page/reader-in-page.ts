/**
 * What the page tests put into a page: both halves of the reader, the page's and the panel's, joined as by the port
 * between them, behind one global.
 */
import { collecting, collectPage } from '../../content-scripts/collect/collect-page.ts';
import { learn } from '../../content-scripts/collect/known-words.ts';
import { rangesOf } from '../../content-scripts/collect/locate.ts';
import { PageIndex } from '../../content-scripts/collect/page-index.ts';
import { joinFrames } from '../../content-scripts/join-frames.ts';
import type { PageToPanel as Message } from '../../content-scripts/messages.ts';
import { type ObserverCallbacks, observePage, type PageObserver } from '../../content-scripts/observe.ts';
import { FrameReader, PAGE_WORDS, PageToPanel } from '../../content-scripts/qualify/index.ts';
import { forget, noteChange, remember, remembered } from '../../content-scripts/remembered.ts';
import { relyOn, watch } from '../../content-scripts/watched.ts';
import type { SiteMapping } from '../../mapping/shape.ts';
import { randomNumbers } from '../random-numbers.ts';

learn(JSON.parse(JSON.stringify(PAGE_WORDS)));

let reader: FrameReader | null = null;
let collection = 0;

/** What the panel takes is what comes through a port and fits the schema. */
const overPort = (message: Message): Message => PageToPanel.parse(JSON.parse(JSON.stringify(message)));

function readerWith(options: { salt: string; today: number }): FrameReader {
  if (reader) return reader;
  reader = new FrameReader({
    ...options,
    answer(message) {
      if (message.type !== 'understood') return;
      relyOn(message.serial, message.reliedOn);
      remember(message.serial, message.chart);
    },
  });
  reader.take(overPort(remembered()));
  return reader;
}

/** What is known of the page while it is observed. */
let index: PageIndex | undefined;
let observer: PageObserver | undefined;

function readFrame(document: Document, options: { salt: string; today: number; mappings?: SiteMapping[] }) {
  const { page, identity, orders } = collectPage(document, options.mappings, index);
  collection = page.serial;
  watch({ serial: page.serial, identity, orders });
  const reading = readerWith(options).take(overPort({ type: 'collected', page }));
  observer?.caughtUp();
  return reading;
}

function observe(callbacks: ObserverCallbacks): PageObserver {
  const known = new PageIndex((root) => observer?.observe(root));
  index = known;
  observer = observePage({
    ...callbacks,
    onQuiet: () => known.askForRoots(),
    onMutations(records) {
      known.note(records);
      callbacks.onMutations?.(records);
    },
    onChanging(reason, at, address) {
      reader?.take(overPort({ type: 'changing', reason, at, address }));
      if (address) noteChange(collection, { what: 'address', at, ...address });
      if (reason === 'patient') noteChange(collection, { what: 'banner', at });
      callbacks.onChanging(reason, at, address);
    },
  });
  return observer;
}

/** As when the panel goes and comes again: the page alone remembers. */
const reconnect = () => {
  reader = null;
};

const startAfresh = () => {
  forget();
  reconnect();
};

Object.assign(globalThis, {
  reader: {
    readFrame,
    rangesOf,
    observePage: observe,
    joinFrames,
    startAfresh,
    reconnect,
    collectPage,
    collecting,
    PageIndex,
    randomNumbers,
  },
});
