/** The panel's own keys. Each only goes to a place or presses one button, with Alt, so that no typed letter is taken. */
import { useEffect } from 'react';
import { goTo } from '../go-to.ts';

/** Letter and place, in the order of the panel; the words for each stand under `keys` in the locales. */
export const KEYS = [
  ['R', 'readAgain'],
  ['G', 'grade'],
  ['P', 'pain'],
  ['O', 'options'],
  ['N', 'note'],
  ['A', 'ask'],
] as const;

/** Listens for the keys while the panel has the focus; the page beside it is never listened to. */
export function useKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function onKeyDown(event: KeyboardEvent): void {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isTyping(event.target)) return;
  // By its place on the keyboard (KeyG): with Alt some layouts give another letter.
  const place = KEYS.find(([letter]) => event.code.length === 4 && event.code.endsWith(letter))?.[1];
  const target = place && document.querySelector<HTMLElement>(`[data-key="${place}"]`);
  if (!target) return;
  event.preventDefault();
  if (place === 'readAgain') target.click();
  else goTo(target);
}

/** Where letters are typed, Alt with a letter may be a letter too. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'text';
}
