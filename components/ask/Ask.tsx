import { useEffect, useId, useState } from 'react';
import type { Answer } from '../../rules/answers.ts';
import { SourceLine } from '../advice/SourceLine.tsx';
import { unbroken } from '../unbroken.tsx';
import { t } from '../words.ts';
import '../advice/AdviceCard.css';
import './Ask.css';

type Search = (question: string) => Answer[];

/** The search with what it finds; loaded at the first question. */
const load = () => import('./answer-search.ts');

/** Full-text search over the statements, sources and the glossary. The question lives in this field and nowhere else. */
export function Ask() {
  const [question, setQuestion] = useState('');
  const [search, setSearch] = useState<Search | null>(null);
  const field = useId();
  const hint = useId();
  const asked = question.trim() !== '';
  const found = asked && search !== null ? search(question) : null;
  useEffect(() => {
    if (asked && search === null) void load().then(({ findAnswers }) => setSearch(() => findAnswers));
  }, [asked, search]);
  return (
    <section className="panel-section ask" aria-label={t('ask.title')}>
      <h2>{t('ask.title')}</h2>
      <search className="ask-field">
        <label htmlFor={field}>{t('ask.label')}</label>
        <input
          id={field}
          type="text"
          data-key="ask"
          aria-keyshortcuts="Alt+A"
          value={question}
          maxLength={200}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          aria-describedby={hint}
          onFocus={() => void load()}
          onChange={(event) => setQuestion(event.target.value)}
        />
        <p id={hint} className="small muted">
          {t('ask.hint')}
        </p>
      </search>
      <p role="status" className={found?.length === 0 ? undefined : 'visually-hidden'}>
        {found !== null && (found.length === 0 ? t('ask.nothing') : t('ask.found', { count: found.length }))}
      </p>
      {found !== null && found.length > 0 && (
        <ol className="ask-answers">
          {found.map((answer) => (
            <li key={answer.id}>
              <AnswerText answer={answer} />
            </li>
          ))}
        </ol>
      )}
      {asked && (
        <button type="button" className="button quiet" onClick={() => setQuestion('')}>
          {t('ask.clear')}
        </button>
      )}
    </section>
  );
}

/** A statement as it stands in the rules, with where it comes from and how far that was checked. */
function AnswerText({ answer: { title, text, sources } }: { answer: Answer }) {
  return (
    <article className="ask-answer">
      <h3>{unbroken(title)}</h3>
      {text !== '' && <p>{unbroken(text)}</p>}
      <ul>
        {sources.map((source) => (
          <li key={`${source.id} ${source.section ?? ''} ${source.verification}`} className="small">
            <SourceLine {...source} />
          </li>
        ))}
      </ul>
    </article>
  );
}
