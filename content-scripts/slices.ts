/** Runs work in steps so short that the page can go on in between: scrolls, types, draws. */

/** A slice of work is at most about this long, in ms; a single step may make it longer. */
const SLICE = 12;

export interface Run {
  /** Gives the work up; it does not end any more. */
  cancel(): void;
}

/** Gives the page its turn: whatever waits goes first, which `scheduler.yield` would not let it. */
function turn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Runs the steps to their end.
 * @param inOneGo without giving the page its turn
 */
export function runInSlices<Result>(
  steps: Generator<void, Result>,
  inOneGo: boolean,
  end: (result: Result) => void,
  fail: () => void,
): Run {
  let cancelled = false;
  const run = async () => {
    try {
      for (;;) {
        const from = performance.now();
        do {
          const step = steps.next();
          if (step.done) return end(step.value);
        } while (inOneGo || performance.now() - from < SLICE);
        await turn();
        if (cancelled) return;
      }
    } catch {
      if (!cancelled) fail();
    }
  };
  void run();
  return {
    cancel() {
      cancelled = true;
      steps.return(undefined as Result);
    },
  };
}
