/** Halves of letters that take two units, such as most emoji. They are no text: `encodeURIComponent` throws at them. */
const HALF = /\p{Cs}/gu;

/** A text without halves of letters: each becomes the sign for what cannot be read. */
export function wholeText(text: string): string {
  return text.replace(HALF, '\ufffd');
}

/** Cut to at most so many units, never through the middle of a letter. */
export function cutText(text: string, most: number): string {
  return text.length > most ? text.slice(0, most).replace(/[\ud800-\udbff]$/, '') : text;
}
