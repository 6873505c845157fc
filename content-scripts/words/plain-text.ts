/** Takes out what is never seen (soft hyphen, zero-width characters) and makes every kind of space a plain one. */
export const plainText = (text: string): string =>
  text.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '').replace(/[\s\u00A0\u202F\u2007\u2009]+/g, ' ');
