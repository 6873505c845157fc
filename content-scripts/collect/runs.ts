/**
 * Flattens what an element shows into runs of text as a reader sees them: inline elements joined (`mg/m<sup>2</sup>`,
 * names split over spans), blocks, cells and form controls apart. Only visible text; placeholders are not text.
 */

import { MOST_FIELDS } from '../limits.ts';
import { plainText } from '../words/plain-text.ts';
import { controlBox, isTick, isUnchosen, shownValueOf } from './controls.ts';
import { attributeOf, eachShownChildOf, isElement, isText, localNameOf, queryAll, viewOf } from './dom.ts';
import type { TextPart } from './locate.ts';
import { once } from './once.ts';
import type { Visibility } from './visibility.ts';
import { holdsNoText } from './visibility.ts';

export interface Run {
  text: string;
  /** which text nodes the run is made of, with the offset in `text` at which each begins */
  parts: (TextPart & { at: number })[];
  /** the control, or the innermost element that is a block of its own */
  element: Element;
  control: boolean;
  isLabel: boolean;
  struck: boolean;
  /** inside an element that a mapping sets aside */
  aside: boolean;
  button: boolean;
  block: number;
  seams: number[];
  /** there is more of it, or after it, than was collected */
  cut: boolean;
}

/** A run is cut here: nothing in an order is longer, and a hostile page must not cost more. */
const LONGEST_RUN = 4000;
/** What stands in more others than this is not looked at. */
const DEEPEST = 300;

export interface RunOptions {
  /** elements whose text stands aside */
  aside?: ReadonlySet<Element>;
  /** asked after each run; where it says so, what comes after is left out */
  enough?: (runs: readonly Run[]) => boolean;
}

/** The runs of a block that was gone through to its end. */
interface Block {
  runs: readonly Run[];
  /** number of its first block among those of the element that was flattened, and how many came after it */
  from: number;
  blocks: number;
}

/** Of one reading: what stands around a label is looked at in several sizes. */
const blocksOf = new WeakMap<Visibility, Map<Element, Block>>();

class Flattening {
  readonly runs: Run[] = [];
  readonly #enough: (runs: readonly Run[]) => boolean;
  #stopped = false;
  readonly #visibility: Visibility;
  readonly #view: Window & typeof globalThis;
  readonly #aside: ReadonlySet<Element>;
  readonly #blocks: Map<Element, Block>;
  #block = 0;
  #open: Run | null = null;

  constructor(visibility: Visibility, view: Window & typeof globalThis, { aside, enough }: RunOptions) {
    this.#visibility = visibility;
    this.#view = view;
    this.#aside = aside ?? NOTHING;
    this.#blocks = once(blocksOf, visibility, () => new Map());
    this.#enough = enough ?? (() => false);
  }

  #add(run: Run): void {
    this.runs.push(run);
    run.cut ||= this.runs.length > MOST_FIELDS;
    this.#stopped ||= this.runs.length > MOST_FIELDS || this.#enough(this.runs);
  }

  #close(): void {
    const run = this.#open;
    this.#open = null;
    if (!run) return;
    const lead = run.text.length - run.text.trimStart().length;
    run.text = run.text.trim();
    for (const part of run.parts) part.at -= lead;
    run.seams = [...new Set(run.seams.map((at) => Math.min(Math.max(at - lead, 0), run.text.length)))];
    if (run.text && !this.#stopped) this.#add(run);
  }

  #newBlock(): void {
    this.#close();
    this.#block += 1;
  }

  #text(node: Text, parent: Element, block: Element, state: State): void {
    if (this.#stopped) return;
    const text = plainText(node.data.slice(0, LONGEST_RUN));
    if (text === '' || (text === ' ' && !this.#open)) return;
    if (text !== ' ' && !this.#visibility.sees(parent, node)) return;
    const open = this.#open;
    if (
      open &&
      (open.struck !== state.struck ||
        open.aside !== state.aside ||
        open.isLabel !== state.isLabel ||
        open.text.length > LONGEST_RUN)
    )
      this.#close();
    this.#open ??= {
      text: '',
      parts: [],
      element: block,
      control: false,
      isLabel: state.isLabel,
      struck: state.struck,
      aside: state.aside,
      button: state.button,
      block: this.#block,
      seams: [],
      cut: false,
    };
    const run = this.#open;
    run.cut ||= node.data.length > LONGEST_RUN;
    const joined = run.text.endsWith(' ') && text.startsWith(' ') ? text.slice(1) : text;
    if (joined) run.parts.push({ node, start: 0, end: node.data.length, at: run.text.length });
    run.text += joined;
  }

  #control(element: Element, state: State): void {
    const value = shownValueOf(element);
    if (value === null || !this.#visibility.sees(controlBox(element))) return;
    this.#close();
    if (this.#stopped) return;
    this.#add({
      text: plainText(value.slice(0, LONGEST_RUN)).trim(),
      parts: [],
      element,
      control: true,
      isLabel: false,
      struck: state.struck,
      aside: state.aside,
      button: false,
      block: this.#block,
      seams: [],
      cut: value.length > LONGEST_RUN,
    });
  }

  walk(node: Node, block: Element, state: State): void {
    const { effort } = this.#visibility;
    effort.spend();
    effort.leftOut ||= state.depth > DEEPEST;
    if (isText(node)) {
      this.#text(node, state.parent, block, state);
      return;
    }
    if (!isElement(node) || state.depth > DEEPEST || this.#stopped) return;
    const name = localNameOf(node);
    if (name === 'br') {
      this.#close();
      return;
    }
    if (name === 'input' || name === 'select' || name === 'textarea') {
      this.#control(node, { ...state, aside: state.aside || this.#aside.has(node) });
      return;
    }
    if (holdsNoText(node) || isUnchosen(node) || !this.#visibility.shows(node)) return;
    const display = this.#visibility.display(node);
    const next: State = {
      parent: node,
      depth: state.depth + 1,
      struck: this.#visibility.isStruck(node),
      aside: state.aside || this.#aside.has(node),
      button: state.button || name === 'button' || attributeOf(node, 'role') === 'button',
      isLabel: state.isLabel,
    };
    if (name === 'label') {
      const labelled = node instanceof HTMLLabelElement ? node.control : null;
      if (isTick(labelled)) {
        // the choice itself says its label when it is made; otherwise the label is an offer
        for (const input of queryAll(node, 'input')) this.walk(input, block, next);
        return;
      }
      if (labelled) next.isLabel = true;
    }
    if (display === 'inline' || display === 'contents' || display === 'ruby') {
      this.#seam(node);
      this.#children(node, block, next);
      this.#seam(node);
      return;
    }
    // an inline box (chip, badge) stands on the same line but is a piece of its own
    if (display.startsWith('inline')) {
      this.#close();
      this.#children(node, node, next);
      this.#close();
      return;
    }
    this.#newBlock();
    // a label says of what stands in it what it is, and so does a button
    const plain = !next.aside && !next.button && !next.isLabel && this.#aside.size === 0;
    const known = plain ? this.#blocks.get(node) : undefined;
    if (known) this.#repeat(known);
    else {
      const [first, from] = [this.runs.length, this.#block];
      this.#children(node, node, next);
      this.#close();
      if (plain && !this.#stopped)
        this.#blocks.set(node, { runs: this.runs.slice(first), from, blocks: this.#block - from });
    }
    this.#newBlock();
  }

  /** What was found in a block stands there the same whatever it is part of. */
  #repeat({ runs, from, blocks }: Block): void {
    const base = this.#block - from;
    this.#visibility.effort.spend(runs.length);
    for (const run of runs) {
      if (this.#stopped) return;
      this.#add({ ...run, block: run.block + base });
    }
    this.#block += blocks;
  }

  #children(node: Element, block: Element, state: State): void {
    eachShownChildOf(node, (child) => {
      if (!this.#stopped) this.walk(child, block, state);
      return !this.#stopped;
    });
  }

  #seam(element: Element): void {
    const open = this.#open;
    if (!open) return;
    const style = this.#view.getComputedStyle(element);
    open.seams.push(open.text.length);
    const gap = [style.paddingLeft, style.paddingRight, style.marginLeft, style.marginRight];
    if (gap.some((side) => Number.parseFloat(side) >= 2) && !open.text.endsWith(' ')) open.text += ' ';
  }

  finish(): Run[] {
    this.#close();
    return this.runs;
  }
}

interface State {
  parent: Element;
  depth: number;
  struck: boolean;
  aside: boolean;
  button: boolean;
  isLabel: boolean;
}

const NOTHING: ReadonlySet<Element> = new Set();

/** The runs of visible text and form values in an element, in reading order. */
export function runsOf(element: Element, visibility: Visibility, options: RunOptions = {}): Run[] {
  const view = viewOf(element);
  if (!view || !visibility.shows(element)) return [];
  const flattening = new Flattening(visibility, view, options);
  const state = {
    parent: element,
    depth: 0,
    struck: visibility.isStruck(element),
    aside: options.aside?.has(element) ?? false,
    button: false,
    isLabel: false,
  };
  flattening.walk(element, element, state);
  return flattening.finish();
}
