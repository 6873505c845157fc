import type { OrderReading, Reading } from '../../content-scripts/page-reading.ts';
import type { EnteredValues } from './entered-values.ts';
import { valueInWords } from './reading-words.ts';
import './DrugLine.css';

interface DrugLineProps {
  order: OrderReading;
  entered: EnteredValues;
}

/** The order as one medication line: generic name, DOSE with its unit, route, how often. Missing parts are named. */
export function DrugLine({ order, entered }: DrugLineProps) {
  const { dosePerBsa, doseMg, route, days, cycleLengthDays, frequency, regimen, status } = order;
  const cycle = cycleLengthDays.status === 'read' ? ` of a ${cycleLengthDays.value}-day cycle` : '';
  const rest = [
    wordsOf('route', route, entered.route) ?? 'route not read',
    days.status === 'read' ? `days ${valueInWords('days', days.value)}${cycle}` : null,
    wordsOf('frequency', frequency, entered.frequency),
    regimen.status === 'read' ? regimen.value : null,
    status.status === 'read' ? status.value : 'status not read',
  ].filter((part) => part !== null);
  const mg = wordsOf('doseMg', doseMg, entered.doseMg);
  const byHand = Object.values(entered).some((value) => value !== undefined);
  return (
    <div className="drug-line">
      <span className="drug">bortezomib</span>
      <span>
        <span className="dose-label">DOSE </span>
        <span className="dose">{wordsOf('dosePerBsa', dosePerBsa, entered.dosePerBsa) ?? 'per m² not read'}</span>
        {mg && (
          <>
            {' · '}
            <span className="dose">{mg}</span>
          </>
        )}
      </span>
      <span>{rest.join(' · ')}</span>
      {byHand && <span className="by-hand">Some values were entered by you, not read.</span>}
    </div>
  );
}

/** What was entered goes before what was read, and says that it was entered. */
function wordsOf(field: string, reading: Reading<unknown>, entered: unknown): string | null {
  if (entered !== undefined) return `${valueInWords(field, entered)} (entered)`;
  return reading.status === 'read' ? valueInWords(field, reading.value) : null;
}
