/** The mapping mode's page: what can be pressed when, and what is said. */
import { afterEach, expect, test, vi } from 'vitest';
import { MappingMode } from '../../components/mapping/MappingMode.tsx';
import { cleanup, fireEvent, render, screen } from './render.ts';

afterEach(cleanup);

type Props = Parameters<typeof MappingMode>[0];

function show(changes: Partial<Props> = {}) {
  const props: Props = {
    tabs: [{ id: 7, title: 'Ward 7' }],
    chosen: 7,
    connection: 'connected',
    clicking: null,
    fault: null,
    text: '{}',
    faults: [],
    patientWords: [],
    reading: null,
    onLook: vi.fn(),
    onChoose: vi.fn(),
    onStart: vi.fn(),
    onStop: vi.fn(),
    onText: vi.fn(),
    onImport: vi.fn(),
    onTest: vi.fn(),
    onCopy: vi.fn(async () => true),
    ...changes,
  };
  render(<MappingMode {...props} />);
  return props;
}

const disabled = (name: string) => (screen.getByRole('button', { name }) as HTMLButtonElement).disabled;

test('an order in rows is asked for with its usual fields, the drug always among them', () => {
  const { onStart } = show();
  fireEvent.change(screen.getByRole('combobox', { name: 'Part of the page' }), { target: { value: 'rows' } });
  fireEvent.click(screen.getByRole('checkbox', { name: 'Status' }));
  expect((screen.getByRole('checkbox', { name: 'Drug' }) as HTMLInputElement).disabled).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Begin clicking' }));
  expect(onStart).toHaveBeenCalledWith({
    what: 'orders',
    name: 'Orders, one in each row',
    kind: 'rows',
    holds: 'orders',
    fields: ['drug', 'dosePerBsa', 'doseMg', 'route', 'days'],
  });
});

test('nothing can be clicked or tested before a tab is connected', () => {
  show({ connection: 'none' });
  expect(disabled('Begin clicking')).toBe(true);
  expect(disabled('Test on the page')).toBe(true);
  expect(disabled('Copy the mapping')).toBe(false);
});

test.each<[string, Partial<Props>]>([
  ['with a fault', { faults: [{ path: 'pages', reason: 'is missing' }] }],
  ['with a word of the patient', { patientWords: ['Zzdemo-Quartz'] }],
  ['without anything in it', { text: '' }],
])('a mapping %s cannot be taken away', (_, changes) => {
  show(changes);
  expect(disabled('Copy the mapping')).toBe(true);
});

test('what is waited for and what was clicked is told', () => {
  show({
    clicking: { fields: ['drug', 'route'], at: 1, clicked: [{ field: 'drug', text: 'Bortezomib' }] },
  });
  expect(screen.getByText('Go to the tab and click: Route (2 of 2)')).toBeTruthy();
  expect(screen.getByText('Drug: “Bortezomib”')).toBeTruthy();
});

test('why nothing was added is told, with the field', () => {
  show({ fault: { fault: 'no-selector', role: 'route' } });
  expect(screen.getByRole('alert').textContent).toMatch(/No selector was found.* Route/);
});
