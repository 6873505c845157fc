/** Medications, problems and allergies that stand under their headings: the words of each entry that is in force. */
import type { CollectedField } from '../collect/collected-field.ts';
import type { CollectedList, CollectedPage } from '../collect/collected-page.ts';
import type { FrameReading } from '../page-reading.ts';
import { namesBortezomib, parseRoute } from '../parse/index.ts';
import { readDate } from './dates.ts';
import { governing } from './governing.ts';
import { orderRoleOf } from './labels.ts';
import { LISTS } from './listed-sections.ts';
import { analyteOf } from './observations.ts';
import { isListedIn } from './read-named.ts';
import { GENERIC, readAs } from './reading.ts';
import { sectionOf } from './sections.ts';
import { statusOf } from './status.ts';

const NOTHING =
  /^[(\s]*(?:none|no |nil|not |nka|nkda|unknown|keine?|ningun|aucun|nessun|nenhum|geen|ingen|there are no|n\/a|[-–—]+$|\+$|add\b|show|see|edit|view|record|filter|search|sort|of \d)/i;

/** Sections in which a table of medications is none that the patient takes. */
const NOT_TAKEN = /^(?:past|history|catalogue|draft|allergies|notes|results)$/;

/** Adds the entries of one list; whether any was left out because its text may not be used. */
export function readList(
  list: CollectedList,
  page: CollectedPage,
  reading: FrameReading,
  seen: Set<string>,
  usable: (locator: string) => boolean,
  byMapping: ReadonlyMap<string, readonly string[]>,
): boolean {
  const into = Object.hasOwn(LISTS, list.section) ? LISTS[list.section] : undefined;
  if (!into || (into === 'medications' && WITH_TREATMENT.test(list.heading))) return false;
  if (NOT_TAKEN.test(governing(list.headings)?.section ?? '')) return false;
  let left = false;
  for (const fields of list.items) {
    const item = fields.flatMap(([container, index]) => page.containers[container]?.[index] ?? []);
    const entry = entryOf(item);
    if (!entry || seen.has(entry.locator) || reading[into].length >= 200) continue;
    if (isListedIn(byMapping.get(into), entry.text)) continue;
    seen.add(entry.locator);
    if (!usable(entry.locator)) {
      left = true;
      continue;
    }
    const status = item.map((field) => statusOf(field.text)).find((one) => one !== null);
    if (
      item.every((field) => field.struck || field.text === '') ||
      item.some((field) => field.struck && roleInColumn(field) === 'drug') ||
      status === 'discontinued' ||
      status === 'completed'
    ) {
      reading.ignored.push({ text: entry.text.slice(0, 200), reason: `not active: ${status ?? 'crossed out'}` });
      continue;
    }
    if (reading[into].some((other) => other.status === 'read' && other.value === entry.text)) continue;
    reading[into].push(
      readAs({ value: entry.text, text: entry.text, label: list.heading, locator: entry.locator }, entry.text, GENERIC),
    );
  }
  return left;
}

/** An order screen that shows bortezomib alone is no list of what the patient takes. */
export function dropWhatIsNoList(reading: FrameReading): void {
  const others = reading.medications.some((entry) => entry.status === 'read' && !namesBortezomib(entry.value));
  if (!others) reading.medications = [];
}

/** Medication that belongs to the treatment, not the list of what the patient takes. */
const WITH_TREATMENT = /pre-?\s?med|pr[aä]-?medik|antiemet|antiem[eé]t|support|hydrat|flush/i;

const roleInColumn = (field: CollectedField) =>
  field.labels.map((label) => orderRoleOf(label.text)).find((one) => one !== 'unknown') ?? null;

/** The field that names the entry: under a drug or details header, else the first that is words and answers to no label. */
function entryOf(item: readonly CollectedField[]): { text: string; locator: string } | null {
  // a row of label and value says something about an entry; only one that says the drug is one
  const first = item[0] ? orderRoleOf(item[0].text) : 'unknown';
  if (first !== 'unknown' && first !== 'drug') return null;
  const role = roleInColumn;
  const words = item.filter((field) => isEntryWords(field) && /^(?:null|drug|instructions)$/.test(`${role(field)}`));
  const inColumn = (field: CollectedField) => field.labels.some((label) => label.from === 'column-header');
  const named =
    words.find((field) => role(field) === 'drug') ??
    words.find((field) => role(field) === 'instructions' && inColumn(field)) ??
    words.find((field) => role(field) === null);
  return named ? { text: named.text.slice(0, 200), locator: named.locator } : null;
}

/** `Dispense: 4 vials` says something about an entry and is none. */
function isLabelled(text: string): boolean {
  const label = /^([^:]{2,40}):\s/.exec(text)?.[1];
  return label !== undefined && !/^(?:unknown|drug)$/.test(orderRoleOf(label));
}

const isEntryWords = (field: CollectedField): boolean =>
  !field.button &&
  !field.struck &&
  !field.isLabel &&
  /\p{L}{3}/u.test(field.text) &&
  !isLabelled(field.text) &&
  analyteOf(field.text) === null &&
  statusOf(field.text) === null &&
  !NOTHING.test(field.text) &&
  orderRoleOf(field.text) === 'unknown' &&
  (sectionOf(field.text) === null || field.text.split(' ').length > 3) &&
  readDate(field.text)?.start !== 0 &&
  (field.text.length > 30 || parseRoute(field.text.split(' ')[0] ?? '').value === null);
