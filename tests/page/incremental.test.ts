/**
 * After a change, only what changed is looked at again: what is collected then is what a reader collects that sees the
 * page for the first time. Random changes in real Chromium, the same every time unless told otherwise.
 */
import { expect, test } from 'vitest';
import { readerScript } from './browser.ts';
import { onePage } from './one-page.ts';

const SEED = Number(process.env.SEED ?? 20261122);
const ROUNDS = 100;
const SERIES = 4;

const pageOfTests = onePage();

const START = `<!doctype html><meta charset="utf-8"><title>Chart</title><body>
<header id="banner"><b>Alpha Zztest</b> <span>DOB: 1950-01-01</span> <span>MRN: 100</span></header>
<main id="main"><h2>Active orders</h2><ul id="orders"><li>Bortezomib 1.3 mg/m2 SC weekly</li></ul>
<h2>Results</h2><table id="results"><tr><th>Test</th><th>Value</th></tr><tr><td>Creatinine</td><td>1.1 mg/dL</td></tr></table>
<h2>Allergies</h2><ul id="allergies"><li>Penicillin</li></ul></main><div id="more"></div></body>`;

/** Runs in the page: changes it at random, and after each change compares what is collected. */
const CHANGES = `(async () => {
  const random = reader.randomNumbers(seed);
  const oneOf = (all) => all[Math.floor(random() * all.length)];
  const elements = () => [...document.body.querySelectorAll('*')].filter((e) => !/^(?:script|option)$/.test(e.localName));
  const texts = () => { const w = document.createTreeWalker(document.body, 4); const all = []; while (w.nextNode()) all.push(w.currentNode); return all; };
  const words = ['Bortezomib 1.3 mg/m2 SC weekly', 'Velcade 1 mg/m2 IV', 'borte', 'zomib 2 mg', 'Creatinine 1.4 mg/dL', 'Weight: 70 kg', 'Aspirin 81 mg', 'DOB: 1960-02-03', 'MRN: 200', 'nothing', '10:15:01', 'bor\\u00ADte\\u00ADzomib 0.7 mg/m2', 'Allergies', 'Active orders', 'Penicillin', 'held', '01/02/2026'];
  const html = () => oneOf(['<li>W</li>', '<p>W</p>', '<div><span>W</span> <b>W</b></div>', '<tr><td>W</td><td>W</td></tr>', '<h3>W</h3>', '<label>W <input value="W"></label>', '<select><option>W</option></select>', '<textarea>W</textarea>', '<x-card>W</x-card>', '<iframe width="200" height="100" title="W"></iframe>', '<section><h2>W</h2><ul><li>W</li><li>W</li></ul></section>', '<script type="text/plain">W</script>']).replace(/W/g, () => oneOf(words));
  const steps = {
    insert: () => oneOf(elements())?.insertAdjacentHTML(oneOf(['beforeend', 'afterbegin', 'beforebegin', 'afterend']), html()),
    remove: () => { const e = oneOf(elements()); if (e && e.id !== 'main') e.remove(); },
    empty: () => { const e = oneOf(elements()); if (e && e.id !== 'main') e.textContent = oneOf(words); },
    patch: () => { const t = oneOf(texts()); if (t) t.data = oneOf(words); },
    split: () => { const t = oneOf(texts()); if (t && t.data.length > 3) t.splitText(Math.floor(random() * t.data.length)); },
    join: () => document.body.normalize(),
    move: () => { const [a, b] = [oneOf(elements()), oneOf(elements())]; if (a && b && !a.contains(b) && !b.contains(a)) b.append(a); },
    wrap: () => { const e = oneOf(elements()); if (e) { const box = document.createElement('div'); e.replaceWith(box); box.append(e); } },
    hide: () => { const e = oneOf(elements()); if (e) e.style.display = random() < 0.5 ? 'none' : ''; },
    value: () => { const e = oneOf([...document.querySelectorAll('input')]); if (e) e.value = oneOf(words); },
    shadow: () => { const e = oneOf(elements().filter((x) => /^(?:div|p|section|x-card)$/.test(x.localName) && !x.shadowRoot)); if (e) { e.attachShadow({ mode: 'open' }).innerHTML = html() + (random() < 0.5 ? '<slot></slot>' : ''); e.className = 'hosts'; } },
    inShadow: () => { const host = oneOf(elements().filter((x) => x.shadowRoot)); if (host) { if (random() < 0.3) host.shadowRoot.textContent = oneOf(words); else host.shadowRoot.append(document.createRange().createContextualFragment(html())); } },
    keptOut: () => { const e = oneOf(elements()); if (e && e.id !== 'main') { e.remove(); (globalThis.kept ??= []).push(e); } },
    putBack: () => { const e = (globalThis.kept ?? []).pop(); if (e) (oneOf(elements()) ?? document.body).append(e); },
    inHead: () => document.head.append(Object.assign(document.createElement('style'), { textContent: oneOf(['.hosts { color: red }', 'b { display: none }', 'b { display: inline }']) })),
  };
  const names = Object.keys(steps);
  const index = new reader.PageIndex((root) => seen.observe(root));
  const seen = reader.observePage({ onChanging() {}, onSettled() {}, onMutations: (records) => index.note(records) });
  const all = (known) => JSON.stringify(reader.collectPage(document, [], known).page, (key, value) => key === 'serial' ? 0 : key === 'locator' ? String(value).split('.')[1] : value);
  const differences = [];
  let orders = 0;
  for (let round = 0; round < rounds; round += 1) {
    const done = Array.from({ length: 1 + Math.floor(random() * 4) }, () => { const name = oneOf(names); steps[name](); return name; });
    if (elements().length > 400) document.getElementById('main')?.replaceChildren();
    if (random() < 0.4) document.body.insertAdjacentHTML('beforeend', '<section><h2>Active orders</h2><p>W</p></section>'.replace('W', oneOf(words.slice(0, 2))));
    await Promise.resolve();
    // given up in the middle: what was learned has to hold, and what was not is looked at the next time
    if (random() < 0.3) { const steps = reader.collecting(document, [], index); for (let n = Math.floor(random() * 12); n > 0 && !steps.next().done; n -= 1); steps.return(); }
    const again = all(index);
    const fresh = all(undefined);
    orders += JSON.parse(fresh).orders.length;
    if (again !== fresh) { differences.push([round, done.join(), again.length, fresh.length, [...again].findIndex((c, i) => c !== fresh[i])]); index.forget(); all(index); }
  }
  seen.stop();
  return { differences, orders };
})()`;

test.each(Array.from({ length: SERIES }, (_, series) => SEED + series))(
  `${ROUNDS} rounds of random changes, seed %i`,
  async (seed) => {
    const page = pageOfTests();
    await page.setContent(START);
    await page.evaluate(await readerScript());
    await page.evaluate(`globalThis.seed = ${seed}; globalThis.rounds = ${ROUNDS}; globalThis.kept = []`);
    const { differences, orders } = (await page.evaluate(CHANGES)) as { differences: unknown[]; orders: number };
    expect(differences).toEqual([]);
    expect(orders, 'the pages held orders').toBeGreaterThan(ROUNDS / 2);
  },
);
