import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readNetLog } from '../../scripts/drive/recorders.ts';

const EVENTS = [
  { type: 1, source: { id: 1 }, params: { url: 'http://a.test/x', initiator: 'chrome-extension://abc' } },
  { type: 1, source: { id: 2 }, params: { url: 'http://a.test/tab', initiator: 'not an origin' } },
  { type: 1, source: { id: 3 }, params: { url: 'chrome://version', initiator: 'not an origin' } },
  { type: 2, source: { id: 4 }, params: { address: '192.0.2.1:3478' } },
  { type: 2, source: { id: 5 }, params: { address: '192.0.2.2:443' } },
  { type: 3, source: { id: 4 }, params: {} },
];
const constants = { logEventTypes: { URL_REQUEST_START_JOB: 1, UDP_CONNECT: 2, UDP_BYTES_SENT: 3 } };
const HEARD = {
  requests: [
    { url: 'http://a.test/x', initiator: 'chrome-extension://abc' },
    { url: 'http://a.test/tab', initiator: '' },
  ],
  datagrams: ['192.0.2.1:3478'],
};

async function logFile(text: string): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'net-log-')), 'log.json');
  await writeFile(file, text);
  return file;
}

test("Chromium's log: who asked for what, and where datagrams were sent; a mere connection sends nothing", async () => {
  expect(await readNetLog(await logFile(JSON.stringify({ constants, events: EVENTS })))).toEqual(HEARD);
});

test('a log that was cut short is read as far as it goes', async () => {
  const lines = EVENTS.map((event) => JSON.stringify(event)).join(',\n');
  const cut = `{"constants":${JSON.stringify(constants)},"events":[${lines},\n`;
  expect(await readNetLog(await logFile(cut))).toEqual(HEARD);
});
