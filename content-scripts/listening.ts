/**
 * Listening to a page that may have an element named `addEventListener`: on a window and on a document, elements answer
 * by name before the method is found, in an extension's isolated world too.
 */

/** Listens for events of these types, ahead of the page and without holding it, until the signal says to stop. */
export function listen(
  target: EventTarget,
  types: readonly string[],
  listener: (event: never) => void,
  signal: AbortSignal,
): void {
  for (const type of types)
    EventTarget.prototype.addEventListener.call(target, type, listener as EventListener, {
      capture: true,
      passive: true,
      signal,
    });
}
