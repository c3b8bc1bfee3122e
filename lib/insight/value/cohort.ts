/** How often and when one customer bought, as every model of repeat buying takes it. All times in one unit. */
export interface History {
  /** Purchases after the first. */
  x: number;
  /** From the first purchase to the last; 0 where there was one only. */
  recency: number;
  /** From the first purchase to now. */
  age: number;
  /** Sum of the natural logarithms of the gaps between purchases; only models with regular buying read it. */
  logGaps?: number;
}

/**
 * Customers with equal histories are one row with a weight, and times stand once: a likelihood is then a few logarithms per
 * distinct time instead of several a customer.
 */
export interface Cohort {
  customers: number;
  x: Int32Array;
  /** Index into `times`. */
  recency: Int32Array;
  age: Int32Array;
  weight: Float64Array;
  times: Float64Array;
  mostX: number;
  /** Sum over all customers. */
  logGaps: number;
}

export function cohortOf(histories: readonly History[]): Cohort {
  const times = new Map<number, number>();
  const indexOf = (time: number) => {
    const known = times.get(time);
    if (known !== undefined) return known;
    times.set(time, times.size);
    return times.size - 1;
  };
  const rows = new Map<string, { x: number; recency: number; age: number; weight: number }>();
  let logGaps = 0;
  for (const one of histories) {
    const row = { x: one.x, recency: indexOf(one.recency), age: indexOf(one.age), weight: 1 };
    const key = `${row.x}|${row.recency}|${row.age}`;
    const known = rows.get(key);
    if (known) known.weight += 1;
    else rows.set(key, row);
    logGaps += one.logGaps ?? 0;
  }
  const list = [...rows.values()];
  return {
    customers: histories.length,
    x: Int32Array.from(list, (row) => row.x),
    recency: Int32Array.from(list, (row) => row.recency),
    age: Int32Array.from(list, (row) => row.age),
    weight: Float64Array.from(list, (row) => row.weight),
    times: Float64Array.from(times.keys()),
    mostX: list.reduce((most, row) => Math.max(most, row.x), 0),
    logGaps,
  };
}

/** `logGamma(from + n)` less `logGamma(from)`, for n from 0 to `most`: a running sum instead of a gamma function each. */
export function risingLogs(from: number, most: number): Float64Array {
  const sums = new Float64Array(most + 1);
  for (let n = 1; n <= most; n++) sums[n] = (sums[n - 1] as number) + Math.log(from + n - 1);
  return sums;
}

/** Logarithms of `plus` + each time. */
export function shiftedLogs(times: Float64Array, plus: number): Float64Array {
  return times.map((time) => Math.log(plus + time));
}

/** ln(e^a + e^b) without overflow. */
export function logSum(a: number, b: number): number {
  const top = Math.max(a, b);
  return top === Number.NEGATIVE_INFINITY ? top : top + Math.log(Math.exp(a - top) + Math.exp(b - top));
}
