/** What the browser traced of the main thread of a page, and what of it is the extension's own work. */

/** What the browser tells of: tasks alone, or also what they are made of, which costs it more than what is measured. */
export const TASKS = ['toplevel', 'blink.user_timing'];
export const DETAILED = [...TASKS, 'devtools.timeline', 'v8.execute'];
/** Name of the mark that says which thread is the page's. */
export const MARK = 'working session';

export interface TraceEvent {
  name: string;
  ph: string;
  tid: number;
  pid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: { url?: string } };
}

export const isTask = ({ name }: TraceEvent): boolean => name.endsWith('RunTask');
const isScript = ({ name }: TraceEvent): boolean => name === 'FunctionCall' || name === 'EvaluateScript';
const isOurs = ({ args }: TraceEvent): boolean => args?.data?.url?.startsWith('chrome-extension://') === true;

/** What is told of the main thread of the page. */
export function ofPage(events: readonly TraceEvent[]): TraceEvent[] {
  const mark = events.find(({ name }) => name === MARK);
  if (!mark) throw new Error('the trace does not say which thread is that of the page');
  return events.filter(({ ph, pid, tid }) => ph === 'X' && pid === mark.pid && tid === mark.tid);
}

/** ms of processor time of the extension in the main thread of a page. */
export interface OwnWork {
  totalMs: number;
  longestMs: number;
  pieces: number;
}

/** The work of the extension: its functions, and what follows on them in tasks in which no other script runs. */
export function ownWork(events: readonly TraceEvent[]): OwnWork {
  const pieces: TraceEvent[] = [];
  const ordered = inOrder(events);
  let next = 0;
  for (const task of outermost(ordered.filter(isTask))) {
    while ((ordered[next]?.ts ?? task.ts) < task.ts) next += 1;
    const from = next;
    while ((ordered[next]?.ts ?? Number.POSITIVE_INFINITY) < task.ts + (task.dur ?? 0)) next += 1;
    const within = ordered.slice(from, next);
    const scripts = within.filter(isScript);
    if (!scripts.some(isOurs)) continue;
    // what goes on after a turn of the page runs as a microtask, which says of nobody whose it is
    const alone = scripts.every(isOurs);
    pieces.push(...outermost(within.filter((event) => isOurs(event) || (alone && event.name === 'RunMicrotasks'))));
  }
  const ms = pieces.map(({ tdur = 0 }) => tdur / 1000);
  return { totalMs: ms.reduce((sum, one) => sum + one, 0), longestMs: Math.max(0, ...ms), pieces: ms.length };
}

const inOrder = (events: readonly TraceEvent[]): TraceEvent[] =>
  [...events].sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));

/** The events that lie in no other one of them. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = -1;
  return inOrder(events).filter(({ ts, dur = 0 }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}
