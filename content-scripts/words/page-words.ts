/**
 * The words that the panel sends to the page's reader, which knows no medicine: sources of regular expressions, and for
 * labels what each means. The reader uses them to find where to look and how far what belongs together reaches; what the
 * text says is worked out in the panel.
 */

/** Source and flags of a regular expression. */
export type Pattern = readonly [source: string, flags: string];

export interface PageWords {
  patterns: {
    /** names of the drug */
    name: Pattern;
    /**
     * the same in lower case and without its word boundaries, since texts of neighbouring cells touch; with and without
     * invisible characters
     */
    nameAnywhere: Pattern;
    nameLoosely: Pattern;
    /** a quick, loose test for text in lower case that may hold a label worth a closer look */
    clinical: Pattern;
    /** the same for many texts, a line each */
    clinicalInLines: Pattern;
    /** names and endings of other drugs, and words with such an ending that are none; folded */
    otherName: Pattern;
    otherEnding: Pattern;
    noDrug: Pattern;
    /** a folded word that says a route of administration */
    route: Pattern;
    /** heads a column of a results table */
    resultColumn: Pattern;
    /** in a label: not measured in blood */
    notBlood: Pattern;
    /** an age, a birth date or a number of a patient in running text */
    identity: Pattern;
    /** a weight, a height or an area in running text */
    bodyMeasure: Pattern;
    /** a piece of an order: an amount, a route, a day */
    orderValue: Pattern;
    /** a word and an amount of it; the word is the first group */
    amountOf: Pattern;
    /** words before an amount that name no drug */
    instructs: Pattern;
    /** text of a clock, which says nothing about the patient */
    clock: Pattern;
    /** the patient that an address names, as the first group */
    address: Pattern;
    /** a date whose day and month may change places */
    date: Pattern;
    /** sections of the page whose entries are listed */
    listed: Pattern;
  };
  /** labels of orders and of patients, chips, headings: what the words mean */
  meanings: Record<'orderRole' | 'patientRole' | 'status' | 'section', readonly (readonly [string, Pattern])[]>;
  analytes: readonly (readonly [string, Pattern, Pattern])[];
}

export type PatternName = keyof PageWords['patterns'];

/** A regular expression as it is sent. */
export const patternOf = ({ source, flags }: RegExp): Pattern => [source, flags];
