import { NO_BREAK_SPACE } from '../../rules/quantity-text.ts';
import { RECOVERY_TRIALS } from '../../rules/recovery.ts';
import { VERIFICATION_WORDS } from './action-words.ts';
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
const days = (count: number) => `${count}${NO_BREAK_SPACE}days`;

/**
 * How long until neuropathy improved, as published: one line for each trial, never merged. Shape says how far a figure
 * was checked (filled: read, hollow and dashed: not checked); every figure also stands there in words.
 */
export function RecoveryPlot() {
  return (
    <figure className="recovery-plot">
      <figcaption>
        <strong>Time until neuropathy improved or resolved</strong>
        <span className="small muted">Two trials with different patients; their figures do not add up to one.</span>
      </figcaption>
      <ul>
        {RECOVERY_TRIALS.map((trial) => (
          <li key={trial.trial} className={trial.verification === 'unverified' ? 'unchecked' : undefined}>
            <span className="recovery-words">
              <strong>{trial.trial}</strong>: {trial.improvedPercent}
              {NO_BREAK_SPACE}% improved, median {days(trial.medianDays)},{' '}
              {trial.rangeDays
                ? `range ${trial.rangeDays[0]} to ${days(trial.rangeDays[1])}`
                : 'no range in what was read'}{' '}
              <span className="verification">{VERIFICATION_WORDS[trial.verification]}</span>
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
      <p className="small muted">
        Days. A mark is the median, a line the range; hollow and dashed: the paper itself was not opened.
      </p>
    </figure>
  );
}

function TrialLine({ trial }: { trial: Trial }) {
  const { medianDays, rangeDays } = trial;
  const range = rangeDays ? `line from day ${rangeDays[0]} to day ${rangeDays[1]}` : 'no line: no range is given';
  return (
    <svg className="recovery-line" role="img" aria-label={`${trial.trial}: mark at day ${medianDays}, ${range}`}>
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
