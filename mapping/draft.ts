/** A mapping that is being made: parts are added as they are clicked, and nothing of a patient may get into it. */
import { isAt } from './address.ts';
import {
  type Address,
  type FieldPlace,
  type ListKind,
  MAPPING_FORMAT,
  type MappedPage,
  type OrderArea,
  type OrderField,
  type PatientPart,
  type Place,
  type ResultField,
  type SiteMapping,
} from './shape.ts';

/** What an administrator maps in one go, with the fields to click. */
export type PartToMap =
  | { what: 'orders'; name: string; kind: OrderArea['kind']; holds: OrderArea['holds']; fields: OrderField[] }
  | { what: 'patient'; fields: PatientPart[] }
  | { what: 'results'; name: string; fields: ResultField[] }
  | { what: 'list'; name: string; kind: ListKind }
  | { what: 'required' };

/** What was found for the clicked fields of one entry. */
export interface FoundPart {
  area: Place;
  each?: string;
  fields: Record<string, FieldPlace>;
}

/** How far an entry reaches around the fields that were clicked. */
export type EntryKind = OrderArea['kind'];

/** Why nothing could be proposed from what was clicked. */
export interface NoProposal {
  /**
   * nothing: nothing was clicked; shadow: the fields stand in a shadow tree, whose selectors are written by hand;
   * text: the mapping as it stands has faults; apart: they do not stand together; no-selector: none was found for the field `role`, or for the entry
   */
  fault: 'nothing' | 'text' | 'shadow' | 'apart' | 'no-selector';
  role?: string;
}

/** A mapping with nothing in it yet but where the page is. */
export function draftFor(url: string, name: string): SiteMapping {
  return {
    format: MAPPING_FORMAT,
    id: idOf(name),
    name,
    pages: [{ name, addresses: [addressOf(url)], requires: [] }],
  };
}

/** The page of a mapping that an address belongs to, added where there is none. */
export function pageAt(mapping: SiteMapping, url: string, name: string): { mapping: SiteMapping; index: number } {
  const index = mapping.pages.findIndex(({ addresses }) => isAt(addresses, url));
  if (index >= 0) return { mapping, index };
  const page: MappedPage = { name, addresses: [addressOf(url)], requires: [] };
  return { mapping: { ...mapping, pages: [...mapping.pages, page] }, index: mapping.pages.length };
}

const idOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'mapping';

/** Where a page is found, by the address of one patient's: what may name the patient is left open. */
export function addressOf(url: string): Address {
  const { hostname, pathname, hash } = new URL(url);
  const fragment = /^#!?\//.test(hash) ? `*${withoutIds(hash)}` : '';
  return { host: hostname || '*', path: `${withoutIds(pathname)}${fragment}*` };
}

/** Every part of a path that holds figures, is long, or is no plain word becomes `*`. */
const withoutIds = (path: string): string =>
  path
    .split('/')
    .map((part) => (/^(?:#!?)?(?:[A-Za-z][A-Za-z_.-]{0,24})?$/.test(part) ? part : '*'))
    .join('/');

/** The mapping with one more part on one of its pages. */
export function withPart(mapping: SiteMapping, page: number, part: PartToMap, found: FoundPart): SiteMapping {
  return withPage(mapping, page, (before) => {
    const { area, each, fields } = found;
    switch (part.what) {
      case 'orders': {
        const { name, kind, holds } = part;
        const order = { name, kind, area, ...(each ? { each } : {}), holds, fields } as unknown as OrderArea;
        return { ...before, orders: [...(before.orders ?? []), order] };
      }
      case 'patient':
        return { ...before, patient: { area, fields } };
      case 'results': {
        const result = { name: part.name, area, each: each ?? ':scope', fields };
        return { ...before, results: [...(before.results ?? []), result as unknown as ResultPart] };
      }
      case 'list': {
        const list = { name: part.name, kind: part.kind, area, each: each ?? ':scope', fields };
        return { ...before, lists: [...(before.lists ?? []), list as unknown as ListPart] };
      }
      case 'required':
        return withRequired(before, area);
    }
  });
}

type ResultPart = NonNullable<MappedPage['results']>[number];
type ListPart = NonNullable<MappedPage['lists']>[number];

const withRequired = (page: MappedPage, place: Place): MappedPage => ({
  ...page,
  requires: [...page.requires.filter((other) => JSON.stringify(other) !== JSON.stringify(place)), place],
});

function withPage(mapping: SiteMapping, index: number, change: (page: MappedPage) => MappedPage): SiteMapping {
  return { ...mapping, pages: mapping.pages.map((page, at) => (at === index ? change(page) : page)) };
}

/** Shorter words of a patient's data are found in too much else. */
const SHORTEST = 3;

/**
 * Words of a patient that stand somewhere in a mapping.
 * @param shown what the page shows of the patient: name, number, birth date
 */
export function patientWordsIn(mapping: SiteMapping, shown: readonly string[]): string[] {
  const texts = textsIn(mapping).map((text) => text.toLowerCase());
  const words = shown.flatMap((text) => [text, ...text.split(/[\s,;()]+/)]).map((word) => word.trim());
  const telling = words.filter((word) => word.length >= SHORTEST);
  return [...new Set(telling)].filter((word) => texts.some((text) => text.includes(word.toLowerCase())));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
