/** A piece of visible page text with its labels, by where each label stood: what collect/ hands to qualify/. No DOM. */
export interface CollectedField {
  /** names the element for 'show on page' */
  locator: string;
  /** the value as the user sees it */
  text: string;
}
