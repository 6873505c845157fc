import { useState } from 'react';
import type { ClinicalContext } from '../../rules/clinical-context.ts';
import { clinicalNote, type Choice as NoteChoice, optionsToChoose } from '../../rules/clinical-note.ts';
import type { Evaluation } from '../../rules/outcome.ts';
import { sourceName } from '../advice/dose-cards.ts';
import { Choice } from '../assessment/Choice.tsx';
import { unbroken } from '../unbroken.tsx';
import { t } from '../words.ts';
import { type Copied, copiedInWords } from './copied-words.ts';
import './Note.css';

interface NoteProps {
  context: ClinicalContext;
  evaluation: Evaluation;
  /** whose chart the note is for, in the page's own words; never part of the note */
  patientLabel: string | null;
  date: string;
  /** names of values that were entered by hand */
  byHand: string[];
  onCopy(text: string): Promise<boolean>;
}

/** The finished note: the clinician picks an option or says why none, sees the exact text, and copies it. */
export function Note({ context, evaluation, patientLabel, date, byHand, onCopy }: NoteProps) {
  const [picked, setPicked] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [copied, setCopied] = useState<Copied>('no');
  const options = optionsToChoose(evaluation);
  const note = clinicalNote({ context, evaluation, choice: choiceOf(picked, reason, options), date, byHand });
  const change = (next: () => void) => {
    setCopied('no');
    next();
  };
  return (
    <section className="panel-section note" aria-label={t('note.title')}>
      <h2>{t('note.title')}</h2>
      <fieldset data-key="note" aria-keyshortcuts="Alt+N">
        <legend>{t('note.decided')}</legend>
        {options.map((option, index) => (
          <Choice
            key={`${option.source} ${option.label}`}
            name="plan"
            value={String(index)}
            checked={picked === String(index)}
            onChoose={() => change(() => setPicked(String(index)))}
          >
            {unbroken(option.label)} <span className="muted">({sourceName(option.source)})</span>
          </Choice>
        ))}
        <Choice name="plan" value="none" checked={picked === 'none'} onChoose={() => change(() => setPicked('none'))}>
          {t('note.other')}
        </Choice>
        {picked === 'none' && (
          <label className="note-reason">
            {t('note.reason')}
            <input
              type="text"
              value={reason}
              maxLength={200}
              onChange={(event) => change(() => setReason(event.target.value))}
            />
          </label>
        )}
      </fieldset>
      <pre>{note}</pre>
      <p className="small">
        {t('note.forChart')} <strong dir="auto">{patientLabel ?? t('note.unconfirmed')}</strong>.{' '}
        {t('note.namesNobody')}
      </p>
      <div className="note-actions">
        <button
          type="button"
          className="button"
          onClick={() => void onCopy(note).then((done) => setCopied(done ? 'yes' : 'failed'))}
        >
          {t('note.copy')}
        </button>
        <span role="status">{copiedInWords(copied)}</span>
      </div>
    </section>
  );
}

function choiceOf(
  picked: string | null,
  reason: string,
  options: ReturnType<typeof optionsToChoose>,
): NoteChoice | null {
  if (picked === null) return null;
  if (picked === 'none') return { kind: 'none', reason };
  const option = options[Number(picked)];
  return option ? { kind: 'option', option } : null;
}
