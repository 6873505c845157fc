/** Takes the pictures of every state of the panel into docs/screens/, from the real side panel beside the demo EHR. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BesideInChromium,
  besideInChromium,
  NAME_ANOTHER_PATIENT,
  NEVER_REST,
  REST,
} from '../tests/e2e/beside-the-demo-ehr.ts';
import type { Panel } from './drive/panel.ts';

const SCREENS = path.resolve(import.meta.dirname, '../docs/screens');
const WIDTH = 360;

type Reach = (beside: BesideInChromium, panel: Panel) => Promise<unknown>;

const role =
  (name: string): Reach =>
  (_beside, panel) =>
    panel.run(`document.querySelector('input[name="role"][value="${name}"]').click();`);

const answer =
  (grade: string, pain?: 'yes' | 'no'): Reach =>
  async (_beside, panel) => {
    await panel.choose('grade', grade);
    if (pain) await panel.choose('pain', pain);
  };

const chart =
  (patient: Parameters<BesideInChromium['goto']>[0], state: string): Reach =>
  async (beside, panel) => {
    await beside.goto(patient);
    await panel.waitForState([state]);
  };

function inTurn(...steps: Reach[]): Reach {
  return async (beside, panel) => {
    for (const step of steps) await step(beside, panel);
  };
}

/** The state that is also shown dark; the others would only double the pictures. */
const ALSO_DARK = 'grade-2-with-pain';

/** Each picture and how to get there from the one before. */
const PICTURES: readonly [name: string, reach: Reach][] = [
  ['order-read', async () => undefined],
  ['pain-not-asked', answer('2')],
  ['grade-2-with-pain', answer('2', 'yes')],
  [
    'taken-along',
    async (_beside, panel) => {
      await panel.run(`
        for (const fold of document.querySelectorAll('.take-away, .panel-foot details')) fold.open = true;
        const field = document.querySelector('section[aria-label=Ask] input');
        field.value = 'why not vitamin C';
        field.dispatchEvent(new Event('input', { bubbles: true }));`);
      await panel.waitForText(/Language of the sheet/);
      await panel.waitForText(/Ascorbic|vitamin C/i);
    },
  ],
  [
    'pharmacist',
    inTurn(
      (_beside, panel) => panel.run(`for (const fold of document.querySelectorAll('details')) fold.open = false;`),
      role('pharmacist'),
    ),
  ],
  ['nurse', role('nurse')],
  ['grade-4', inTurn(role('physician'), answer('4', 'yes'))],
  ['already-reduced', inTurn(chart('demo-3', 'ready'), answer('2', 'no'))],
  ['several-orders', chart('demo-5', 'choose-order')],
  ['no-order', chart('demo-4', 'no-order')],
  [
    'two-patients',
    inTurn(chart('demo-1', 'ready'), async (beside, panel) => {
      await beside.inPage(NAME_ANOTHER_PATIENT);
      await panel.waitForState(['patient-conflict']);
    }),
  ],
  [
    'reading',
    inTurn(chart('demo-1', 'ready'), async (beside, panel) => {
      await beside.inPage(NEVER_REST);
      await panel.waitForState(['reading']);
    }),
  ],
  [
    'paused',
    async (beside, panel) => {
      await beside.inPage(REST);
      await panel.leaveAlone();
      await panel.waitForState(['paused']);
    },
  ],
  [
    'no-access',
    async ({ page }, panel) => {
      await panel.readAgain();
      await page.goto('about:blank');
      await panel.waitForState(['no-access']);
    },
  ],
];

const beside = await besideInChromium();
try {
  await mkdir(SCREENS, { recursive: true });
  await beside.goto('demo-1');
  const panel = await beside.openPanel();
  await panel.waitForState(['ready']);
  const page = await beside.panelPage();
  await page.setViewport({ width: WIDTH, height: 800 });
  for (const [name, reach] of PICTURES) {
    await reach(beside, panel);
    for (const scheme of name === ALSO_DARK ? ['light', 'dark'] : ['light']) {
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      await sleep(150);
      const file = path.join(SCREENS, `${name}-${scheme}.png`);
      await writeFile(file, await page.screenshot({ fullPage: true }));
      console.log(path.relative(process.cwd(), file));
    }
  }
} finally {
  await beside.close();
}
