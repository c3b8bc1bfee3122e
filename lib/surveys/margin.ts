/** Normal quantile of .975: margins are of 95 %. */
const Z = 1.959963984540054;

/** Less far from the truth where a good part of all people answered. */
const finite = (n: number, people: number): number =>
  people === Number.POSITIVE_INFINITY
    ? 1
    : people <= 1
      ? 0
      : Math.sqrt(Math.max(0, people - n) / (people - 1));

/**
 * Expected margin of error of a share, at its widest (half of them say so), as a share: .1 is plus or minus 10 points of a hundred. It takes
 * for granted that those who answer are like those who do not; it says nothing of who was left out.
 * @param n answers
 * @param people of whom they are; infinite unless told
 * @returns 1 without answers
 */
export function marginOfShare(n: number, people = Number.POSITIVE_INFINITY): number {
  if (!(n > 0)) return 1;
  return Math.min(1, Z * Math.sqrt(0.25 / n) * finite(n, people));
}

/** The same for an NPS, in its points (-100 to 100), at its widest: half promote it and half do the contrary. */
export function marginOfNps(n: number, people = Number.POSITIVE_INFINITY): number {
  if (!(n > 0)) return 100;
  return Math.min(100, 100 * Z * Math.sqrt(1 / n) * finite(n, people));
}

/** How many answers a margin of a share asks for; never more than there are people. */
export function answersFor(margin: number, people = Number.POSITIVE_INFINITY): number {
  const n = (Z / margin) ** 2 * 0.25;
  return Math.ceil(people === Number.POSITIVE_INFINITY ? n : Math.min(people, n / (1 + (n - 1) / people)));
}
