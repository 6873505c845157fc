import { useRef, useState } from 'react';
import type { ClinicalContext } from '../rules/clinical-context.ts';
import { handoutText, type Language, patientHandout } from '../rules/patient-handout.ts';
import { Choice } from './Choice.tsx';
import { COPIED_WORDS, type Copied } from './copied-words.ts';
import { printPart } from './print-part.ts';
import './PatientHandout.css';

interface PatientHandoutProps {
  /** decides which paragraphs are on the sheet; nothing of it is printed */
  context: ClinicalContext;
  onCopy(text: string): Promise<boolean>;
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
export function PatientHandout({ context, onCopy }: PatientHandoutProps) {
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
      <article className="handout-sheet" lang={language} ref={sheet} aria-label={handout.title}>
        <h3>{handout.title}</h3>
        {handout.sections.map(({ id, title, items }) => (
          <div key={id} className={`handout-part ${id}`}>
            <h4>{title}</h4>
            <ul>
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
            {id === 'call-at-once' && (
              <p className="handout-blanks">
                {handout.blanks.map((blank) => (
                  <span key={blank}>{blank}:</span>
                ))}
              </p>
            )}
          </div>
        ))}
        <p className="handout-foot">{handout.foot}</p>
      </article>
      <div className="handout-actions">
        <button type="button" className="button" onClick={() => printPart(sheet.current)}>
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
