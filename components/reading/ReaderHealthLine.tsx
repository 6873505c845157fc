import type { ReaderHealth } from '../../content-scripts/collect/named-field.ts';
import { t } from '../words.ts';
import './ReaderHealthLine.css';

/** What became of the adapters and mappings for this page: which parts match, and which no longer do. */
export function ReaderHealthLine({ health }: { health: readonly ReaderHealth[] }) {
  return health.map(({ mapping, name, page, state, matched, missing }) => {
    const well = state === 'applied' && missing.length === 0;
    const line =
      state === 'stepped-aside'
        ? t('health.steppedAside', { name, page })
        : well
          ? t('health.matches', { name, page })
          : t('health.partly', { name, page });
    return (
      <details key={`${mapping} ${page}`} className={`reader-health${well ? '' : ' not-well'}`}>
        <summary>{line}</summary>
        {matched.length > 0 && <p>{t('health.matched', { parts: matched.join(', ') })}</p>}
        {missing.length > 0 && <p>{t('health.missing')}</p>}
        <ul>
          {missing.map((part) => (
            <li key={part} dir="auto">
              {part}
            </li>
          ))}
        </ul>
      </details>
    );
  });
}
