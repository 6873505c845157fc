/** A display that nobody sees (Xvfb), so that a browser runs with its windows drawn, as at a workstation. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { findXvfb } from '../find-browsers.mjs';

export interface VirtualDisplay {
  /** for the variable DISPLAY, e.g. `:99` */
  name: string;
  close(): void;
}

const STARTS_WITHIN_MS = 10_000;

/** Starts a display of its own; throws where there is no Xvfb or it does not start. */
export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  const binary = findXvfb();
  if (!binary) throw new Error('no Xvfb found');
  // it chooses a number that is free, and tells it once it can be used
  const args = ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'];
  const child = spawn(binary, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  try {
    const number = await firstLine(child, child.stdio[3] as Readable);
    return { name: `:${number}`, close: () => void child.kill() };
  } catch (error) {
    child.kill();
    throw error;
  }
}

function firstLine(child: ChildProcess, from: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('Xvfb does not start')), STARTS_WITHIN_MS);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    from.once('data', (said: Buffer) => {
      clearTimeout(late);
      resolve(said.toString().trim());
    });
  });
}

/** What a browser's environment needs to draw on a display and on no other. */
export const onDisplay = (name: string): NodeJS.ProcessEnv => ({
  ...process.env,
  DISPLAY: name,
  WAYLAND_DISPLAY: undefined,
  GDK_BACKEND: 'x11',
});
