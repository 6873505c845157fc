/**
 * Pages that mean it ill beside the real panel: nothing is thrown in any of the extension's contexts, nothing of the page
 * runs in the panel, the panel comes to rest and says something true, and a plain chart is read right afterwards (H30, H31).
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HostileGround, hostileGround, STRANGE } from './hostile-ground.ts';
import { HOSTILE_PAGES } from './hostile-pages.ts';

let ground: HostileGround;
beforeAll(async () => {
  ground = await hostileGround(
    Object.fromEntries(Object.entries(HOSTILE_PAGES).map(([name, { html }]) => [name, html])),
  );
});
afterAll(() => ground?.close());

describe('hostile pages', () => {
  test.each(Object.entries(HOSTILE_PAGES))('%s', async (name, { states, says, asked, lasts = 0 }) => {
    await ground.goto(name);
    await new Promise((resolve) => setTimeout(resolve, lasts));
    const first = await ground.atRest();
    expect(states, first.text).toContain(first.state);
    expect(first.text).toMatch(says);

    // a user's click, which some of these pages wait for
    await ground.page.mouse.click(1, 1);
    if (asked) {
      await ground.panel.readAgain();
      const again = await ground.atRest();
      expect(asked, again.text).toContain(again.state);
    }
    expect(await ground.panel.run(STRANGE)).toEqual({ canary: null, strange: [] });

    await ground.goto('plain');
    const { state, text } = await ground.atRest();
    expect(state, text).toBe('ready');
    expect(text).toContain('Chart on screen: Amber Zztest');
    expect(text).not.toMatch(/Mallory|Velcade|FORGED/);
    expect(ground.faults).toEqual([]);
  });
});
