import { DOSE_LADDER } from '../../rules/dose-calculation.ts';
import type { Card, Option } from '../../rules/outcome.ts';
import { frequencyText, perBsaText } from '../../rules/quantity-text.ts';
import { unbroken } from '../unbroken.tsx';
import { t } from '../words.ts';
import { actionInWords } from './action-words.ts';
import { ownOptions, sourceIdOf, sourceName } from './dose-cards.ts';
import './DoseLadder.css';

interface DoseLadderProps {
  /** mg/m², as read */
  orderedDose: number;
  /** the dose cards of the sources */
  cards: Card[];
}

interface Step {
  dose: number;
  ordered: boolean;
  sources: string[];
}

/**
 * The dose ladder as a picture: a step for each level from the order downwards, and which source goes where. Nothing
 * stands above the order. The steps are a list, so that the picture reads the same without being seen.
 */
export function DoseLadder({ orderedDose, cards }: DoseLadderProps) {
  const steps = stepsOf(orderedDose, cards);
  const stopping = cards.filter((card) => firstAction(card) === 'discontinue').map(nameOf);
  return (
    <figure className="dose-ladder">
      <figcaption className="small muted">{t('ladder.caption')}</figcaption>
      <ol className="ladder-steps">
        {steps.map((step) => (
          <li key={step.dose} className={step.ordered ? 'ordered' : undefined}>
            <span className="bar" style={{ blockSize: `${Math.round((step.dose / orderedDose) * 64)}px` }} />
            <span className="level">{unbroken(perBsaText(step.dose))}</span>
            <span className="who">
              {step.ordered && <strong>{t('ladder.thisOrder')}</strong>}
              {step.sources.map((source) => (
                <span key={source}>{source}</span>
              ))}
            </span>
          </li>
        ))}
        {stopping.length > 0 && (
          <li className="stop">
            <span className="bar" />
            <span className="level">{actionInWords('discontinue')}</span>
            <span className="who">
              {stopping.map((source) => (
                <span key={source}>{source}</span>
              ))}
            </span>
          </li>
        )}
      </ol>
    </figure>
  );
}

/** The order, the labelled levels below it, and every dose that a source names; highest first, none above the order. */
function stepsOf(orderedDose: number, cards: Card[]): Step[] {
  // A row that is already met goes nowhere from here.
  const named = cards.flatMap((card) =>
    ownOptions(card)
      .filter(({ action }) => action !== 'already-met')
      .map((option) => ({ card, option })),
  );
  const doses = new Set([orderedDose, ...DOSE_LADDER, ...named.flatMap(({ option }) => option.dosePerBsa ?? [])]);
  return [...doses]
    .filter((dose) => dose <= orderedDose)
    .sort((a, b) => b - a)
    .map((dose) => ({
      dose,
      ordered: dose === orderedDose,
      sources: named
        .filter(({ option }) => option.dosePerBsa === dose)
        .map(({ card, option }) => wordsOf(card, option)),
    }));
}

function wordsOf(card: Card, { action, frequency }: Option): string {
  const source = action === 'withhold' ? t('ladder.afterHold', { source: nameOf(card) }) : nameOf(card);
  return frequency === undefined ? source : t('ladder.often', { source, frequency: frequencyText(frequency) });
}

function nameOf(card: Card): string {
  return sourceName(sourceIdOf(card));
}

function firstAction(card: Card) {
  return card.options[0]?.action;
}
