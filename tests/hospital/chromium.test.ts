/**
 * The managed package in a real Chromium under real policies, as a hospital would roll it out: installed by force from
 * its server, governed while it runs, updated, taken back and switched off.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { CONTENT_VERSION } from '../../rules/index.ts';
import { Chromium } from '../../scripts/drive/chromium.ts';
import { type Panel, panelIn } from '../../scripts/drive/panel.ts';
import { asyncFunction, UNTIL_CHART_STANDS } from '../e2e/beside-the-demo-ehr.ts';
import { serveDemoEhr } from '../ehr/medplum/serve.mjs';
import {
  ALSO_LISTED,
  hospitalPackages,
  LAST,
  LATER,
  LISTED,
  type Packages,
  type Policies,
  SETTINGS,
  UNLISTED,
} from './packages.ts';
import { chromiumUnderPolicies, type Json, type UnderPolicies, whyNot } from './private-policies.ts';

const READ = ['ready', 'partly-read'];
const PATIENT = /Amber|DEMO-0001|mg\/m²/;
/** Chromium waits until a policy file has not changed for five seconds. */
const POLICY_WITHIN_MS = 25_000;

const reason = whyNot('chromium');
if (reason) console.log(`Chromium under policies: skipped, ${reason}`);

describe.skipIf(reason)('Chromium under the policies of a hospital', () => {
  let packages: Packages;
  let under: UnderPolicies;
  let chromium: Chromium;
  let page: Page;
  let panel: Panel;
  let panelPage: Page;
  let ehr: Awaited<ReturnType<typeof serveDemoEhr>>;

  const start = () =>
    Chromium.launch({
      installedByPolicy: packages.extensionId,
      executablePath: under.executablePath,
      headless: true,
      args: ['--host-resolver-rules=MAP *.test 127.0.0.1, MAP *.google.com ~NOTFOUND, MAP *.googleapis.com ~NOTFOUND'],
    });
  /** Loads the order on a host, and waits until it stands. */
  async function goto(host: string): Promise<void> {
    await page.goto(`http://${host}:${new URL(ehr.url).port}/Patient/demo-1/order`);
    await page.evaluate(asyncFunction(UNTIL_CHART_STANDS));
  }

  /** The packaged policies with other settings, and with more in the entry of the extension. */
  function policies(settings: Record<string, Json> | null, entry: Record<string, Json> = {}): Policies {
    const packaged = packages.chromiumPolicies('server');
    Object.assign(packaged.ExtensionSettings[packages.extensionId] ?? {}, entry);
    const extensions = packaged['3rdparty'].extensions ?? {};
    if (settings === null) delete extensions[packages.extensionId];
    else Object.assign(extensions[packages.extensionId] ?? {}, settings);
    return packaged;
  }
  function set(settings: Record<string, Json> | null, entry?: Record<string, Json>) {
    under.set(policies(settings, entry) as unknown as { [key: string]: Json });
    return reloadPolicies();
  }

  /** Presses the button of the browser's own page for policies, in another window: the panel stays where it is. */
  async function reloadPolicies() {
    if (!chromium) return;
    const devTools = await chromium.browser.target().createCDPSession();
    await devTools.send('Target.createTarget', { url: 'chrome://policy', newWindow: true });
    await devTools.detach();
    const target = await chromium.browser.waitForTarget((candidate) => candidate.url().startsWith('chrome://policy'));
    const policyPage = await target.asPage();
    await policyPage.waitForFunction(`typeof chrome?.send === 'function' && document.readyState === 'complete'`);
    await policyPage.evaluate(`chrome.send('reloadPolicies', ['reload'])`);
    await sleep(300);
    await policyPage.close();
  }

  async function open() {
    page = await chromium.firstPage();
    await goto(LISTED);
    panelPage = await chromium.openPanel(page);
    panel = panelIn(panelPage);
  }
  const answered = () =>
    panel.run(`return document.querySelectorAll('input[name="grade"]:checked, input[name="pain"]:checked').length;`);

  /** Whether the reader was put into the page, which the panel may look into. */
  const readerInPage = () =>
    panelPage.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      const func = () => 'bortezomibReader' in globalThis;
      const [frame] = await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? 0 }, func });
      return frame?.result;
    });

  beforeAll(async () => {
    packages = await hospitalPackages(inject('packaged'));
    ehr = await serveDemoEhr();
    under = chromiumUnderPolicies();
    await set({});
    chromium = await start();
    await open();
  });
  afterAll(async () => {
    await chromium?.close();
    ehr?.server.close();
  });

  test('installed by force from the hospital’s server, pinned, and silent until its settings have come', async () => {
    await panel.waitForState(['waiting', ...READ]);
    await panel.waitForState(READ, POLICY_WITHIN_MS);
    expect(await panelPage.evaluate(() => chrome.management.getSelf().then(({ installType }) => installType))).toBe(
      'admin',
    );
    expect(await panelPage.evaluate(() => chrome.action.getUserSettings())).toEqual({ isOnToolbar: true });
  });

  test('the settings are applied: role, protocol, and reading without a click', async () => {
    expect(await panel.run(`return document.querySelector('input[name="role"]:checked').value;`)).toBe(
      SETTINGS.roleDefault,
    );
    expect(await panel.text()).toMatch(PATIENT);
    await panel.choose('grade', '2');
    await panel.choose('pain', 'yes');
    await panel.run(`for (const fold of document.querySelectorAll('details')) fold.open = true;`);
    await panel.waitForText(/neuropathy clinic is open on Tuesdays/);
    await goto(ALSO_LISTED);
    await panel.waitForState(READ);
  });

  test('a site that is not listed is not read, not even after a click', async () => {
    await goto(UNLISTED);
    await panel.waitForState(['no-access']);
    await chromium.clickToolbarButton(page);
    await sleep(1_500);
    expect(await panel.state()).toBe('no-access');
    expect(await panel.text()).not.toMatch(PATIENT);
    const inPage = await panelPage.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      const target = { tabId: tab?.id ?? 0 };
      return chrome.scripting.executeScript({ target, func: () => document.body.textContent }).then(
        () => 'read',
        (error) => String(error),
      );
    });
    expect(inPage).toMatch(/cannot|Cannot/);
  });

  test('narrowed while running: a site that leaves the policy is not read any more', async () => {
    await goto(LISTED);
    await panel.waitForState(READ);
    await panel.choose('grade', '2');
    await set({ hosts: [`http://${ALSO_LISTED}/*`] });
    await expect.poll(() => panel.state(), { timeout: POLICY_WITHIN_MS }).toBe('no-access');
    expect(await panel.text()).not.toMatch(PATIENT);
    await goto(LISTED);
    await panel.waitForState(['no-access']);
    expect(await readerInPage()).toBe(false);
    await goto(ALSO_LISTED);
    await panel.waitForState(READ);
    expect(await answered(), 'what was answered before is gone').toBe(0);
  });

  test('the browser’s own policy narrows as well: what it does not allow is not read, though the settings list it', async () => {
    await set({}, { runtime_allowed_hosts: [`http://${ALSO_LISTED}`] });
    await goto(LISTED);
    await panel.waitForState(['no-access']);
    await goto(ALSO_LISTED);
    await panel.waitForState(READ);
  });

  test('the kill switch stops everything at once, whatever else is set', async () => {
    await set({ enabled: false, hosts: 'nonsense' });
    await panel.waitForState(['off'], POLICY_WITHIN_MS);
    expect(await panel.text()).not.toMatch(PATIENT);
  });

  test('settings that cannot be used hold the advice and are named, dropped ones too', async () => {
    await set({ siteProtocol: '{"formatVersion":1}', idleMinutes: 'seven' });
    await panel.waitForState(['settings-refused'], POLICY_WITHIN_MS);
    expect(await panel.text()).toMatch(/siteProtocol: .*site/);
    expect(await panel.text()).toMatch(/idleMinutes: .*did not deliver/);
    const options = await chromium.browser.newPage();
    await options.goto(`chrome-extension://${packages.extensionId}/options.html`);
    await options.waitForSelector('#organisation table');
    const report = String(await options.evaluate(`document.getElementById('organisation').innerText`));
    expect(report).toMatch(/siteProtocol[\s\S]*idleMinutes[\s\S]*roleDefault[\s\S]*pharmacist/);
    await options.close();
  });

  test('content that was not approved here is held', async () => {
    const approval = {
      contentVersion: CONTENT_VERSION,
      contentHash: '0'.repeat(64),
      reference: 'PTC 1',
      date: '2026-11-01',
    };
    await set({ contentApproval: approval });
    await panel.waitForState(['not-approved'], POLICY_WITHIN_MS);
    expect(await panel.text()).toMatch(/PTC 1, 2026-11-01/);
  });

  test('without recorded consent a notice comes first, and nothing is read before it was acknowledged', async () => {
    await set({ consentRecorded: false });
    await panel.waitForState(['notice-first'], POLICY_WITHIN_MS);
    await goto(LISTED);
    expect(await panel.state()).toBe('notice-first');
    expect(await panel.text()).not.toMatch(PATIENT);
    expect(await readerInPage()).toBe(false);
    await panel.run(
      `[...document.querySelectorAll('button')].find((button) => button.textContent === 'Go on').click();`,
    );
    await panel.waitForState(READ);
    expect(await readerInPage()).toBe(true);
  });

  test('removed settings are no permission: the panel waits', async () => {
    await set(null);
    await panel.waitForState(['waiting'], POLICY_WITHIN_MS);
  });

  test('an update keeps the policy and drops what was read and answered; an older version is not taken', async () => {
    await set({});
    await goto(LISTED);
    await panel.waitForState(READ, POLICY_WITHIN_MS);
    await panel.choose('grade', '3');
    packages.offer(LATER);
    expect(await versionAfterUpdate()).toBe(LATER);
    await panel.waitForState(READ, POLICY_WITHIN_MS);
    expect(await answered()).toBe(0);
    expect(await panel.run(`return document.querySelector('input[name="role"]:checked').value;`)).toBe(
      SETTINGS.roleDefault,
    );

    packages.offer(packages.version);
    await lookForUpdate();
    await sleep(2_000);
    expect(await runningVersion()).toBe(LATER);
    // the way back is the former content under a higher number
    packages.offer(LAST);
    expect(await versionAfterUpdate()).toBe(LAST);
  });

  test('two users of one computer: each has the sidebar, neither has the other’s', async () => {
    await panel.waitForState(READ, POLICY_WITHIN_MS);
    await panel.choose('grade', '4');
    under.set(packages.chromiumPolicies('file') as unknown as { [key: string]: Json });
    const own = { chromium, page, panel };
    chromium = await start();
    try {
      await open();
      await panel.waitForState(READ, POLICY_WITHIN_MS);
      expect(await panelPage.evaluate(() => chrome.runtime.getManifest().version), 'installed from file').toBe(
        packages.version,
      );
      expect(await answered()).toBe(0);
    } finally {
      await chromium.close();
      ({ chromium, page, panel } = own);
    }
    expect(await panel.run(`return document.querySelector('input[name="grade"]:checked').value;`)).toBe('4');
  });

  test('a permission that the policy blocks stops the whole sidebar', async () => {
    await set({}, { blocked_permissions: ['scripting'] });
    await expect.poll(() => chromium.panel(), { timeout: POLICY_WITHIN_MS }).toBeUndefined();
    await expect(chromium.openPanel(page)).rejects.toThrow();
  });

  /** Lets the browser look for updates, as its own page for extensions does; resolves when it has looked. */
  async function lookForUpdate(): Promise<void> {
    const settings = await chromium.browser.newPage();
    await settings.goto('chrome://extensions');
    await settings.evaluate('chrome.developerPrivate.autoUpdate()');
    await settings.close();
    await page.bringToFront();
  }

  /** Looks for an update and takes it; the panel goes with the old version and is opened anew. */
  async function versionAfterUpdate(): Promise<string> {
    const closed = new Promise((resolve) => panelPage.once('close', resolve));
    await panelPage.evaluate(() => chrome.runtime.onUpdateAvailable.addListener(() => chrome.runtime.reload()));
    await lookForUpdate();
    await closed;
    await open();
    return runningVersion();
  }

  const runningVersion = () => panelPage.evaluate(() => chrome.runtime.getManifest().version);
});
