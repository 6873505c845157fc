/**
 * The panel in real Chromium beside the demo EHR: how soon it paints, how soon an answer is advice, how soon a keystroke of
 * a question is answered. Each figure stands beside what the browser itself needs for the same: painting a text file of the
 * extension in a tab, and building and laying out the same advice from its HTML.
 */
import type { CDPSession, Page } from 'puppeteer-core';
import { type BesideInChromium, besideInChromium, clickPatient } from '../e2e/beside-the-demo-ehr.ts';

const ROUNDS = 15;
const QUESTION = 'why not vitamin c';
/** Opening and switching are slow, so there are fewer of them. */
const SLOW_ROUNDS = 7;
/** ms, by the clock for paints and the page, of the processor for the others; a frame of 60 a second is 16 ms */
const TARGETS = { click: 500, firstPaint: 150, filled: 1000, advice: 16, frames: 3, keystroke: 16 };
/** What the demo EHR shows of two patients' orders, and the panel of them once it is filled. */
const ORDERS = { 'demo-3': '0.7 mg/m²', 'demo-1': '1.3 mg/m²' } as const;

export interface Figure {
  what: string;
  unit: 'ms' | 'frames';
  median: number;
  worst: number;
  /** what the browser itself needs, and how many times that this is */
  floor?: { what: string; median: number; times: number };
  target: number;
  met: boolean;
}

/** Measures in one browser, its floors in the same run. @returns the figures, each with whether its target is met */
export async function measurePanel(progress: (line: string) => void): Promise<Figure[]> {
  progress('the panel in Chromium');
  const beside = await besideInChromium();
  try {
    await beside.goto('demo-1');
    const panel = await beside.openPanel();
    await panel.waitForState(['ready']);
    const page = await beside.panelPage();
    const paints: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.reload();
      paints.push(await firstPaint(page));
      await panel.waitForState(['ready']);
    }
    const filled = await pageToPanel(beside, page);
    await panel.choose('grade', '2');
    const frames: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) frames.push(await framesOf(page, round % 2 ? 'no' : 'yes'));
    const session = await page.createCDPSession();
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const advice: number[] = [];
    const rebuilt: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      advice.push(await spentOn(page, session, answerPain(round % 2 ? 'no' : 'yes')));
      rebuilt.push(await spentOn(page, session, REBUILD));
    }
    // The first question loads the search and is not counted.
    await page.evaluate(`(() => { ${typing('green tea')} })()`);
    await panel.waitForText(/Green tea extract/);
    const keystrokes: number[] = [];
    for (let length = 3; length <= QUESTION.length; length += 1)
      keystrokes.push(await spentOn(page, session, typing(QUESTION.slice(0, length))));
    // Last, because a tab in front of the chart takes the panel away from it.
    const bare = await beside.chromium.browser.newPage();
    const barePaints: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await bare.goto(`chrome-extension://${beside.chromium.extensionId}/managed-settings.json`);
      barePaints.push(await firstPaint(bare));
    }
    await bare.close();
    const clicks = await clickToPaint(beside);
    return [
      figure('click on the toolbar button to first paint', clicks, TARGETS.click),
      figure('order on the screen to panel filled', filled, TARGETS.filled),
      figure('first paint, from the start of its document', paints, TARGETS.firstPaint, {
        what: 'a text file of the extension',
        times: barePaints,
      }),
      figure('an answer until its advice is laid out (processor)', advice, TARGETS.advice, {
        what: 'the same advice from its HTML',
        times: rebuilt,
      }),
      { ...figure('an answer until its advice is drawn', frames, TARGETS.frames), unit: 'frames' },
      figure('a keystroke in Ask, answers laid out (processor)', keystrokes, TARGETS.keystroke),
    ];
  } finally {
    await beside.close();
  }
}

/** The chart changes without a load; from the frame on which the next order stands there, to the panel that shows it. */
async function pageToPanel(beside: BesideInChromium, panel: Page): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < SLOW_ROUNDS; round += 1) {
    const patient = round % 2 === 0 ? 'demo-3' : 'demo-1';
    await beside.page.evaluate(noteWhenShown(ORDERS[patient]));
    await panel.evaluate(noteWhenShown(ORDERS[patient]));
    await beside.page.evaluate(clickPatient(patient));
    const shownAt = async (page: Page) => Number(await page.evaluate('window.shown'));
    const onScreen = await shownAt(beside.page);
    times.push((await shownAt(panel)) - onScreen);
  }
  return times;
}

/** Script for a page: `window.shown` is when the words stand there next after having been gone, by the machine's clock. */
const noteWhenShown = (words: string) => `
  window.shown = new Promise((resolve) => {
    const everyFrame = () => {
      if (document.body.innerText.replaceAll('\\u00A0', ' ').includes(${JSON.stringify(words)})) resolve(Date.now());
      else requestAnimationFrame(everyFrame);
    };
    everyFrame();
  });
  undefined`;

/** The panel is closed and opened anew by a click on the button, which is how its user meets it. */
async function clickToPaint(beside: BesideInChromium): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < SLOW_ROUNDS; round += 1) {
    await (await beside.panelPage()).close();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const clickedAt = Date.now();
    const panel = await beside.chromium.openPanel(beside.page);
    times.push(Number(await panel.evaluate('performance.timeOrigin')) + (await firstPaint(panel)) - clickedAt);
  }
  return times;
}

/** How many frames are drawn from an answer to its advice. */
async function framesOf(panel: Page, answer: 'yes' | 'no'): Promise<number> {
  return Number(
    await panel.evaluate(`new Promise((resolve) => {
      const advice = document.querySelector('section[aria-label="Advice"]');
      const before = advice.textContent;
      let frames = 0;
      const everyFrame = () => {
        frames += 1;
        if (document.querySelector('section[aria-label="Advice"]')?.textContent !== before) resolve(frames);
        else requestAnimationFrame(everyFrame);
      };
      requestAnimationFrame(() => { ${answerPain(answer)}; requestAnimationFrame(everyFrame); });
    })`),
  );
}

const firstPaint = async (page: Page) =>
  Number(
    await page.evaluate(`new Promise((resolve) => {
      new PerformanceObserver((list) => {
        const paint = list.getEntriesByName('first-contentful-paint')[0];
        if (paint) resolve(paint.startTime);
      }).observe({ type: 'paint', buffered: true });
    })`),
  );

/** ms of the processor that the panel's thread spends on something, layout and what the view does afterwards included. */
async function spentOn(page: Page, session: CDPSession, body: string): Promise<number> {
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  const before = await spent();
  await page.evaluate(
    `(async () => { ${body}; document.body.offsetHeight; await new Promise((resolve) => setTimeout(resolve, 20)); document.body.offsetHeight; })()`,
  );
  return (await spent()) - before;
}

const answerPain = (answer: 'yes' | 'no') => `document.querySelector('input[name="pain"][value="${answer}"]').click()`;

/** The browser builds the section of the advice from its HTML, as the floor of showing it at all. */
const REBUILD = `
  const section = document.querySelector('section[aria-label="Advice"]');
  const copy = section.parentElement.appendChild(document.createElement('div'));
  copy.innerHTML = section.outerHTML;
  document.body.offsetHeight;
  copy.remove()`;

const typing = (question: string) => `
  const field = document.querySelector('section[aria-label=Ask] input');
  field.value = ${JSON.stringify(question)};
  field.dispatchEvent(new Event('input', { bubbles: true }))`;

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function figure(
  what: string,
  times: readonly number[],
  target: number,
  floor?: { what: string; times: number[] },
): Figure {
  const ours = median(times);
  const bare = floor && { what: floor.what, median: median(floor.times), times: ours / median(floor.times) };
  return { what, unit: 'ms', median: ours, worst: Math.max(...times), floor: bare, target, met: ours < target };
}

/** The figures to read. */
export function readablePanel(figures: readonly Figure[]): string {
  const line = ({ what, unit, median: ours, worst, floor, target, met }: Figure) =>
    `  ${what.padEnd(52)}${ours.toFixed(1).padStart(7)} ${unit} (worst ${worst.toFixed(1)})${
      floor ? `, ${floor.times.toFixed(1)} times ${floor.what} (${floor.median.toFixed(1)} ms)` : ''
    }; target under ${target} ${unit}: ${met ? 'met' : 'MISSED'}`;
  return ['The panel, in the side panel of Chromium beside the demo EHR, medians', ...figures.map(line)].join('\n');
}
