/** Not the tabs and line ends among them, which are spaces. */
const INVISIBLE = /(?!\s)[\p{Cf}\p{Cc}]/gu;
const SPACES = /[\s\p{Z}]+/gu;

/**
 * One line of plain text: no bidirectional marks, no zero-width or control characters, each run of spaces one space.
 * A mark that turns the reading direction can make an address look like another.
 */
export function cleanLine(text: string): string {
  // In this order: a mark between two spaces leaves one.
  return text.replace(INVISIBLE, '').replace(SPACES, ' ').trim();
}

/** The same in compatibility form: full-width letters, digits and signs become the plain ones. */
export function plainForm(text: string): string {
  return cleanLine(text.normalize('NFKC'));
}

/** Full-width ASCII and the ideographic space in their plain form, one for one: offsets stay. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}
