/** Which CSS selectors a mapping may hold: those whose cost is bounded and that a person can read. */
import { parse, type Selector } from 'css-what';
import { INTO_SHADOW } from './shape.ts';

const LONGEST_SELECTOR = 300;
/** parts of one selector: names, classes, attributes, conditions and the signs between them */
const MOST_PARTS = 24;
const MOST_ALTERNATIVES = 4;
const MOST_ROOTS = 4;

/** Looks at an element and its siblings alone; `:has()` and the like would look at everything below. */
const PSEUDO_CLASSES = new Set([
  'scope',
  'not',
  'is',
  'nth-child',
  'nth-last-child',
  'nth-of-type',
  'nth-last-of-type',
  'first-child',
  'last-child',
  'only-child',
  'first-of-type',
  'last-of-type',
  'only-of-type',
  'empty',
]);

/** Why a mapping may not hold this selector; null where it may. */
export function selectorFault(selector: string): string | null {
  if (selector.length > LONGEST_SELECTOR) return `longer than ${LONGEST_SELECTOR} characters`;
  const roots = selector.split(INTO_SHADOW);
  if (roots.length > MOST_ROOTS) return `more than ${MOST_ROOTS - 1} times '>>>'`;
  for (const part of roots) {
    let alternatives: Selector[][];
    try {
      alternatives = parse(part);
    } catch {
      return 'not a CSS selector';
    }
    const fault = alternatives.length > MOST_ALTERNATIVES ? TOO_MANY : faultIn(alternatives, 0);
    if (fault) return fault;
  }
  return null;
}

const TOO_MANY = `more than ${MOST_ALTERNATIVES} alternatives`;

function faultIn(alternatives: Selector[][], depth: number): string | null {
  for (const parts of alternatives) {
    if (parts.length === 0) return 'not a CSS selector';
    if (parts.length > MOST_PARTS) return `more than ${MOST_PARTS} parts`;
    for (const part of parts) {
      if (part.type === 'pseudo-element') return `'::${part.name}' is no element`;
      if (part.type === 'parent' || part.type === 'column-combinator') return 'a sign that browsers do not know';
      if (part.type !== 'pseudo') continue;
      if (!PSEUDO_CLASSES.has(part.name)) return `':${part.name}' may not be used`;
      if (!Array.isArray(part.data)) continue;
      if (depth > 0) return `':${part.name}' inside another condition`;
      const inner = part.data.length > MOST_ALTERNATIVES ? TOO_MANY : faultIn(part.data, depth + 1);
      if (inner) return inner;
    }
  }
  return null;
}
