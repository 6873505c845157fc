import './print.css';

/**
 * Prints one element of the page and nothing else, exactly as it stands there (the marks are read by print.css).
 * It opens the browser's own print dialog, which waits for a person; nothing is sent by itself.
 */
export function printPart(element: HTMLElement | null): void {
  if (!element) return;
  const root = element.ownerDocument.documentElement;
  const clear = () => {
    delete element.dataset.printed;
    delete root.dataset.printing;
  };
  element.dataset.printed = '';
  root.dataset.printing = '';
  window.addEventListener('afterprint', clear, { once: true });
  window.print();
}
