/**
 * Flattens what an element shows into runs of text as a reader sees them: inline elements joined (`mg/m<sup>2</sup>`,
 * names split over spans), blocks, cells and form controls apart. Only visible text; placeholders are not text.
 */

import { MOST_FIELDS } from '../limits.ts';
import { plainText } from '../words/plain-text.ts';
import {
  attributeOf,
  eachShownChildOf,
  hasAttribute,
  isElement,
  isText,
  localNameOf,
  queryAll,
  shownChildrenOf,
  viewOf,
} from './dom.ts';
import type { TextPart } from './locate.ts';
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

const CHOICES = '[role=radio],[role=checkbox],[role=switch],[role=option],[role=menuitemradio],[role=treeitem]';

/** Whether an ARIA choice stands there without being chosen: its text is an offer, not a value. */
function isUnchosen(element: Element): boolean {
  const role = attributeOf(element, 'role');
  if (!role) return false;
  if (role === 'option') return attributeOf(element, 'aria-selected') !== 'true';
  // a row that can be picked to do something with it has its text whether it is picked or not
  if (role === 'checkbox' && localNameOf(element) === 'tr') return false;
  if (role === 'radio' || role === 'checkbox' || role === 'switch' || role === 'menuitemradio')
    return attributeOf(element, 'aria-checked') !== 'true';
  return role === 'tab' || role === 'menu' || role === 'menuitem' || role === 'tooltip' || role === 'tablist';
}

/** The live value of a form control as the user sees it, '' when empty, null when it shows no value. */
export function shownValueOf(control: Element): string | null {
  if (control instanceof HTMLSelectElement) {
    const option = control.selectedOptions[0];
    if (!option || (option.value === '' && /^\W*$|^(?:select|choose|please)\b/i.test(option.text)) || option.disabled)
      return '';
    return option.text.trim() || option.label;
  }
  if (control instanceof HTMLTextAreaElement) return control.value;
  if (!(control instanceof HTMLInputElement)) return null;
  if (/^(?:hidden|password|button|submit|reset|image|file|color|range)$/.test(control.type)) return null;
  if (control.type === 'checkbox' || control.type === 'radio') {
    if (!control.checked) return null;
    return labelTextOf(control) || (control.value === 'on' ? '' : control.value);
  }
  return control.value;
}

/** Text of the elements that label a control. */
export function labelTextOf(control: Element): string {
  const labels = 'labels' in control ? (control as HTMLInputElement).labels : null;
  return labels ? plainText([...labels].map((label) => visibleTextOf(label)).join(' ')).trim() : '';
}

/** Text of an element without its form controls' own text. */
function visibleTextOf(element: Element): string {
  let text = '';
  const walk = (node: Node, depth: number): void => {
    if (text.length > 300) return;
    if (isText(node)) text += node.data;
    else if (isElement(node) && depth < 30 && !holdsNoText(node) && !/^(?:select|textarea)$/.test(localNameOf(node)))
      for (const child of shownChildrenOf(node)) walk(child, depth + 1);
  };
  walk(element, 0);
  return text.slice(0, 300);
}

export interface RunOptions {
  /** elements whose text stands aside */
  aside?: ReadonlySet<Element>;
  /** asked after each run; where it says so, what comes after is left out */
  enough?: (runs: readonly Run[]) => boolean;
}

class Flattening {
  readonly runs: Run[] = [];
  readonly #enough: (runs: readonly Run[]) => boolean;
  #stopped = false;
  readonly #visibility: Visibility;
  readonly #view: Window & typeof globalThis;
  readonly #aside: ReadonlySet<Element>;
  #block = 0;
  #open: Run | null = null;

  constructor(visibility: Visibility, view: Window & typeof globalThis, { aside, enough }: RunOptions) {
    this.#visibility = visibility;
    this.#view = view;
    this.#aside = aside ?? NOTHING;
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
    const style = this.#view.getComputedStyle(node);
    const inline = style.display === 'inline' || style.display === 'contents' || style.display === 'ruby';
    const next: State = {
      parent: node,
      depth: state.depth + 1,
      struck: state.struck || style.textDecorationLine.includes('line-through'),
      aside: state.aside || this.#aside.has(node),
      button: state.button || name === 'button' || attributeOf(node, 'role') === 'button',
      isLabel: state.isLabel,
    };
    if (name === 'label') {
      const labelled = node instanceof HTMLLabelElement ? node.control : null;
      if (labelled instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(labelled.type)) {
        // the choice itself says its label when it is made; otherwise the label is an offer
        for (const input of queryAll(node, 'input')) this.walk(input, block, next);
        return;
      }
      if (labelled) next.isLabel = true;
    }
    if (inline) {
      this.#seam(style);
      this.#children(node, block, next);
      this.#seam(style);
      return;
    }
    // an inline box (chip, badge) stands on the same line but is a piece of its own
    if (style.display.startsWith('inline')) this.#close();
    else this.#newBlock();
    this.#children(node, node, next);
    if (style.display.startsWith('inline')) this.#close();
    else this.#newBlock();
  }

  #children(node: Element, block: Element, state: State): void {
    for (const child of eachShownChildOf(node)) {
      if (this.#stopped) return;
      this.walk(child, block, state);
    }
  }

  #seam(style: CSSStyleDeclaration): void {
    const open = this.#open;
    if (!open) return;
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

/** Custom radio buttons and check boxes hide the input itself; what is seen is its label or wrapper. */
function controlBox(control: Element): Element {
  if (!(control instanceof HTMLInputElement) || !/^(?:radio|checkbox)$/.test(control.type)) return control;
  return control.labels?.[0] ?? control;
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

/** Whether the element holds controls that a user can change and a button or submit to send them. */
export function isEditable(element: Element): boolean {
  const editable = [...queryAll(element, 'input,select,textarea')].filter(
    (control) =>
      shownValueOf(control) !== null && !hasAttribute(control, 'disabled') && !hasAttribute(control, 'readonly'),
  );
  return editable.length > 1 || queryAll(element, CHOICES).length > 1;
}
