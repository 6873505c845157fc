/** The fields that a mapping names, as plain data: their visible text, and where it stands. */

import type { ListArea, OrderArea, PatientArea, ResultArea } from '../../mapping/shape.ts';
import type { CollectedField } from '../collect/collected-field.ts';
import { fieldsOf, type Sight } from '../collect/fields.ts';
import { nameLocator } from '../collect/locate.ts';
import type { NamedEntry, NamedListEntry, NamedOrder, NamedResult } from '../collect/named-field.ts';
import { once } from '../collect/once.ts';
import { runsOf } from '../collect/runs.ts';
import type { FoundEntry } from './run-mapping.ts';

/** Longer text is no single value. */
const LONGEST_NAMED = 2000;

/** What one element shows as one field; the date of a table is asked for with each of its rows. */
function namedFieldOf(element: Element, sight: Sight): CollectedField {
  return once(sight.named, element, () => fieldOf(element, sight));
}

/** What is crossed out counts only where nothing else stands there. */
function fieldOf(element: Element, sight: Sight): CollectedField {
  const runs = runsOf(element, sight.visibility);
  const standing = runs.filter((run) => !run.struck && !run.isLabel);
  const kept = standing.length > 0 ? standing : runs;
  const [first] = kept;
  const [field] = first ? fieldsOf([first], element, sight) : [];
  if (!first || !field)
    return {
      ...nameLocator(element),
      text: '',
      control: false,
      labels: [],
      isLabel: false,
      struck: false,
      button: false,
      block: 0,
      cell: -1,
      seams: [],
    };
  if (kept.length === 1) return { ...field, isLabel: false, cell: -1 };
  const parts = kept.flatMap((run) => run.parts);
  return {
    ...field,
    ...nameLocator(parts.length > 0 ? element : first.element, parts),
    text: kept
      .map((run) => run.text)
      .filter(Boolean)
      .join(' ')
      .slice(0, LONGEST_NAMED),
    control: false,
    isLabel: false,
    cell: -1,
    seams: [],
  };
}

function namedEntryOf(entry: FoundEntry<{ fields: object; name?: string }>, sight: Sight): NamedEntry {
  return {
    mapping: entry.mapping,
    area: entry.area.name ?? '',
    fields: entry.fields.flatMap(({ role, unit, elements }) =>
      elements.map((element) => ({ role, field: namedFieldOf(element, sight), ...(unit ? { unit } : {}) })),
    ),
  };
}

export function namedOrderOf(entry: FoundEntry<OrderArea>, sight: Sight): NamedOrder {
  const { holds, status } = entry.area;
  return { ...namedEntryOf(entry, sight), holds, ...(status ? { status } : {}) };
}

export function namedResultOf(entry: FoundEntry<ResultArea>, sight: Sight): NamedResult {
  const { measure } = entry.area;
  return {
    ...namedEntryOf(entry, sight),
    ...(measure ? { measure } : {}),
    ...(entry.collected ? { collected: namedFieldOf(entry.collected, sight) } : {}),
  };
}

export function namedListEntryOf(entry: FoundEntry<ListArea>, sight: Sight): NamedListEntry {
  return { ...namedEntryOf(entry, sight), kind: entry.area.kind };
}

export function namedPatientOf(entry: FoundEntry<PatientArea>, sight: Sight): NamedEntry {
  return namedEntryOf(entry, sight);
}
