/** Draws of known distributions from numbers in [0, 1). */

export function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** By two draws of the gamma distribution. */
export function betaDraw(a: number, b: number, random: () => number): number {
  const [x, y] = [gammaDraw(a, random), gammaDraw(b, random)];
  return x / (x + y);
}

/** Marsaglia and Tsang (2000), with a scale of 1; a shape below 1 by the one above it. */
export function gammaDraw(shape: number, random: () => number): number {
  if (shape < 1) return gammaDraw(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = gaussian(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
