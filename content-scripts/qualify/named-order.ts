/** An order of which a mapping names the fields: its values with their roles, held against what the generic reader reads. */
import type { CollectedField } from '../collect/collected-field.ts';
import type { NamedOrder } from '../collect/named-field.ts';
import type { Ignored, OrderReading } from '../page-reading.ts';
import { namesBortezomib } from '../parse/index.ts';
import { fold } from '../parse/tokens.ts';
import { labelWords } from '../words/label-words.ts';
import { joinNamed } from './join-named.ts';
import type { OrderRole } from './labels.ts';
import type { FoundOrder } from './order.ts';
import type { Piece } from './pieces.ts';

/** Why the generic reader takes no order from a name: a mapping that names the field for the drug says more. */
export const BARE = 'names bortezomib without saying that it is ordered';
export const NO_NAME = 'the name stands in text that is crossed out or is not part of an order';

/** Roles whose text is none of the order's values. */
const ASIDE = /^(?:product|not-in-force|irrelevant|unit)$/;
const NUMBER_ONLY = /^\d{1,4}(?:[.,·]\d+)?$/;
const HINTS = /^(?:mg|mg\/m2|days?|m2)$/;

const NOT_ORDERS: Partial<Record<NamedOrder['holds'], string>> = {
  drafts: 'an order that is being written and is not signed',
  catalogue: 'a search result or catalogue entry, not an order',
  history: 'treatment history',
};

/** The unit of a bare number: the mapping's or that of the label on the page; none where they differ. */
function unitOf(byMapping: string, label: string | null): string {
  const plain = (unit: string) => fold(unit).replace('m²', 'm2').replaceAll(' ', '');
  const shown = plain(labelWords(label ?? '').hint);
  const given = plain(byMapping);
  if (given === '' || !HINTS.test(shown)) return given || shown;
  return given === shown ? given : '';
}

/**
 * The values of an entry with the roles that the mapping gives them.
 * @param fields those of `named.fields`, in their order
 */
export function namedPieces(named: NamedOrder, fields: readonly CollectedField[]): Piece[] {
  const shownUnit = named.fields.find(({ role }) => role === 'unit')?.field.text.trim() ?? '';
  const pieces = named.fields.flatMap(({ role, unit = '' }, index): Piece[] => {
    const field = fields[index];
    if (!field || field.struck || ASIDE.test(role)) return [];
    const bare = NUMBER_ONLY.test(field.text.trim());
    const label = field.labels[0]?.text ?? null;
    const hint = unitOf(unit, label);
    const beside = bare && /^dose/.test(role) && shownUnit ? shownUnit : bare && hint && !HINTS.test(hint) ? unit : '';
    return [
      {
        role: role as OrderRole,
        text: beside ? `${field.text} ${beside}` : field.text,
        label,
        hint: beside ? '' : hint,
        field,
      },
    ];
  });
  const drug = pieces.find(({ role }) => role === 'drug');
  // the status of a whole area counts where the entry says none of its own
  if (named.status && drug && !pieces.some(({ role, text }) => role === 'status' && text !== ''))
    pieces.push({ ...drug, role: 'status', text: named.status, label: named.area });
  return pieces;
}

/**
 * One order from both readings of the same entry.
 * @param read reads the entry by its named fields
 */
export function withNamed(
  named: NamedOrder,
  generic: FoundOrder | Ignored,
  read: () => FoundOrder | Ignored,
): FoundOrder | Ignored {
  const drugs = named.fields.filter(({ role }) => role === 'drug').map(({ field }) => field);
  const [drug] = drugs;
  const ignored = (reason: string): Ignored => ({
    text: ('order' in generic ? generic.order.text : generic.text).slice(0, 400),
    reason: `${reason} (${named.area})`,
    from: {
      adapter: named.mapping,
      confidence: 'confirmed',
      label: null,
      frame: 0,
      locator: drug?.locator ?? '',
    },
  });
  const notOrder = NOT_ORDERS[named.holds];
  if (notOrder) return ignored(notOrder);
  if (!drugs.some((field) => namesBortezomib(field.text))) return ignored('the field for the drug names another one');
  if (!('order' in generic) && generic.reason !== BARE && generic.reason !== NO_NAME) return generic;
  const own = read();
  if (!('order' in own)) return 'order' in generic ? own : generic;
  if (!('order' in generic)) return own;
  return {
    ...own,
    order: joined(own.order, generic.order),
    bare: own.bare && generic.bare,
    bsa: [...own.bsa, ...generic.bsa],
  };
}

function joined(own: OrderReading, generic: OrderReading): OrderReading {
  return {
    id: own.id,
    drug: own.drug,
    dosePerBsa: joinNamed(own.dosePerBsa, generic.dosePerBsa),
    doseMg: joinNamed(own.doseMg, generic.doseMg),
    route: joinNamed(own.route, generic.route),
    days: joinNamed(own.days, generic.days),
    cycleLengthDays: joinNamed(own.cycleLengthDays, generic.cycleLengthDays),
    frequency: joinNamed(own.frequency, generic.frequency),
    regimen: joinNamed(own.regimen, generic.regimen),
    status: joinNamed(own.status, generic.status),
    cycle: joinNamed(own.cycle, generic.cycle),
    cycleDay: joinNamed(own.cycleDay, generic.cycleDay),
    text: generic.text,
  };
}
