/**
 * The extension's panel as its user meets it: by landmarks, labels and visible text, the same in both browsers.
 * Nothing here knows how the panel is made.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Firefox } from './firefox.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Runs the body of an async function in the panel's document; its parameters are `args[0]`, `args[1]`, … */
export type InPanel = (body: string, args?: Json[]) => Promise<unknown>;

/** The panel's sections, by their accessible names. */
export type Section = 'What was read' | 'Assessment' | 'Advice';

export class Panel {
  readonly run: InPanel;

  constructor(run: InPanel) {
    this.run = run;
  }

  /** no-access, reading, patient-conflict, no-order, choose-order, partly-read or ready */
  async state(): Promise<string> {
    return String(await this.run('return document.body?.dataset.state ?? "";'));
  }

  /** Waits for one of the states and resolves with it; rejects with the state it is in instead. */
  async waitForState(states: readonly string[], withinMs = 15_000): Promise<string> {
    const deadline = Date.now() + withinMs;
    for (;;) {
      const state = await this.state();
      if (states.includes(state)) return state;
      if (Date.now() > deadline) {
        throw new Error(`the panel is in state "${state}", not ${states.join(' or ')}:\n${await this.text()}`);
      }
      await sleep(50);
    }
  }

  /** Waits until the panel's visible text matches; rejects with the text that stands there instead. */
  async waitForText(wanted: RegExp, withinMs = 15_000): Promise<void> {
    const deadline = Date.now() + withinMs;
    for (;;) {
      const text = await this.text();
      if (wanted.test(text)) return;
      if (Date.now() > deadline) throw new Error(`the panel does not show ${wanted}:\n${text}`);
      await sleep(50);
    }
  }

  /** Presses 'Read again'; resolves when the panel has dropped what it held. */
  async readAgain(): Promise<void> {
    await this.run(
      `[...document.querySelectorAll('button')].find((button) => button.textContent === 'Read again').click();
       await new Promise((resolve) => setTimeout(resolve, 50));`,
    );
  }

  /** Chooses a radio button by its name and value, as a click does. */
  async choose(name: 'grade' | 'pain' | 'order', value: string): Promise<void> {
    await this.run(
      `const input = document.querySelector('input[name="' + args[0] + '"][value="' + CSS.escape(args[1]) + '"]');
       if (!input) throw new Error('no choice ' + args[0] + ' = ' + args[1]);
       input.click();
       await new Promise((resolve) => setTimeout(resolve, 50));`,
      [name, value],
    );
  }

  /** Lets the time run out after which a panel that nobody uses is cleared, as the panel itself measures it. */
  async leaveAlone(): Promise<void> {
    await this.run(
      `const own = window.setTimeout;
       let left;
       window.setTimeout = (callback, ms, ...rest) => {
         if (ms > 60_000) left = callback;
         return own(callback, ms, ...rest);
       };
       document.dispatchEvent(new Event('pointerdown'));
       window.setTimeout = own;
       left();`,
    );
  }

  /** Everything that is visible in the panel, line by line. */
  async text(): Promise<string> {
    return String(await this.run(`${VISIBLE_LINES} return visibleLines(document.body).join('\\n');`));
  }

  /** What is visible in one section, line by line; empty where the panel does not show that section. */
  async sectionText(section: Section): Promise<string> {
    return String(
      await this.run(
        `${VISIBLE_LINES}
         const section = document.querySelector('section[aria-label="' + args[0] + '"]');
         return section ? visibleLines(section).join('\\n') : '';`,
        [section],
      ),
    );
  }

  /** Opens every fold of a section, so that its whole text is visible. */
  async unfold(section: Section): Promise<void> {
    await this.run(
      `for (let opened = -1; opened !== 0; ) {
         const closed = [...document.querySelectorAll('section[aria-label="' + args[0] + '"] details:not([open])')];
         opened = closed.length;
         for (const fold of closed) fold.open = true;
         // What a fold holds is made once it has been opened.
         await new Promise((resolve) => setTimeout(resolve, 30));
       }`,
      [section],
    );
  }

  /** Brings a section to the top of the panel. */
  async scrollTo(section: Section): Promise<void> {
    await this.run(
      `document.querySelector('section[aria-label="' + args[0] + '"]')?.scrollIntoView({ block: 'start' });`,
      [section],
    );
  }
}

/** The panel in Chromium, from the page that the driver opened. */
export function panelIn(page: Page): Panel {
  return new Panel((body, args = []) =>
    page.evaluate(`(async () => { const args = ${JSON.stringify(args)}; ${body} })()`),
  );
}

/** The panel in Firefox's sidebar. */
export function panelInSidebar(firefox: Firefox): Panel {
  return new Panel((body, args) => firefox.inSidebar(body, args));
}

/** The text that a reader sees, one line per block; controls that only point elsewhere are left out. */
const VISIBLE_LINES = `
  const visibleLines = (root) => {
    const lines = [''];
    const newLine = () => { if (lines.at(-1) !== '') lines.push(''); };
    const append = (text) => { lines[lines.length - 1] += text; };
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) {
        const text = node.data.replace(/\\s+/g, ' ');
        append(lines.at(-1) === '' ? text.trimStart() : text);
        return;
      }
      if (node.nodeType !== Node.ELEMENT_NODE || !node.checkVisibility()) return;
      if (node.matches('button, input, select, [aria-hidden=true], .visually-hidden')) return;
      const continuesLine = node.matches('dd') || getComputedStyle(node).display.startsWith('inline');
      if (!continuesLine) newLine();
      if (node.matches('dd')) append(' ');
      for (const child of node.childNodes) walk(child);
      if (node.matches('dt')) append(':');
      else if (!continuesLine) newLine();
      else append(' ');
    };
    walk(root);
    return lines.map((line) => line.replace(/\\s+/g, ' ').trim()).filter(Boolean);
  };`;
