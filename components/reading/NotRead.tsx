import type { Ignored, Reading, Unreadable } from '../../content-scripts/page-reading.ts';
import { WHY_MISSING } from './reading-words.ts';
import './NotRead.css';

interface NotReadProps {
  missing: { name: string; reading: Reading<unknown> }[];
  ignored: Ignored[];
  unreadable: Unreadable[];
}

const UNREADABLE_WORDS: Record<Unreadable['kind'], string> = {
  frame: 'A framed part of this page could not be read',
  'closed-shadow-root': 'A closed part of this page could not be read',
  canvas: 'A drawn area of this page could not be read',
  'embedded-document': 'An embedded document could not be read',
};

/** What was not found, what was left out and why, and which parts of the page stayed unread. */
export function NotRead({ missing, ignored, unreadable }: NotReadProps) {
  const gaps = missing.flatMap(({ name, reading }) => (reading.status === 'read' ? [] : [{ name, gap: reading }]));
  const plainlyAbsent = gaps.filter(({ gap }) => gap.status === 'not-found' && !gap.reason);
  const withReason = gaps.filter(({ gap }) => gap.status !== 'not-found' || gap.reason);
  return (
    <div className="not-read">
      {unreadable.map((area) => (
        <p className="unreadable" key={`${area.kind} ${area.label}`}>
          {UNREADABLE_WORDS[area.kind]}: {area.label}
        </p>
      ))}
      {withReason.length > 0 && (
        <ul className="small">
          {withReason.map(({ name, gap }) => (
            <li key={name}>
              <strong>{name}</strong>: {gap.reason ?? WHY_MISSING[gap.status]}
              {gap.text && <span className="muted"> (“{gap.text}”)</span>}
            </li>
          ))}
        </ul>
      )}
      {plainlyAbsent.length > 0 && (
        <p className="small">
          <span className="muted">Not found on this page: </span>
          {plainlyAbsent
            .map(({ name }) => name.toLowerCase().replace('hba1c', 'HbA1c').replace('b12', 'B12'))
            .join(', ')}
        </p>
      )}
      {ignored.length > 0 && (
        <details>
          <summary>Left out: {ignored.length}</summary>
          <ul className="small">
            {ignored.map((entry) => (
              <li key={`${entry.text} ${entry.reason}`}>
                “{entry.text}” <span className="muted">({entry.reason})</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
