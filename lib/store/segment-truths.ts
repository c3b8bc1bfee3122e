/** What clauses come to, by place: truths that are made of others. Those given are never written into. */

/** What a clause comes to, by place in the lists. */
export type Truths = Uint8Array;
export const [NO, YES, UNKNOWN] = [0, 1, 2];

/**
 * Marks which numbers pass. Gone through by place: what gives them one by one lasts five times as long.
 * @param asked marks of those of whom alone it is wanted
 */
export function marked(
  numbers: Float64Array | Int32Array | Uint32Array,
  passes: (value: number) => boolean,
  asked?: Uint8Array,
): Truths {
  const truths = new Uint8Array(numbers.length);
  for (let at = 0; at < truths.length; at += 1)
    if (asked?.[at] !== 0 && passes(numbers[at]!)) truths[at] = YES;
  return truths;
}

/** What is wanted holds, or does not. */
export function has(truths: Truths, wanted: boolean): Truths {
  return wanted ? truths : turned(truths);
}

/** What cannot be told cannot be told turned round either. */
export function turned(truths: Truths): Truths {
  return truths.map((truth) => (truth === UNKNOWN ? UNKNOWN : 1 - truth));
}

/** Adds a part to what others came to: one that is `deciding` decides; else one that cannot be told leaves it open. */
export function join(joined: Truths, part: Truths, deciding: number): void {
  for (let at = 0; at < joined.length; at += 1) {
    if (joined[at] === deciding) continue;
    if (part[at] === deciding || part[at] === UNKNOWN) joined[at] = part[at]!;
  }
}

/** Marks of those whom the next part can still decide. @param asked marks of those of whom alone it is wanted */
export function undecided(joined: Truths, deciding: number, asked?: Uint8Array): Uint8Array {
  const open = new Uint8Array(joined.length);
  for (let at = 0; at < open.length; at += 1) if (joined[at] !== deciding && asked?.[at] !== 0) open[at] = 1;
  return open;
}
