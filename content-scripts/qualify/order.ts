/** One group of fields to one order, or to the reason why it is none. */
import type { Frequency, OrderStatus, Route } from '../../rules/clinical-context.ts';
import { frequencyOfDays } from '../../rules/regimens.ts';
import type { CollectedField, CollectedGroup } from '../collect/collected-field.ts';
import type { Ignored, OrderReading, Reading } from '../page-reading.ts';
import { namesBortezomib, type ParsedField, parseOrderText, parseStatus } from '../parse/index.ts';
import { daysOfColumns } from './day-columns.ts';
import { governing } from './governing.ts';
import { hash } from './identity.ts';
import { BARE, NO_NAME, namedPieces, withNamed } from './named-order.ts';
import { candidatesOf, ORDER_VALUES, shareOf } from './order-candidates.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { agree, type Candidate, GENERIC, missingAs, notFound, readAs } from './reading.ts';
import type { Section } from './sections.ts';
import { statusOf } from './status.ts';
import { addFromHeadings } from './under-headings.ts';

export interface FoundOrder {
  order: OrderReading;
  /** the text that names the drug, for telling one product from another */
  product: string;
  /** says nothing but that the drug is on the list */
  bare: boolean;
  /** body surface area stated in the order */
  bsa: Candidate<number>[];
  list: number;
}

const LONGEST_TEXT = 1500;
const NOT_ORDERS: Partial<Record<Section, string>> = {
  allergies: 'listed as an allergy or intolerance',
  history: 'treatment history',
  notes: 'in a note, not an order',
  problems: 'in the problem list',
  catalogue: 'a search result or catalogue entry, not an order',
  draft: 'an order that is being written and is not signed',
  results: 'among results',
};
/** Headings that only say where something stands, not that it is no order in force. */
const SAYS_LITTLE: ReadonlySet<Section> = new Set(['notes', 'problems', 'results']);
const SECTION_STATUS: Partial<Record<Section, OrderStatus>> = {
  past: 'discontinued',
  held: 'held',
  planned: 'planned',
  active: 'active',
};

/** Qualifies a group that names bortezomib. `place` names the element; the order's id is made of it and of what it shows. */
export function qualifyOrder(group: CollectedGroup, place: string): FoundOrder | Ignored {
  const generic = readOrder(group, place, GENERIC, piecesOf);
  const { named } = group;
  if (!named) return generic;
  const own = { ...group, fields: named.fields.map(({ field }) => field), headings: [] };
  return withNamed(named, generic, () =>
    readOrder(own, place, named.mapping, (fields) => namedPieces(named, fields), piecesOf(group.fields)),
  );
}

/** What is left out of it may change the dose. */
const TOO_LONG = 'its text is too long to be read whole';

/**
 * Reads one order.
 * @param adapter whose reading it is
 * @param piecesFrom tells which field answers to which label
 * @param beside what else stands in the entry: a change of the dose there makes the dose doubtful
 */
function readOrder(
  group: CollectedGroup,
  place: string,
  adapter: string,
  piecesFrom: (fields: readonly CollectedField[]) => Piece[],
  beside: readonly Piece[] = [],
): FoundOrder | Ignored {
  const whole = group.fields
    .map((field) => field.text)
    .filter(Boolean)
    .join(' ')
    .slice(0, LONGEST_TEXT);
  const ignored = (reason: string): Ignored => ({
    text: whole.slice(0, 400),
    reason,
    from: { adapter: GENERIC, confidence: 'inferred', label: null, frame: 0, locator: group.locator },
  });
  const section = governing(group.headings);
  // whoever mapped the area has said that it holds orders; a heading over notes says less
  const mapped = group.named?.holds === 'orders' && section !== null && SAYS_LITTLE.has(section.section);
  const notOrder = section && !mapped && NOT_ORDERS[section.section];
  if (notOrder) return ignored(`${notOrder} (${section.heading.text.slice(0, 60)})`);

  if (group.fields.some(({ cut }) => cut)) return ignored(TOO_LONG);

  // crossing out the name crosses out the order, whatever stands in the row besides
  const naming = group.fields.filter((field) => namesBortezomib(field.text));
  const struck = group.struck || (naming.length > 0 && naming.every((field) => field.struck));
  const pieces = piecesFrom(struck ? group.fields.map((field) => ({ ...field, struck: false })) : group.fields);
  const named = pieces.find((piece) => namesBortezomib(piece.text));
  if (!named) return ignored(NO_NAME);
  if (named.role === 'irrelevant' || named.role === 'not-in-force')
    return ignored(`named under "${(named.label ?? '').slice(0, 60)}"`);

  const free = freeText(pieces);
  const found = candidatesOf(pieces);
  const labelled = ORDER_VALUES.some((name) => found[name].some(({ value }) => value !== null));
  const parsed = parseOrderText(free, { besideFields: labelled });
  if (parsed.kind === 'history') return ignored('treatment history');
  if (parsed.kind === 'allergy') return ignored('an allergy');

  const columns = daysOfColumns(group.fields);
  if (columns) (found.days as Candidate<number[]>[]).push(columns);
  const bsa = found.bsaM2 as Candidate<number>[];
  const textCandidate = <T>(field: ParsedField, value: T | null): Candidate<T>[] => {
    const span = parsed.spans[field];
    const reason = parsed.reasons[field];
    const where = span ? (pieceAt(pieces, free, span.start) ?? named) : named;
    const text = span ? free.slice(span.start, span.end) : free.slice(0, 200);
    const at = { text, label: null, locator: where.field.locator };
    if (value !== null) return [{ value, ...at }];
    // what was left out for being something else says nothing against a value that stands elsewhere
    return reason
      ? [{ value: null, missing: /strength|not given by/.test(reason) ? 'unparsed' : 'ambiguous', reason, ...at }]
      : [];
  };
  const field = <T>(name: ParsedField, value: T | null): Reading<T> => {
    const cells = found[name] as Candidate<T>[];
    // 'reduced from 1.3' beside a dose of 1 under its own label: the labelled one is in force
    const former =
      parsed.reasons[name] === 'only the former dose is stated' && cells.some(({ value }) => value !== null);
    const told = former && !cells.some(({ value }) => value !== null && saysNumber(free, value));
    const text = told ? [] : textCandidate(name, value);
    const change = modification([...pieces, ...beside]);
    if ((name === 'dosePerBsa' || name === 'doseMg') && change) {
      const first = [...cells, ...text].find((one) => one.value !== null);
      if (first)
        return missingAs(
          'ambiguous',
          first,
          `a dose modification stands beside it: ${change.text.slice(0, 60)}`,
          adapter,
        );
    }
    return agree([...cells, ...text], adapter);
  };
  const days = field('days', parsed.days);
  const derived = days.status === 'read' ? frequencyOfDays(days.value) : undefined;
  if (derived && days.status === 'read' && !found.frequency.some((one) => one.missing === 'ambiguous'))
    (found.frequency as Candidate<Frequency>[]).push({
      value: derived,
      text: days.text,
      label: days.from.label,
      locator: days.from.locator,
    });
  if (parsed.bsaM2 !== null) bsa.push(...textCandidate('bsaM2', parsed.bsaM2));
  const order: OrderReading = {
    id: place,
    drug: readAs(
      { value: 'bortezomib', text: named.text, label: named.label, locator: named.field.locator },
      'bortezomib',
      adapter,
    ),
    dosePerBsa: field('dosePerBsa', parsed.dosePerBsa),
    doseMg: field('doseMg', parsed.doseMg),
    route: field<Route | 'intrathecal' | 'other'>('route', parsed.route),
    days,
    cycleLengthDays: field('cycleLengthDays', parsed.cycleLengthDays),
    frequency: field('frequency', parsed.frequency),
    regimen: field('regimen', parsed.regimen),
    status: statusReading({ ...group, struck }, pieces, section, parsed.status, named, adapter),
    cycle: field('cycle', parsed.cycle),
    cycleDay: field('cycleDay', parsed.cycleDay),
    text: whole,
  };
  addFromHeadings(order, group.headings);
  // a virtual list uses a row's element again for another order (H16): that order is not the one before
  const told = [productOf(named), order.route, order.days, order.frequency, order.cycle, order.cycleDay].map((part) =>
    typeof part === 'string' ? part : part.status === 'read' ? part.value : part.status,
  );
  order.id = `${place}-${hash(JSON.stringify(told))}`;
  const said = [order.dosePerBsa, order.doseMg, order.route, order.days, order.frequency, order.cycleLengthDays];
  const bare = !said.some((reading) => reading.status === 'read' || reading.status === 'ambiguous');
  if (bare && !isListed(named, section, order)) return ignored(BARE);
  return { order, product: productOf(named), bare, bsa, list: group.list };
}

/** A link or a document about the drug. */
const ABOUT =
  /\b(?:protocol|pdf|leaflet|guide(?:line)?s?|monograph|consent|information|education|policy|calculator)\b/i;

const productOf = (named: Piece): string => named.text.replace(/\s+/g, ' ').trim().toLowerCase();

/** Whether a bare name stands where a list of medications would put it. */
function isListed(named: Piece, section: ReturnType<typeof governing>, order: OrderReading): boolean {
  if (named.field.button || named.text.length > 160 || ABOUT.test(named.text)) return false;
  if (section && (section.section === 'medications' || SECTION_STATUS[section.section])) return true;
  return named.role === 'drug' || order.status.status === 'read';
}

/** Under 'Dose', more than an amount often stands: '1.3 mg/m2 SC on days 1, 8, 15'. */
const inFreeText = ({ role, text }: Piece): boolean =>
  text !== '' && (/^(?:text|drug|instructions)$/.test(role) || (role === 'dose' && MORE_THAN_AMOUNT.test(text)));
const MORE_THAN_AMOUNT = /\b(?:days?|d|dag(?:en)?|tage?|jours?|j|d[ií]as?|giorn[oi]|weekly|every|q)\s?\d/i;

/** Whether a number stands in a text, with a point or a comma. */
const saysNumber = (text: string, value: unknown): boolean =>
  (text.match(/\d+(?:[.,·]\d+)?/g) ?? []).some((number) => Number(number.replace(/[,·]/, '.')) === value);

/** Text without labels, and text under labels that hold order text, as one: cells apart, blocks on lines of their own. */
function freeText(pieces: readonly Piece[]): string {
  let text = '';
  let last: Piece | null = null;
  for (const piece of pieces) {
    if (!inFreeText(piece)) continue;
    if (piece.field.button && !namesBortezomib(piece.text)) continue;
    if (last) text += last.field === piece.field ? ' ' : ' | ';
    text += piece.text;
    last = piece;
  }
  return text.slice(0, LONGEST_TEXT);
}

/** The piece that stands at an offset of the joined text. */
function pieceAt(pieces: readonly Piece[], free: string, offset: number): Piece | null {
  let from = 0;
  for (const piece of pieces) {
    if (!inFreeText(piece)) continue;
    const at = free.indexOf(piece.text, from);
    if (at < 0) continue;
    from = at + piece.text.length;
    if (offset >= at && offset < from) return piece;
  }
  return null;
}

const NO_CHANGE = /^(?:|none|no|nein|non|nee|nej|n[aã]o|ninguna?|aucune?|keine?|nessuna|geen|ingen|[-–—]+|n\/?a)$/i;

/** A separate chip or field that changes the dose by a share of it; 0 % and 100 % change nothing. */
function modification(pieces: readonly Piece[]): Piece | null {
  for (const piece of pieces) {
    if (!/^(?:text|change|unknown|dose|dosePerBsa|doseMg)$/.test(piece.role)) continue;
    const share = shareOf(piece.text);
    if (share !== null && share !== 'none') return piece;
    if (share === null && piece.role === 'change' && !NO_CHANGE.test(piece.text.trim())) return piece;
  }
  return null;
}

function statusReading(
  group: CollectedGroup,
  pieces: readonly Piece[],
  section: ReturnType<typeof governing>,
  inText: OrderStatus | 'conditional' | null,
  named: Piece,
  adapter: string,
): Reading<OrderStatus> {
  const found: Candidate<OrderStatus>[] = [];
  for (const piece of pieces) {
    const at = { text: piece.text, label: piece.label, locator: piece.field.locator };
    const chip = statusOf(piece.text);
    if (piece.role === 'status') {
      const cell = parseStatus(piece.text);
      const value = chip ?? (cell.value === 'conditional' ? null : cell.value);
      if (value) found.push({ value, ...at });
      else found.push({ value: null, missing: piece.text ? 'unparsed' : 'empty', ...at });
    } else if (chip && piece.role === 'text' && !piece.field.button) found.push({ value: chip, ...at });
  }
  const nameAt = { label: named.label, locator: named.field.locator };
  if (inText === 'conditional')
    found.push({ value: null, missing: 'ambiguous', reason: 'a conditional order', text: named.text, ...nameAt });
  else if (inText && !found.some((one) => one.value !== null))
    found.push({ value: inText, text: named.text, ...nameAt });
  if (group.struck) found.push({ value: 'discontinued', text: `${named.text} (crossed out)`, ...nameAt });
  const governed = section && SECTION_STATUS[section.section];
  if (governed) {
    const under = { value: governed, text: section.heading.text, label: null, locator: section.heading.locator };
    const own = found.find((one) => one.value !== null);
    // what the row says is finer than its heading: completed and cancelled orders are both past, held ones still active
    const finer =
      own &&
      ((governed === 'discontinued' && (own.value === 'completed' || /histor/i.test(section.heading.text))) ||
        (governed === 'active' && (own.value === 'held' || own.value === 'planned')));
    if (!finer) found.push(under);
  }
  const reading = agree(found, adapter);
  if (group.greyed && (reading.status !== 'read' || reading.value === 'active'))
    return missingAs('ambiguous', { value: null, text: named.text, ...nameAt }, 'the entry is greyed out', adapter);
  return found.length === 0 ? notFound('the page does not say') : reading;
}
