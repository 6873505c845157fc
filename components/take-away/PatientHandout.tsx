import { useRef, useState } from 'react';
import type { ClinicalContext } from '../../rules/clinical-context.ts';
import { type Handout, handoutText, LANGUAGES, type Language, patientHandout } from '../../rules/patient-handout.ts';
import { Choice } from '../assessment/Choice.tsx';
import { t, type WordKey } from '../words.ts';
import type { Copied } from './copied-words.ts';
import { HandoutSheet } from './HandoutSheet.tsx';
import { printPart } from './print-part.ts';
import './PatientHandout.css';

interface PatientHandoutProps {
  /** decides which paragraphs are on the sheet; nothing of it is printed */
  context: ClinicalContext;
  onCopy(text: string): Promise<boolean>;
  /** Shows the sheet in a tab of its own, for browsers that do not print from the sidebar. */
  onPrintInTab(handout: Handout): void;
}

const LANGUAGE_NAMES = { en: 'handout.english', es: 'handout.spanish' } as const satisfies Record<Language, WordKey>;

/** The patient's sheet as it will be printed: one page, in the language that was chosen. */
export function PatientHandout({ context, onCopy, onPrintInTab }: PatientHandoutProps) {
  const [language, setLanguage] = useState<Language>('en');
  const [copied, setCopied] = useState<Copied>('no');
  const sheet = useRef<HTMLElement>(null);
  const handout = patientHandout(context, language);
  return (
    <section className="panel-section handout" lang={t('handout.language')} aria-label={t('handout.title')}>
      <h2>{t('handout.title')}</h2>
      <p className="small">{t('handout.hint')}</p>
      <fieldset className="handout-languages">
        <legend className="small">{t('handout.chooseLanguage')}</legend>
        {LANGUAGES.map((value) => (
          <Choice
            key={value}
            name="handoutLanguage"
            value={value}
            checked={value === language}
            onChoose={() => {
              setLanguage(value);
              setCopied('no');
            }}
          >
            <span lang={value}>{t(LANGUAGE_NAMES[value])}</span>
          </Choice>
        ))}
      </fieldset>
      <HandoutSheet handout={handout} ref={sheet} />
      <div className="handout-actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            if (!printPart(sheet.current)) onPrintInTab(handout);
          }}
        >
          {t('handout.print')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void onCopy(handoutText(handout)).then((done) => setCopied(done ? 'yes' : 'failed'))}
        >
          {t('handout.copy')}
        </button>
        <span role="status">{copied !== 'no' && t(copied === 'yes' ? 'handout.copied' : 'handout.copyFailed')}</span>
      </div>
    </section>
  );
}
