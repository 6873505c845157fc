import { useRef } from 'react';
import type { Card, Evaluation, NotEvaluated } from '../../rules/outcome.ts';
import type { AssessmentAnswers } from '../assessment/Assessment.tsx';
import { Fold } from '../Fold.tsx';
import { t, type WordKey } from '../words.ts';
import { AdviceCard } from './AdviceCard.tsx';
import { DoseLadder } from './DoseLadder.tsx';
import { cardsOf } from './dose-cards.ts';
import { InputLinks } from './InputLinks.tsx';
import { NotEvaluatedCard } from './NotEvaluatedCard.tsx';
import { RecoveryPlot } from './RecoveryPlot.tsx';
import { SourceComparison } from './SourceComparison.tsx';
import './Advice.css';

/** The source whose card is the headline; the others stand beside it. */
const PRIMARY_RULE = 'dose-modification/us-pi';
const DOSE_RULES = 'dose-modification/';
const COMPARISON_RULE = 'dose-modification/comparison';

/** What is wrong with the order itself, or with giving it to this patient; never behind a fold when it is critical. */
const STOPS: readonly string[] = ['dose-check/', 'interaction/', 'check/'];

/** Red flags, and every critical finding about the order: an intrathecal route, an overdose, a contraindication. */
const outranksTheDose = ({ rule, indicator }: Card): boolean =>
  rule.startsWith('red-flags/') || (indicator === 'critical' && STOPS.some((prefix) => rule.startsWith(prefix)));

interface AdviceProps {
  evaluation: Evaluation;
  /** mg/m², as read; without it there is no ladder to draw */
  orderedDose?: number;
  answers: AssessmentAnswers;
  onAnswer(answers: Partial<AssessmentAnswers>): void;
}

/** The evaluation as cards: what outranks the dose first, then the primary source, the other sources, and the rest. */
export function Advice({ evaluation, orderedDose, answers, onAnswer }: AdviceProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  /** The question that was answered goes with its card; whoever answered it stays with the advice. */
  const answerHere = (given: Partial<AssessmentAnswers>) => {
    onAnswer(given);
    heading.current?.focus();
  };
  const { outcomes } = evaluation;
  const primary = outcomes.find(({ rule }) => rule === PRIMARY_RULE);
  const cards = cardsOf(outcomes);
  const before = cards.filter(outranksTheDose);
  const comparison = outcomes.find(({ rule }) => rule === COMPARISON_RULE);
  const doseCards = cards.filter(({ rule }) => rule.startsWith(DOSE_RULES) && rule !== COMPARISON_RULE);
  const rest = cards.filter((card) => !card.rule.startsWith(DOSE_RULES) && !before.includes(card));
  const waiting = outcomes.filter((outcome): outcome is NotEvaluated => outcome.kind === 'not-evaluated');
  const waitingElsewhere = waiting.filter(({ rule }) => !rule.startsWith(DOSE_RULES));
  return (
    <section className="panel-section advice" aria-label={t('advice.label')} aria-live="polite">
      <h2 ref={heading} tabIndex={-1} data-key="options" aria-keyshortcuts="Alt+O">
        {t('advice.title')}
      </h2>
      {before.map((card) => (
        <AdviceCard key={`${card.rule} ${card.row}`} card={card} headline />
      ))}
      {primary?.kind === 'card' && <AdviceCard card={primary} headline />}
      {primary?.kind === 'not-evaluated' && (
        <NotEvaluatedCard outcome={primary} answers={answers} onAnswer={answerHere} />
      )}
      {orderedDose !== undefined && primary?.kind === 'card' && (
        <DoseLadder orderedDose={orderedDose} cards={doseCards} />
      )}
      {primary?.kind === 'card' && comparison?.kind === 'card' ? (
        <SourceComparison cards={doseCards} comparison={comparison} />
      ) : (
        <CardGroup title={t('advice.otherSources')} cards={doseCards.filter(({ rule }) => rule !== PRIMARY_RULE)} />
      )}
      {GROUPS.map(([title, prefixes]) => (
        <CardGroup
          key={title}
          title={t(title)}
          cards={rest.filter(({ rule }) => prefixes.some((prefix) => rule.startsWith(prefix)))}
        />
      ))}
      {waitingElsewhere.length > 0 && (
        <details>
          <summary>{t('advice.notEvaluated', { count: waitingElsewhere.length })}</summary>
          <ul className="small">
            {waitingElsewhere.map((outcome) => (
              <li key={outcome.rule}>
                {t('advice.needs', { rule: outcome.rule.replaceAll('/', ': ').replaceAll('-', ' ') })}{' '}
                <InputLinks inputs={outcome.missing} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** What stands behind the dose, by what the clinician would look for; a group without a card is not shown. */
const GROUPS: readonly [title: WordKey & `advice.group.${string}`, prefixes: readonly string[]][] = [
  ['advice.group.routeAndSchedule', ['route/', 'schedule/']],
  ['advice.group.doseCheck', ['dose-check/']],
  ['advice.group.interactions', ['interaction/']],
  ['advice.group.pain', ['symptom-treatment/']],
  ['advice.group.checkNow', ['check/', 'risk/']],
  ['advice.group.avoid', ['avoid/']],
  ['advice.group.care', ['self-care', 'recovery', 'monitoring']],
  ['advice.group.investigational', ['investigational/']],
];

function CardGroup({ title, cards }: { title: string; cards: Card[] }) {
  if (cards.length === 0) return null;
  return (
    <Fold title={t('advice.counted', { title, count: cards.length })}>
      {() => (
        <div className="advice-group">
          {cards.map((card) => (
            <AdviceCard key={`${card.rule} ${card.row}`} card={card} />
          ))}
          {cards.some(({ rule }) => rule === 'recovery') && <RecoveryPlot />}
        </div>
      )}
    </Fold>
  );
}
