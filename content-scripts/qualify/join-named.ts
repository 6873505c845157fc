/** What a mapping names, held against what the generic reader reads in the same place. */
import type { Reading } from '../page-reading.ts';

/**
 * One value from both: the mapping's where both agree or it alone has one, the generic reader's where the mapping found
 * none, and neither where they differ or one of them says that it cannot be told.
 */
export function joinNamed<T>(named: Reading<T>, generic: Reading<T>): Reading<T> {
  if (named.status === 'ambiguous') return named;
  if (named.status === 'not-found') return generic;
  if (named.status !== 'read') return generic.status === 'not-found' ? named : generic;
  if (generic.status === 'ambiguous') return generic;
  if (generic.status !== 'read' || JSON.stringify(named.value) === JSON.stringify(generic.value)) return named;
  return {
    status: 'ambiguous',
    text: named.text,
    reason: `two values: ${named.text.slice(0, 80)} / ${generic.text.slice(0, 80)}`,
    from: named.from,
  };
}
