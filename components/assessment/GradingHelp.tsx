import { useState } from 'react';
import type { Scale } from '../../rules/clinical-context.ts';
import { type GradingAnswers, type GradingQuestion, gradingQuestions, proposeGrade } from '../../rules/grading-help.ts';
import { t } from '../words.ts';
import './GradingHelp.css';

interface GradingHelpProps {
  scale: Scale;
  onUse(grade: 0 | 1 | 2 | 3 | 4): void;
}

/** The question path. It proposes a grade and says why; only pressing the button makes it the answer. */
export function GradingHelp({ scale, onUse }: GradingHelpProps) {
  const [answers, setAnswers] = useState<GradingAnswers>({});
  const proposal = proposeGrade(scale, answers);
  return (
    <details className="grading-help">
      <summary>{t('grading.title')}</summary>
      {gradingQuestions(scale).map((question) => (
        <YesNo
          key={question.id}
          question={question}
          answer={answers[question.id]}
          onAnswer={(yes) => setAnswers({ ...answers, [question.id]: yes })}
        />
      ))}
      {proposal.kind === 'proposed' ? (
        <p className="grading-proposal">
          <span>
            <strong>{t('grading.proposed', { scale, grade: proposal.grade })}</strong>,{' '}
            {proposal.because
              ? t('grading.because', { question: proposal.because.question.toLowerCase() })
              : t('grading.allNo')}
          </span>
          <button type="button" className="button" onClick={() => onUse(proposal.grade)}>
            {t('grading.use', { grade: proposal.grade })}
          </button>
        </p>
      ) : (
        <p className="small muted">{t('grading.more', proposal.unanswered.length)}</p>
      )}
    </details>
  );
}

interface YesNoProps {
  question: GradingQuestion;
  answer: boolean | undefined;
  onAnswer(yes: boolean): void;
}

function YesNo({ question, answer, onAnswer }: YesNoProps) {
  return (
    <fieldset className="yes-no">
      <legend>
        {question.question} <span className="muted">{t('grading.examples', { examples: question.examples })}</span>
      </legend>
      {[true, false].map((value) => (
        <label key={String(value)}>
          <input
            type="radio"
            name={`grading-${question.id}`}
            checked={answer === value}
            onChange={() => onAnswer(value)}
          />
          {t(value ? 'assessment.answer.yes' : 'assessment.answer.no')}
        </label>
      ))}
    </fieldset>
  );
}
