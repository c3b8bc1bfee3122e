/** Where it begins, its first place, how many. */
export type Run = [at: number, place: number, size: number];

/** Runs of places that follow each other, or of contacts that have none (-1). */
export function runsOf(places: Int32Array): Run[] {
  const runs: Run[] = [];
  let start = 0;
  for (let at = 1; at <= places.length; at += 1) {
    const [place, next] = [places[at - 1]!, places[at]];
    if (next !== undefined && (place < 0 ? next < 0 : next === place + 1)) continue;
    runs.push([start, places[start]!, at - start]);
    start = at;
  }
  return runs;
}
