/** How long the panel waits for a page, counted in questions: a panel that was asleep has asked none meanwhile. */

/** How often every frame is asked whether it still answers, and what did not work is tried again, in ms. */
export const ASK_EVERY = 2000;
/** A frame that has left so many questions in a row open does not answer. */
export const MOST_MISSED = 3;
/** A page that loads is waited for as long as so many questions take; then it is read as it stands. */
export const LOADS_WITHIN = 5;

/** What has failed so often is tried again after one, two, four, eight, … questions, and never more seldom than once a minute. */
export const isDue = (failed: number): boolean => (failed & (failed - 1)) === 0 || failed % 32 === 0;
