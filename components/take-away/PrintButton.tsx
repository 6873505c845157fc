import type { ReactNode } from 'react';
import { printPart } from './print-part.ts';

/** Prints the nearest element around the button that matches `part`; the button itself is not on the paper. */
export function PrintButton({ part, children }: { part: string; children: ReactNode }) {
  return (
    <button
      type="button"
      className="button no-print"
      onClick={(event) => printPart(event.currentTarget.closest<HTMLElement>(part))}
    >
      {children}
    </button>
  );
}
