/** What became of a press of a copy button. */
export type Copied = 'no' | 'yes' | 'failed';

export const COPIED_WORDS: Record<Copied, string> = {
  no: '',
  yes: 'Copied, exactly as shown.',
  failed: 'The browser did not allow copying; the text can be selected and copied by hand.',
};
