/**
 * Both browsers with every recorder on, over a road: what the test of the silence and `npm run prove-silence` have in common.
 */
import dgram from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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
export interface Heard {
  /** requests that went through the proxy, without the browser's own chatter */
  requests: string[];
  /** what the browser said to its maker by itself */
  chatter: string[];
  /** requests whose initiator is an extension, from Chromium's log */
  fromExtension: NetLog['requests'];
  /** addresses that datagrams were sent to, from Chromium's log */
  datagrams: string[];
}

type Road = (beside: Beside) => Promise<void>;
export type ListenIn = (extensionDir: string | undefined, road: Road) => Promise<Heard>;

export const listenInChromium: ListenIn = async (extensionDir, road) => {
  const log = path.join(await mkdtemp(path.join(tmpdir(), 'net-log-')), 'log.json');
  const requests = await throughProxy(
    (proxyArgs) => besideInChromium({ extensionDir, args: [...proxyArgs.args, ...netLogArgs(log)] }),
    road,
  );
  const netLog = await readNetLog(log);
  return {
    requests: requests.filter((request) => !CHROMIUM_CHATTER.test(request)),
    chatter: requests.filter((request) => CHROMIUM_CHATTER.test(request)),
    fromExtension: netLog.requests.filter(({ initiator }) => initiator.startsWith('chrome-extension:')),
    datagrams: netLog.datagrams,
  };
};

export const listenInFirefox: ListenIn = async (extensionDir, road) => {
  const requests = await throughProxy(({ prefs }) => besideInFirefox({ extensionDir, prefs }), road);
  return { requests, chatter: [], fromExtension: [], datagrams: [] };
};

async function throughProxy(
  start: (options: Required<Pick<Options, 'args' | 'prefs'>>) => Promise<Beside>,
  road: Road,
): Promise<string[]> {
  const proxy = await recordingProxy();
  const beside = await start({ args: chromiumProxyArgs(proxy), prefs: firefoxProxyPrefs(proxy) });
  try {
    await beside.goto('demo-1');
    if (!proxy.requests.join('\n').includes(beside.ehrUrl))
      throw new Error('the proxy did not see the page being loaded');
    const before = proxy.requests.length;
    await road(beside);
    await sleep(LISTEN_FOR_MS);
    return proxy.requests.slice(before);
  } finally {
    await beside.close();
    await proxy.close();
  }
}

/** The whole road, another patient included. */
export const wholeRoad: Road = async (beside) => {
  const panel = await beside.openPanel();
  await panel.waitForState(['ready', 'partly-read']);
  for (const [grade, pain] of [
    ['2', 'yes'],
    ['1', 'no'],
    ['4', 'no'],
  ] as const) {
    await panel.choose('grade', grade);
    await panel.choose('pain', pain);
    if ((await panel.sectionText('Advice')) === '') throw new Error(`no advice for grade ${grade}`);
  }
  await beside.inPage(clickPatient('demo-2'));
  await panel.waitForText(/2\.6 mg/);
};

/** What an extension that talks asked for, and which of it each recorder heard. */
export interface Control {
  /** `GET address`, one for each place that the extension speaks from */
  asked: string[];
  heard: Heard;
  /** connections that reached the address */
  connections: number;
  /** where WebRTC was pointed at */
  stunAddress: string;
}

/** Listens to an extension that talks from each of its places. A recorder that does not hear it hears nothing. */
export async function positiveControl(kind: 'chromium' | 'firefox', listenIn: ListenIn): Promise<Control> {
  const counter = await countConnections();
  const stun = dgram.createSocket('udp4').bind(0, '127.0.0.1');
  await once(stun, 'listening');
  const { port } = stun.address();
  const origin = `http://127.0.0.1:${counter.port}`;
  try {
    const heard = await listenIn(await writeTalkativeExtension(kind, origin, port), async (beside) => {
      await beside.openPanel();
    });
    const asked = Object.values(TALK).map((where) => `GET ${origin}${where}`);
    return { asked, heard, connections: counter.count(), stunAddress: `127.0.0.1:${port}` };
  } finally {
    stun.close();
    await counter.close();
  }
}
