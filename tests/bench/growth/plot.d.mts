import type { Point } from './fit.mjs';

export interface Curve {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly points: readonly Point[];
}

export function plotOf(curve: Curve): string;
