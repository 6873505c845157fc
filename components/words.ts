/**
 * The interface's own words: from locales/ through the browser, in the language that it is set to. What the rules say is
 * content and comes from rules/ as it stands (docs/adr/0009-words-of-the-interface.md).
 */
import { createI18n } from '@wxt-dev/i18n';
import type { GeneratedI18nStructure } from '../.wxt/i18n/structure.d.ts';

type Filled = { plural: true } | { namedSubstitutions: readonly string[] };

/** Keys of words that stand as they are, with nothing to fill in. */
export type WordKey = {
  [Key in keyof GeneratedI18nStructure]: GeneratedI18nStructure[Key] extends Filled ? never : Key;
}[keyof GeneratedI18nStructure];

/** The words for a key, with what is named in braces filled in and the plural chosen by a count. */
export const t: ReturnType<typeof createI18n<GeneratedI18nStructure>>['t'] = createI18n<GeneratedI18nStructure>().t;

type Underscored<Id extends string> = Id extends `${infer Start}-${infer Rest}` ? `${Start}_${Underscored<Rest>}` : Id;

/** An id of the rules or the reader as part of a key: the browsers' message names know no hyphen. */
export function asKey<Id extends string>(id: Id): Underscored<Id> {
  return id.replaceAll('-', '_') as Underscored<Id>;
}
