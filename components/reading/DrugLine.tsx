import type { OrderReading, Reading } from '../../content-scripts/page-reading.ts';
import { unbroken } from '../unbroken.tsx';
import { t } from '../words.ts';
import type { EnteredValues } from './entered-values.ts';
import { type FieldName, valueInWords } from './reading-words.ts';
import './DrugLine.css';

interface DrugLineProps {
  order: OrderReading;
  entered: EnteredValues;
}

/** The order as one medication line: generic name, DOSE with its unit, route, how often. Missing parts are named. */
export function DrugLine({ order, entered }: DrugLineProps) {
  const { dosePerBsa, doseMg, route, days, cycleLengthDays, frequency, regimen, status } = order;
  const rest = [
    wordsOf('route', route, entered.route) ?? t('drugLine.routeNotRead'),
    days.status === 'read' ? daysInWords(days.value, cycleLengthDays) : null,
    wordsOf('frequency', frequency, entered.frequency),
    regimen.status === 'read' ? regimen.value : null,
    wordsOf('status', status, undefined) ?? t('drugLine.statusNotRead'),
  ].filter((part) => part !== null);
  const mg = wordsOf('doseMg', doseMg, entered.doseMg);
  const byHand = Object.values(entered).some((value) => value !== undefined);
  return (
    <div className="drug-line">
      <span className="drug">{t('drugLine.drug')}</span>
      <span>
        <span className="dose-label">{t('drugLine.dose')}</span>{' '}
        <span className="dose">
          {wordsOf('dosePerBsa', dosePerBsa, entered.dosePerBsa) ?? t('drugLine.doseNotRead')}
        </span>
        {mg && (
          <>
            {' · '}
            <span className="dose">{mg}</span>
          </>
        )}
      </span>
      <span>{unbroken(rest.join(' · '))}</span>
      {byHand && <span className="by-hand">{t('drugLine.byHand')}</span>}
    </div>
  );
}

function daysInWords(days: number[], cycleLengthDays: Reading<number>): string {
  const list = valueInWords('days', days);
  return cycleLengthDays.status === 'read'
    ? t('drugLine.daysOfCycle', { days: list, length: cycleLengthDays.value })
    : t('drugLine.days', { days: list });
}

/** What was entered goes before what was read, and says that it was entered. */
function wordsOf(field: FieldName, reading: Reading<unknown>, entered: unknown): string | null {
  if (entered !== undefined) return t('drugLine.entered', { value: valueInWords(field, entered) });
  return reading.status === 'read' ? valueInWords(field, reading.value) : null;
}
