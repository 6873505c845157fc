/**
 * A chart as its user sees it, in one frame or in two, with the real reader in each frame. Only what needs a document is
 * made up: looking at the page, and noticing that it changes.
 */
import { vi } from 'vitest';
import type { CollectedPage } from '../../content-scripts/collect/collected-page.ts';
import type { ObserverCallbacks } from '../../content-scripts/observe.ts';
import type { PageRuntime, Reader } from '../../content-scripts/serve-panel.ts';
import { collectedPage, field, group } from '../content-scripts/collected-pages.ts';

/** How long the real observer waits for quiet, in ms. */
const QUIET = 250;

const PATIENTS = {
  A: { name: 'Amber Zztest', mrn: '100', dose: '1.3' },
  B: { name: 'Bela Yytest', mrn: '200', dose: '1' },
  C: { name: 'Cleo Xxtest', mrn: '300', dose: '0.7' },
};
export type Patient = keyof typeof PATIENTS;
export const PATIENT_NAMES = Object.keys(PATIENTS) as Patient[];

/** What stands on the screen, and since when. */
export interface Standing {
  banner: Patient;
  bannerSince: number;
  /** null while it is being loaded */
  order: { of: Patient; version: number; since: number } | null;
}

export const labelOf = (patient: Patient) => `${PATIENTS[patient].name}`;
/** The same words never stand for two orders. */
export const orderTextOf = ({ of, version }: { of: Patient; version: number }) =>
  `Bortezomib ${PATIENTS[of].dose} mg/m2 (${(2 + version / 100).toFixed(2)} mg) SC weekly`;

/** Where in a tab a frame stands, and its reader once one was put there. */
export class ModelFrame {
  readonly frameId: number;
  /** when its document was asked for */
  readonly born = Date.now();
  /** observer of the reader that serves now */
  observer: ObserverCallbacks | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  constructor(frameId: number) {
    this.frameId = frameId;
  }
  changed(reason: 'navigation' | 'patient' | 'content'): void {
    this.observer?.onChanging(reason, Date.now(), null);
    this.settleSoon();
  }
  settleSoon(): void {
    clearTimeout(this.#timer);
    const { observer } = this;
    this.#timer = setTimeout(() => observer === this.observer && observer?.onSettled(), QUIET);
  }
}

/** The frames that exist now, by their place: the reader of that place collects from them. */
const places: (ModelFrame | null)[] = [null, null];
let standing: Standing;
let split = false;
let serial = 0;

/** What the reader in a frame collects now. */
function collectFrom(frame: ModelFrame): CollectedPage {
  serial += 1;
  const { banner, bannerSince, order } = standing;
  const top = frame.frameId === 0;
  const { name, mrn } = PATIENTS[banner];
  const said = [`Name: ${name}`, `MRN: ${mrn}`].map((text) =>
    field(text, { since: bannerSince, arrived: bannerSince }),
  );
  const here = top !== split;
  const shown =
    order &&
    here &&
    group([field(orderTextOf(order), { since: order.since, arrived: order.since })], { locator: `group ${serial}` });
  return collectedPage({
    serial,
    asked: frame.born,
    ready: frame.born,
    top,
    childFrames: top && split ? [{ origin: 'http://ehr.example', label: 'orders' }] : [],
    containers: top ? [said] : [],
    identities: top ? [{ levels: [0], row: false }] : [],
    orders: shown ? [{ place: 'order-1', text: '', group: shown }] : [],
  });
}

type ServePanel = (runtime: PageRuntime) => Reader;

/** The real reader once for each place, each with a memory of its own. */
export async function readersForPlaces(): Promise<{ serve: ServePanel; forget: () => void }[]> {
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', {});
  const readers = [];
  for (const place of places.keys()) {
    vi.resetModules();
    vi.doMock('../../content-scripts/collect/collect-page.ts', () => ({
      // biome-ignore lint/correctness/useYield: it is collected in one step
      *collecting() {
        const frame = places[place];
        if (!frame) throw new Error('this frame has gone');
        return { page: collectFrom(frame), identity: new Map(), orders: [] };
      },
      unreadablePage: () => ({ page: collectedPage({ top: place === 0 }), identity: new Map(), orders: [] }),
    }));
    vi.doMock('../../content-scripts/observe.ts', () => ({
      observePage(callbacks: ObserverCallbacks) {
        const frame = places[place];
        if (frame) frame.observer = callbacks;
        return {
          stop: () => frame?.observer === callbacks && Object.assign(frame, { observer: null }),
          observe: () => undefined,
          caughtUp: () => undefined,
          checkNow: () => undefined,
          rereadSoon: () => frame?.settleSoon(),
        };
      },
    }));
    const { servePanel } = await import('../../content-scripts/serve-panel.ts');
    const { forget } = await import('../../content-scripts/remembered.ts');
    readers.push({ serve: servePanel as ServePanel, forget });
  }
  return readers;
}

/** The page: what happens to it, and what is true of it. */
export const page = {
  /** everything that ever stood, oldest first */
  history: [] as (Standing & { from: number })[],
  get standing(): Standing {
    return standing;
  },
  get split(): boolean {
    return split;
  },
  frame: (frameId: number): ModelFrame | null => places[frameId] ?? null,
  frames: (): ModelFrame[] => places.filter((frame) => frame !== null),

  open(banner: Patient, inTwoFrames: boolean): void {
    page.history.length = 0;
    split = inTwoFrames;
    const now = Date.now();
    stands({ banner, bannerSince: now, order: { of: banner, version: 0, since: now } });
    places[0] = new ModelFrame(0);
    places[1] = split ? new ModelFrame(1) : null;
  },
  /** Another chart, all at once or the banner first. */
  switchTo(banner: Patient, orderToo: boolean): void {
    if (banner === standing.banner) return;
    const now = Date.now();
    const order = orderToo ? { of: banner, version: nextVersion(), since: now } : null;
    stands({ banner, bannerSince: now, order });
    places[0]?.changed('patient');
    if (split) places[1]?.changed('content');
  },
  /** An order comes, or becomes another. */
  fill(): void {
    stands({ ...standing, order: { of: standing.banner, version: nextVersion(), since: Date.now() } });
    places[split ? 1 : 0]?.changed('content');
  },
  /** Something changes that says nothing. */
  stir(frameId: number): void {
    places[frameId]?.settleSoon();
  },
  remove(frameId: number): void {
    const frame = places[frameId];
    if (!frame) return;
    frame.observer = null;
    places[frameId] = null;
    if (frameId === 1 && standing.order) stands({ ...standing, order: null });
  },
  /** A frame's document comes anew, with what belongs in it. */
  load(frameId: number): void {
    places[frameId] = new ModelFrame(frameId);
    const since = Date.now();
    stands({
      ...standing,
      bannerSince: frameId === 0 ? since : standing.bannerSince,
      order: { of: standing.banner, version: nextVersion(), since },
    });
    if (frameId === 1) places[0]?.settleSoon();
  },
};

let version = 0;
function nextVersion(): number {
  version = (version + 1) % 80;
  return version;
}

function stands(next: Standing): void {
  standing = next;
  page.history.push({ ...next, from: Date.now() });
}
