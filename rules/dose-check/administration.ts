/** Route, product and interval of the order. Any route but intravenous or subcutaneous is a stop card. */
import type { CaseFacts } from '../case-facts.ts';
import { MINIMUM_INTERVAL_HOURS, roundDown } from '../dose-calculation.ts';
import { hoursBetween } from '../instant.ts';
import { cardWith, cite, notApplicable, notEvaluated, type Outcome } from '../outcome.ts';
import { licenceOf } from '../product-licence.ts';
import { listText, quantity, routeText } from '../quantity-text.ts';

const LABEL_ROUTES = [cite('us-pi-label', '2, 4'), cite('eu-smpc', '4.2')];

/** H26: bortezomib given intrathecally has killed; any other unlabelled route stops as well. */
export function routeCheck({ order }: CaseFacts): Outcome {
  const rule = 'dose-check/route';
  const { route } = order;
  if (route === undefined) return notEvaluated(rule, ['order.route']);
  if (route === 'IV' || route === 'SC')
    return notApplicable(rule, `The order is ${routeText(route)}, a labelled route.`);
  if (route === 'either') {
    return cardWith({
      rule,
      row: 'route-open',
      indicator: 'warning',
      summary: 'The order leaves the route open: concentration and volume depend on it',
      notes: ['2.5 mg/mL subcutaneous and 1 mg/mL intravenous are not interchangeable.'],
      basis: [{ input: 'order.route', value: routeText(route) }],
      sources: LABEL_ROUTES,
    });
  }
  return cardWith({
    rule,
    row: route,
    indicator: 'critical',
    summary:
      route === 'intrathecal'
        ? 'Not to be given as ordered: bortezomib is fatal if given intrathecally'
        : 'Not to be given as ordered: bortezomib is for intravenous or subcutaneous use only',
    notes: [
      'Deaths have followed inadvertent intrathecal administration. Intravenous and subcutaneous are the only routes.',
    ],
    basis: [{ input: 'order.route', value: routeText(route) }],
    sources: LABEL_ROUTES,
  });
}

/** The product's licence against the ordered route. */
export function productCheck({ order }: CaseFacts): Outcome {
  const rule = 'dose-check/product';
  const { route, product } = order;
  const { routes: licensedRoutes, formulation, basis } = licenceOf(order);
  if (licensedRoutes === undefined && formulation === undefined) {
    return notEvaluated(rule, product === undefined ? ['order.product'] : ['order.licensedRoutes']);
  }
  const mismatch =
    licensedRoutes !== undefined &&
    licensedRoutes !== 'either' &&
    (route === 'IV' || route === 'SC') &&
    route !== licensedRoutes;
  if (mismatch) {
    return cardWith({
      rule,
      row: 'route-outside-licence',
      indicator: 'critical',
      summary: `The product is labelled for ${routeText(licensedRoutes)} use only, the order is ${routeText(route)}`,
      notes: [
        'Some ready-to-use vials (US) and the 1 mg vial (EU) are for intravenous use only; one contains dimethyl sulfoxide.',
      ],
      basis: [...(basis === undefined ? [] : [basis]), { input: 'order.route', value: routeText(route) }],
      sources: [cite('us-iv-only-vials'), cite('eu-smpc', '4.2')],
    });
  }
  if (formulation === 'ready-to-use' && route === 'IV') {
    return cardWith({
      rule,
      row: 'ready-to-use-intravenous',
      indicator: 'warning',
      summary: 'Ready-to-use 2.5 mg/mL is diluted to 1 mg/mL before intravenous use',
      basis: [
        order.formulation === undefined && product !== undefined
          ? { input: 'order.product', value: product }
          : { input: 'order.formulation', value: formulation },
      ],
      sources: [cite('us-pi-label', '2'), cite('eu-smpc', '4.2')],
    });
  }
  return notApplicable(rule, 'Product and route do not contradict each other.');
}

/** H27: consecutive doses at least 72 hours apart, from both times when read, and from the days of the cycle. */
export function intervalCheck({ order }: CaseFacts): Outcome {
  const rule = 'dose-check/interval';
  const sources = [cite('us-pi-label', '2'), cite('eu-smpc', '4.2')];
  const { previousDoseAt, plannedAt, days } = order;
  if (previousDoseAt !== undefined && plannedAt !== undefined) {
    const hours = hoursBetween(previousDoseAt, plannedAt);
    if (hours !== undefined && hours < MINIMUM_INTERVAL_HOURS) {
      return cardWith({
        rule,
        row: 'under-72-hours',
        indicator: 'critical',
        summary: `Too early: ${quantity(roundDown(hours, 1), 'hours', 1)} since the last dose, at least 72 are required`,
        basis: [
          { input: 'order.previousDoseAt', value: previousDoseAt },
          { input: 'order.plannedAt', value: plannedAt },
        ],
        sources,
      });
    }
  }
  const close = (days ?? []).filter((day, index) => {
    const before = days?.[index - 1];
    return before !== undefined && day - before < MINIMUM_INTERVAL_HOURS / 24;
  });
  if (close.length > 0) {
    return cardWith({
      rule,
      row: 'days-too-close',
      indicator: 'critical',
      summary: `The days of the cycle put doses less than 72 hours apart (day${close.length > 1 ? 's' : ''} ${listText(close.map(String))})`,
      basis: [{ input: 'order.days', value: (days ?? []).join(', ') }],
      sources,
    });
  }
  if (previousDoseAt === undefined || plannedAt === undefined) {
    const missing = [];
    if (previousDoseAt === undefined) missing.push('order.previousDoseAt');
    if (plannedAt === undefined) missing.push('order.plannedAt');
    return notEvaluated(rule, missing);
  }
  return notApplicable(rule, 'At least 72 hours lie between the last and the planned dose.');
}
