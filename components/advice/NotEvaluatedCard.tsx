import type { NotEvaluated } from '../../rules/outcome.ts';
import type { AssessmentAnswers } from '../assessment/Assessment.tsx';
import { QUESTIONS } from '../assessment/questions.ts';
import { SmallQuestion } from '../assessment/SmallQuestion.tsx';
import { unbroken } from '../unbroken.tsx';
import { t } from '../words.ts';
import { InputLinks } from './InputLinks.tsx';
import { OptionBlock } from './OptionBlock.tsx';

interface NotEvaluatedCardProps {
  outcome: NotEvaluated;
  answers: AssessmentAnswers;
  onAnswer(answers: Partial<AssessmentAnswers>): void;
}

/**
 * A rule that waits for an input: what is missing, what would be said for each possible answer, and the question itself
 * where it is a short one; any other is a press away.
 */
export function NotEvaluatedCard({ outcome, answers, onAnswer }: NotEvaluatedCardProps) {
  const askedHere = QUESTIONS.filter(({ input }) => outcome.missing.includes(input));
  return (
    <article className="advice-card info" data-rule={outcome.rule}>
      <h3>{t('advice.notYet')}</h3>
      {outcome.missing.length > 0 && (
        <p>
          {t('advice.needed')} <InputLinks inputs={outcome.missing} />
        </p>
      )}
      {outcome.reason && <p className="small muted">{unbroken(outcome.reason)}</p>}
      {askedHere.map((question) => (
        <SmallQuestion
          key={question.input}
          question={question}
          elsewhere="advice"
          answers={answers}
          onAnswer={onAnswer}
        />
      ))}
      {outcome.branches?.map((branch) => (
        <div className="advice-branch" key={branch.when}>
          <p className="small">
            <strong>{t('advice.branch', { when: branch.when })}</strong> {unbroken(branch.summary)}
          </p>
          {branch.options.map((option) => (
            <OptionBlock key={`${option.action} ${option.label}`} option={option} />
          ))}
        </div>
      ))}
    </article>
  );
}
