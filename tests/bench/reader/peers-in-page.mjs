/**
 * Libraries that look through pages too, put into the same isolated world. None of them does what the reader does; each
 * does one thing that the reader does among others. Plain JavaScript: their packages are installed here only.
 */
import { Readability } from '@mozilla/readability';
import axe from 'axe-core';
import Defuddle from 'defuddle';
import Mark from 'mark.js';

globalThis.peers = {
  /** finds a word and marks it in the page; what it marked is taken out again, which counts as well */
  mark: () =>
    new Promise((resolve) => {
      const instance = new Mark(document.body);
      instance.mark('bortezomib', {
        done: (found) => instance.unmark({ done: () => resolve(found) }),
      });
    }),
  /** takes the article out of a page; it changes its document, so it is given a copy, which counts as well */
  readability: () => new Readability(document.cloneNode(true)).parse()?.length ?? 0,
  defuddle: () => new Defuddle(document).parse().wordCount,
  /** whether each form control has a label */
  axe: () => axe.run({ runOnly: ['label'], resultTypes: ['violations'] }).then(({ violations }) => violations.length),
};
