/** Pages out of pieces of real charts and of everything that is hostile, the same for the same numbers. */
import { PAYLOADS, PUMPS } from './hostile-pages.ts';

/** Stands in every text that nobody can see. No page shows it. */
export const HIDDEN = '0.77';

const DRUGS = ['Bortezomib', 'Velcade', 'bortezomib (Velcade)', 'BORTEZOMIB 3.5 mg vial', 'bor\u00adtezomib'];
const OTHERS = [
  'Lenalidomide 25 mg PO daily',
  'Dexamethasone 40 mg weekly',
  'Zoledronic acid 4 mg IV',
  'Acyclovir 400 mg',
];
const DOSES = [
  '1.3 mg/m2',
  '1 mg/m²',
  '0.7 mg/m2',
  '1,3 mg/m2',
  '2.34 mg',
  '1.3',
  'mg/m2',
  '13 mg/m2',
  '1.3 mg/m2 (2.34 mg)',
];
const REST = [
  'SC',
  'IV',
  'days 1, 4, 8, 11',
  'every 21 days',
  'weekly',
  'C3D8',
  'Active',
  'Discontinued',
  'on hold',
  'VRd',
  'no',
];
const LABELS = [
  'Dose',
  'Drug',
  'Medication',
  'Route',
  'Status',
  'Weight',
  'Creatinine',
  'Name',
  'DOB',
  'MRN',
  'BSA',
  'Allergies',
  'Platelets',
];
const VALUES = [
  '1.2 mg/dL',
  '72 kg',
  '1.8 m2',
  '1958-03-14',
  'MRN 1234567',
  '180 x10^9/L',
  '68 y',
  'F',
  '2026-11-01',
  'none',
];
const HIDING = [
  'display:none', 'visibility:hidden', 'opacity:0', 'position:absolute;left:-9999px', 'clip-path:inset(50%)', 'font-size:0',
  'height:0;overflow:hidden', 'position:absolute;clip:rect(0,0,0,0)', 'content-visibility:hidden', 'transform:scale(0)',
]; // biome-ignore format: a list
const NAMES = [
  'body',
  'children',
  'parentNode',
  'textContent',
  'shadowRoot',
  'getAttribute',
  'addEventListener',
  'querySelectorAll',
];
const TAGS = [
  'div',
  'span',
  'p',
  'section',
  'li',
  'b',
  'td',
  'tr',
  'table',
  'ul',
  'form',
  'label',
  'header',
  'h2',
  'dl',
  'dt',
  'dd',
  'button',
  's',
  'sup',
];

/** The next page of a sequence, as markup for a body. */
export function generatedPage(random: () => number): string {
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const some = (most: number, make: () => string) =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, make).join('');
  const text = (said: string) => said.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const attribute = (said: string) => text(said).replaceAll('"', '&quot;');

  const order = () => [oneOf(DRUGS), oneOf(DOSES), ...Array.from({ length: 3 }, () => oneOf(REST))].map(text).join(' ');
  const words = (): string => {
    const kind = random();
    if (kind < 0.35) return order();
    if (kind < 0.5) return text(oneOf(OTHERS));
    if (kind < 0.65) return text(oneOf(LABELS) + oneOf([':', '', ' ']));
    if (kind < 0.8) return text(oneOf(VALUES));
    if (kind < 0.9) return text(oneOf(PAYLOADS));
    return text(oneOf(PUMPS).repeat(Math.floor(random() * 40)));
  };
  const attributes = () =>
    random() < 0.3
      ? ` ${oneOf(['class', 'id', 'name', 'title', 'aria-label', 'role', 'headers', 'aria-labelledby', 'for', 'colspan', 'data-x'])}="${attribute(oneOf([words(), oneOf(NAMES), oneOf(LABELS), 'row', 'cell', 'grid', 'heading', '99999']))}"`
      : '';
  const table = () => {
    const columns = 2 + Math.floor(random() * 3);
    const row = (cell: () => string) => `<tr>${Array.from({ length: columns }, cell).join('')}</tr>`;
    return `<table${attributes()}>${random() < 0.8 ? row(() => `<th${attributes()}>${text(oneOf(LABELS))}</th>`) : ''}${some(
      4,
      () =>
        row(
          () =>
            `<td${attributes()}>${oneOf([words, () => oneOf(DRUGS), () => oneOf(DOSES), () => oneOf(REST)])()}</td>`,
        ),
    )}</table>`;
  };
  const banner = () =>
    `<header><b>${text(oneOf(['Amber Zztest', 'Bravo Yytest', oneOf(PAYLOADS)]))}</b> <span>DOB: 19${50 + Math.floor(random() * 9)}-03-14</span> <span>MRN: ${Math.floor(random() * 3)}000</span></header>`;
  const hidden = () => `<div style="${oneOf(HIDING)}">Bortezomib ${HIDDEN} mg/m2 SC weekly</div>`;
  const control = () =>
    oneOf([
      `<label>${text(oneOf(LABELS))} <input value="${attribute(oneOf(DOSES))}"></label>`,
      `<select><option>${order()}<option>Velcade ${HIDDEN} mg/m2</select>`,
      `<textarea>${order()}</textarea>`,
      `<input type="hidden" value="Bortezomib ${HIDDEN} mg/m2">`,
      `<form name="${oneOf(NAMES)}"><input name="${oneOf(NAMES)}" value="${attribute(oneOf(DOSES))}"></form>`,
    ]);
  const shadow = (depth: number) =>
    `<div><template shadowrootmode="open">${piece(depth + 1)}<slot></slot></template>${piece(depth + 1)}</div>`;
  const piece = (depth: number): string => {
    const kind = random();
    if (depth > 5 || kind < 0.3) return `<p${attributes()}>${words()}</p>`;
    if (kind < 0.4) return table();
    if (kind < 0.46) return hidden();
    if (kind < 0.54) return control();
    if (kind < 0.58) return shadow(depth);
    if (kind < 0.62) return banner();
    if (kind < 0.64) return '<span>'.repeat(Math.floor(random() * 120)) + words();
    if (kind < 0.66) return `<${oneOf(['script', 'style', 'template', 'noscript'])}>Bortezomib ${HIDDEN} mg/m2 SC`;
    const tag = oneOf(TAGS);
    return `<${tag}${attributes()}>${some(3, () => piece(depth + 1))}${random() < 0.9 ? `</${tag}>` : ''}`;
  };
  return `${random() < 0.5 ? banner() : ''}${some(5, () => piece(0))}`;
}
