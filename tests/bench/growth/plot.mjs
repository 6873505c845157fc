/** Draws growth curves as SVG. Plain JavaScript: the library is installed for the benchmark only. */
import * as Plot from '@observablehq/plot';
import { Window } from 'happy-dom';

/**
 * Cost over size, both logarithmic, one line a series, with the straight line of linear growth from the first point.
 * @param {{ title: string, x: string, y: string, points: readonly { size: number, cost: number }[] }} curve
 * @returns {string} an SVG document
 */
export function plotOf({ title, x, y, points }) {
  const { document } = new Window();
  const first = points[0] ?? { size: 1, cost: 1 };
  const linear = points.map(({ size }) => ({ size, cost: (first.cost * size) / first.size }));
  const svg = Plot.plot({
    // @ts-expect-error happy-dom's document is as much of one as the library needs
    document,
    width: 640,
    height: 320,
    marginLeft: 56,
    x: { type: 'log', label: x, tickFormat: 'd', ticks: 5 },
    y: { type: 'log', label: y, tickFormat: '~g', ticks: 5, grid: true },
    marks: [
      Plot.line(linear, { x: 'size', y: 'cost', stroke: '#888', strokeDasharray: '4 4' }),
      Plot.line(points, { x: 'size', y: 'cost', stroke: '#1b4f9c', strokeWidth: 2 }),
      Plot.dot(points, { x: 'size', y: 'cost', fill: '#1b4f9c' }),
    ],
  });
  // what it says there is for a page around it, which a picture has not
  svg.querySelector('style')?.remove();
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `${title}; dashed: linear growth`);
  // a page in dark mode shows it on white as well
  svg.setAttribute('style', 'background:#fff;color:#222');
  return `${svg.outerHTML}\n`;
}
