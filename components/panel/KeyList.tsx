import { t } from '../words.ts';
import { KEYS } from './keys.ts';
import './KeyList.css';

/** Every key of the panel and what it does; the first one works in the page as well. */
export function KeyList() {
  return (
    <dl className="key-list">
      <div>
        <dt>
          <kbd>{t('keys.read.key')}</kbd>
        </dt>
        <dd>{t('keys.read.does')}</dd>
      </div>
      {KEYS.map(([letter, place]) => (
        <div key={letter}>
          <dt>
            <kbd>{t('keys.withAlt', { letter })}</kbd>
          </dt>
          <dd>{t(`keys.${place}`)}</dd>
        </div>
      ))}
      <div>
        <dt>
          <kbd>{t('keys.move.key')}</kbd>
        </dt>
        <dd>{t('keys.move.does')}</dd>
      </div>
    </dl>
  );
}
