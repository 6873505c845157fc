/** Readings from what was found: one value, or the reason why there is none. */
import type { MissingStatus, Reading } from '../page-reading.ts';

/** The generic reader's name in a value's provenance. */
export const GENERIC = 'generic';

/** A value found, or a place that should have held one and did not. */
export interface Candidate<T> {
  value: T | null;
  /** why there is no value */
  missing?: MissingStatus;
  reason?: string;
  text: string;
  label: string | null;
  locator: string;
}

const cut = (text: string): string => (text.length > 300 ? `${text.slice(0, 299)}…` : text);

const provenance = (candidate: Candidate<unknown>, adapter: string) => ({
  adapter,
  confidence: adapter === GENERIC ? ('inferred' as const) : ('confirmed' as const),
  label: candidate.label === null ? null : cut(candidate.label),
  frame: 0,
  locator: candidate.locator,
});

export const notFound = <T>(reason?: string): Reading<T> => ({ status: 'not-found', ...(reason ? { reason } : {}) });

export const readAs = <T>(candidate: Candidate<T>, value: T, adapter: string): Reading<T> => ({
  status: 'read',
  value,
  text: cut(candidate.text),
  from: provenance(candidate, adapter),
});

export const missingAs = <T>(
  status: MissingStatus,
  candidate: Candidate<unknown>,
  reason: string | undefined,
  adapter: string,
): Reading<T> => ({
  status,
  text: cut(candidate.text),
  ...(reason ? { reason: cut(reason) } : {}),
  from: provenance(candidate, adapter),
});

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What several places say together: the value they agree on; 'ambiguous' when they differ or one contradicts itself. */
export function agree<T>(candidates: readonly Candidate<T>[], adapter: string = GENERIC): Reading<T> {
  const doubtful = candidates.find((one) => one.missing === 'ambiguous');
  const valued = candidates.filter((one) => one.value !== null);
  const first = valued[0];
  if (first && first.value !== null && !doubtful) {
    const other = valued.find((one) => !same(one.value, first.value));
    if (!other) return readAs(first, first.value, adapter);
    return missingAs(
      'ambiguous',
      first,
      `two values: ${first.text.slice(0, 80)} / ${other.text.slice(0, 80)}`,
      adapter,
    );
  }
  if (doubtful) return missingAs('ambiguous', doubtful, doubtful.reason, adapter);
  for (const status of ['unit-missing', 'unparsed', 'empty'] as const) {
    const found = candidates.find((one) => one.missing === status);
    if (found) return missingAs(status, found, found.reason, adapter);
  }
  return notFound();
}
