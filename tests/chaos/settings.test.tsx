// @vitest-environment happy-dom
/**
 * An organisation's settings that come late, change while the panel is open, or that the browser does not tell: the panel
 * says that it waits, never goes on under settings that no longer hold, and goes on by itself when they are there.
 */
import fc from 'fast-check';
import { render } from 'preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import '../components/browser-messages.ts';
import { FakeEvent, fakeBrowser, TAB } from '../hostile/fake-browser.ts';

/** What happens to one question to the browser; `late` in ms. */
type Fate = 'answered' | 'refused' | 'never' | { late: number };

const POLICIES = [
  { values: {}, shows: 'waiting' },
  { values: { enabled: true }, shows: 'open' },
  { values: { enabled: true, idleMinutes: 5 }, shows: 'open' },
  { values: { enabled: false }, shows: 'off' },
  { values: { enabled: true, hosts: 'everywhere' }, shows: 'settings-refused' },
];
const NOTICES = ['waiting', 'off', 'settings-refused'];

let policy = POLICIES[0];
let fates: Fate[] = [];
const changed = new FakeEvent();

/** What the browser says is what holds when it is asked. */
function answer<Value>(value: Value): Promise<Value> {
  const copy = structuredClone(value);
  const fate = fates.shift() ?? 'answered';
  return new Promise((resolve, reject) => {
    if (fate === 'refused') setTimeout(() => reject(new Error('the browser refuses')), 1);
    else if (fate !== 'never') setTimeout(() => resolve(copy), fate === 'answered' ? 1 : fate.late);
  });
}

const browser = fakeBrowser();
vi.mock('webextension-polyfill', () => ({
  default: {
    ...browser,
    idle: { onStateChanged: new FakeEvent() },
    storage: { onChanged: changed, managed: { get: () => answer(policy?.values) } },
    management: { getSelf: () => answer({ installType: 'admin' }) },
    runtime: { ...browser.runtime, getManifest: () => ({}) },
  },
}));

let PanelUnderSettings: typeof import('../../entrypoints/sidepanel/PanelUnderSettings.tsx').PanelUnderSettings;
beforeAll(async () => {
  ({ PanelUnderSettings } = await import('../../entrypoints/sidepanel/PanelUnderSettings.tsx'));
  await import('../../settings/site-settings.ts');
});
afterEach(() => vi.useRealTimers());

const shownNow = () => {
  const { state = '' } = document.body.dataset;
  return NOTICES.includes(state) ? state : 'open';
};

const step = fc.oneof(
  fc.record({ policy: fc.constantFrom(...POLICIES) }),
  fc.record({ wait: fc.constantFrom(0, 2, 50, 1500, 5000) }),
);
const fate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('answered' as const) },
  { weight: 2, arbitrary: fc.constantFrom('refused' as const, 'never' as const) },
  { weight: 2, arbitrary: fc.record({ late: fc.constantFrom(30, 2500, 7000) }) },
);

test('settings that are late, refused or changed: what is shown held since the last change, or it waits and says so', async () => {
  const seen = { waiting: 0, open: 0, off: 0, 'settings-refused': 0 } as Record<string, number>;
  const faults: unknown[] = [];
  const fault = (error: unknown) => faults.push(error);
  process.on('unhandledRejection', fault);
  await fc.assert(
    fc.asyncProperty(fc.array(fate, { maxLength: 14 }), fc.array(step, { maxLength: 10 }), async (all, steps) => {
      vi.useFakeTimers();
      policy = POLICIES[0];
      fates = [...all];
      const root = document.body.appendChild(document.createElement('div'));
      render((<PanelUnderSettings />) as never, root);
      const pass = async (ms: number) => {
        for (let left = ms; left > 0; left -= 50) {
          await vi.advanceTimersByTimeAsync(Math.min(50, left));
          const shown = shownNow();
          seen[shown] = (seen[shown] ?? 0) + 1;
          expect(['waiting', policy?.shows]).toContain(shown);
          expect(root.textContent?.includes('Waiting for the settings')).toBe(shown === 'waiting');
        }
      };
      await pass(200);
      for (const one of steps) {
        if ('policy' in one) {
          policy = one.policy;
          changed.happen({}, 'managed');
          // the panel has been told: it has until the next frame of the screen
          await vi.advanceTimersByTimeAsync(120);
        } else await pass(one.wait);
      }
      fates = [];
      // what was asked before may still be on its way
      await vi.advanceTimersByTimeAsync(9000);
      expect(shownNow()).toBe(policy?.shows);
      render(null, root);
      root.remove();
      // effects end with the next frame of the screen
      await vi.advanceTimersByTimeAsync(200);
      expect(changed.listeners.size).toBe(0);
      expect(browser.runtime.onConnect.listeners.size).toBe(0);
      vi.useRealTimers();
    }),
    { numRuns: 60, seed: Number(process.env.SEED ?? 20261122) },
  );
  process.off('unhandledRejection', fault);
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(10);
  expect(faults).toEqual([]);
  expect(browser.sent.every(({ tabId }) => tabId === TAB)).toBe(true);
}, 60_000);
