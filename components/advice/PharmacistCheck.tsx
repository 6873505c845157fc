import type { OrderReading } from '../../content-scripts/page-reading.ts';
import type { Evaluation, Outcome } from '../../rules/outcome.ts';
import { valueInWords } from '../reading/reading-words.ts';
import { unbroken } from '../unbroken.tsx';
import { t, type WordKey } from '../words.ts';
import { InputLinks } from './InputLinks.tsx';
import './PharmacistCheck.css';

interface PharmacistCheckProps {
  order: OrderReading;
  patientLabel: string | null;
  evaluation: Evaluation;
}

/** The ten steps of an order check, and the rules that answer each; a rule's name may be the start of several. */
const STEPS: readonly [title: WordKey & `check.${string}`, rules: readonly string[]][] = [
  ['check.identity', []],
  ['check.regimen', ['dose-check/schedule']],
  ['check.cycleAndDay', []],
  ['check.interval', ['dose-check/interval']],
  ['check.bsa', ['dose-check/bsa']],
  ['check.dose', ['dose-check/mg', 'dose-check/over-dose', 'dose-check/rounding', 'dose-check/reductions']],
  ['check.volume', ['dose-check/volume']],
  ['check.routeAndProduct', ['dose-check/route', 'dose-check/product']],
  ['check.organs', ['dose-check/hepatic', 'dose-check/renal']],
  ['check.interactions', ['dose-check/contraindication', 'interaction/']],
];

/** The order check in ten steps. A step without a reading says so; nothing is ticked that was not read. */
export function PharmacistCheck({ order, patientLabel, evaluation }: PharmacistCheckProps) {
  return (
    <section className="panel-section pharmacist-check" aria-label={t('check.title')}>
      <h2>{t('check.title')}</h2>
      <ol>
        {STEPS.map(([title, rules]) => (
          <li key={title}>
            <strong>{t(title)}</strong>
            {title === 'check.identity' && (
              <Finding checked={patientLabel !== null} words={patientLabel ?? t('check.unconfirmed')} />
            )}
            {title === 'check.cycleAndDay' && <CycleAndDay order={order} />}
            {evaluation.outcomes
              .filter(({ rule }) => rules.some((start) => rule.startsWith(start)))
              .map((outcome) => (
                <OutcomeFinding
                  key={`${outcome.rule} ${outcome.kind === 'card' ? outcome.row : ''}`}
                  outcome={outcome}
                />
              ))}
          </li>
        ))}
      </ol>
      <div className="small">
        <strong>{t('check.notHere')}</strong> {t('check.notHereList')}
      </div>
      <p className="signature">{t('check.second')}</p>
    </section>
  );
}

function CycleAndDay({ order: { cycle, cycleDay } }: { order: OrderReading }) {
  const known = [
    cycle.status === 'read' ? t('check.cycle', { cycle: valueInWords('cycle', cycle.value) }) : null,
    cycleDay.status === 'read' ? t('check.day', { day: valueInWords('cycleDay', cycleDay.value) }) : null,
  ].filter((part) => part !== null);
  return <Finding checked={known.length > 0} words={known.length > 0 ? known.join(', ') : t('check.cycleNotRead')} />;
}

function OutcomeFinding({ outcome }: { outcome: Outcome }) {
  if (outcome.kind === 'card') return <Finding checked tone={outcome.indicator} words={outcome.summary} />;
  if (outcome.kind === 'not-applicable') return <Finding checked words={outcome.reason} />;
  return (
    <span className="finding unchecked">
      {t('check.unchecked', { what: t('check.needs') })} <InputLinks inputs={outcome.missing} />
    </span>
  );
}

interface FindingProps {
  checked: boolean;
  words: string;
  tone?: string;
}

/** One finding; what was not checked says so before anything else. */
function Finding({ checked, words, tone = 'info' }: FindingProps) {
  return (
    <span className={checked ? `finding ${tone}` : 'finding unchecked'} dir="auto">
      {unbroken(checked ? words : t('check.unchecked', { what: words }))}
    </span>
  );
}
