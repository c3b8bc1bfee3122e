const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const LARGEST = 0x10ffff;

/** What a person reads of a text that may hold markup. It is shown as text, never as markup: this is for legibility alone. */
export function plainWords(markup: string): string {
  return (
    markup
      // An open one reaches to the end, as in a browser.
      .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
      .replace(/<br\s*\/?>|<\/(p|div|li|h[1-6])\s*>/gi, '\n')
      .replace(/<\/?[a-z!][^<>]*>/gi, '')
      .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (all, decimal, hex, name) => {
        if (name) return NAMED[name.toLowerCase()] ?? all;
        const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
        return code > 0 && code <= LARGEST ? String.fromCodePoint(code) : '';
      })
      .replace(/[ \t\u00a0]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{2,}/g, '\n')
      .trim()
  );
}
