import { useId, useState } from 'react';
import type { Fault } from '../../rules/index.ts';
import { type Copied, copiedInWords } from '../take-away/copied-words.ts';
import { t } from '../words.ts';

interface MappingTextProps {
  text: string;
  faults: readonly Fault[];
  /** words of the patient on the screen that stand in the mapping */
  patientWords: readonly string[];
  canTest: boolean;
  onText(text: string): void;
  onImport(file: File): void;
  onTest(): void;
  onCopy(text: string): Promise<boolean>;
}

/** The mapping as it will be delivered: to be read, corrected by hand, tested and taken away. */
export function MappingText(props: MappingTextProps) {
  const { text, faults, patientWords, canTest, onText, onImport, onTest, onCopy } = props;
  const [copied, setCopied] = useState<Copied>('no');
  const id = useId();
  const sound = faults.length === 0 && patientWords.length === 0 && text !== '';
  return (
    <section className="mapping-step" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('mapping.text.title')}</h2>
      <p>{t('mapping.text.how')}</p>
      <p>
        <label>
          {t('mapping.text.import')}{' '}
          <input
            type="file"
            accept=".json,application/json"
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file) onImport(file);
            }}
          />
        </label>
      </p>
      <label htmlFor={`${id}-text`}>{t('mapping.text.label')}</label>
      <textarea
        id={`${id}-text`}
        rows={18}
        spellCheck={false}
        value={text}
        aria-invalid={!sound && text !== ''}
        aria-describedby={`${id}-faults`}
        onChange={(event) => {
          setCopied('no');
          onText(event.target.value);
        }}
      />
      <div id={`${id}-faults`} role="status">
        {text !== '' && faults.length > 0 && (
          <ul className="mapping-fault">
            {faults.map(({ path, reason }) => (
              <li key={`${path} ${reason}`}>
                <code>{path}</code> {reason}
              </li>
            ))}
          </ul>
        )}
        {patientWords.length > 0 && (
          <p className="mapping-fault">{t('mapping.text.patient', { words: patientWords.join(', ') })}</p>
        )}
        {sound && <p>{t('mapping.text.sound')}</p>}
      </div>
      <p className="mapping-actions">
        <button type="button" className="button" disabled={!canTest || faults.length > 0} onClick={onTest}>
          {t('mapping.text.test')}
        </button>
        <button
          type="button"
          className="button"
          disabled={!sound}
          onClick={() => void onCopy(text).then((done) => setCopied(done ? 'yes' : 'failed'))}
        >
          {t('mapping.text.copy')}
        </button>
        <span role="status">{copiedInWords(copied)}</span>
      </p>
    </section>
  );
}
