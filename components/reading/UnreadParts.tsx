import { createContext, useContext } from 'react';
import type { Unreadable } from '../../content-scripts/page-reading.ts';
import { asKey, t } from '../words.ts';
import './UnreadParts.css';

/**
 * Asks the browser's user whether a site may be read, by its origin; null where that is not to be asked: the site is not
 * on the organisation's list, or this package reads no other sites.
 */
export const AskForSite = createContext<(origin: string) => (() => void) | null>(() => null);

/** Parts of the page that stayed unread, each with what can be done about it. */
export function UnreadParts({ parts }: { parts: readonly Unreadable[] }) {
  const askFor = useContext(AskForSite);
  return parts.map(({ kind, label, origin }) => {
    const ask = origin === undefined ? null : askFor(origin);
    return (
      <div className="unreadable" key={`${kind} ${label}`}>
        <p>{t(`reading.unreadable.${asKey(kind)}`, { label })}</p>
        {ask && (
          <>
            <p className="small">{t('reading.otherSite.why', { site: origin ?? '' })}</p>
            <button type="button" className="button quiet" onClick={ask}>
              {t('reading.otherSite.allow')}
            </button>
          </>
        )}
      </div>
    );
  });
}
