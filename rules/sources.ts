/** Every document that a rule cites: id, title, publisher, version, date, link and how far it was checked. */

/** primary: the document itself was read; secondary: read in a copy; unverified: not opened, never drives a headline. */
export type Verification = 'primary' | 'secondary' | 'unverified';

export type SourceId = string;
