/** Pages that mean it ill, each as a script that runs in a plain chart. Everything that they make up says `Mallory`. */
import { PLAIN } from './hostile-ground.ts';

/** Payloads that would run, load or change something wherever text is taken for markup, code or a template. */
export const PAYLOADS = [
  `<img src=x onerror="globalThis.canary='img'">`,
  `<svg onload="globalThis.canary='svg'"></svg>`,
  `<script>globalThis.canary='script'</script>`,
  `"><iframe srcdoc="<script>parent.canary='frame'</script>">`,
  `javascript:globalThis.canary='url'`,
  `{{constructor.constructor("globalThis.canary='template'")()}}`,
  '$' + '{globalThis.canary="literal"}',
  `<style>body{display:none}</style><base href="//mallory.example">`,
  `__proto__`,
  `constructor`,
];

const chart = (script: string) => `${PLAIN}<script>${script}</script>`;
const json = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

/** Replaces what a reader may call by what throws, lies or never returns the same; `Object.prototype` is polluted too. */
const OVERRIDES = `
  const bad = () => { throw new Error('Mallory'); };
  for (const [owner, names] of [
    [Array.prototype, ['map', 'filter', 'slice', 'push', 'flatMap', 'some', 'find', 'at', 'includes', 'indexOf', 'join']],
    [String.prototype, ['slice', 'trim', 'replace', 'split', 'normalize', 'toLowerCase', 'matchAll', 'includes', 'charAt']],
    [RegExp.prototype, ['exec', 'test']], [Map.prototype, ['get', 'set', 'has']], [Set.prototype, ['has', 'add']],
    [WeakMap.prototype, ['get', 'set']], [JSON, ['parse', 'stringify']], [Object, ['entries', 'keys', 'assign', 'fromEntries']],
    [Math, ['max', 'min', 'random']], [Node.prototype, ['contains', 'getRootNode', 'appendChild']],
    [Element.prototype, ['getAttribute', 'matches', 'closest', 'querySelectorAll', 'getBoundingClientRect', 'checkVisibility']],
    [Document.prototype, ['createTreeWalker', 'createRange', 'querySelectorAll', 'elementFromPoint', 'addEventListener']],
    [MutationObserver.prototype, ['observe', 'disconnect']], [EventTarget.prototype, ['addEventListener']],
  ]) for (const name of names) owner[name] = bad;
  for (const [owner, names] of [
    [Node.prototype, ['textContent', 'firstChild', 'nextSibling', 'parentNode', 'nodeType', 'isConnected']],
    [Element.prototype, ['localName', 'shadowRoot', 'previousElementSibling', 'scrollTop']],
    [Document.prototype, ['body', 'documentElement', 'defaultView', 'visibilityState']], [CharacterData.prototype, ['data']],
    [HTMLInputElement.prototype, ['value', 'type']],
  ]) for (const name of names) Object.defineProperty(owner, name, { get: bad, configurable: true });
  for (const name of ['MutationObserver', 'setTimeout', 'setInterval', 'clearTimeout', 'Map', 'Set', 'WeakRef', 'getComputedStyle',
    'performance', 'CSS', 'AbortController', 'requestAnimationFrame', 'chrome', 'browser', 'Promise', 'Symbol'])
    try { Object.defineProperty(globalThis, name, { get: bad, configurable: true }); } catch {}
  Object.defineProperty(Object.prototype, 'type', { get: () => 'clicked', set() {}, configurable: true });
  Object.prototype.tabId = 1; Object.prototype.id = 'Mallory'; Object.prototype.locator = 'Mallory';
  Array.prototype[Symbol.iterator] = bad;`;

/** Names that a form's fields and pictures answer for in place of the document's, the form's and the window's own. */
const CLOBBERED = [
  'body', 'head', 'documentElement', 'children', 'childNodes', 'parentNode', 'parentElement', 'attributes', 'shadowRoot',
  'textContent', 'innerText', 'getElementById', 'querySelectorAll', 'querySelector', 'getAttribute', 'hasAttribute', 'matches',
  'closest', 'contains', 'nodeType', 'localName', 'tagName', 'firstChild', 'nextSibling', 'previousElementSibling',
  'assignedSlot', 'ownerDocument', 'defaultView', 'createTreeWalker', 'createRange', 'checkVisibility', 'getRootNode', 'isConnected',
  'getBoundingClientRect', 'addEventListener', 'elementFromPoint', 'visibilityState', 'location', 'host', 'hostname', 'labels',
  'control', 'value', 'type', 'checked', 'options', 'chrome', 'browser', 'bortezomibReader', 'assignedNodes', 'baseURI', 'scrollTop',
]; // biome-ignore format: a list

/** Text that a careless expression goes back and forth in. */
export const PUMPS = [
  ' ', 'a', '1', '12 ', '1.', '١', 'a b ', 'aa:', 'A-', '1, ', '1/', 'd1,', 'day 1 ', 'DOB ', 'Name: ', 'mg ', '1.3 mg/m2 ', '\u00ad',
  'bor\u00adtezomib ', 'velcade', '(', '[', 'm 2', '2026-01-', 'no ', 'reduced from ', 'w', '. ', '\n', 'é', '\u0301', '%', 'to ',
]; // biome-ignore format: a list

export interface HostilePage {
  html: string;
  /** states in which the panel may come to rest */
  states: readonly string[];
  /** what the panel says then */
  says: RegExp;
  /** where the user asks for everything as it stands: states after that */
  asked?: readonly string[];
  /** ms until the page has done its worst */
  lasts?: number;
}

const READ = ['ready', 'partly-read'] as const;
const READ_OR_NOT = [...READ, 'no-order', 'choose-order'] as const;
const AMBER = /Chart on screen: Amber Zztest/;
/** The chart is read, and it is said that there is more. */
const TOO_LARGE = /Chart on screen: Amber Zztest[\s\S]*too large to be read whole/;

export const HOSTILE_PAGES: Record<string, HostilePage> = {
  'overrides-before': { html: `<script>${OVERRIDES}</script>${PLAIN}`, states: READ, says: AMBER },
  'overrides-after': {
    html: chart(`document.addEventListener('click', () => { ${OVERRIDES} });`),
    states: READ,
    says: AMBER,
    asked: READ,
  },
  clobbered: {
    html: `${PLAIN}<form name="body">${CLOBBERED.map((name) => `<input name="${name}" id="${name}" value="Mallory">`).join('')}
      <p>Velcade 1 mg/m2 IV weekly</p></form>${CLOBBERED.map((name) => `<img name="${name}" alt=""><form id="${name}"></form>`).join('')}`,
    states: READ_OR_NOT,
    says: AMBER,
  },
  markup: {
    html: chart(`
      const payloads = ${json(PAYLOADS)};
      const put = (tag, text, more = {}) => {
        const element = Object.assign(document.createElement(tag), more);
        element.textContent = text;
        document.body.append(element);
        return element;
      };
      for (const payload of payloads) {
        put('h2', 'Active medications ' + payload);
        put('p', 'Bortezomib ' + payload + ' 1.3 mg/m2 SC weekly');
        put('p', 'Bortezomib 1.3 ' + payload + ' mg/m2 ' + payload);
        put('p', 'Creatinine: ' + payload + ' 1.2 mg/dL');
        const dl = put('dl', '');
        dl.innerHTML = '<dt></dt><dd></dd>';
        dl.firstChild.textContent = 'Allergies';
        dl.lastChild.textContent = payload;
        for (const name of ['title', 'aria-label', 'id', 'class', 'name', 'data-field', 'data-site-mapping', 'itemprop', 'placeholder'])
          dl.setAttribute(name, payload);
        const frame = put('iframe', '');
        frame.title = payload;
        put('canvas', '').setAttribute('aria-label', payload);
      }
      document.title = payloads[0];
      document.querySelector('b').textContent = 'Amber Zztest ' + payloads[0];
      `),
    states: ['choose-order'],
    says: /Chart on screen: .*PLAIN-1[\s\S]*19 bortezomib orders/,
  },
  'two-banners': {
    html: chart(`
      document.body.insertAdjacentHTML('beforeend', '<header><b>Mallory Qq</b> <span>DOB: 1999-09-09</span> <span>MRN: FORGED-2</span></header>');
      `),
    states: ['patient-conflict'],
    says: /two patients|more than one patient/i,
  },
  'restless-banner': {
    html: chart(`
      let at = 0;
      const next = () => {
        at += 1;
        document.querySelector('header').innerHTML = '<b>Mallory' + at + ' Qq</b> <span>DOB: 1999-09-09</span> <span>MRN: FORGED-' + at + '</span>';
        if (at < 100) requestAnimationFrame(next);
      };
      next();
      `),
    states: ['no-order'],
    says: /before the patient changed/,
    asked: READ,
    lasts: 2000,
  },
  'one-node-of-10-MB': {
    html: chart(
      `document.body.append('Bortezomib 1 mg/m2 IV weekly, DOB: 1999-09-09. Mallory wrote this. '.repeat(150_000));`,
    ),
    states: READ_OR_NOT,
    says: AMBER,
  },
  'many-nodes-of-10-MB': {
    html: chart(`
      const text = 'Mallory wrote this about a weight of 3 kg and the orders. '.repeat(20);
      for (let index = 0; index < 9000; index += 1) document.body.append(Object.assign(document.createElement('p'), { textContent: text }));
      `),
    states: READ_OR_NOT,
    says: TOO_LARGE,
  },
  'a-table-of-5,000-orders': {
    html: chart(`
      const table = document.createElement('table');
      table.innerHTML = '<tr><th>Drug<th>Dose<th>Route<th>Status<th>Note</tr>' +
        '<tr><td>Bortezomib<td>1.3 mg/m2<td>IV<td>Active<td>Velcade</tr>'.repeat(5000);
      document.body.append(table);
      `),
    states: READ_OR_NOT,
    says: TOO_LARGE,
  },
  '6,000-drug-names': {
    html: chart(`
      const names = document.createElement('div');
      names.innerHTML = '<span>Bortezomib </span><b>Velcade</b>, '.repeat(3000);
      document.body.append(names);
      `),
    states: READ_OR_NOT,
    says: TOO_LARGE,
  },
  'deep-nesting': {
    html: chart(`
      const nest = (at, levels) => {
        for (let level = 0; level < levels; level += 1) at = at.appendChild(document.createElement('span'));
        at.textContent = 'Velcade 1 mg/m2 IV weekly';
      };
      // shown as deep as Chromium itself bears, and ten thousand deep where it need not lay anything out
      nest(document.body, 1500);
      const hidden = document.body.appendChild(document.createElement('div'));
      hidden.hidden = true;
      nest(hidden, 10_000);
      `),
    states: READ_OR_NOT,
    says: TOO_LARGE,
  },
  'deep-shadows': {
    html: chart(`
      let at = document.body;
      for (let level = 0; level < 400; level += 1) {
        const host = at.appendChild(document.createElement('div'));
        at = host.attachShadow({ mode: 'open' });
        at.append('Mallory, DOB: 1999-09-' + level + ' ');
      }
      at.append('Velcade 1 mg/m2 IV weekly');
      `),
    states: [...READ_OR_NOT, 'patient-conflict'],
    says: /./,
  },
  'throwing-elements': {
    html: chart(`
      const bad = { get() { throw new Error('Mallory'); }, configurable: true };
      customElements.define('mallory-order', class extends HTMLElement {
        static observedAttributes = ['class', 'style', 'hidden'];
        constructor() { super(); for (const name of ['shadowRoot', 'textContent', 'children', 'parentNode', 'localName', 'labels', 'assignedNodes', 'value'])
          Object.defineProperty(this, name, bad); }
        attributeChangedCallback() { throw new Error('Mallory'); }
      });
      for (let index = 0; index < 200; index += 1) document.body.append(document.createElement('mallory-order'), 'Velcade 1 mg/m2 IV weekly');
      `),
    states: READ_OR_NOT,
    says: AMBER,
  },
  'huge-attributes': {
    html: chart(`
      const huge = 'Mallory 1.3 mg/m2 '.repeat(30_000);
      const ids = Array.from({ length: 20_000 }, (_, index) => 'i' + index).join(' ');
      document.body.insertAdjacentHTML('beforeend', '<table><tr><th id=i0>Drug<th>Dose</tr><tr><td id=cell>Velcade<td>1 mg/m2</tr></table><iframe></iframe><label for=in>Dose</label><input id=in><section id=s><p>Velcade 1 mg/m2 IV</p></section>');
      for (const element of document.body.querySelectorAll('*'))
        for (const name of ['class', 'title', 'aria-label', 'name', 'placeholder', 'data-x', 'lang'])
          element.setAttribute(name, huge);
      document.getElementById('cell').setAttribute('headers', ids);
      document.getElementById('s').setAttribute('aria-labelledby', ids);
      for (const name of ['colspan', 'rowspan', 'aria-colindex', 'aria-colspan']) document.getElementById('cell').setAttribute(name, '999999999');
      document.documentElement.lang = huge;
      `),
    states: READ_OR_NOT,
    says: AMBER,
  },
  'huge-controls': {
    html: chart(`
      const form = document.body.appendChild(document.createElement('form'));
      form.innerHTML = '<label>Dose <textarea></textarea></label><label>Drug <select>' + '<option>Velcade 1 mg/m2' .repeat(5000) + '</select></label>' +
        '<label>Route <input value=IV></label>'.repeat(3000) + '<label>'.repeat(3000) + '<input value=Bortezomib>';
      form.querySelector('textarea').value = 'Velcade 1 mg/m2 IV weekly '.repeat(200_000);
      `),
    states: READ_OR_NOT,
    says: AMBER,
  },
  expressions: {
    html: chart(`
      for (const pump of ${json(PUMPS)}) {
        for (const length of [70, 110, 190, 290, 9000]) {
          const text = pump.repeat(Math.ceil(length / pump.length)).slice(0, length);
          for (const shown of [text, 'Bortezomib ' + text, 'DOB: ' + text, 'Creatinine ' + text + '!', text + ' kg: 1'])
            document.body.append(Object.assign(document.createElement('p'), { textContent: shown }));
        }
      }
      `),
    states: [...READ_OR_NOT, 'patient-conflict'],
    says: /./,
  },
  frames: {
    html: chart(`
      for (let index = 0; index < 300; index += 1) {
        const frame = document.createElement('iframe');
        frame.style = 'width:60px;height:20px';
        document.body.append(frame);
      }
      `),
    states: READ_OR_NOT,
    says: TOO_LARGE,
  },
  'written-anew': {
    html: chart(`
      let times = 0;
      const write = () => {
        times += 1;
        document.open();
        document.write('<!doctype html><html data-done><h1>Chart</h1><header><b>Bravo Yytest</b> <span>DOB: 1960-02-02</span> <span>MRN: WRITTEN</span></header><h2>Active medications</h2><ul><li>Velcade 1 mg/m2 IV weekly</li></ul><p>Mallory');
        if (times < 10) setTimeout(write, 90);
        else document.close();
      };
      setTimeout(write, 400);
      `),
    states: READ,
    says: /Chart on screen: Bravo Yytest/,
    lasts: 1500,
  },
  'a-flood-of-changes': {
    html: chart(`
      const box = document.body.appendChild(document.createElement('div'));
      const order = document.querySelector('li');
      const { port1, port2 } = new MessageChannel();
      let at = 0;
      const until = performance.now() + 2000;
      port1.onmessage = () => {
        at += 1;
        box.textContent = 'Mallory ' + at;
        order.classList.toggle('mallory');
        order.replaceWith(order);
        if (at % 7 === 0) { const element = document.createElement('p'); element.textContent = 'Velcade 1 mg/m2 IV'; box.append(element); }
        if (at % 11 === 0) order.parentNode.append(order.cloneNode(true), order.nextSibling ?? '');
        if (order.parentNode.childNodes.length > 5) order.parentNode.lastChild.remove();
        if (performance.now() < until) port2.postMessage(0);
        else { box.remove(); document.querySelector('ul').replaceChildren(order); }
      };
      port2.postMessage(0);
      `),
    states: READ,
    says: AMBER,
    lasts: 2200,
  },
};
