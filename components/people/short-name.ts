/** Han, kana and hangul are written without a space between the names. */
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;

/** What to call somebody where there is room for a word: "Ingrid", "慧敏"; the part before @ of an address. */
export function shortName(name: string): string {
  const whole = name.trim();
  if (whole.includes('@')) return whole.slice(0, whole.indexOf('@')) || whole;
  const [last, first] = whole.split(/[,，]\s*/, 2);
  const given = first || last || whole;
  if (EAST_ASIAN.test(given)) return given.length > 2 ? given.slice(-2) : given;
  return given.split(/\s+/)[0] ?? given;
}

/** Short names of people side by side: two who would be called the same keep their whole name. */
export function shortNames(names: readonly string[]): string[] {
  const short = names.map(shortName);
  return names.map((name, index) => {
    const own = short[index] ?? name;
    return short.filter((other) => other === own).length > 1 ? name : own;
  });
}
