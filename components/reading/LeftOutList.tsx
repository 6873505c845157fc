import type { Ignored } from '../../content-scripts/page-reading.ts';
import { t } from '../words.ts';

/** What names bortezomib or was read, but was not used, and why. */
export function LeftOutList({ entries }: { entries: Ignored[] }) {
  return (
    <ul className="small">
      {entries.map(({ text, reason }) => (
        <li key={`${text} ${reason}`} dir="auto">
          {t('reading.quotedWithReason', { text, reason })}
        </li>
      ))}
    </ul>
  );
}
