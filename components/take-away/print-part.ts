import './print.css';

/**
 * Prints one element of the page and nothing else, exactly as it stands there (the marks are read by print.css).
 * It opens the browser's own print dialog, which waits for a person; nothing is sent by itself.
 * False where the browser has no printing: Chromium's side panel ignores print() without a word.
 */
export function printPart(element: HTMLElement | null): boolean {
  if (!element) return false;
  const root = element.ownerDocument.documentElement;
  let asked = false;
  const note = () => {
    asked = true;
  };
  const clear = () => {
    delete element.dataset.printed;
    delete root.dataset.printing;
  };
  element.dataset.printed = '';
  root.dataset.printing = '';
  window.addEventListener('beforeprint', note, { once: true });
  window.addEventListener('afterprint', clear, { once: true });
  window.print();
  window.removeEventListener('beforeprint', note);
  if (!asked) clear();
  return asked;
}
