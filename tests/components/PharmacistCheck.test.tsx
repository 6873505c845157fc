import { afterEach, expect, test } from 'vitest';
import { PharmacistCheck } from '../../components/advice/PharmacistCheck.tsx';
import { type ClinicalContext, evaluate } from '../../rules/index.ts';
import { orderReading, read } from '../entrypoints/frame-readings.ts';
import { cleanup, render, screen, within } from './render.ts';

afterEach(cleanup);

const order: ClinicalContext['order'] = {
  drug: 'bortezomib',
  dosePerBsa: 1.3,
  doseMg: 2.34,
  route: 'SC',
  days: [1, 4, 8, 11],
  cycleLengthDays: 21,
  frequency: 'twice-weekly',
  regimen: 'VRd',
};

function step(name: string) {
  const item = screen.getByText(name).closest('li');
  if (!item) throw new Error(`no step ${name}`);
  return within(item);
}

test('ten steps in the order of an order check', () => {
  render(<PharmacistCheck order={orderReading()} patientLabel="Zzdemo" evaluation={evaluate({ order })} />);
  const titles = screen.getAllByRole('listitem').map((item) => item.querySelector('strong')?.textContent);
  expect(titles).toEqual([
    'Identity',
    'Regimen',
    'Cycle and day',
    'Interval',
    'Body surface area',
    'Dose',
    'Volume',
    'Route and product',
    'Liver and kidney',
    'Interactions and allergies',
  ]);
  expect(screen.getByText(/Second check by/)).toBeTruthy();
});

test('a step without a reading says that it was not checked, never that it is fine', () => {
  render(<PharmacistCheck order={orderReading()} patientLabel={null} evaluation={evaluate({ order })} />);
  for (const name of ['Identity', 'Cycle and day', 'Interval', 'Body surface area', 'Interactions and allergies']) {
    expect(step(name).getAllByText(/^Not checked/).length, name).toBeGreaterThan(0);
  }
});

test('ordered and calculated mg stand against each other', () => {
  const wrong = evaluate({ order: { ...order, doseMg: 2.8 }, patient: { bsaM2: 1.8 } });
  render(
    <PharmacistCheck
      order={orderReading({ cycle: read(3), cycleDay: read(8) })}
      patientLabel="Zzdemo"
      evaluation={wrong}
    />,
  );
  const finding = [...document.querySelectorAll('.finding')].find(({ textContent }) =>
    /2\.8.*2\.34/.test(textContent ?? ''),
  );
  expect(finding?.className).toMatch(/warning|critical/);
  expect(step('Cycle and day').getByText('cycle 3, day 8')).toBeTruthy();
});
