/** A dose in words, with what is known of its mg and mL. */
import type { Option } from '../outcome.ts';
import { mgText, mlText, perBsaText } from '../quantity-text.ts';

/** '1 mg/m² (1.79 mg, 0.72 mL)' with as much of the bracket as is known */
export function doseText(option: Pick<Option, 'dosePerBsa' | 'doseMg' | 'volumeMl'>, withVolume = true): string {
  if (option.dosePerBsa === undefined) return '';
  const inBrackets = [];
  if (option.doseMg !== undefined) inBrackets.push(mgText(option.doseMg));
  if (withVolume && option.volumeMl !== undefined) inBrackets.push(mlText(option.volumeMl));
  const bracket = inBrackets.length > 0 ? ` (${inBrackets.join(', ')})` : '';
  return `${perBsaText(option.dosePerBsa)}${bracket}`;
}
