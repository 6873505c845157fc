import { NO_BREAK_SPACE } from '../rules/quantity-text.ts';

/** Text for the screen: a number is never parted from its unit at the end of a line. */
export function unbroken(text: string): string {
  return text.replace(/(\d) (?=(?:mg|mL|g|m²|%|days?|mL\/min)(?:\W|$))/gu, `$1${NO_BREAK_SPACE}`);
}
