/** Which label's doses are shown: the region that was set, or the one that is assumed and said to be. */
import type { CaseFacts } from '../case-facts.ts';
import type { Basis } from '../outcome.ts';

export const DEFAULT_REGION = 'US';

/** Which label the doses come from; a region that nobody chose is called assumed. */
export const regionBasis = ({ setting }: CaseFacts): Basis => ({
  input: 'setting.labelRegion',
  value: setting.labelRegion ?? `${DEFAULT_REGION} (assumed, not stated)`,
});
