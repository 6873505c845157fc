/** Moving the focus on request. Never called but by a press or a key of the user in the panel. */

/** Opens what hides an element, brings it into view and puts the focus on it, or on its answer, or on its first control. */
export function goTo(element: HTMLElement): void {
  for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  element.scrollIntoView({ block: 'nearest' });
  const control = element.tabIndex >= 0 || element.hasAttribute('tabindex') ? element : firstControl(element);
  control?.focus();
}

function firstControl(element: HTMLElement): HTMLElement | null {
  return (
    element.querySelector<HTMLElement>('input:checked') ??
    element.querySelector<HTMLElement>('input') ??
    element.querySelector<HTMLElement>('select, button, summary')
  );
}

/** The question or field that gives an input of the rules, where the panel has one. */
export function goToInput(input: string): void {
  const place = document.querySelector<HTMLElement>(`[data-input="${input}"]`);
  if (place) goTo(place);
}
