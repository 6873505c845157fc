/**
 * Where the site mapping will be checked: the reader's module that knows its shape exports the schema, and this is the
 * one line to put it into. Until then any JSON object is accepted and nothing reads it.
 */
import type { Fault } from '../rules/index.ts';

export type LoadedSiteMapping =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** A site mapping from unknown data, or every reason why it cannot be used. */
export function loadSiteMapping(json: unknown): LoadedSiteMapping {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { ok: false, faults: [{ path: '(root)', reason: 'not a JSON object' }] };
  }
  return { ok: true, value: json as Readonly<Record<string, unknown>> };
}
