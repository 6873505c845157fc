/** The proof of silence in words, and what speaks against it. */
import type { Control, Heard } from '../../tests/e2e/listen.ts';
import { TALK } from '../../tests/e2e/talkative-extension.ts';
import type { Examined } from './examine.ts';

export interface Proof {
  /** ISO 8601 */
  at: string;
  content: { version: string; hash: string };
  network: {
    /** whether everything ran in a network of its own that leads nowhere */
    empty: boolean;
    /** the system's answer to a connection to the outside */
    wayOut: string;
  };
  browsers: { name: string; kind: 'chromium' | 'firefox'; version: string; control: Control; heard: Heard }[];
  /** `sha256` is over the list of the files' checksums */
  packages: (Examined & { folder: string; sha256: string })[];
}

/** Everything that speaks against the proof, one line each; empty where nothing does. */
export function verdictOf({ network, browsers, packages }: Proof): string[] {
  const faults = network.empty && network.wayOut === 'connected' ? ['the empty network had a way out'] : [];
  for (const { name, kind, control, heard } of browsers) {
    for (const missed of missedBy(kind, control)) faults.push(`${name}: a recorder did not hear ${missed}`);
    for (const request of heard.requests) faults.push(`${name}: ${request}`);
    for (const { url } of heard.fromExtension) faults.push(`${name}: the extension asked for ${url}`);
    for (const address of heard.datagrams) faults.push(`${name}: a datagram to ${address}`);
  }
  for (const { folder, unexplained } of packages) faults.push(...unexplained.map((place) => `${folder}: ${place}`));
  return faults;
}

/** What the talkative extension sent and a recorder of this browser did not hear. */
function missedBy(kind: 'chromium' | 'firefox', { asked, heard, connections, stunAddress }: Control): string[] {
  const missed = asked.filter((request) => !heard.requests.includes(request));
  if (connections < asked.length) missed.push(`all connections (${connections} of ${asked.length})`);
  if (kind === 'firefox') return missed;
  const initiated = heard.fromExtension.map(({ url }) => new URL(url).pathname);
  for (const place of [TALK.background, TALK.panel]) if (!initiated.includes(place)) missed.push(`${place} in the log`);
  if (!heard.datagrams.includes(stunAddress)) missed.push(`WebRTC to ${stunAddress}`);
  return missed;
}

export function reportOf(proof: Proof): string {
  const faults = verdictOf(proof);
  return `# Proof of silence

${faults.length === 0 ? '**Over the whole road nothing was heard that came from the extension.**' : `**NOT PROVED:**\n\n${faults.map((fault) => `- \`${fault}\``).join('\n')}`}

| | |
| --- | --- |
| At | ${proof.at} |
| Clinical content | ${proof.content.version}, \`${proof.content.hash}\` |
${proof.browsers.map(({ name, version }) => `| ${name} | ${version} |`).join('\n')}
| Network | ${proof.network.empty ? 'of its own: loopback, and a cable that leads nowhere' : 'that of the machine'}; a connection to the outside: ${proof.network.wayOut} |

To repeat it: \`npm run prove-silence\`. The complete record stands beside this file in \`record.json\`.

## 1. The recorders hear

An extension that talks asked for something from each place that an extension has. Every recorder has to hear it; otherwise its silence below means nothing.

| Browser | Sent by the talking extension | Heard by the proxy | Reached its address | Heard by the browser's own log | WebRTC heard |
| --- | --- | --- | --- | --- | --- |
${proof.browsers.map(controlRow).join('\n')}

## 2. Our extension over the whole road

Opened, read, three assessments answered with their advice, another patient. Recorded were: a proxy through which all traffic of the browser goes, loopback included; in Chromium also the
browser's own network log, with the origin that asked for each request, and datagrams.

| Browser | Requests of page and extension | Asked for by the extension, by the log | Datagrams | The browser to its maker, by itself |
| --- | --- | --- | --- | --- |
${proof.browsers.map(({ name, heard }) => `| ${name} | ${heard.requests.length} | ${heard.fromExtension.length} | ${heard.datagrams.length} | ${heard.chatter.length} |`).join('\n')}

The demonstration EHR is silent while it is read, so a request of the reader inside its page would stand in the first column.

## 3. What the packages may do and hold

${proof.packages.map(packagePart).join('\n\n')}

## 4. What this does not show

- Requests to the browser's maker are the browser's own and are turned off by its policies, not by the extension.
- Firefox has no network log of this kind: there the proxy alone listens. WebRTC was not heard in Firefox, neither from the talking extension nor from ours; no file of ours names it.
- The search for network primitives reads text. A name that is put together while the program runs would be heard by the recorders, not by the search.
`;
}

function controlRow({ name, kind, control }: Proof['browsers'][number]): string {
  const { asked, heard, connections, stunAddress } = control;
  const byProxy = asked.filter((request) => heard.requests.includes(request)).length;
  const log = kind === 'chromium' ? `${heard.fromExtension.length} requests` : 'has none';
  const stun = kind === 'chromium' ? (heard.datagrams.includes(stunAddress) ? 'yes' : 'NO') : 'not tested';
  return `| ${name} | ${asked.length} | ${byProxy} | ${connections} | ${log} | ${stun} |`;
}

function packagePart({
  folder,
  permissions,
  sites,
  policy,
  files,
  places,
  unexplained,
  sha256,
}: Proof['packages'][number]) {
  return `### ${folder}

| | |
| --- | --- |
| Files | ${files}; SHA-256 over the list of their checksums: \`${sha256}\` |
| Permissions | ${permissions.join(', ')} |
| Sites without a click | ${sites.join(', ') || 'none'} |
| Policy of its pages | \`${policy}\` |
| Network primitives in its files | ${places} places, brought by libraries and explained one by one in \`scripts/known-primitives.ts\`; without an explanation: ${unexplained.length} |`;
}
