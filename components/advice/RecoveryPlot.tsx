import { quantity } from '../../rules/quantity-text.ts';
import { RECOVERY_TRIALS } from '../../rules/recovery.ts';
import { t } from '../words.ts';
import { verificationInWords } from './action-words.ts';
import './AdviceCard.css';
import './RecoveryPlot.css';

type Trial = (typeof RECOVERY_TRIALS)[number];

const TICK_EVERY_DAYS = 200;

/** The last day that the picture shows: the longest published time, and a little more. */
const LAST_DAY = Math.max(
  ...RECOVERY_TRIALS.flatMap(({ medianDays, rangeDays }) => [medianDays, ...(rangeDays ?? [])]),
);
const SCALE_DAYS = LAST_DAY + 20;
const TICKS = Array.from(
  { length: Math.floor(SCALE_DAYS / TICK_EVERY_DAYS) + 1 },
  (_, index) => index * TICK_EVERY_DAYS,
);

const across = (day: number) => `${((day / SCALE_DAYS) * 100).toFixed(1)}%`;

/**
 * How long until neuropathy improved, as published: one line for each trial, never merged. Shape says how far a figure
 * was checked (filled: read, hollow and dashed: not checked); every figure also stands there in words.
 */
export function RecoveryPlot() {
  return (
    <figure className="recovery-plot">
      <figcaption>
        <strong>{t('recovery.title')}</strong>
        <span className="small muted">{t('recovery.apart')}</span>
      </figcaption>
      <ul>
        {RECOVERY_TRIALS.map((trial) => (
          <li key={trial.trial} className={trial.verification === 'unverified' ? 'unchecked' : undefined}>
            <span className="recovery-words">
              <strong>{trial.trial}</strong>: {figuresInWords(trial)}{' '}
              <span className="verification">{verificationInWords(trial.verification)}</span>
            </span>
            <TrialLine trial={trial} />
          </li>
        ))}
      </ul>
      <svg className="recovery-scale" aria-hidden="true" focusable="false">
        {TICKS.map((day) => (
          <text key={day} x={across(day)} y="1em" textAnchor={day === 0 ? 'start' : 'middle'}>
            {day}
          </text>
        ))}
      </svg>
      <p className="small muted">{t('recovery.key')}</p>
    </figure>
  );
}

function figuresInWords({ improvedPercent, medianDays, rangeDays }: Trial): string {
  return t('recovery.figures', {
    percent: quantity(improvedPercent, '%'),
    median: quantity(medianDays, t('units.days')),
    range: rangeDays
      ? t('recovery.range', { from: rangeDays[0], to: quantity(rangeDays[1], t('units.days')) })
      : t('recovery.noRange'),
  });
}

function TrialLine({ trial: { trial, medianDays, rangeDays } }: { trial: Trial }) {
  const words = rangeDays
    ? t('recovery.line', { trial, median: medianDays, from: rangeDays[0], to: rangeDays[1] })
    : t('recovery.noLine', { trial, median: medianDays });
  return (
    <svg className="recovery-line" role="img" aria-label={words}>
      {TICKS.map((day) => (
        <line key={day} className="grid" x1={across(day)} x2={across(day)} y1="0" y2="100%" />
      ))}
      {rangeDays && (
        <>
          <line className="range" x1={across(rangeDays[0])} x2={across(rangeDays[1])} y1="50%" y2="50%" />
          {rangeDays.map((day) => (
            <line key={day} className="end" x1={across(day)} x2={across(day)} y1="28%" y2="72%" />
          ))}
        </>
      )}
      <circle className="median" cx={across(medianDays)} cy="50%" r="6" />
    </svg>
  );
}
