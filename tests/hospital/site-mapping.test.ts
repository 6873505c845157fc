/**
 * A hospital's own mapping, delivered by the policy of a real Chromium: it reads a screen that the generic reader cannot
 * know, says so in the panel, steps aside where the screen has changed, and is gone when the policy no longer holds it.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { SiteMapping } from '../../mapping/shape.ts';
import { Chromium } from '../../scripts/drive/chromium.ts';
import { type Panel, panelIn } from '../../scripts/drive/panel.ts';
import { type FolderServer, serveFolder } from '../../scripts/serve-folder.ts';
import { hospitalPackages, LISTED, type Packages } from './packages.ts';
import { chromiumUnderPolicies, type Json, type UnderPolicies, whyNot } from './private-policies.ts';

/** Chromium waits until a policy file has not changed for five seconds. */
const POLICY_WITHIN_MS = 25_000;
const READ = ['ready', 'partly-read'];

/** Headers that say nothing known. */
const SCREEN = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Ward 7</title><body>
  <header id="who"><b class="who-name">Fictus Zzdemo-Quartz</b> <span class="who-number">DEMO-7007</span> <span class="who-born">1961-02-03</span></header>
  <main><h2>Plan</h2><table class="plan"><thead><tr><th>Stoff</th><th>A</th><th>B</th><th>Weg</th></tr></thead><tbody>
  <tr><td>Bortezomib</td><td>1.3</td><td>2.34</td><td>SC</td></tr>
  <tr><td>Dexamethason</td><td>40</td><td>40</td><td>PO</td></tr></tbody></table></main></body></html>`;

const MAPPING: SiteMapping = {
  format: 1,
  id: 'ward-seven',
  name: 'Ward seven',
  pages: [
    {
      name: 'Plan',
      addresses: [{ host: LISTED, path: '/ward.html*' }],
      requires: [{ select: 'table.plan thead' }],
      patient: {
        area: { select: '#who' },
        fields: {
          name: { select: '.who-name' },
          identifier: { select: '.who-number' },
          birthDate: { select: '.who-born' },
        },
      },
      orders: [
        {
          name: 'Substances',
          kind: 'rows',
          area: { select: 'table.plan' },
          each: 'tbody > tr',
          holds: 'orders',
          status: 'active',
          fields: {
            drug: { select: 'td:nth-child(1)' },
            dosePerBsa: { select: 'td:nth-child(2)', unit: 'mg/m2' },
            doseMg: { select: 'td:nth-child(3)', unit: 'mg' },
            route: { select: 'td:nth-child(4)' },
          },
        },
      ],
    },
  ],
};

const reason = whyNot('chromium');
if (reason) console.log(`A mapping by policy: skipped, ${reason}`);

describe.skipIf(reason)('a mapping in the policy of a hospital', () => {
  let packages: Packages;
  let under: UnderPolicies;
  let chromium: Chromium;
  let server: FolderServer;
  let page: Page;
  let panel: Panel;

  function deliver(siteMapping: SiteMapping | null): void {
    const policies = packages.chromiumPolicies('server');
    const values = policies['3rdparty'].extensions?.[packages.extensionId] ?? {};
    if (siteMapping) values.siteMapping = JSON.stringify(siteMapping);
    under.set(policies as unknown as { [key: string]: Json });
  }
  const goto = () => page.goto(`http://${LISTED}:${new URL(server.url).port}/ward.html`);

  beforeAll(async () => {
    packages = await hospitalPackages(inject('packaged'));
    const folder = mkdtempSync(path.join(tmpdir(), 'ward-'));
    writeFileSync(path.join(folder, 'ward.html'), SCREEN);
    server = await serveFolder(folder);
    under = chromiumUnderPolicies();
    deliver(MAPPING);
    chromium = await Chromium.launch({
      installedByPolicy: packages.extensionId,
      executablePath: under.executablePath,
      headless: true,
      args: ['--host-resolver-rules=MAP *.test 127.0.0.1, MAP *.google.com ~NOTFOUND, MAP *.googleapis.com ~NOTFOUND'],
    });
    page = await chromium.firstPage();
    await goto();
    panel = panelIn(await chromium.openPanel(page));
  });
  afterAll(async () => {
    await chromium?.close();
    server?.close();
  });

  test('reads the values that it names, with its units, whose chart it is, and says that the page is as described', async () => {
    await panel.waitForState(READ, POLICY_WITHIN_MS);
    await panel.waitForText(/Ward seven, Plan: the page is as described/);
    expect(await panel.text()).toMatch(/Fictus Zzdemo-Quartz/);
    const read = await panel.sectionText('What was read');
    expect(read).toMatch(/1\.3 mg\/m²/);
    expect(read).toMatch(/2\.34 mg/);
  });

  test('steps aside on a page that has changed, and says so: figures without a unit are no dose', async () => {
    await page.evaluate(`document.querySelector('table.plan thead').remove()`);
    await panel.waitForText(/Ward seven, Plan: not as described any more/);
    expect(await panel.sectionText('What was read')).not.toMatch(/1\.3 mg\/m²|2\.34 mg/);
    await goto();
    await panel.waitForText(/Ward seven, Plan: the page is as described/);
  });

  test('is gone when the policy no longer holds it', async () => {
    deliver(null);
    const read = async () => {
      const state = (await panel.state()) ?? '';
      const values = /Ward seven|1\.3 mg\/m²|2\.34 mg/.test(await panel.text());
      return [...READ, 'no-order'].includes(state) && !values ? 'read without the mapping' : `${state} ${values}`;
    };
    await expect.poll(read, { timeout: POLICY_WITHIN_MS, interval: 500 }).toBe('read without the mapping');
  });
});
