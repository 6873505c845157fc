/** Route and schedule: the two levers besides the dose, shown only where they have not been used. */
import type { CaseFacts } from './case-facts.ts';
import type { Condition } from './conditions.ts';
import { CONCENTRATION, mgFor, numbersFor, round } from './dose-calculation.ts';
import { cardWith, cite, notApplicable, notEvaluated, type Option, type Outcome } from './outcome.ts';
import { licenceOf } from './product-licence.ts';
import { frequencyText, mlText, quantity } from './quantity-text.ts';

const ROUTE_RULE = 'route/subcutaneous';
const SCHEDULE_RULE = 'schedule/weekly';
const INACTIVE = ['discontinued', 'completed'];
const NO_ORDER = 'The order is no longer active.';

/** What the assessment leaves of the two levers: none when bortezomib is discontinued, later ones while it is withheld. */
function treatmentLeft({ assessment, order }: CaseFacts): 'continued' | 'withheld' | 'discontinued' {
  const grade = Math.max(assessment.sensoryGrade ?? 0, assessment.motorGrade ?? 0);
  if (grade === 4 || assessment.autonomic === 'severe') return 'discontinued';
  const held = order.status === 'held' || (assessment.phase ?? 'on-treatment') !== 'on-treatment';
  return held || grade === 3 || (grade === 2 && assessment.pain === true) ? 'withheld' : 'continued';
}

const ROUTE_NOTES = [
  'Grade 3 or worse neuropathy 6 % subcutaneous and 16 % intravenous; grade 2 or worse 24 % and 41 %; any 38 % and 53 %; response the same (42 %).',
  'This is prevention: no trial shows that changing the route reverses an established neuropathy, and the dose row stands.',
  'Thigh or abdomen, sites rotated. Subcutaneous 2.5 mg/mL, intravenous 1 mg/mL: the two are not interchangeable. Fatal if given intrathecally.',
  'Not every product is labelled for subcutaneous use: some ready-to-use vials (US) and the 1 mg vial (EU) are intravenous only.',
  'With oedema of the abdominal wall, or a local reaction at 2.5 mg/mL: 1 mg/mL subcutaneously, or intravenous.',
];
const ROUTE_SOURCES = [
  cite('mmy-3021'),
  cite('us-pi-label', '2.9'),
  cite('us-iv-only-vials'),
  cite('nccn-by-manufacturer'),
  cite('uk-nac-al'),
];

const SITE_NOTE = ROUTE_NOTES[ROUTE_NOTES.length - 1] as string;
const SITE_SOURCES = [cite('us-pi-label', '2.9'), cite('eu-smpc', '4.2'), cite('uk-nac-al')];
const conditionOf = ({ conditions }: CaseFacts, ...wanted: Condition[]) =>
  conditions?.find(({ condition }) => wanted.includes(condition));

/** A subcutaneous order with a problem at the site: the weaker solution, or intravenous (A4). */
function siteProblem(facts: CaseFacts): Outcome | undefined {
  const { ordered } = facts;
  const problem = conditionOf(facts, 'abdominal-wall-oedema', 'injection-site-reaction');
  if (problem === undefined) return undefined;
  const mg = ordered.mg ?? (ordered.perBsa === undefined ? undefined : mgFor(ordered.perBsa, ordered));
  const volumeMl = mg === undefined ? undefined : round(mg / CONCENTRATION.IV, 2);
  const amount = volumeMl === undefined ? '' : ` (${mlText(volumeMl)})`;
  const option = (tier: Option['tier'], source: Option['source'], route: string): Option => ({
    tier,
    source,
    verification: 'primary',
    action: 'consider',
    label: `${route} at 1 mg/mL${amount}, same dose`,
    ...(volumeMl === undefined ? {} : { volumeMl, concentrationMgMl: CONCENTRATION.IV }),
  });
  const reaction = problem.condition === 'injection-site-reaction';
  return cardWith({
    rule: ROUTE_RULE,
    row: problem.condition,
    indicator: 'warning',
    summary: reaction
      ? 'Reaction at the subcutaneous site on the problem list: 1 mg/mL subcutaneously, or intravenous'
      : 'Oedema of the abdominal wall on the problem list: intravenous in a protocol for AL amyloidosis',
    notes: [SITE_NOTE, 'Thigh or abdomen, sites rotated, not into tender, bruised, red or hard skin.'],
    options: reaction
      ? [option('label', 'us-pi-label', 'subcutaneous'), option('label', 'us-pi-label', 'intravenous')]
      : [option('guideline', 'uk-nac-al', 'intravenous')],
    basis: [
      { input: 'order.route', value: 'subcutaneous' },
      { input: 'patient.problems', value: problem.text },
    ],
    sources: SITE_SOURCES,
  });
}

/** Subcutaneous instead of intravenous (A4, A6): an option for intravenous orders, silent for subcutaneous ones. */
export function subcutaneousRoute(facts: CaseFacts): Outcome {
  const { order, ordered } = facts;
  if (INACTIVE.includes(order.status ?? '')) return notApplicable(ROUTE_RULE, NO_ORDER);
  if (order.route === undefined) return notEvaluated(ROUTE_RULE, ['order.route']);
  if (order.route === 'SC') {
    return (
      (treatmentLeft(facts) === 'discontinued' ? undefined : siteProblem(facts)) ??
      notApplicable(ROUTE_RULE, 'The order is already subcutaneous: the route lever is used.')
    );
  }
  if (order.route === 'other' || order.route === 'intrathecal') {
    return notApplicable(ROUTE_RULE, 'The ordered route is itself in question: see the dose check.');
  }
  if (treatmentLeft(facts) === 'discontinued') {
    return notApplicable(ROUTE_RULE, 'Grade 4 or severe autonomic neuropathy: no route is a lever here.');
  }
  const licence = licenceOf(order);
  if (licence.routes === 'IV') {
    return cardWith({
      rule: ROUTE_RULE,
      row: 'product-intravenous-only',
      summary: 'Subcutaneous is no option with this product: it is labelled for intravenous use only',
      notes: ROUTE_NOTES,
      basis: licence.basis === undefined ? [] : [licence.basis],
      sources: ROUTE_SOURCES,
    });
  }
  const oedema = conditionOf(facts, 'abdominal-wall-oedema');
  if (order.route === 'IV' && oedema !== undefined) {
    return cardWith({
      rule: ROUTE_RULE,
      row: 'abdominal-wall-oedema',
      summary:
        'Oedema of the abdominal wall on the problem list: intravenous as ordered, as in a protocol for AL amyloidosis',
      notes: ROUTE_NOTES,
      basis: [{ input: 'patient.problems', value: oedema.text }],
      sources: ROUTE_SOURCES,
    });
  }
  const option: Option = {
    tier: 'trial',
    source: 'mmy-3021',
    verification: 'secondary',
    action: 'consider',
    label: 'subcutaneous at 2.5 mg/mL, same dose',
  };
  const mg = ordered.mg ?? (ordered.perBsa === undefined ? undefined : mgFor(ordered.perBsa, ordered));
  if (mg !== undefined) {
    const volumeMl = round(mg / CONCENTRATION.SC, 2);
    Object.assign(option, { volumeMl, concentrationMgMl: CONCENTRATION.SC });
    option.label += ` (${mlText(volumeMl)})`;
  }
  return cardWith({
    rule: ROUTE_RULE,
    row: order.route === 'IV' ? 'intravenous' : 'route-open',
    summary: 'Subcutaneous instead of intravenous: less neuropathy at the same response (grade 3 or worse 6 % v 16 %)',
    notes: ROUTE_NOTES,
    options: [option],
    basis: [{ input: 'order.route', value: order.route === 'IV' ? 'intravenous' : 'intravenous or subcutaneous' }],
    sources: ROUTE_SOURCES,
  });
}

const SCHEDULE_NOTES = [
  'The reference article gives 18 % and 9 % for grade 3 to 4 neuropathy in combinations; no primary source was found for these figures.',
  'BOSTON: grade 2 or worse 34 % twice weekly and 21 % once weekly, in arms that also differ in their drugs.',
  'IMWG 2012 names once weekly as the alternative to one dose level down; the EU text names 1.3 mg/m² once weekly.',
];

/** A regimen that thins out its own schedule later (VMP in cycle 5) says so: the step is planned, not a consequence. */
function vmpNote({ regimen, order }: CaseFacts): string[] {
  const planned = regimen?.schedules.find((schedule) => schedule.cycles !== undefined && schedule.cycles[0] > 1);
  if (planned?.cycles === undefined || regimen === undefined) return [];
  const from = planned.cycles[0];
  const now = order.cycle === undefined ? '' : ` (this is cycle ${order.cycle})`;
  return [
    `${regimen.name} changes to days ${planned.days.join(', ')} from cycle ${from} by design${now}: that is not a reduction for toxicity.`,
  ];
}

/** Once weekly instead of twice weekly (A5). */
export function weeklySchedule(facts: CaseFacts): Outcome {
  const { order, ordered } = facts;
  if (INACTIVE.includes(order.status ?? '')) return notApplicable(SCHEDULE_RULE, NO_ORDER);
  const { frequency, perBsa } = ordered;
  if (frequency === undefined) return notEvaluated(SCHEDULE_RULE, ['order.frequency']);
  if (frequency !== 'twice-weekly') {
    const planned = vmpNote(facts);
    const reason = `The order is already ${frequencyText(frequency)}: the schedule lever is used.`;
    return notApplicable(SCHEDULE_RULE, [reason, ...planned].join(' '));
  }
  const left = treatmentLeft(facts);
  if (left !== 'continued') {
    return notApplicable(
      SCHEDULE_RULE,
      left === 'discontinued'
        ? 'Grade 4 or severe autonomic neuropathy: no schedule is a lever here.'
        : 'While bortezomib is withheld there is no schedule to change; the labels restart once weekly.',
    );
  }
  const dose = Math.min(perBsa ?? Number.NaN, facts.cap?.dosePerBsa ?? Number.POSITIVE_INFINITY);
  const numbers = perBsa === undefined ? {} : numbersFor(dose, ordered);
  return cardWith({
    rule: SCHEDULE_RULE,
    row: 'twice-weekly',
    summary: 'Once weekly instead of twice weekly: the schedule is still a lever',
    notes: [...SCHEDULE_NOTES, ...vmpNote(facts)],
    options: [
      {
        tier: 'guideline',
        source: 'imwg-2012',
        verification: 'primary',
        action: 'change-schedule',
        label: perBsa === undefined ? 'once weekly at the same dose' : `once weekly at ${quantity(dose, 'mg/m²')}`,
        ...numbers,
        frequency: 'weekly',
      },
    ],
    basis: [{ input: 'order.frequency', value: frequencyText(frequency) }],
    sources: [
      cite('imwg-2012'),
      cite('eu-smpc', '4.2, table 1'),
      cite('reference-article', 'immediate dose modification algorithm', 'unverified'),
      cite('boston-2020'),
    ],
  });
}
