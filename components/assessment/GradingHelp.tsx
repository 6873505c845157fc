import { useState } from 'react';
import type { Scale } from '../../rules/clinical-context.ts';
import { type GradingAnswers, type GradingQuestion, gradingQuestions, proposeGrade } from '../../rules/grading-help.ts';
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
      <summary>Help with grading</summary>
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
            {scale}: <strong>grade {proposal.grade}</strong>
            {proposal.because
              ? `, because: ${proposal.because.question.toLowerCase()}`
              : ', because every answer is no'}
          </span>
          <button type="button" className="button" onClick={() => onUse(proposal.grade)}>
            Use grade {proposal.grade}
          </button>
        </p>
      ) : (
        <p className="small muted">
          {proposal.unanswered.length === 1 ? '1 more answer' : `${proposal.unanswered.length} more answers`} until a
          grade can be proposed.
        </p>
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
        {question.question} <span className="muted">({question.examples})</span>
      </legend>
      {[true, false].map((value) => (
        <label key={String(value)}>
          <input
            type="radio"
            name={`grading-${question.id}`}
            checked={answer === value}
            onChange={() => onAnswer(value)}
          />
          {value ? 'Yes' : 'No'}
        </label>
      ))}
    </fieldset>
  );
}
