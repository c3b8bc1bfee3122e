const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;
const SPACES = /[\s\p{Z}]+/gu;

/**
 * One line of plain text: no bidirectional marks, no zero-width or control characters, each run of spaces one space.
 * A mark that turns the reading direction can make an address look like another.
 */
export function cleanLine(text: string): string {
  return text.replace(SPACES, ' ').replace(INVISIBLE, '').trim();
}

/** The same in compatibility form: full-width letters, digits and signs become the plain ones. */
export function plainForm(text: string): string {
  return cleanLine(text.normalize('NFKC'));
}
