/** One measured size and what it cost. */
export interface Point {
  size: number;
  cost: number;
}

export interface Growth {
  /** of size, in the power law that fits the larger half of the sizes */
  exponent: number;
  /** how well the law fits, 0 to 1 */
  rSquared: number;
}

export function growthOf(points: readonly Point[]): Growth;
