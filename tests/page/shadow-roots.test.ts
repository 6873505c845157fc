/** Open shadow roots are found on every element that may have one, in a page of which most is passed over. Real Chromium. */
import { expect, test } from 'vitest';
import { readerScript } from './browser.ts';
import { onePage } from './one-page.ts';

/** Every element of HTML that the standard lets have a shadow root, less the body, which has no others beside it. */
const HOSTS =
  'article,aside,blockquote,div,footer,h1,h2,h3,h4,h5,h6,header,main,nav,p,section,span,x-later,x-defined'.split(',');
/** What the page is made of beside the hosts: names that may have a root, names that may not, and names in capitals. */
const MOSTLY = {
  ...Object.fromEntries(HOSTS.map((name) => [name, `{<${name}></${name}>}`])),
  cells: '<table>{<tr><td>note</td><td><b>by</b></td></tr>}</table>',
  pictures: '{<svg viewBox="0 0 1 1"><foreignObject><i>note</i></foreignObject></svg>}',
  capitals: '<i id="capitals"></i>',
};

const pageOfTests = onePage();

/** Runs in the page: gives each host a root with an order of its own; the hosts whose order is read. */
const READ = `(() => {
  const capitals = document.getElementById('capitals');
  // elements of HTML with a name in capitals, which a page can make by script alone
  for (let index = 0; capitals && index < 2000; index += 1)
    capitals.append(document.createElementNS('http://www.w3.org/1999/xhtml', index % 2 ? 'DIV' : 'SPAN'));
  if (!customElements.get('x-defined')) customElements.define('x-defined', class extends HTMLElement {});
  const names = [];
  for (const host of document.querySelectorAll('[data-host]')) {
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>Bortezomib 1.3 mg/m2 SC, note of ' + host.localName + '</p>';
    if (host.localName === 'x-defined') host.append('not shown');
  }
  const { page } = reader.collectPage(document);
  for (const { group } of page.orders) names.push(/note of ([-\\w]+)/.exec(group.fields.map(({ text }) => text).join(' '))?.[1]);
  return names;
})()`;

test.each(Object.entries(MOSTLY))('in a page that is mostly %s', async (_, mostly) => {
  const page = pageOfTests();
  const rest = mostly.replace(/\{(.*)\}/, (_all, piece: string) => piece.repeat(1500));
  const hosts = HOSTS.map((name) => `<li><${name} data-host></${name}></li>`).join('');
  await page.setContent(`<!doctype html><title>Chart</title><body>${rest}<ul>${hosts}</ul>${rest}</body>`);
  await page.evaluate(await readerScript());
  expect(await page.evaluate(READ)).toEqual(HOSTS);
});

test('on the body itself', async () => {
  const page = pageOfTests();
  await page.setContent('<!doctype html><title>Chart</title><body data-host>not shown</body>');
  await page.evaluate(await readerScript());
  expect(await page.evaluate(READ)).toEqual(['body']);
});
