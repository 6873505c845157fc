/** How much of a page goes to the panel, whatever the page holds. The reader keeps within it, and the panel refuses what does not. */

/** characters of a piece of text */
export const LONGEST_TEXT = 9000;
/** characters of a label, a heading, a locator or a name */
export const LONGEST_LABEL = 400;
/** characters of all texts and labels of one collection, each field counted with 100 more */
export const MOST_CHARACTERS = 1_000_000;
/** fields that stand together in one container or order */
export const MOST_FIELDS = 1500;
/** labels by structure of one field */
export const MOST_FIELD_LABELS = 100;
/** containers, labels looked at, entries of a list: what cannot be more since each takes room */
export const MOST_ENTRIES = 5000;
/** groups that name the drug */
export const MOST_GROUPS = 160;
/** entries that mappings name in one document, of each kind */
export const MOST_NAMED = 400;
/** fields of one such entry, and parts of a mapping that are told of */
export const MOST_PARTS = 100;
/** containers around one label of a banner */
export const MOST_LEVELS = 10;
/** parts that cannot be read, frames inside; what is more than that is said */
export const MOST_AREAS = 200;
/** stretches of time that belong to former patients, changes that the panel has not heard of */
export const MOST_STRETCHES = 1000;
