import type { OrderReading } from '../../content-scripts/page-reading.ts';
import type { Evaluation, Outcome } from '../../rules/outcome.ts';
import { valueInWords } from '../reading/reading-words.ts';
import { inputInWords } from './action-words.ts';
import './PharmacistCheck.css';

interface PharmacistCheckProps {
  order: OrderReading;
  patientLabel: string | null;
  evaluation: Evaluation;
}

/** The ten steps of an order check, and the rules that answer each; a rule's name may be the start of several. */
const STEPS: readonly [title: string, rules: readonly string[]][] = [
  ['Identity', []],
  ['Regimen', ['dose-check/schedule']],
  ['Cycle and day', []],
  ['Interval', ['dose-check/interval']],
  ['Body surface area', ['dose-check/bsa']],
  ['Dose', ['dose-check/mg', 'dose-check/over-dose', 'dose-check/rounding', 'dose-check/reductions']],
  ['Volume', ['dose-check/volume']],
  ['Route and product', ['dose-check/route', 'dose-check/product']],
  ['Liver and kidney', ['dose-check/hepatic', 'dose-check/renal']],
  ['Interactions', ['interaction/']],
];

/** What stays with the pharmacist whatever the page shows. */
const NOT_CHECKED_HERE = [
  'blood counts against the treatment threshold',
  'the protocol version and consent',
  'allergies and earlier reactions to bortezomib, boron or mannitol',
  'partner drugs of the regimen and their doses',
  'preparation, labelling and stability',
];

/** The order check in ten steps. A step without a reading says so; nothing is ticked that was not read. */
export function PharmacistCheck({ order, patientLabel, evaluation }: PharmacistCheckProps) {
  return (
    <section className="panel-section pharmacist-check" aria-label="Order check">
      <h2>Order check</h2>
      <ol>
        {STEPS.map(([title, rules]) => (
          <li key={title}>
            <strong>{title}</strong>
            {title === 'Identity' && (
              <Finding checked={patientLabel !== null} words={patientLabel ?? 'patient not confirmed on this page'} />
            )}
            {title === 'Cycle and day' && <CycleAndDay order={order} />}
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
        <strong>Not checked by this tool:</strong> {NOT_CHECKED_HERE.join('; ')}.
      </div>
      <p className="signature">Second check by</p>
    </section>
  );
}

function CycleAndDay({ order: { cycle, cycleDay } }: { order: OrderReading }) {
  const known = [
    cycle.status === 'read' ? `cycle ${valueInWords('cycle', cycle.value)}` : null,
    cycleDay.status === 'read' ? `day ${valueInWords('cycleDay', cycleDay.value)}` : null,
  ].filter((part) => part !== null);
  return (
    <Finding checked={known.length > 0} words={known.length > 0 ? known.join(', ') : 'cycle and day were not read'} />
  );
}

function OutcomeFinding({ outcome }: { outcome: Outcome }) {
  if (outcome.kind === 'card') return <Finding checked tone={outcome.indicator} words={outcome.summary} />;
  if (outcome.kind === 'not-applicable') return <Finding checked words={outcome.reason} />;
  return <Finding checked={false} words={`needs ${outcome.missing.map(inputInWords).join(', ')}`} />;
}

interface FindingProps {
  checked: boolean;
  words: string;
  tone?: string;
}

/** One finding; what was not checked says so before anything else. */
function Finding({ checked, words, tone = 'info' }: FindingProps) {
  return (
    <span className={checked ? `finding ${tone}` : 'finding unchecked'}>
      {checked ? '' : 'Not checked: '}
      {words}
    </span>
  );
}
