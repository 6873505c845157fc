import { afterEach, describe, expect, test, vi } from 'vitest';
import { PatientHandout } from '../../components/take-away/PatientHandout.tsx';
import type { ClinicalContext } from '../../rules/index.ts';
import { patientHandout } from '../../rules/patient-handout.ts';
import { setBrowserLanguage } from './browser-messages.ts';
import { cleanup, fireEvent, render, screen, waitFor } from './render.ts';

afterEach(() => {
  cleanup();
  setBrowserLanguage('en');
  vi.restoreAllMocks();
});

const context: ClinicalContext = {
  order: { drug: 'bortezomib', dosePerBsa: 1.3 },
  assessment: { sensoryGrade: 2, pain: true },
};

function show() {
  const onCopy = vi.fn(async (_text: string) => true);
  const onPrintInTab = vi.fn();
  render(<PatientHandout context={context} onCopy={onCopy} onPrintInTab={onPrintInTab} />);
  return { onCopy, onPrintInTab, sheet: () => screen.getByRole('article') };
}

const paragraphsOf = (language: 'en' | 'es') =>
  patientHandout(context, language).sections.flatMap(({ title, items }) => [title, ...items]);

describe('the sheet for the patient', () => {
  test.each(['en', 'es'] as const)('%s: every paragraph stands on it, and the page knows its language', (language) => {
    const { sheet } = show();
    fireEvent.click(screen.getByRole('radio', { name: language === 'en' ? 'English' : 'Español' }));
    expect(sheet().getAttribute('lang')).toBe(language);
    for (const paragraph of paragraphsOf(language)) expect(sheet().textContent).toContain(paragraph);
  });

  test('what is copied is what is shown', async () => {
    const { onCopy, sheet } = show();
    fireEvent.click(screen.getByRole('radio', { name: 'Español' }));
    fireEvent.click(screen.getByRole('button', { name: 'Copy as text' }));
    const [[text = ''] = []] = onCopy.mock.calls;
    for (const line of text.split('\n').filter((part) => part !== ''))
      expect(sheet().textContent).toContain(line.replace(/^- |_+$/gu, '').trim());
    await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/Copied/));
  });

  test('printing marks the sheet alone, and takes the mark away afterwards', () => {
    const { sheet, onPrintInTab } = show();
    const marked: unknown[] = [];
    window.print = vi.fn(() => {
      window.dispatchEvent(new Event('beforeprint'));
      marked.push(...document.querySelectorAll('[data-printed]'));
      window.dispatchEvent(new Event('afterprint'));
    });
    fireEvent.click(screen.getByRole('button', { name: 'Print this sheet' }));
    expect(marked).toEqual([sheet()]);
    expect(document.querySelector('[data-printed]')).toBeNull();
    expect(document.documentElement.dataset.printing).toBeUndefined();
    expect(onPrintInTab).not.toHaveBeenCalled();
  });

  test('where the sidebar cannot print, the same sheet is handed to a tab', () => {
    const { onPrintInTab } = show();
    window.print = vi.fn();
    fireEvent.click(screen.getByRole('radio', { name: 'Español' }));
    fireEvent.click(screen.getByRole('button', { name: 'Print this sheet' }));
    expect(onPrintInTab).toHaveBeenCalledWith(patientHandout(context, 'es'));
    expect(document.querySelector('[data-printed]')).toBeNull();
  });
});

test('in a Spanish browser everything around the sheet is Spanish, and is marked as Spanish', async () => {
  setBrowserLanguage('es');
  const { sheet } = show();
  const around = screen.getByRole('region', { name: 'Hoja para el paciente' });
  expect(around.getAttribute('lang')).toBe('es');
  expect(screen.getByRole('group', { name: 'Idioma de la hoja' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Copiar como texto' }));
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Copiado tal como se muestra.'));
  const besides = [...around.children].filter((child) => child !== sheet());
  const words = besides.map((child) => child.textContent).join(' ');
  expect(words).not.toMatch(/\b(?:the|sheet|copy|print|language|read)\b/i);
});
