/** Runs a mapping on a document: which elements it names, and what of it no longer matches. Reads only. */

import { isAt } from '../../mapping/address.ts';
import type {
  FieldPlace,
  ListArea,
  MappedPage,
  OrderArea,
  PatientArea,
  Place,
  ResultArea,
  SiteMapping,
} from '../../mapping/shape.ts';
import { baseOf, shownIn, upwards } from '../collect/dom.ts';
import type { ReaderHealth } from '../collect/named-field.ts';
import type { Visibility } from '../collect/visibility.ts';
import { placesIn } from './places.ts';

export interface FoundField {
  role: string;
  unit?: string;
  elements: Element[];
}

/** One entry of an area: its element and the elements of its fields. */
export interface FoundEntry<Area> {
  mapping: string;
  area: Area;
  element: Element;
  fields: FoundField[];
  /** the element that dates the whole area */
  collected?: Element;
}

/** What mappings name in one document. */
export interface MappingRun {
  health: ReaderHealth[];
  patients: FoundEntry<PatientArea>[];
  orders: FoundEntry<OrderArea>[];
  results: FoundEntry<ResultArea>[];
  lists: FoundEntry<ListArea>[];
}

export interface MappingOptions {
  mappings: readonly SiteMapping[];
  /** whether an element's text or form values name the drug; entries that do not are no orders of it */
  namesDrug(element: Element): boolean;
}

/** Runs every mapping that is for the document's address. Never throws for what a page holds. */
export function runMappings(document: Document, visibility: Visibility, options: MappingOptions): MappingRun {
  const url = addressOf(document);
  const run: MappingRun = { health: [], patients: [], orders: [], results: [], lists: [] };
  for (const mapping of options.mappings)
    for (const page of mapping.pages)
      if (isAt(page.addresses, url)) runPage(document, visibility, mapping, page, options, run);
  return run;
}

/** A frame without an address of its own goes by what its document was made from. */
const addressOf = (document: Document): string => {
  const { href } = document.location ?? { href: '' };
  return /^about:/.test(href) ? baseOf(document) : href;
};

function runPage(
  document: Document,
  visibility: Visibility,
  mapping: SiteMapping,
  page: MappedPage,
  { namesDrug }: MappingOptions,
  run: MappingRun,
): void {
  const health: ReaderHealth = {
    mapping: mapping.id,
    name: mapping.name,
    page: page.name,
    state: 'applied',
    matched: [],
    missing: [],
  };
  run.health.push(health);
  const gone = page.requires.filter((place) => placesIn(document, place, visibility).length === 0);
  if (gone.length > 0) {
    health.state = 'stepped-aside';
    health.missing = gone.map((place) => `needed: ${describe(place)}`);
    return;
  }
  const reader = new AreaReader(visibility, mapping.id, health);
  if (page.patient)
    run.patients.push(...reader.entries('patient', page.patient, placesIn(document, page.patient.area, visibility), 1));
  for (const area of page.orders ?? []) {
    const areas = placesIn(document, area.area, visibility);
    const elements = area.each === undefined ? areas : reader.rowsOf(areas, area.each);
    // rows of other drugs may lack what an order of this one has
    const naming = elements.filter(namesDrug);
    if (elements.length > 0 && naming.length === 0) health.matched.push(area.name);
    else run.orders.push(...reader.entries(area.name, area, naming));
  }
  for (const area of page.results ?? [])
    for (const inside of placesIn(document, area.area, visibility)) {
      const [collected] = area.collected ? placesIn(inside, area.collected, visibility) : [];
      const entries = reader.entries(area.name, area, reader.rowsOf([inside], area.each));
      run.results.push(...entries.map((entry) => (collected ? { ...entry, collected } : entry)));
    }
  for (const area of page.lists ?? [])
    run.lists.push(
      ...reader.entries(area.name, area, reader.rowsOf(placesIn(document, area.area, visibility), area.each)),
    );
  health.matched = [...new Set(health.matched)];
  health.missing = [...new Set(health.missing)];
}

/** A place in words, for people: no text of the page is in it. */
const describe = ({ select, says, beside, has }: Place): string =>
  [
    select,
    says && `saying '${says}'`,
    beside && `beside '${beside}'`,
    has && `with ${has.select}${has.says ? ` saying '${has.says}'` : ''}`,
  ]
    .filter(Boolean)
    .join(' ');

class AreaReader {
  readonly #visibility: Visibility;
  readonly #mapping: string;
  readonly #health: ReaderHealth;

  constructor(visibility: Visibility, mapping: string, health: ReaderHealth) {
    this.#visibility = visibility;
    this.#mapping = mapping;
    this.#health = health;
  }

  rowsOf(areas: readonly Element[], each: string): Element[] {
    return areas.flatMap((area) => placesIn(area, { select: each }, this.#visibility)).slice(0, MOST_ENTRIES);
  }

  /** The entries that have every field they must have; what the others lack is noted. */
  entries<Area extends { fields: object }>(
    name: string,
    area: Area,
    elements: readonly Element[],
    most = MOST_ENTRIES,
  ): FoundEntry<Area>[] {
    if (elements.length === 0) return [];
    if (elements.length > most) {
      this.#health.missing.push(`${name}: ${elements.length} places fit`);
      return [];
    }
    const all = new Set(elements);
    if (elements.some((element) => [...upwards(shownIn(element))].some((at) => all.has(at)))) {
      this.#health.missing.push(`${name}: one place inside another`);
      return [];
    }
    const lacking = new Map<string, number>();
    const found: FoundEntry<Area>[] = [];
    for (const element of elements) {
      const fields: FoundField[] = [];
      let complete = true;
      for (const [role, place] of Object.entries(area.fields) as [string, FieldPlace][]) {
        const inside = placesIn(element, place, this.#visibility);
        if (inside.length > 0) fields.push({ role, unit: place.unit, elements: inside.slice(0, MOST_SAME) });
        else if (!place.optional) {
          complete = false;
          lacking.set(role, (lacking.get(role) ?? 0) + 1);
        }
      }
      if (complete) found.push({ mapping: this.#mapping, area, element, fields });
    }
    for (const [role, count] of lacking)
      this.#health.missing.push(`${name}: no ${role} in ${count} of ${elements.length}`);
    if (found.length > 0) this.#health.matched.push(name);
    return found;
  }
}

const MOST_ENTRIES = 200;
/** elements of one field in one entry */
const MOST_SAME = 20;
