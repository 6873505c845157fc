/** Whether a mapping's page belongs to an address. */
import type { Address } from './shape.ts';

/** Longer addresses are cut: what tells screens apart stands at the front. */
const LONGEST_ADDRESS = 2000;

/**
 * Whether the address is one of those a page may be found at. Upper and lower case are the same in hosts and differ in
 * paths. A frame without an address of its own (about:blank, srcdoc) goes by its document's base address.
 */
export function isAt(addresses: readonly Address[], url: string): boolean {
  let at: URL;
  try {
    at = new URL(url);
  } catch {
    return false;
  }
  const path = `${at.pathname}${at.search}${at.hash}`.slice(0, LONGEST_ADDRESS);
  return addresses.some(({ host, path: wanted }) => fits(host.toLowerCase(), at.hostname) && fits(wanted, path));
}

/** Whether the text fits a pattern in which `*` stands for any characters, in time that grows with their lengths alone. */
export function fits(pattern: string, text: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  const tail = rest.pop();
  if (tail === undefined) return text === head;
  if (!text.startsWith(head)) return false;
  let at = head.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - tail.length >= at && text.endsWith(tail);
}
