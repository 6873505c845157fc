/** Which routes a product is labelled for, where the order or the name of the product says so. Unknown is not 'both'. */
import type { Order } from './clinical-context.ts';
import type { Basis } from './outcome.ts';

export interface ProductLicence {
  readonly routes: 'IV' | 'SC' | 'either' | undefined;
  readonly formulation: Order['formulation'];
  /** the input that says so */
  readonly basis: Basis | undefined;
}

type Known = Pick<ProductLicence, 'routes' | 'formulation'>;

/** Products that were read in their labels (clinical sources us-iv-only-vials and eu-smpc 4.2). */
const PRODUCTS: readonly (readonly [name: RegExp, known: Known])[] = [
  [/\b(fosun|maia)\b/u, { routes: 'IV', formulation: 'ready-to-use' }],
  [/\bboruzu\b/u, { routes: 'either', formulation: 'ready-to-use' }],
  // The 1 mg vial (EU) is for intravenous use only; '1 mg/mL' is a concentration, and 3.5 mg is the usual vial.
  [/^(?!.*3[.,]5 ?mg).*(?<![\d.,])1 ?mg\b(?! ?\/)/u, { routes: 'IV', formulation: 'lyophilised' }],
];

/** The licence as stated in the order, else as known of the product by name. */
export function licenceOf({ licensedRoutes, formulation, product }: Order): ProductLicence {
  const name = product?.toLowerCase().replaceAll('\u00A0', ' ') ?? '';
  const known = PRODUCTS.find(([pattern]) => pattern.test(name))?.[1];
  const byName = licensedRoutes === undefined && known !== undefined;
  return {
    routes: licensedRoutes ?? known?.routes,
    formulation: formulation ?? known?.formulation,
    basis: byName
      ? { input: 'order.product', value: product as string }
      : licensedRoutes === undefined
        ? undefined
        : {
            input: 'order.licensedRoutes',
            value: { IV: 'intravenous only', SC: 'subcutaneous only', either: 'both' }[licensedRoutes],
          },
  };
}
