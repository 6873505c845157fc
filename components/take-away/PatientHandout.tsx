import { useRef, useState } from 'react';
import type { ClinicalContext } from '../../rules/clinical-context.ts';
import { type Handout, handoutText, type Language, patientHandout } from '../../rules/patient-handout.ts';
import { Choice } from '../assessment/Choice.tsx';
import { COPIED_WORDS, type Copied } from './copied-words.ts';
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

const WORDS = {
  title: 'Sheet for the patient',
  hint: 'Plain language, without doses or names. Read it before it is handed out: the text was not clinically reviewed.',
  language: 'Language of the sheet',
  print: 'Print this sheet',
  copy: 'Copy as text',
  languages: { en: 'English', es: 'Español' } satisfies Record<Language, string>,
};

/** The patient's sheet as it will be printed: one page, in the language that was chosen. */
export function PatientHandout({ context, onCopy, onPrintInTab }: PatientHandoutProps) {
  const [language, setLanguage] = useState<Language>('en');
  const [copied, setCopied] = useState<Copied>('no');
  const sheet = useRef<HTMLElement>(null);
  const handout = patientHandout(context, language);
  return (
    <section className="panel-section handout" aria-label={WORDS.title}>
      <h2>{WORDS.title}</h2>
      <p className="small">{WORDS.hint}</p>
      <fieldset className="handout-languages">
        <legend className="small">{WORDS.language}</legend>
        {(Object.keys(WORDS.languages) as Language[]).map((value) => (
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
            <span lang={value}>{WORDS.languages[value]}</span>
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
          {WORDS.print}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void onCopy(handoutText(handout)).then((done) => setCopied(done ? 'yes' : 'failed'))}
        >
          {WORDS.copy}
        </button>
        <span role="status">{COPIED_WORDS[copied]}</span>
      </div>
    </section>
  );
}
