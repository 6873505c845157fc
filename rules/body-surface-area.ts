/** Body surface area in m2 from height in cm and weight in kg. */

/** Mosteller 1987: the square root of height x weight / 3600. */
export function mosteller(heightCm: number, weightKg: number): number {
  return Math.sqrt((heightCm * weightKg) / 3600);
}

/** DuBois and DuBois 1916: 0.007184 x height^0.725 x weight^0.425. */
export function duBois(heightCm: number, weightKg: number): number {
  return 0.007184 * heightCm ** 0.725 * weightKg ** 0.425;
}
