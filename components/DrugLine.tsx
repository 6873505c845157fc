import type { OrderReading } from '../content-scripts/page-reading.ts';
import { valueInWords } from './reading-words.ts';
import './DrugLine.css';

/** The order as one medication line: generic name, DOSE with its unit, route, how often. Missing parts are named. */
export function DrugLine({ order }: { order: OrderReading }) {
  const { dosePerBsa, doseMg, route, days, cycleLengthDays, frequency, regimen, status } = order;
  const cycle = cycleLengthDays.status === 'read' ? ` of a ${cycleLengthDays.value}-day cycle` : '';
  const rest = [
    route.status === 'read' ? valueInWords('route', route.value) : 'route not read',
    days.status === 'read' ? `days ${valueInWords('days', days.value)}${cycle}` : null,
    frequency.status === 'read' ? valueInWords('frequency', frequency.value) : null,
    regimen.status === 'read' ? regimen.value : null,
    status.status === 'read' ? status.value : 'status not read',
  ].filter((part) => part !== null);
  return (
    <div className="drug-line">
      <span className="drug">bortezomib</span>
      <span>
        <span className="dose-label">DOSE </span>
        <span className="dose">
          {dosePerBsa.status === 'read' ? valueInWords('dosePerBsa', dosePerBsa.value) : 'per m² not read'}
        </span>
        {doseMg.status === 'read' && (
          <>
            {' · '}
            <span className="dose">{valueInWords('doseMg', doseMg.value)}</span>
          </>
        )}
      </span>
      <span>{rest.join(' · ')}</span>
    </div>
  );
}
