/**
 * The managed package in a real Firefox ESR under a real policies.json, as a hospital would roll it out. Firefox reads
 * its policies when it starts. The package is not signed here, which an ESR can be told to accept.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { Firefox } from '../../scripts/drive/firefox.ts';
import { type Panel, panelInSidebar } from '../../scripts/drive/panel.ts';
import { UNTIL_CHART_STANDS } from '../e2e/beside-the-demo-ehr.ts';
import { serveDemoEhr } from '../ehr/medplum/serve.mjs';
import {
  FIREFOX_ID,
  hospitalPackages,
  LATER,
  LISTED,
  type Packages,
  type Policies,
  SETTINGS,
  UNLISTED,
} from './packages.ts';
import { firefoxUnderPolicies, type Json, type UnderPolicies, whyNot } from './private-policies.ts';

const READ = ['ready', 'partly-read'];
const PATIENT = /Amber|DEMO-0001|mg\/m²/;

const reason = whyNot('firefox');
if (reason) console.log(`Firefox under policies: skipped, ${reason}`);

describe.skipIf(reason)('Firefox ESR under the policies of a hospital', () => {
  let packages: Packages;
  let under: UnderPolicies;
  let ehr: Awaited<ReturnType<typeof serveDemoEhr>>;
  const profileDir = mkdtempSync(path.join(tmpdir(), 'profile-'));

  beforeAll(async () => {
    packages = await hospitalPackages(inject('packaged'));
    ehr = await serveDemoEhr();
    under = firefoxUnderPolicies();
  });
  afterAll(() => {
    ehr?.server.close();
  });

  const start = (profile?: string) =>
    Firefox.launch({
      installedByPolicy: FIREFOX_ID,
      executablePath: under.executablePath,
      headless: true,
      profileDir: profile,
      prefs: { 'network.dns.localDomains': `${LISTED},${UNLISTED}`, 'xpinstall.signatures.required': false },
    });
  const set = (policies: Policies) => under.set(policies as unknown as { [key: string]: Json });

  /** Starts Firefox, runs the body beside the order on the listed host, and ends Firefox. */
  async function beside(profile: string | undefined, body: (firefox: Firefox, panel: Panel) => Promise<void>) {
    const firefox = await start(profile);
    try {
      await goto(firefox, LISTED);
      await firefox.openPanel();
      await body(firefox, panelInSidebar(firefox));
    } finally {
      await firefox.close();
    }
  }
  async function goto(firefox: Firefox, host: string) {
    await firefox.goto(`http://${host}:${new URL(ehr.url).port}/Patient/demo-1/order`);
    await firefox.inPage(UNTIL_CHART_STANDS);
  }
  const version = (panel: Panel) => panel.run('return browser.runtime.getManifest().version;');

  test('installed by force from the hospital’s server, with its settings; no other site is read', async () => {
    set(packages.firefoxPolicies('server'));
    await beside(profileDir, async (firefox, panel) => {
      await panel.waitForState(READ);
      expect(await panel.run(`return document.querySelector('input[name="role"]:checked').value;`)).toBe(
        SETTINGS.roleDefault,
      );
      expect(await panel.run('return (await browser.management.getSelf()).installType;')).toBe('admin');
      const { ExtensionSettings, '3rdparty': thirdParty } = packages.firefoxPolicies('server');
      expect(await firefox.inWindow('return Services.policies.getActivePolicies();'), 'all of it is valid').toEqual({
        ExtensionSettings,
        '3rdparty': thirdParty,
      });
      expect(await firefox.inWindow(MAY_BE_REMOVED, [FIREFOX_ID])).toEqual({ remove: false, disable: false });

      await goto(firefox, UNLISTED);
      await panel.waitForState(['no-access']);
      await firefox.clickToolbarButton();
      await sleep(1_500);
      expect(await panel.state()).toBe('no-access');
      expect(await panel.text()).not.toMatch(PATIENT);
    });
  });

  test('at the next start: a newer version from file, and what the policy says now: switched off', async () => {
    const policies = packages.firefoxPolicies('file', LATER);
    Object.assign(policies['3rdparty'].Extensions?.[FIREFOX_ID] ?? {}, { enabled: false });
    set(policies);
    await beside(profileDir, async (_firefox, panel) => {
      await panel.waitForState(['off']);
      await expect.poll(() => version(panel).catch(() => ''), { timeout: 20_000 }).toBe(LATER);
      expect(await panel.text()).not.toMatch(PATIENT);
    });
  });

  test('another user of the computer, and a setting that cannot be used: held, and named', async () => {
    const policies = packages.firefoxPolicies('file');
    Object.assign(policies['3rdparty'].Extensions?.[FIREFOX_ID] ?? {}, { enabeld: false });
    set(policies);
    await beside(undefined, async (_firefox, panel) => {
      await panel.waitForState(['settings-refused']);
      expect(await panel.text()).toMatch(/enabeld: this version knows no such setting/);
      expect(await panel.text()).not.toMatch(PATIENT);
    });
  });
});

const MAY_BE_REMOVED = `
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const { permissions } = await AddonManager.getAddonByID(args[0]);
  return {
    remove: (permissions & AddonManager.PERM_CAN_UNINSTALL) !== 0,
    disable: (permissions & AddonManager.PERM_CAN_DISABLE) !== 0,
  };`;
