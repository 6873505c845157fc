/** Results and list entries that a mapping names. */
import type { CollectedField } from '../collect/collected-field.ts';
import type { CollectedPage } from '../collect/collected-page.ts';
import type { NamedEntry, NamedListEntry, NamedResult } from '../collect/named-field.ts';
import type { FrameReading } from '../page-reading.ts';
import { parseStatus } from '../parse/index.ts';
import { fold } from '../parse/tokens.ts';
import { readResultDate } from './dates.ts';
import { type Measured, measureOf, readMeasured } from './observations.ts';
import { readAs } from './reading.ts';
import { statusOf } from './status.ts';
import type { Measure } from './units.ts';

/** A result with the id of the mapping that names it. */
export type NamedMeasured = Measured & { mapping: string };

/** A problem that is over; folded. */
const OVER =
  /^(?:resolved|remission|inactive|resuelto|resolu|behoben|abgeschlossen|risolto|resolvido|opgelost|afsluttet)\b/;
const MOST_ENTRIES = 200;
const LONGEST_ENTRY = 200;

const fieldOf = ({ fields }: NamedEntry, role: string): (CollectedField & { unit?: string }) | undefined => {
  const found = fields.find((one) => one.role === role && !one.field.struck);
  return found && { ...found.field, unit: found.unit };
};

/** The results that mappings name. A row in whose name no known measurement stands is left to the generic reader. */
export function measuredByMapping({ named }: CollectedPage): NamedMeasured[] {
  return named.results.flatMap((result) => measuredIn(result) ?? []);
}

function measuredIn(result: NamedResult): NamedMeasured | null {
  const name = fieldOf(result, 'name');
  const values = result.fields.filter(({ role, field }) => role === 'value' && !field.struck);
  const [value] = values;
  const measure = (result.measure as Measure | undefined) ?? measureOf(name?.text ?? '');
  if (!value || !measure || measure === 'eGFR') return null;
  const unit = fieldOf(result, 'unit')?.text || value.unit;
  const measured = readMeasured(measure, value.field.text, {
    ...(unit ? { unit } : {}),
    ...(fieldOf(result, 'range')?.text ? { range: fieldOf(result, 'range')?.text } : {}),
    label: name?.text ?? result.area,
    locator: value.field.locator,
    date: readResultDate(fieldOf(result, 'date')?.text ?? '') ?? readResultDate(result.collected?.text ?? ''),
  });
  const several = values.some(({ field }) => field.text !== value.field.text);
  return {
    ...measured,
    ...(several ? { value: 'unparsed' as const, reason: 'several places answer to the value' } : {}),
    mapping: result.mapping,
  };
}

/**
 * Puts the entries that mappings name into their lists; those that are over go to what was left out.
 * @returns texts that the generic reader need not list again, and whether anything was left out because it may not be used
 */
export function listByMapping(
  reading: FrameReading,
  page: CollectedPage,
  usable: (locator: string) => boolean,
): { listed: Map<NamedListEntry['kind'], string[]>; left: boolean } {
  const listed = new Map<NamedListEntry['kind'], string[]>();
  let left = false;
  for (const entry of page.named.lists) {
    const field = entry.fields.find(({ role }) => role === 'entry')?.field;
    if (!field || !/\p{L}{2}/u.test(field.text)) continue;
    const text = field.text.slice(0, LONGEST_ENTRY);
    listed.set(entry.kind, [...(listed.get(entry.kind) ?? []), text]);
    if (!usable(field.locator)) {
      left = true;
      continue;
    }
    const said = fieldOf(entry, 'status')?.text ?? '';
    const status = statusOf(said) ?? parseStatus(said).value;
    const over = field.struck
      ? 'crossed out'
      : OVER.test(fold(said))
        ? said
        : /^(?:dis|comp)/.test(`${status}`)
          ? status
          : null;
    if (over) reading.ignored.push({ text, reason: `not active: ${over}` });
    else if (reading[entry.kind].length < MOST_ENTRIES)
      reading[entry.kind].push(
        readAs({ value: text, text, label: entry.area, locator: field.locator }, text, entry.mapping),
      );
  }
  return { listed, left };
}

/** Whether a mapping has listed an entry, as a whole or as a part of it. */
export function isListedIn(texts: readonly string[] | undefined, text: string): boolean {
  const own = text.toLowerCase();
  return (texts ?? []).some((other) => {
    const known = other.toLowerCase();
    return known.includes(own) || own.includes(known);
  });
}
