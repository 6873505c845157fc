/**
 * How a cost grows: the exponent of the power law that fits it, where 0 is constant and 1 is linear. Plain JavaScript: the
 * library is installed for the benchmark only.
 */
import { linearRegression, linearRegressionLine, rSquared } from 'simple-statistics';

/**
 * Fits the larger half of the points, at least three of them: what is fixed does not hide what grows there.
 * @param {readonly { size: number, cost: number }[]} points
 * @throws RangeError with fewer points, or a size or cost of 0
 */
export function growthOf(points) {
  const upper = [...points].sort((a, b) => a.size - b.size).slice(-Math.max(3, Math.ceil(points.length / 2)));
  const logs = upper.map(({ size, cost }) => [Math.log(size), Math.log(cost)]);
  if (logs.length < 3 || !logs.flat().every(Number.isFinite)) throw new RangeError('three points above 0 are needed');
  const law = linearRegression(logs);
  return { exponent: law.m, rSquared: rSquared(logs, linearRegressionLine(law)) };
}
