import type { Action, Card } from '../../rules/outcome.ts';
import { unbroken } from '../unbroken.tsx';
import { t } from '../words.ts';
import { actionInWords, basisInWords } from './action-words.ts';
import { IndicatorSign } from './IndicatorSign.tsx';
import { OptionBlock } from './OptionBlock.tsx';
import { SourceLine } from './SourceLine.tsx';
import './AdviceCard.css';

/** One card: verdict first, then the options with their numbers, what it rests on, and the sources with their marks. */
export function AdviceCard({ card, headline = false }: { card: Card; headline?: boolean }) {
  const action: Action | undefined = card.options[0]?.action;
  return (
    <article
      className={`advice-card ${toneOf(card)}${headline ? ' headline' : ''}`}
      data-rule={card.rule}
      data-row={card.row}
    >
      <div className="advice-head">
        <IndicatorSign action={action ?? (card.indicator === 'critical' ? 'stop' : 'no-change')} />
        <div>
          {action && <span className="signal">{actionInWords(action)}</span>}
          <h3>{unbroken(card.summary)}</h3>
        </div>
      </div>
      {card.options.map((option) => (
        <OptionBlock key={`${option.source} ${option.action} ${option.label}`} option={option} />
      ))}
      {card.detail && <p className="advice-detail">{unbroken(card.detail)}</p>}
      {card.basis.length > 0 && (
        <p className="advice-basis">
          {unbroken(t('advice.because', { basis: card.basis.map(basisInWords).join(' · ') }))}
        </p>
      )}
      <ul>
        {card.sources.map((source) => (
          <li className="advice-source" key={`${source.id} ${source.section ?? ''}`}>
            <SourceLine {...source} />
          </li>
        ))}
      </ul>
    </article>
  );
}

/** Red is kept for stopping and for what outranks the dose; a hold wears the blue of a mandatory sign. */
function toneOf({ indicator, options }: Card): string {
  return options[0]?.action === 'withhold' ? 'hold' : indicator;
}
