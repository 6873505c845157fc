import { t } from '../words.ts';

/** What became of a press of a copy button. */
export type Copied = 'no' | 'yes' | 'failed';

/** The same in words; nothing before the press. */
export function copiedInWords(copied: Copied): string {
  return copied === 'no' ? '' : t(`copied.${copied}`);
}
