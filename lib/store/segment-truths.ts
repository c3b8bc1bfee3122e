/** What clauses come to, by place: truths that are made of others. Those given are never written into. */

/** What a clause comes to, by place in the lists. */
export type Truths = Uint8Array;
export const [NO, YES, UNKNOWN] = [0, 1, 2];

/** Marks which numbers pass. Gone through by place: what gives them one by one lasts five times as long. */
export function marked(
  numbers: Float64Array | Int32Array | Uint32Array,
  passes: (value: number) => boolean,
): Truths {
  const truths = new Uint8Array(numbers.length);
  for (let at = 0; at < truths.length; at += 1) if (passes(numbers[at]!)) truths[at] = YES;
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

/** One that is `deciding` decides; else one that cannot be told leaves it open. */
export function joinedBy(parts: Truths[], start: Truths, deciding: number): Truths {
  for (const part of parts) {
    for (let at = 0; at < start.length; at += 1) {
      if (start[at] === deciding) continue;
      if (part[at] === deciding || part[at] === UNKNOWN) start[at] = part[at]!;
    }
  }
  return start;
}
