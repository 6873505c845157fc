import type { Evaluation } from '../../rules/outcome.ts';
import { t } from '../words.ts';
import { AdviceCard } from './AdviceCard.tsx';
import { cardsOf } from './dose-cards.ts';

/** What a nurse does with the assessment: whom to tell, and what the patient can do meanwhile. */
export function SelfCareAndEscalation({ evaluation }: { evaluation: Evaluation }) {
  const cards = cardsOf(evaluation.outcomes);
  const urgent = cards.filter(({ rule }) => rule.startsWith('red-flags/'));
  const dose = cards.find(({ rule }) => rule === 'dose-modification/us-pi');
  const care = cards.filter(({ rule }) => rule === 'self-care' || rule === 'monitoring');
  return (
    <section className="panel-section" aria-label={t('nurse.title')}>
      <h2>{t('nurse.title')}</h2>
      {urgent.map((card) => (
        <AdviceCard key={card.rule} card={card} headline />
      ))}
      <p>
        {t(dose && dose.row !== 'grade-0' && dose.row !== 'grade-1-without-pain' ? 'nurse.escalate' : 'nurse.record')}
      </p>
      {care.map((card) => (
        <AdviceCard key={card.rule} card={card} />
      ))}
    </section>
  );
}
