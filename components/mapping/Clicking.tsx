import type { NoProposal } from '../../mapping/draft.ts';
import { asKey, t } from '../words.ts';
import { type ClickedField, fieldInWords } from './words.ts';

/** How far the clicking has come. */
export interface ClickingState {
  fields: readonly ClickedField[];
  /** the field that is waited for */
  at: number;
  /** what was clicked so far; skipped fields have no text */
  clicked: readonly { field: ClickedField; text: string | null }[];
}

/** What is waited for on the page, and what was clicked. The texts are shown here and kept nowhere. */
export function Clicking({ fields, at, clicked, onStop }: ClickingState & { onStop(): void }) {
  const field = fields[at];
  return (
    <section className="mapping-step" aria-label={t('mapping.clicking.title')}>
      <p role="status">
        {field && t('mapping.clicking.waiting', { field: fieldInWords(field), at: at + 1, count: fields.length })}
      </p>
      <ul>
        {clicked.map(({ field: one, text }) => (
          <li key={one}>
            {fieldInWords(one)}: {text === null ? t('mapping.clicking.skipped') : t('reading.quoted', { text })}
          </li>
        ))}
      </ul>
      <p>
        <button type="button" className="button" onClick={onStop}>
          {t('mapping.clicking.stop')}
        </button>
      </p>
    </section>
  );
}

/** Why nothing could be made of what was clicked. */
export function NoPart({ fault, role }: NoProposal) {
  return (
    <p role="alert" className="mapping-fault">
      {t(`mapping.fault.${asKey(fault)}`)} {role && fieldInWords(role as ClickedField)}
    </p>
  );
}
