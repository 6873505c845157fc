import type { Card, Option } from '../../rules/outcome.ts';
import { frequencyText, perBsaText } from '../../rules/quantity-text.ts';
import { Fold } from '../Fold.tsx';
import { unbroken } from '../unbroken.tsx';
import { t } from '../words.ts';
import { AdviceCard } from './AdviceCard.tsx';
import { offerInWords, verificationInWords } from './action-words.ts';
import { ownOptions, sourceIdOf, sourceName } from './dose-cards.ts';
import './SourceComparison.css';

interface SourceComparisonProps {
  /** the dose cards, one a source; the first is the headline and stands above */
  cards: Card[];
  /** the card that says where they agree and why not */
  comparison: Card;
}

/** What each source offers for this very order, side by side, and the known reasons why they differ. */
export function SourceComparison({ cards, comparison }: SourceComparisonProps) {
  return (
    <figure className="source-comparison" data-rule={comparison.rule}>
      <figcaption>{unbroken(comparison.summary)}</figcaption>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('comparison.source')}</th>
            <th scope="col">{t('comparison.offers')}</th>
            <th scope="col">{t('comparison.restart')}</th>
          </tr>
        </thead>
        <tbody>
          {cards.map((card) => (
            <tr key={card.rule}>
              <th scope="row">
                {sourceName(sourceIdOf(card))}
                <span className="checked-how">{verificationInWords(verificationOf(card))}</span>
              </th>
              <td>{unbroken(ownOptions(card).map(offerOf).join(t('advice.or')) || t('comparison.noRow'))}</td>
              <td>{unbroken(restartOf(card) ?? t('comparison.noRestart'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Fold title={t('comparison.why')}>
        {() => (
          <>
            <p className="advice-detail">{unbroken(reasonsOf(comparison, cards))}</p>
            <div className="advice-group">
              {cards.slice(1).map((card) => (
                <AdviceCard key={card.rule} card={card} />
              ))}
            </div>
          </>
        )}
      </Fold>
    </figure>
  );
}

function offerOf({ action, dosePerBsa, frequency }: Option): string {
  const dose = dosePerBsa === undefined || action === 'already-met' ? [] : [perBsaText(dosePerBsa)];
  const often = frequency === undefined || action === 'already-met' ? [] : [frequencyText(frequency)];
  const what = [...dose, ...often].join(' ');
  const verb = offerInWords(action);
  return what === '' ? verb : `${verb} ${what}`;
}

function restartOf(card: Card): string | undefined {
  return ownOptions(card).find(({ restartWhen }) => restartWhen !== undefined)?.restartWhen;
}

function verificationOf(card: Card) {
  return ownOptions(card)[0]?.verification ?? 'unverified';
}

/** The lines of the comparison that are reasons; the answers themselves stand in the table. */
function reasonsOf(comparison: Card, cards: Card[]): string {
  const answers = cards.map((card) => `${sourceName(sourceIdOf(card))}: `);
  const lines = comparison.detail.split('\n');
  const reasons = lines.filter((line) => !answers.some((answer) => line.startsWith(answer)));
  return reasons.join('\n') || t('comparison.agree');
}
