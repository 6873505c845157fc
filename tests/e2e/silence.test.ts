/**
 * Nothing leaves the browser over the whole road. Every recorder is first shown to hear an extension that talks
 * (talkative-extension.ts); only then does its silence beside ours mean anything.
 */
import { describe, expect, test } from 'vitest';
import { listenInChromium, listenInFirefox, positiveControl, wholeRoad } from './listen.ts';
import { TALK } from './talkative-extension.ts';

describe.each([
  { name: 'Chromium', listenIn: listenInChromium, kind: 'chromium' as const },
  { name: 'Firefox ESR', listenIn: listenInFirefox, kind: 'firefox' as const },
])('requests in $name', ({ listenIn, kind }) => {
  test('the recorders hear an extension that talks, from each of its places', async () => {
    const { asked, heard, connections, stunAddress } = await positiveControl(kind, listenIn);
    expect(heard.requests).toEqual(expect.arrayContaining(asked));
    expect(connections).toBeGreaterThanOrEqual(asked.length);
    if (kind === 'chromium') {
      const initiated = heard.fromExtension.map(({ url }) => new URL(url).pathname);
      expect(initiated).toEqual(expect.arrayContaining([TALK.background, TALK.panel]));
      expect(heard.datagrams).toContain(stunAddress);
    }
  });

  test('over the whole road there is not one', async () => {
    const heard = await listenIn(undefined, wholeRoad);
    expect(heard).toEqual({ requests: [], chatter: heard.chatter, fromExtension: [], datagrams: [] });
  });
});
