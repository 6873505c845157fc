import type { Ignored, Reading, Unreadable } from '../../content-scripts/page-reading.ts';
import { asKey, t } from '../words.ts';
import { LeftOutList } from './LeftOutList.tsx';
import type { FieldName } from './reading-words.ts';
import { UnreadParts } from './UnreadParts.tsx';
import './NotRead.css';

interface NotReadProps {
  missing: { field: FieldName; reading: Reading<unknown> }[];
  ignored: Ignored[];
  unreadable: Unreadable[];
}

/** What was not found, what was left out and why, and which parts of the page stayed unread. */
export function NotRead({ missing, ignored, unreadable }: NotReadProps) {
  const gaps = missing.flatMap(({ field, reading }) => (reading.status === 'read' ? [] : [{ field, gap: reading }]));
  const plainlyAbsent = gaps.filter(({ gap }) => gap.status === 'not-found' && !gap.reason);
  const withReason = gaps.filter(({ gap }) => gap.status !== 'not-found' || gap.reason);
  return (
    <div className="not-read">
      <UnreadParts parts={unreadable} />
      {withReason.length > 0 && (
        <ul className="small">
          {withReason.map(({ field, gap }) => (
            <li key={field}>
              <strong>{t(`fields.${field}`)}</strong>: {gap.reason ?? t(`reading.missing.${asKey(gap.status)}`)}
              {gap.text && (
                <span className="muted" dir="auto">
                  {' '}
                  ({t('reading.quoted', { text: gap.text })})
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {plainlyAbsent.length > 0 && (
        <p className="small">
          <span className="muted">{t('reading.notFound')}</span>{' '}
          {plainlyAbsent.map(({ field }) => t(`fieldsInText.${field}`)).join(', ')}
        </p>
      )}
      {ignored.length > 0 && (
        <details>
          <summary>{t('reading.leftOut', { count: ignored.length })}</summary>
          <LeftOutList entries={ignored} />
        </details>
      )}
    </div>
  );
}
