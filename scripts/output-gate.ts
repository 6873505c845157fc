/**
 * The gate on the built extension: its files may hold nothing that could send something anywhere. It reads text, so it
 * does not see names that are put together at run time; those are what the recorders in tests/e2e/silence.test.ts are for.
 * What the content security policy cannot stop (content scripts, tabs.create, WebRTC) is why it exists:
 * docs/adr/0003-nothing-leaves.md.
 */

/** One place in a file where something that could reach the network stands. */
export interface Finding {
  primitive: string;
  /** the match with what stands around it */
  excerpt: string;
}

const EXCERPT_RADIUS = 40;

/** A whole identifier, also as a property. */
const word = (name: string) => new RegExp(`(?<![\\w$])${name}(?![\\w$])`, 'g');

const IN_SCRIPTS: Record<string, RegExp> = {
  fetch: word('fetch'),
  XMLHttpRequest: word('XMLHttpRequest'),
  WebSocket: word('WebSocket(?:Stream)?'),
  WebTransport: word('WebTransport'),
  EventSource: word('EventSource'),
  sendBeacon: word('sendBeacon'),
  WebRTC: /(?<![\w$])(?:webkit|moz)?RTC[A-Z]\w*/g,
  Image: /(?<![\w$])new\s+Image(?![\w$])/g,
  'media element':
    /(?<![\w$])new\s+(?:Audio|Option)(?![\w$])|createElement\(\s*["'`](?:img|audio|video|source|iframe|embed|object|script|link|form|base)["'`]/gi,
  // A file that is named in full, relative to this one, is the extension's own; anything else could be any address.
  'dynamic import': /(?<![\w$.])import\s*\((?!\s*(["'`])\.{1,2}\/[\w./-]+\.(?:js|tsx?)\1\s*\))/g,
  importScripts: word('importScripts'),
  Worker: /(?<![\w$])new\s+(?:Shared)?Worker(?![\w$])/g,
  'service worker registration': /serviceWorker\s*\.\s*register/g,
  'opening a page':
    /(?:tabs|windows)\s*\.\s*(?:create|update|duplicate)(?![\w$])|(?:window|self|globalThis|top|parent)\s*\.\s*open\s*\(/g,
  navigation:
    /(?<![\w$])location\s*(?:\.\s*(?:href|assign|replace|search|hash)\s*(?:=[^=]|\()|=[^=])|navigation\s*\.\s*navigate/g,
  setUninstallURL: word('setUninstallURL'),
  'address of an element': /\.\s*(?:src|srcset|href|action|formAction|poster|ping|background)\s*=[^=]/g,
  'resource hint': /["'`](?:preconnect|dns-prefetch|prefetch|preload|modulepreload|prerender)["'`]/g,
  'form submission': /\.\s*(?:submit|requestSubmit)\s*\(/g,
  'markup from text': /\.\s*(?:innerHTML|outerHTML|srcdoc)\s*=[^=]|insertAdjacentHTML|document\s*\.\s*write/g,
  'code from text': /(?<![\w$])(?:eval|new\s+Function|Function)\s*\(/g,
  'native messaging': /(?:connectNative|sendNativeMessage)(?![\w$])/g,
  'stored values':
    /storage\s*\.\s*(?:local|sync|session)(?![\w$])|(?<![\w$])(?:localStorage|sessionStorage|indexedDB|cookieStore)(?![\w$])|document\s*\.\s*cookie|(?<![\w$])caches\s*\.\s*open/g,
  downloads: /(?:chrome|browser)\s*\.\s*(?:downloads|identity|cookies|webRequest|proxy|debugger)(?![\w$])/g,
};

const IN_STYLES: Record<string, RegExp> = {
  import: /@import/g,
  address: /url\(\s*["']?(?!["']?(?:data:|#|\/(?!\/)))[^)]*\)|image-set\(/g,
};

const IN_PAGES: Record<string, RegExp> = {
  address: /(?:src|href|action|srcset|poster|ping|data)\s*=\s*["']?(?:[a-z]+:)?\/\/[^\s>]*/gi,
  'resource hint': /rel\s*=\s*["']?(?:preconnect|dns-prefetch|prefetch|preload|prerender)/gi,
  refresh: /http-equiv\s*=\s*["']?refresh/gi,
  'inline script': /<script(?![^>]*\bsrc=)[^>]*>/gi,
};

/** Everything in one built file that could reach the network; by the file's kind, told from its name. */
export function networkPrimitives(fileName: string, text: string): Finding[] {
  const patterns = patternsFor(fileName);
  return Object.entries(patterns).flatMap(([primitive, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({
      primitive,
      excerpt: text
        .slice(Math.max(0, match.index - EXCERPT_RADIUS), match.index + match[0].length + EXCERPT_RADIUS)
        .replace(/\s+/g, ' '),
    })),
  );
}

function patternsFor(fileName: string): Record<string, RegExp> {
  if (fileName.endsWith('.css')) return IN_STYLES;
  if (fileName.endsWith('.html')) return IN_PAGES;
  if (/\.[cm]?js$/.test(fileName)) return IN_SCRIPTS;
  return {};
}
