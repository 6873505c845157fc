import { describe, expect, it } from 'vitest';
import type { ClinicalContext } from '../../rules/clinical-context.ts';
import { cardOf, outcomeOf } from './case-of.ts';

const ROUTE = 'route/subcutaneous';
const SCHEDULE = 'schedule/weekly';
type Order = Partial<ClinicalContext['order']>;
type Patient = ClinicalContext['patient'];

const plain = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll('\u00A0', ' '));
const route = (order: Order, patient?: Patient) => plain(outcomeOf({ order, patient }, ROUTE));
const schedule = (order: Order, patient?: Patient) => plain(outcomeOf({ order, patient }, SCHEDULE));
const routeCard = (order: Order, patient?: Patient) => plain(cardOf({ order, patient }, ROUTE));
const scheduleCard = (order: Order, patient?: Patient) => plain(cardOf({ order, patient }, SCHEDULE));

describe('the route lever', () => {
  it('is an option for an intravenous order, with the volume at 2.5 mg/mL', () => {
    expect(routeCard({ route: 'IV', dosePerBsa: 1.3 }, { bsaM2: 2 })).toMatchObject({
      row: 'intravenous',
      indicator: 'info',
      summary:
        'Subcutaneous instead of intravenous: less neuropathy at the same response (grade 3 or worse 6 % v 16 %)',
      options: [
        {
          tier: 'trial',
          source: 'mmy-3021',
          verification: 'secondary',
          action: 'consider',
          label: 'subcutaneous at 2.5 mg/mL, same dose (1.04 mL)',
          volumeMl: 1.04,
          concentrationMgMl: 2.5,
        },
      ],
      basis: [{ input: 'order.route', value: 'intravenous' }],
    });
  });
  it('takes the mg of the order before those of dose and surface', () => {
    expect(routeCard({ route: 'IV', dosePerBsa: 1.3, doseMg: 2 }, { bsaM2: 2 }).options[0].volumeMl).toBe(0.8);
    expect(routeCard({ route: 'IV', doseMg: 2 }).options[0].volumeMl).toBe(0.8);
  });
  it('names no volume when the mg are not known', () => {
    for (const order of [{ dosePerBsa: 1.3 }, {}]) {
      const [option] = routeCard({ route: 'IV', ...order }).options;
      expect(option.label).toBe('subcutaneous at 2.5 mg/mL, same dose');
      expect(option).not.toHaveProperty('volumeMl');
      expect(option).not.toHaveProperty('concentrationMgMl');
    }
  });
  it('is an option for an order that leaves the route open', () => {
    expect(routeCard({ route: 'either' })).toMatchObject({
      row: 'route-open',
      basis: [{ input: 'order.route', value: 'intravenous or subcutaneous' }],
    });
  });
  it('is none with a product that is labelled for intravenous use only', () => {
    const card = routeCard({ route: 'IV', licensedRoutes: 'IV' });
    expect(card).toMatchObject({
      row: 'product-intravenous-only',
      summary: 'Subcutaneous is no option with this product: it is labelled for intravenous use only',
      basis: [{ input: 'order.licensedRoutes', value: 'intravenous only' }],
    });
    expect(card.options).toEqual([]);
    expect(routeCard({ route: 'IV', licensedRoutes: 'either' }).row).toBe('intravenous');
  });
  it.each([
    [{ route: 'SC' }, 'The order is already subcutaneous: the route lever is used.'],
    [{ route: 'other' }, 'The ordered route is itself in question: see the dose check.'],
    [{ route: 'intrathecal' }, 'The ordered route is itself in question: see the dose check.'],
    [{ route: 'IV', status: 'discontinued' }, 'The order is no longer active.'],
    [{ route: 'IV', status: 'completed' }, 'The order is no longer active.'],
  ] as const)('is not shown for %j', (order, reason) => {
    expect(route(order)).toEqual({ kind: 'not-applicable', rule: ROUTE, reason });
  });
  it('asks for the route when it was not read', () => {
    expect(route({ dosePerBsa: 1.3 })).toEqual({ kind: 'not-evaluated', rule: ROUTE, missing: ['order.route'] });
  });
  it.each(['active', 'planned', 'held'] as const)('is shown for an order that is %s', (status) => {
    expect(routeCard({ route: 'IV', status }).row).toBe('intravenous');
  });
});

describe('the schedule lever', () => {
  it('is an option for a twice weekly order, at the dose of the order', () => {
    const card = scheduleCard({ frequency: 'twice-weekly', dosePerBsa: 1.3, route: 'SC' }, { bsaM2: 2 });
    expect(card).toMatchObject({
      row: 'twice-weekly',
      summary: 'Once weekly instead of twice weekly: the schedule is still a lever',
      basis: [{ input: 'order.frequency', value: 'twice weekly' }],
    });
    expect(card.options).toEqual([
      {
        tier: 'guideline',
        source: 'imwg-2012',
        verification: 'primary',
        action: 'change-schedule',
        label: 'once weekly at 1.3 mg/m²',
        dosePerBsa: 1.3,
        doseMg: 2.6,
        volumeMl: 1.04,
        concentrationMgMl: 2.5,
        changePercent: 0,
        frequency: 'weekly',
      },
    ]);
  });
  it('names no number when the dose was not read', () => {
    const [option] = scheduleCard({ frequency: 'twice-weekly' }, { bsaM2: 2 }).options;
    expect(option.label).toBe('once weekly at the same dose');
    for (const name of ['dosePerBsa', 'doseMg', 'changePercent']) expect(option).not.toHaveProperty(name);
  });
  it('is not above the hepatic start dose in cycle 1', () => {
    const liver = { bilirubinMgDl: 3, bilirubinUlnMgDl: 1 };
    const order = { frequency: 'twice-weekly', dosePerBsa: 1.3, cycle: 1 } as const;
    expect(scheduleCard(order, liver).options[0]).toMatchObject({ label: 'once weekly at 0.7 mg/m²', dosePerBsa: 0.7 });
  });
  it.each([
    ['weekly', 'The order is already once weekly: the schedule lever is used.'],
    ['every-2-weeks', 'The order is already every 2 weeks: the schedule lever is used.'],
  ] as const)('is not shown for an order that is %s', (frequency, reason) => {
    expect(schedule({ frequency })).toEqual({ kind: 'not-applicable', rule: SCHEDULE, reason });
  });
  it.each(['discontinued', 'completed'] as const)('is not shown for an order that is %s', (status) => {
    const reason = 'The order is no longer active.';
    expect(schedule({ frequency: 'twice-weekly', status })).toEqual({ kind: 'not-applicable', rule: SCHEDULE, reason });
  });
  it('asks for the frequency when it was not read', () => {
    expect(schedule({})).toEqual({ kind: 'not-evaluated', rule: SCHEDULE, missing: ['order.frequency'] });
  });
});

describe('a regimen that thins out its own schedule (VMP from cycle 5)', () => {
  const BY_DESIGN = 'VMP changes to days 1, 8, 22, 29 from cycle 5 by design';

  it('says so beside the lever', () => {
    const detail = scheduleCard({ frequency: 'twice-weekly', regimen: 'VMP' }).detail.split('\n');
    expect(detail.at(-1)).toBe(`${BY_DESIGN}: that is not a reduction for toxicity.`);
  });
  it('names the present cycle where it is known', () => {
    const { detail } = scheduleCard({ frequency: 'twice-weekly', regimen: 'VMP', cycle: 2 });
    expect(detail).toContain(`${BY_DESIGN} (this is cycle 2): that is`);
  });
  it('says so where the lever is used, in one line', () => {
    const { reason } = schedule({ frequency: 'weekly', regimen: 'VMP', cycle: 6 });
    expect(reason).toBe(
      `The order is already once weekly: the schedule lever is used. ${BY_DESIGN} (this is cycle 6): that is not a reduction for toxicity.`,
    );
  });
  it('is not said of other regimens', () => {
    expect(scheduleCard({ frequency: 'twice-weekly', regimen: 'VTd' }).detail).not.toContain('by design');
    expect(scheduleCard({ frequency: 'twice-weekly' }).detail).not.toContain('by design');
  });
});
