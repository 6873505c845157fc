import type { NotEvaluated } from '../../rules/outcome.ts';
import { t } from '../words.ts';
import { inputInWords } from './action-words.ts';
import { OptionBlock } from './OptionBlock.tsx';

/** A rule that waits for an input: what is missing, and what would be said for each possible answer. */
export function NotEvaluatedCard({ outcome }: { outcome: NotEvaluated }) {
  return (
    <article className="advice-card info" data-rule={outcome.rule}>
      <h3>{t('advice.notYet')}</h3>
      {outcome.missing.length > 0 && (
        <p>{t('advice.needed', { inputs: outcome.missing.map(inputInWords).join(', ') })}</p>
      )}
      {outcome.reason && <p className="small muted">{outcome.reason}</p>}
      {outcome.branches?.map((branch) => (
        <div className="advice-branch" key={branch.when}>
          <p className="small">
            <strong>{t('advice.branch', { when: branch.when })}</strong> {branch.summary}
          </p>
          {branch.options.map((option) => (
            <OptionBlock key={`${option.action} ${option.label}`} option={option} />
          ))}
        </div>
      ))}
    </article>
  );
}
