/**
 * docs/performance.md: what `npm run bench` and `npm run soak` measured last, each part with its machine and versions.
 * The figures themselves are in docs/performance/, from which the page is written anew.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { findChromium } from './find-browsers.mjs';

const DOCS = path.resolve(import.meta.dirname, '../docs');
const FOLDER = path.join(DOCS, 'performance');
const FIGURES = path.join(FOLDER, 'figures.json');

/** In the order of the page. */
const TITLES: Record<string, string> = {
  rules: 'The rules beside rule engines',
  reader: 'The reader on pages of different sizes, beside libraries',
  panel: 'The panel',
  sessions: 'Working sessions in whole EHRs, with and without the extension',
  growth: 'Growth',
  soak: 'Endurance',
};

export interface Measured {
  /** a part of the benchmark, or soak */
  name: string;
  result: unknown;
  /** the same to read */
  text: string;
  /** SVG documents by file name */
  pictures?: Record<string, string>;
}

interface Kept {
  measuredOn: string;
  machine: ReturnType<typeof machine>;
  text: string;
  pictures: string[];
  result: unknown;
}

/** What it was measured on. */
export function machine() {
  const chromium = findChromium();
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    chromium: chromium
      ? execFileSync(chromium, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
      : 'none',
  };
}

/** Keeps what was measured in place of what that part had before, and writes the page. */
export function keepPerformance({ name, result, text, pictures = {} }: Measured): void {
  mkdirSync(FOLDER, { recursive: true });
  const all: Record<string, Kept> = existsSync(FIGURES) ? JSON.parse(readFileSync(FIGURES, 'utf8')) : {};
  for (const [file, svg] of Object.entries(pictures)) writeFileSync(path.join(FOLDER, file), svg);
  all[name] = {
    measuredOn: new Date().toISOString().slice(0, 10),
    machine: machine(),
    text,
    pictures: Object.keys(pictures),
    result,
  };
  writeFileSync(FIGURES, `${JSON.stringify(all, null, 1)}\n`);
  writeFileSync(path.join(DOCS, 'performance.md'), pageOf(all));
}

function pageOf(all: Record<string, Kept>): string {
  const sections = Object.entries(TITLES).flatMap(([name, title]) => {
    const part = all[name];
    if (!part) return [];
    const { cpu, cores, memoryGb, platform, node, chromium } = part.machine;
    return [
      `## ${title}`,
      '',
      `${part.measuredOn}; ${cpu}, ${cores} cores, ${memoryGb} GB, ${platform}; Node ${node}, ${chromium}.`,
      '',
      '```text',
      part.text,
      '```',
      '',
      ...part.pictures.flatMap((file) => [`![${altOf(file)}](performance/${file})`, '']),
    ];
  });
  return [
    '# Performance and endurance',
    '',
    'Written by `npm run bench` and `npm run soak` (`docs/performance/figures.json` has every figure). Read the ratios: they',
    'are taken within one run, turn by turn, and hold from machine to machine; milliseconds do not.',
    '',
    ...sections,
  ].join('\n');
}

const altOf = (file: string) =>
  `Growth curve: ${file.replace(/^growth-|\.svg$/g, '').replace('-', ' ')}; dashed: linear`;
