/** The proof of silence fails when anything was heard, and when a recorder has not shown that it hears. */
import { describe, expect, test } from 'vitest';
import { type Proof, reportOf, verdictOf } from '../../scripts/silence/report.ts';
import { TALK } from '../e2e/talkative-extension.ts';

const origin = 'http://127.0.0.1:4000';
const asked = Object.values(TALK).map((where) => `GET ${origin}${where}`);
const nothing = { requests: [], chatter: [], fromExtension: [], datagrams: [] };
const logged = [TALK.background, TALK.panel].map((where) => ({
  url: origin + where,
  initiator: 'chrome-extension://x',
}));
const control = {
  asked,
  heard: { requests: asked, chatter: [], fromExtension: logged, datagrams: ['127.0.0.1:3478'] },
  connections: asked.length,
  stunAddress: '127.0.0.1:3478',
};
const packaged = {
  folder: 'chrome-mv3',
  sha256: 'x',
  permissions: ['activeTab'],
  sites: [],
  policy: "default-src 'none'",
  files: 3,
  places: 2,
  unexplained: [],
};
const proof = (changes: Partial<Proof['browsers'][number]>, rest: Partial<Proof> = {}): Proof => ({
  at: '2026-11-22T00:00:00Z',
  content: { version: '1', hash: 'y' },
  network: { empty: true, wayOut: 'ENETUNREACH' },
  browsers: [{ name: 'Chromium', kind: 'chromium', version: '156', control, heard: nothing, ...changes }],
  packages: [packaged],
  ...rest,
});

test('silence after every recorder has heard is a proof', () => {
  expect(verdictOf(proof({}))).toEqual([]);
  expect(reportOf(proof({}))).toContain('nothing was heard that came from the extension');
});

describe('no proof', () => {
  test.each<[string, Proof]>([
    ['a request through the proxy', proof({ heard: { ...nothing, requests: ['GET http://x/'] } })],
    ['a request in the log', proof({ heard: { ...nothing, fromExtension: logged } })],
    ['a datagram', proof({ heard: { ...nothing, datagrams: ['192.0.2.1:3478'] } })],
    ['a deaf proxy', proof({ control: { ...control, heard: { ...control.heard, requests: asked.slice(1) } } })],
    ['a deaf log', proof({ control: { ...control, heard: { ...control.heard, fromExtension: [] } } })],
    ['WebRTC not heard', proof({ control: { ...control, heard: { ...control.heard, datagrams: [] } } })],
    ['a connection that did not arrive', proof({ control: { ...control, connections: 1 } })],
    ['a network that is not empty', proof({}, { network: { empty: true, wayOut: 'connected' } })],
    ['an unexplained place', proof({}, { packages: [{ ...packaged, unexplained: ['a.js: fetch'] }] })],
  ])('%s', (_name, heard) => {
    expect(verdictOf(heard)).not.toEqual([]);
    expect(reportOf(heard)).toContain('NOT PROVED');
  });
});
