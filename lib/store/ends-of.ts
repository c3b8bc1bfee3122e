/** The first and the last of some texts in the order of an index, in one pass. At least one must be given. */
export function endsOf(texts: readonly string[]): [first: string, last: string] {
  let [first, last] = [texts[0]!, texts[0]!];
  for (const text of texts) {
    if (text < first) first = text;
    if (text > last) last = text;
  }
  return [first, last];
}
