/** The panel without its view, and what it says of the model page. */
import { createHash } from 'node:crypto';
import { vi } from 'vitest';
import type { OrderReading, PageReading } from '../../content-scripts/page-reading.ts';
import { type Answers, NO_ANSWERS } from '../../entrypoints/sidepanel/answers.ts';
import { clinicalContextFrom } from '../../entrypoints/sidepanel/clinical-context.ts';
import { panelStateOf } from '../../entrypoints/sidepanel/selected-order.ts';
import type { connectToTab } from '../../entrypoints/sidepanel/tab-connection.ts';
import {
  afterEvent,
  behind,
  emptySession,
  excludedFor,
  type TabSession,
} from '../../entrypoints/sidepanel/tab-session.ts';
import { evaluate } from '../../rules/index.ts';

/** How often a test looks at the panel, in ms of the panel's own time. */
const LOOK_EVERY = 50;

/** Opens a panel; `look` sees every state. */
export function openPanel(connect: typeof connectToTab, look: (session: TabSession) => void = () => undefined) {
  let session = emptySession(null);
  const connection = connect(
    (event) => {
      session = afterEvent(session, event);
      look(session);
      // as the view does once it has drawn
      queueMicrotask(() => {
        for (const frameId of behind(session)) connection.exclude(frameId, excludedFor(session, frameId));
      });
    },
    undefined,
    undefined,
  );
  return {
    now: () => session,
    answer() {
      session = afterEvent(session, { type: 'answered', answers: { grade: 2, pain: true } });
    },
    readAgain: () => connection.readAgain(),
    close: () => connection.close(),
  };
}
export type OpenPanel = ReturnType<typeof openPanel>;

/** Lets time pass, and looks at every moment of it. */
export async function pass(ms: number, look: () => void = () => undefined): Promise<void> {
  for (let left = ms; left > 0; left -= LOOK_EVERY) {
    await vi.advanceTimersByTimeAsync(Math.min(left, LOOK_EVERY));
    look();
  }
}

/** What the panel says, without what differs from panel to panel. */
export function shown(session: TabSession) {
  const { page: reading } = session;
  const [order] = reading?.orders ?? [];
  return {
    state: panelStateOf(session),
    label: reading?.patientLabel ?? null,
    orders: reading?.orders.map(({ text }) => text),
    leftOut: reading?.ignored.map(({ text, reason }) => `${text}: ${reason}`),
    unreadable: reading?.unreadable,
    advice: reading && order ? adviceOn(reading, order, { ...NO_ANSWERS, grade: 2, pain: true }) : null,
  };
}

/** The rules' whole answer, as a short text. */
function adviceOn(reading: PageReading, order: OrderReading, answers: Answers): string {
  const { context } = clinicalContextFrom(reading, order, answers, { role: 'physician' });
  return createHash('sha256')
    .update(JSON.stringify(evaluate(context)))
    .digest('hex');
}
