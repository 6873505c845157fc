/** Notices that nobody is at the screen any more: a shared workstation must not keep showing a patient. */
import browser from 'webextension-polyfill';

/**
 * Calls back once the panel was left alone for this long, without a press or a key, and at once when the screen is locked.
 * @returns a function that ends the watch
 */
export function whenNobodyIsHere(onLeft: () => void, idleMinutes: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const used = () => {
    clearTimeout(timer);
    timer = setTimeout(onLeft, idleMinutes * 60_000);
  };
  const onState = (state: string) => {
    if (state === 'locked') onLeft();
  };
  const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
  for (const sign of signs) document.addEventListener(sign, used, { passive: true });
  browser.idle.onStateChanged.addListener(onState);
  used();
  return () => {
    clearTimeout(timer);
    for (const sign of signs) document.removeEventListener(sign, used);
    browser.idle.onStateChanged.removeListener(onState);
  };
}
