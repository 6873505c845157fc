import type { AssessmentAnswers } from './Assessment.tsx';
import { Choice } from './Choice.tsx';
import type { Question } from './questions.ts';

interface SmallQuestionProps {
  question: Question;
  /** where else the question is asked; absent where it belongs, which is where its name leads */
  elsewhere?: string;
  answers: AssessmentAnswers;
  onAnswer(answers: Partial<AssessmentAnswers>): void;
}

/** One short question; the same wherever it is asked. */
export function SmallQuestion({ question, elsewhere, answers, onAnswer }: SmallQuestionProps) {
  const { id, input, title, choices, chosen, letter } = question;
  const isHome = elsewhere === undefined;
  return (
    <fieldset
      className={choices.length > 2 ? 'stacked' : undefined}
      data-input={isHome ? input : undefined}
      data-key={isHome ? id : undefined}
      aria-keyshortcuts={isHome && letter ? `Alt+${letter}` : undefined}
    >
      <legend>{title()}</legend>
      <div className={choices.length > 2 ? undefined : 'pair'}>
        {choices.map(({ value, words, answer }) => (
          <Choice
            key={value}
            name={isHome ? id : `${id}-${elsewhere}`}
            value={value}
            checked={chosen(answers) === value}
            onChoose={() => onAnswer(answer)}
          >
            {words()}
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}
