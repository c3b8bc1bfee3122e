/** Normal quantile of .975. */
export const Z = 1.959963984540054;

/** Student's t, quantile of .975, for 1 to 30 degrees of freedom (any printed table; here to six places). */
const TABLE = [
  12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157, 2.228139,
  2.200985, 2.178813, 2.160369, 2.144787, 2.13145, 2.119905, 2.109816, 2.100922, 2.093024, 2.085963, 2.079614,
  2.073873, 2.068658, 2.063899, 2.059539, 2.055529, 2.051831, 2.048407, 2.04523, 2.042272,
];

/**
 * Student's t, quantile of .975: by table up to 30 degrees of freedom, beyond by the expansion around the normal quantile (Abramowitz & Stegun
 * 26.7.5), whose error there is below 1e-7.
 */
export function tQuantile(degrees: number): number {
  const known = TABLE[degrees - 1];
  if (known !== undefined) return known;
  const z = Z;
  return (
    z +
    (z ** 3 + z) / (4 * degrees) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3) +
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / (92_160 * degrees ** 4)
  );
}
