import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { networkPrimitives } from '../../scripts/output-gate.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

describe('the gate sees', () => {
  test.each([
    ['fetch', 'let a=await fetch(b)'],
    ['fetch', 'const{fetch:t}=globalThis'],
    ['XMLHttpRequest', 'e=new XMLHttpRequest;'],
    ['WebSocket', 'new WebSocket(`wss://x`)'],
    ['EventSource', 'new EventSource(u)'],
    ['sendBeacon', 'navigator.sendBeacon(u,d)'],
    ['WebRTC', 'new RTCPeerConnection(c)'],
    ['WebRTC', 'new webkitRTCPeerConnection(c)'],
    ['Image', '(new Image).src=u'],
    ['media element', 'document.createElement(`img`)'],
    ['media element', 'document.createElement("iframe")'],
    ['media element', 'new Audio(u)'],
    ['dynamic import', 'await import(`https://x/y.js`)'],
    ['dynamic import', 'await import(`//x/y.js`)'],
    ['dynamic import', 'await import(`./' + '$' + '{y}.js`)'],
    ['dynamic import', 'await import(y)'],
    ['importScripts', 'importScripts(u)'],
    ['Worker', 'new Worker(u)'],
    ['opening a page', 'chrome.tabs.create({url:u})'],
    ['opening a page', 'e.tabs.update(t,{url:u})'],
    ['opening a page', 'window.open(u)'],
    ['navigation', 'location.href=u'],
    ['navigation', 'window.location=u'],
    ['navigation', 'location.assign(u)'],
    ['setUninstallURL', 'runtime.setUninstallURL(u)'],
    ['address of an element', 'e.src=u'],
    ['resource hint', 'e.rel="preconnect"'],
    ['form submission', 'f.submit()'],
    ['markup from text', 'e.innerHTML=t'],
    ['code from text', 'new Function(t)'],
    ['native messaging', 'runtime.connectNative(n)'],
    ['stored values', 'e.storage.local.set({a:b})'],
    ['stored values', 'chrome.storage.session'],
    ['stored values', 'localStorage.a=b'],
    ['stored values', 'document.cookie=a'],
  ])('%s in `%s`', (primitive, code) => {
    expect(networkPrimitives('a.js', code).map((finding) => finding.primitive)).toContain(primitive);
  });

  test.each([
    ['a.css', '@import "//x/y.css";'],
    ['a.css', 'a{background:url(https://x/y.png)}'],
    ['a.css', 'a{background:url(//x/y.png)}'],
    ['a.html', '<img src="https://x/y.png">'],
    ['a.html', '<link rel=preconnect href="//x">'],
    ['a.html', '<script>1</script>'],
    ['a.html', '<meta http-equiv="refresh" content="0">'],
  ])('an address in %s: %s', (name, text) => {
    expect(networkPrimitives(name, text)).not.toEqual([]);
  });
});

test.each([
  'e.storage.managed.get()',
  'prefetched=1;refetch();e.fetchPriority',
  'if(location.href===a)b()',
  'chrome.sidePanel.open({windowId:w})',
  'browser.sidebarAction.open()',
  'tabs:{create:{minArgs:1,maxArgs:1}}',
  'a.source===b;e.background',
])('the gate lets pass what sends nothing: %s', (code) => {
  expect(networkPrimitives('a.js', code)).toEqual([]);
});

test('a style or page of the extension that names only its own files passes', () => {
  expect(networkPrimitives('a.css', 'a{background:url(/icon.svg);mask:url("data:image/svg+xml,x")}')).toEqual([]);
  expect(networkPrimitives('a.html', '<script type="module" src="/chunks/a.js"></script>')).toEqual([]);
});

/** Elements that load something or lead somewhere (a link within the page leads nowhere); React would do it in our name. */
const ELEMENTS =
  /<(?:a(?! href=\{`#)|area|img|picture|iframe|frame|embed|object|link|script|audio|video|source|track|form|base)(?=[\s>/])|dangerouslySetInnerHTML|\b(?:preconnect|prefetchDNS|preload|preinit|preloadModule|preinitModule)\(/g;

describe('our own sources', () => {
  const folders = ['components', 'content-scripts', 'entrypoints', 'rules'];
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => path.join(folder, name)),
  );

  test('hold no network primitive and render no element that loads or leads anywhere', () => {
    expect(files.length).toBeGreaterThan(20);
    const found = files.flatMap((name) => {
      const text = readFileSync(path.join(ROOT, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '');
      return [
        ...networkPrimitives('source.js', text).map(({ excerpt }) => excerpt),
        ...[...text.matchAll(ELEMENTS)].map(([match]) => match),
      ].map((excerpt) => ({ name, excerpt }));
    });
    expect(found).toEqual([]);
  });
});
