/** The order within its course: days against the regimen, earlier reductions, retreatment. */
import type { CaseFacts } from '../case-facts.ts';
import { isAbove, isLower, LOWEST_LEVEL, numbersFor } from '../dose-calculation.ts';
import { type Basis, cardWith, cite, notApplicable, notEvaluated, type Outcome } from '../outcome.ts';
import { perBsaText, percentText } from '../quantity-text.ts';
import { drugInsteadOfBortezomib, frequencyOfDays } from '../regimens.ts';

const sameDays = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((day, i) => day === b[i]);

const cyclesText = ([from, to]: readonly [number, number?]): string =>
  to === undefined ? `cycle ${from} on` : to === from ? `cycle ${from}` : `cycles ${from} to ${to}`;

/** Ordered days against the published schedules of the regimen. A regimen that is not known is said to be unknown. */
export function scheduleCheck({ order, regimen }: CaseFacts): Outcome {
  const rule = 'dose-check/schedule';
  if (order.regimen === undefined) return notEvaluated(rule, ['order.regimen']);
  if (regimen === undefined) {
    const instead = drugInsteadOfBortezomib(order.regimen);
    if (instead === undefined) return notApplicable(rule, `'${order.regimen}' is not in the regimen table.`);
    return cardWith({
      rule,
      row: 'no-bortezomib',
      indicator: 'warning',
      summary: `${order.regimen} contains ${instead}, not bortezomib: order and regimen do not belong together`,
      notes: ['Which of the two is meant is in the chart: nothing here is checked against another regimen.'],
      basis: [{ input: 'order.regimen', value: order.regimen }],
      sources: [cite('hemonc', undefined, 'secondary')],
    });
  }
  if (order.days === undefined) return notEvaluated(rule, ['order.days']);
  const { days, cycleLengthDays, cycle } = order;
  const basis: Basis[] = [
    { input: 'order.regimen', value: order.regimen },
    { input: 'order.days', value: days.join(', ') },
  ];
  const matching = regimen.schedules.filter(
    (schedule) =>
      sameDays(schedule.days, days) && (cycleLengthDays === undefined || schedule.cycleLengthDays === cycleLengthDays),
  );
  const inCycle = matching.filter(
    ({ cycles }) =>
      cycle === undefined || cycles === undefined || (cycle >= cycles[0] && cycle <= (cycles[1] ?? cycle)),
  );
  const known = regimen.schedules.map(
    (s) => `days ${s.days.join(', ')} of ${s.cycleLengthDays}${s.cycles ? ` (${cyclesText(s.cycles)})` : ''}`,
  );
  const first = inCycle[0] ?? matching[0] ?? regimen.schedules[0];
  const sources = [cite(first?.source ?? 'general-knowledge', undefined, first?.verification)];
  const notes = [
    `${regimen.name}: ${[...new Set(known)].join('; ')}.`,
    ...(regimen.note === undefined ? [] : [regimen.note]),
  ];
  if (inCycle.length > 0) {
    return cardWith({
      rule,
      row: 'matches',
      summary: `Days ${days.join(', ')} are a published schedule of ${regimen.name}`,
      notes: [...notes, ...inCycle.flatMap(({ note }) => (note === undefined ? [] : [`This schedule: ${note}.`]))],
      basis,
      sources,
    });
  }
  const rarer = frequencyOfDays(days) !== 'twice-weekly';
  return cardWith({
    rule,
    row: matching.length > 0 ? 'other-cycle' : 'differs',
    indicator: 'warning',
    summary:
      matching.length > 0
        ? `Days ${days.join(', ')} belong to other cycles of ${regimen.name} than cycle ${cycle}`
        : `Days ${days.join(', ')} are not a schedule of ${regimen.name} in the table`,
    notes: [
      ...notes,
      ...(rarer
        ? ['A schedule that was thinned out for toxicity looks the same: the reason is in the chart, not in the days.']
        : []),
    ],
    basis,
    sources,
  });
}

/** This dose against the start of the regimen, and how many reductions came before. */
export function reductionsCheck({ order, ordered }: CaseFacts): Outcome {
  const rule = 'dose-check/reductions';
  const { startingDosePerBsa, earlierReductions } = order;
  if (startingDosePerBsa === undefined && earlierReductions === undefined) {
    return notEvaluated(rule, ['order.startingDosePerBsa', 'order.earlierReductions']);
  }
  if (startingDosePerBsa !== undefined && ordered.perBsa !== undefined && isAbove(ordered.perBsa, startingDosePerBsa)) {
    return cardWith({
      rule,
      row: 'above-the-start',
      indicator: 'warning',
      summary: `The order (${perBsaText(ordered.perBsa)}) is above the starting dose (${perBsaText(startingDosePerBsa)})`,
      notes: [
        'Only the hepatic start dose is raised by the label; a dose reduced for neuropathy is not re-escalated by default.',
      ],
      basis: [
        { input: 'order.startingDosePerBsa', value: perBsaText(startingDosePerBsa) },
        { input: 'order.dosePerBsa', value: perBsaText(ordered.perBsa) },
      ],
      sources: [cite('us-pi-label', '2.8, table 6'), cite('nhs-pad-2016')],
    });
  }
  const notes: string[] = [];
  const basis: Basis[] = [];
  if (startingDosePerBsa !== undefined && ordered.perBsa !== undefined) {
    const percent = (ordered.perBsa / startingDosePerBsa - 1) * 100;
    const start = `the starting dose of ${perBsaText(startingDosePerBsa)}`;
    notes.push(
      isAbove(startingDosePerBsa, ordered.perBsa) ? `${percentText(percent)} below ${start}.` : `At ${start}.`,
    );
  }
  if (startingDosePerBsa !== undefined) {
    basis.push({ input: 'order.startingDosePerBsa', value: perBsaText(startingDosePerBsa) });
    basis.push({
      input: 'order.dosePerBsa',
      value: ordered.perBsa === undefined ? 'not read' : perBsaText(ordered.perBsa),
    });
  }
  const many = (earlierReductions ?? 0) >= 2;
  if (earlierReductions !== undefined)
    basis.push({ input: 'order.earlierReductions', value: String(earlierReductions) });
  notes.push(
    'Reductions are not re-escalated without a consultant, and a third means stopping, in one national protocol.',
  );
  return cardWith({
    rule,
    row: many ? 'third-next' : 'counted',
    indicator: many ? 'warning' : 'info',
    summary: many
      ? `${earlierReductions} earlier reductions: a further one means stopping in one national protocol`
      : 'Earlier reductions and the starting dose, as given',
    notes,
    basis,
    sources: [cite('nhs-pad-2016')],
  });
}

/** Retreatment starts at the last tolerated dose, not at 1.3 mg/m2 (US label 2.6; the EU text has no such paragraph). */
export function retreatmentCheck({ order, ordered }: CaseFacts): Outcome {
  const rule = 'dose-check/retreatment';
  if (order.retreatment !== true) return notApplicable(rule, 'Not marked as retreatment.');
  const last = order.lastToleratedDosePerBsa;
  if (last === undefined) return notEvaluated(rule, ['order.lastToleratedDosePerBsa']);
  const lower = isLower(last, ordered);
  return cardWith({
    rule,
    row: lower ? 'above-last-tolerated' : 'at-last-tolerated',
    indicator: lower ? 'critical' : 'info',
    summary: lower
      ? `Retreatment starts at the last tolerated ${perBsaText(last)}; the order is above it`
      : `The order is not above the last tolerated ${perBsaText(last)}`,
    notes: [
      'US label: relapse at least 6 months after a response to bortezomib. The EU text has no paragraph on retreatment.',
      ...(last < LOWEST_LEVEL ? [`${perBsaText(last)} is below the lowest labelled level.`] : []),
    ],
    options: lower
      ? [
          {
            tier: 'label',
            source: 'us-pi-label',
            verification: 'primary',
            action: 'reduce-dose',
            label: `start at ${perBsaText(last)}`,
            ...numbersFor(last, ordered),
          },
        ]
      : [],
    basis: [{ input: 'order.lastToleratedDosePerBsa', value: perBsaText(last) }],
    sources: [cite('us-pi-label', '2.6')],
  });
}
