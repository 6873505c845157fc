/** Pages of a given size to read: a long table of notes, with or without one order under a banner. Synthetic. */

/** What stands on the page beside the table. */
export type Kind = 'without the drug' | 'one order';

const WORDS =
  'assessment reviewed continue daily tablet follow-up visit stable noted plan discussed family phone home'.split(' ');
const word = (n: number) => WORDS[n % WORDS.length];

const CHART = `<header><div><b>Alpha Zztest</b> <span>DOB: 1950-01-01</span> <span>MRN: 100</span></div></header>
<section><h2>Active orders</h2><ul><li>Bortezomib <span id="dose">1.3 mg/m2</span> SC days 1, 8, 15, 22 of a 28-day cycle</li></ul></section>
<section><h2>Results</h2><table><tr><th>Test</th><th>Value</th></tr><tr><td>Creatinine</td><td>1.1 mg/dL</td></tr></table></section>`;
const CHART_ELEMENTS = 20;
const ROW_ELEMENTS = 6;

/** A page with about so many elements. */
export function pageOf(elements: number, kind: Kind): string {
  const rows = Math.floor((elements - (kind === 'one order' ? CHART_ELEMENTS : 0)) / ROW_ELEMENTS);
  const row = (n: number) =>
    `<tr><td>Entry ${n}</td><td><span>${word(n)} ${word(n * 7)} ${word(n * 3)} ${word(n * 5)}</span></td><td><b>User ${n % 17}</b></td></tr>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Chart</title><body>${kind === 'one order' ? CHART : ''}
<main><h2>Timeline</h2><table><tr><th>When</th><th>What</th><th>Who</th></tr>${Array.from({ length: rows }, (_, n) => row(n)).join('')}</table></main></body></html>`;
}
