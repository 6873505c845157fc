import { useState } from 'react';
import { cdsHooksText } from '../../rules/cds-hooks.ts';
import type { Evaluation } from '../../rules/outcome.ts';
import { t } from '../words.ts';
import { type Copied, copiedInWords } from './copied-words.ts';
import './CdsHooksCopy.css';

interface CdsHooksCopyProps {
  evaluation: Evaluation;
  onCopy(text: string): Promise<boolean>;
}

/** The evaluation as CDS Hooks cards: the text is there to be seen, and copied as it stands. */
export function CdsHooksCopy({ evaluation, onCopy }: CdsHooksCopyProps) {
  const [copied, setCopied] = useState<Copied>('no');
  const text = cdsHooksText(evaluation);
  return (
    <section className="panel-section cds-hooks-copy" aria-label={t('structured.title')}>
      <h2>{t('structured.title')}</h2>
      <details>
        <summary>{t('structured.fold')}</summary>
        {/* It scrolls, so it can be reached with the keyboard. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be focusable (WCAG 2.1.1) */}
        <pre tabIndex={0}>{text}</pre>
      </details>
      <div className="cds-hooks-actions">
        <button
          type="button"
          className="button"
          onClick={() => void onCopy(text).then((done) => setCopied(done ? 'yes' : 'failed'))}
        >
          {t('structured.copy')}
        </button>
        <span role="status">{copiedInWords(copied)}</span>
      </div>
    </section>
  );
}
