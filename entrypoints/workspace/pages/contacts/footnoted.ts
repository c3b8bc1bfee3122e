/** Something that was told by somebody. */
interface Sourced {
  source: string;
}

/**
 * Numbers the sources of a list in the order in which they are read; lines of one source share its number.
 * @param first number of the first source
 */
export function footnoted<T extends Sourced>(lines: readonly T[], first: number) {
  const sources: { number: number; text: string }[] = [];
  const numbered = lines.map((line) => {
    let source = sources.find((one) => one.text === line.source);
    if (!source) {
      source = { number: first + sources.length, text: line.source };
      sources.push(source);
    }
    return { ...line, number: source.number };
  });
  return { lines: numbered, sources };
}
