/**
 * Nothing leaves the browser over the whole road. Every recorder is first shown to hear an extension that talks
 * (talkative-extension.ts); only then does its silence beside ours mean anything.
 */
import dgram from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import {
  chromiumProxyArgs,
  countConnections,
  firefoxProxyPrefs,
  type NetLog,
  netLogArgs,
  readNetLog,
  recordingProxy,
} from '../../scripts/drive/recorders.ts';
import { type Beside, besideInChromium, besideInFirefox, clickPatient, type Options } from './beside-the-demo-ehr.ts';
import { TALK, writeTalkativeExtension } from './talkative-extension.ts';

/** Longer than anything that the extension delays. */
const LISTEN_FOR_MS = 2_000;

/** What Chromium says to its maker by itself, with or without an extension. */
const CHROMIUM_CHATTER =
  /^(?:CONNECT |(?:GET|POST) https?:\/\/)(?:(?:accounts|clients2)\.google\.com|update\.googleapis\.com)[:/]/;

/** Everything that was heard, from the click on the toolbar button on. */
interface Heard {
  /** requests that went through the proxy, without the browser's own chatter */
  requests: string[];
  /** requests whose initiator is an extension, from Chromium's log */
  fromExtension: NetLog['requests'];
  datagrams: string[];
}

async function listenInChromium(extensionDir: string | undefined, road: (beside: Beside) => Promise<void>) {
  const log = path.join(await mkdtemp(path.join(tmpdir(), 'net-log-')), 'log.json');
  const { requests } = await listen(
    (proxyArgs) => besideInChromium({ extensionDir, args: [...proxyArgs.args, ...netLogArgs(log)] }),
    road,
  );
  const netLog = await readNetLog(log);
  return {
    requests: requests.filter((request) => !CHROMIUM_CHATTER.test(request)),
    fromExtension: netLog.requests.filter(({ initiator }) => initiator.startsWith('chrome-extension:')),
    datagrams: netLog.datagrams,
  } satisfies Heard;
}

async function listenInFirefox(extensionDir: string | undefined, road: (beside: Beside) => Promise<void>) {
  const { requests } = await listen(({ prefs }) => besideInFirefox({ extensionDir, prefs }), road);
  return { requests, fromExtension: [], datagrams: [] } satisfies Heard;
}

async function listen(
  start: (options: Required<Pick<Options, 'args' | 'prefs'>>) => Promise<Beside>,
  road: (beside: Beside) => Promise<void>,
): Promise<{ requests: string[] }> {
  const proxy = await recordingProxy();
  const beside = await start({ args: chromiumProxyArgs(proxy), prefs: firefoxProxyPrefs(proxy) });
  try {
    await beside.goto('demo-1');
    expect(proxy.requests.join('\n'), 'the proxy saw the page itself being loaded').toContain(beside.ehrUrl);
    const before = proxy.requests.length;
    await road(beside);
    await sleep(LISTEN_FOR_MS);
    return { requests: proxy.requests.slice(before) };
  } finally {
    await beside.close();
    await proxy.close();
  }
}

/** The whole road, another patient included. */
async function wholeRoad(beside: Beside): Promise<void> {
  const panel = await beside.openPanel();
  await panel.waitForState(['ready', 'partly-read']);
  for (const [grade, pain] of [
    ['2', 'yes'],
    ['1', 'no'],
    ['4', 'no'],
  ] as const) {
    await panel.choose('grade', grade);
    await panel.choose('pain', pain);
    expect(await panel.sectionText('Advice')).not.toBe('');
  }
  await beside.inPage(clickPatient('demo-2'));
  await panel.waitForText(/2\.6 mg/);
}

describe.each([
  { name: 'Chromium', listenIn: listenInChromium, kind: 'chromium' as const },
  { name: 'Firefox ESR', listenIn: listenInFirefox, kind: 'firefox' as const },
])('requests in $name', ({ listenIn, kind }) => {
  test('the recorders hear an extension that talks, from each of its places', async () => {
    const counter = await countConnections();
    const stun = dgram.createSocket('udp4').bind(0, '127.0.0.1');
    await once(stun, 'listening');
    const stunAddress = `127.0.0.1:${stun.address().port}`;
    const origin = `http://127.0.0.1:${counter.port}`;
    const talkative = await writeTalkativeExtension(kind, origin, stun.address().port);
    const heard = await listenIn(talkative, async (beside) => {
      await beside.openPanel();
    });
    stun.close();
    await counter.close();

    const asked = Object.values(TALK).map((where) => `GET ${origin}${where}`);
    expect(heard.requests).toEqual(expect.arrayContaining(asked));
    expect(counter.count()).toBeGreaterThanOrEqual(asked.length);
    if (kind === 'chromium') {
      const initiated = heard.fromExtension.map(({ url }) => url);
      expect(initiated).toEqual(expect.arrayContaining([origin + TALK.background, origin + TALK.panel]));
      expect(heard.datagrams).toContain(stunAddress);
    }
  });

  test('over the whole road there is not one', async () => {
    const heard = await listenIn(undefined, wholeRoad);
    expect(heard).toEqual({ requests: [], fromExtension: [], datagrams: [] });
  });
});
