/**
 * What a customer is worth over the next months: expected purchases of each month, times spend and margin, discounted monthly.
 * @param expectedWithin purchases to be expected within a time from now
 * @param month length of a month in the unit of `expectedWithin`
 */
export function lifetimeValue(
  expectedWithin: (t: number) => number,
  {
    months,
    month,
    spend,
    margin,
    monthlyDiscount,
  }: { months: number; month: number; spend: number; margin: number; monthlyDiscount: number },
): number {
  let value = 0;
  let before = 0;
  for (let i = 1; i <= months; i++) {
    const until = expectedWithin(i * month);
    value += ((until - before) * spend * margin) / (1 + monthlyDiscount) ** i;
    before = until;
  }
  return value;
}
