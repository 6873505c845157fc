/** Form controls and ARIA choices: what they show, what is chosen, and which can be changed. */
import { plainText } from '../words/plain-text.ts';
import { attributeOf, hasAttribute, isElement, isText, localNameOf, queryAll, shownChildrenOf } from './dom.ts';
import { holdsNoText } from './visibility.ts';

const CHOICES = '[role=radio],[role=checkbox],[role=switch],[role=option],[role=menuitemradio],[role=treeitem]';

/** Whether an ARIA choice stands there without being chosen: its text is an offer, not a value. */
export function isUnchosen(element: Element): boolean {
  const role = attributeOf(element, 'role');
  if (!role) return false;
  if (role === 'option') return attributeOf(element, 'aria-selected') !== 'true';
  // a row that can be picked to do something with it has its text whether it is picked or not
  if (role === 'checkbox' && localNameOf(element) === 'tr') return false;
  if (role === 'radio' || role === 'checkbox' || role === 'switch' || role === 'menuitemradio')
    return attributeOf(element, 'aria-checked') !== 'true';
  return role === 'tab' || role === 'menu' || role === 'menuitem' || role === 'tooltip' || role === 'tablist';
}

/** A radio button or check box: its value is the label beside it, and only when it is ticked. */
export const isTick = (control: Element | null): control is HTMLInputElement =>
  control instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(control.type);

/** The live value of a form control as the user sees it, '' when empty, null when it shows no value. */
export function shownValueOf(control: Element): string | null {
  if (control instanceof HTMLSelectElement) {
    const option = control.selectedOptions[0];
    if (!option || (option.value === '' && /^\W*$|^(?:select|choose|please)\b/i.test(option.text)) || option.disabled)
      return '';
    return option.text.trim() || option.label;
  }
  if (control instanceof HTMLTextAreaElement) return control.value;
  if (isTick(control)) {
    if (!control.checked) return null;
    return labelTextOf(control) || (control.value === 'on' ? '' : control.value);
  }
  const says =
    control instanceof HTMLInputElement &&
    !/^(?:hidden|password|button|submit|reset|image|file|color|range)$/.test(control.type);
  return says ? control.value : null;
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

/** Custom radio buttons and check boxes hide the input itself; what is seen is its label or wrapper. */
export function controlBox(control: Element): Element {
  return (isTick(control) && control.labels?.[0]) || control;
}

/** Whether the element holds controls that a user can change and a button or submit to send them. */
export function isEditable(element: Element): boolean {
  const editable = [...queryAll(element, 'input,select,textarea')].filter(
    (control) =>
      shownValueOf(control) !== null && !hasAttribute(control, 'disabled') && !hasAttribute(control, 'readonly'),
  );
  return editable.length > 1 || queryAll(element, CHOICES).length > 1;
}
