/** Safe expression where it shows: I8, I9, I12, I14 and I15. The wording itself is tested with the rules and the locales. */

import { afterEach, describe, expect, test, vi } from 'vitest';
import { Advice } from '../../components/advice/Advice.tsx';
import { DrugLine } from '../../components/reading/DrugLine.tsx';
import { ReadingRow, shortened } from '../../components/reading/ReadingRow.tsx';
import { evaluate } from '../../rules/index.ts';
import { orderReading, read } from '../entrypoints/frame-readings.ts';
import { cleanup, render, screen, unfoldAll, within } from './render.ts';

afterEach(cleanup);

const plain = (text: string | null | undefined) => (text ?? '').replaceAll('\u00A0', ' ');

describe('the drug line (I6, I9, I13)', () => {
  test('the generic name in lower case, then DOSE, then the number with its unit, together and emphasised', () => {
    render(<DrugLine order={orderReading({ dosePerBsa: read(1.3), doseMg: read(2.34) })} entered={{}} />);
    expect(screen.getByText('bortezomib')).toBeTruthy();
    const doses = [...document.querySelectorAll('.dose')].map((dose) => dose.textContent);
    expect(doses).toEqual(['1.3\u00A0mg/m²', '2.34\u00A0mg']);
    expect(document.querySelector('.dose-label')?.textContent).toBe('DOSE');
    expect(document.querySelector('.dose-label')?.nextElementSibling?.className).toBe('dose');
  });
});

test('a shortened text ends between words: no name or number is cut (I8)', () => {
  const text = 'bortezomib 1.3 mg/m² subcutaneous on days 1, 4, 8 and 11 with dexamethasone 20 mg';
  for (let limit = 1; limit <= text.length + 2; limit += 1) {
    const short = shortened(text, limit);
    expect(short.length).toBeLessThanOrEqual(Math.max(limit, 1));
    if (short === text) continue;
    expect(short.endsWith('…')).toBe(true);
    const kept = short.slice(0, -1).trimEnd();
    expect(`${text} `.startsWith(`${kept}${kept === '' ? '' : ' '}`), short).toBe(true);
  }
});

describe('the advice', () => {
  const show = (order: object) => {
    const evaluation = evaluate({
      order: { drug: 'bortezomib', dosePerBsa: 1.3, doseMg: 2.34, frequency: 'twice-weekly', ...order },
      assessment: { scale: 'CTCAE 5.0', sensoryGrade: 2, pain: true },
      patient: { heightCm: 170, weightKg: 70 },
    });
    render(<Advice evaluation={evaluation} orderedDose={1.3} answers={{ scale: 'CTCAE 5.0' }} onAnswer={vi.fn()} />);
  };

  test('mg/m² and mg stand together, with the body surface area and its formula (I12)', () => {
    show({ route: 'SC', doseMg: undefined });
    const headline = document.querySelector('[data-rule="dose-modification/us-pi"]');
    const text = plain(headline?.textContent);
    expect(text).toMatch(/0\.7 mg\/m²/);
    expect(text).toMatch(/\d(?:\.\d+)? mg(?!\/)/);
    expect(text).toMatch(/body surface area: 1\.82 m², calculated from height and weight \(Mosteller\)/);
  });

  test('the concentration of the route stands beside the volume, in words of the route (I5, I15)', () => {
    show({ route: 'SC' });
    expect(plain(screen.getByRole('region', { name: 'Advice' }).textContent)).toContain('at 2.5 mg/mL');
    cleanup();
    show({ route: 'IV' });
    expect(plain(screen.getByRole('region', { name: 'Advice' }).textContent)).toContain('at 1 mg/mL');
  });

  test('any other route is answered with the warning that it is fatal (H26, I15)', () => {
    show({ route: 'intrathecal' });
    unfoldAll();
    expect(screen.getByRole('region', { name: 'Advice' }).textContent).toMatch(/fatal/i);
  });
});

test("the page's own words stand in quotes and apart from the value, whatever zeros they have (I14)", () => {
  const order = orderReading({ dosePerBsa: { ...read(1), text: '1.0 mg/m2' } as ReturnType<typeof read<number>> });
  render(
    <dl>
      <ReadingRow field="dosePerBsa" reading={order.dosePerBsa} page={{ outline: vi.fn(), scrollTo: vi.fn() }} />
    </dl>,
  );
  const row = within(document.querySelector('.reading-row') as HTMLElement);
  expect(row.getByText('1 mg/m²').closest('.value')?.textContent).toBe('1\u00A0mg/m²');
  expect(row.getByText('“1.0 mg/m2”').className).toBe('source-text');
});
