import type { Old, Provenance, Reading } from '../../content-scripts/page-reading.ts';
import { unbroken } from '../unbroken.tsx';
import { t } from '../words.ts';
import { type FieldName, valueInWords } from './reading-words.ts';
import './ReadingRow.css';

/** Points at the text on the page that a value was read from; null points at nothing. */
export interface PointAtPage {
  outline(from: Provenance | null): void;
  scrollTo(from: Provenance): void;
}

interface ReadingRowProps {
  field: FieldName;
  reading: Reading<unknown>;
  page: PointAtPage;
}

/** One value that was read, with the page's own text and a way to see where it stands. */
export function ReadingRow({ field, reading, page }: ReadingRowProps) {
  if (reading.status !== 'read') return null;
  const value = valueInWords(field, reading.value);
  return (
    <div className="reading-row">
      <dt>{t(`fields.${field}`)}</dt>
      <dd>
        <span className="value">{unbroken(value)}</span>
        {reading.old && <span className="old-value">{oldInWords(reading.old)}</span>}
        {reading.text.trim() !== value && (
          <span className="source-text" dir="auto">
            {t('reading.quoted', { text: shortened(reading.text) })}
          </span>
        )}
      </dd>
      <dd>
        <ShowOnPage name={t(`fields.${field}`)} from={reading.from} page={page} />
      </dd>
    </div>
  );
}

/** The date of an old result, in the words of the browser's language. */
function oldInWords({ date, days }: Old): string {
  const written = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(date));
  return t('reading.old', { date: written, days });
}

/** Outlines the text on the page while it has the pointer or the focus, and scrolls to it when chosen. */
export function ShowOnPage({ name, from, page }: { name: string; from: Provenance; page: PointAtPage }) {
  return (
    <button
      type="button"
      className="button quiet small"
      aria-label={t('reading.showWhat', { name })}
      onClick={() => page.scrollTo(from)}
      onMouseEnter={() => page.outline(from)}
      onMouseLeave={() => page.outline(null)}
      onFocus={() => page.outline(from)}
      onBlur={() => page.outline(null)}
    >
      {t('reading.show')}
    </button>
  );
}

/** One line of at most `limit` characters, ended between two words: a name or a number is shown whole or not at all (I8). */
export function shortened(text: string, limit = 110): string {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  if (oneLine.length <= limit) return oneLine;
  const end = oneLine.lastIndexOf(' ', limit - 2);
  return end <= 0 ? '…' : `${oneLine.slice(0, end)} …`;
}
