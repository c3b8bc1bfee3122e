/** Somebody of whom it is known when they may be asked next. */
export interface Coming {
  /** Number of the day. */
  next: number;
}

/**
 * How many would be asked on each of the coming days if as many were asked as may be: those whose turn came first stand first, and who is
 * one too many waits for the next day.
 * @param repeat days after which somebody who was asked is asked again; null: not in this time
 * @param share of those whose turn comes that are asked: the others are held out
 * @param last number of the last day; null: there is none
 * @param room how many may be asked on the first day, where some were asked already
 */
export function planDays(
  people: readonly Coming[],
  {
    today,
    days,
    perDay,
    room,
    repeat,
    last,
    share,
  }: {
    today: number;
    days: number;
    perDay: number;
    room: number;
    repeat: number | null;
    last: number | null;
    share: number;
  },
): number[] {
  const comes = new Array<number>(days).fill(0);
  for (const { next } of people) {
    const at = Math.max(0, next - today);
    if (at < days) comes[at]! += 1;
  }
  const asked = new Array<number>(days).fill(0);
  let waiting = 0;
  for (let at = 0; at < days; at += 1) {
    waiting += comes[at]!;
    if (last !== null && today + at > last) break;
    const count = Math.min(Math.round(waiting * share), at === 0 ? room : perDay);
    asked[at] = count;
    // With those who are asked as many go as are held out beside them.
    const gone = Math.min(waiting, Math.round(count / share));
    waiting -= count > 0 ? gone : 0;
    if (repeat !== null && at + repeat < days) comes[at + repeat]! += gone;
  }
  return asked;
}
