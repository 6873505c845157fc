/** Compares salted keys of patients; apart from identity.ts, so that whoever compares need not know how they are made. */

/**
 * Whether two keys can be the same patient: every part that both show is equal, and they share at least one. A name that
 * was only worked out (marked '~') does not contradict.
 */
export function samePatient(a: string, b: string): boolean {
  if (a === b) return true;
  const other = b.split('.');
  const shared = a
    .split('.')
    .flatMap((part, index) => (part && other[index] ? [[part, other[index]]] : []))
    .filter(([x, y]) => x === y || !`${x}${y}`.includes('~'));
  return shared.length > 0 && shared.every(([x, y]) => x === y);
}
