/**
 * Whom the page's address names, as the panel last heard of it: a collection never says more about the address than what
 * was told before it.
 */
import { patientInAddress } from './collect/known-words.ts';
import { LONGEST_LABEL } from './limits.ts';
import type { AddressChange } from './messages.ts';

let address = '';
let named: string | null = null;

const patientIn = (href: string): string | null => patientInAddress(href)?.slice(0, LONGEST_LABEL) ?? null;

/** Begins with the address as it stands. */
export function startAt(href: string): void {
  address = href;
  named = patientIn(href);
}

/** The patient of the address that was looked at last, by number or code; null: nobody, or no address yet. */
export const addressNames = (): string | null => named;

/** Whether the address is another one than when it was last looked at, and whether it names somebody else. */
export function changeTo(href: string): { change: AddressChange | null } | null {
  if (href === address) return null;
  const before = named;
  startAt(href);
  return { change: named === before ? null : { names: named, another: before !== null && named !== null } };
}
