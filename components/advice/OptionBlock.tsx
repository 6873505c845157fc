import type { Option } from '../../rules/outcome.ts';
import { quantity } from '../../rules/quantity-text.ts';
import { valueInWords } from '../reading/reading-words.ts';
import { unbroken } from '../unbroken.tsx';
import { t } from '../words.ts';

/** One option with its numbers for this patient, as far as they could be calculated. */
export function OptionBlock({ option }: { option: Option }) {
  const dose = [
    option.dosePerBsa !== undefined ? valueInWords('dosePerBsa', option.dosePerBsa) : null,
    option.frequency !== undefined ? valueInWords('frequency', option.frequency) : null,
  ].filter((part) => part !== null);
  const amounts = [
    option.doseMg !== undefined ? valueInWords('doseMg', option.doseMg) : null,
    option.volumeMl !== undefined && option.concentrationMgMl !== undefined
      ? t('advice.volume', {
          volume: quantity(option.volumeMl, 'mL'),
          concentration: quantity(option.concentrationMgMl, 'mg/mL'),
        })
      : null,
    option.changePercent !== undefined && option.changePercent < 0
      ? t('advice.change', { percent: quantity(option.changePercent, '%', 1) })
      : null,
  ].filter((part) => part !== null);
  return (
    <div className="advice-option">
      {/* The label says in words what the numbers say; without numbers it stands for itself. */}
      {dose.length > 0 ? (
        <span className="numbers">{unbroken(dose.join(' '))}</span>
      ) : (
        <span>{unbroken(option.label)}</span>
      )}
      {amounts.length > 0 && <span>{unbroken(amounts.join(' · '))}</span>}
      {option.restartWhen && (
        <span className="small">{unbroken(t('advice.restart', { when: option.restartWhen }))}</span>
      )}
    </div>
  );
}
