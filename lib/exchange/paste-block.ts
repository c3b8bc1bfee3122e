const QUOTE_HEAD =
  /^[ \t]*(?:-{2,}\s*(?:original message|original appointment|forwarded message|原始邮件|原始郵件|转发邮件|轉寄郵件|转发的邮件)\s*-{2,}|on .{5,150} wrote:|在.{3,100}写道:|.{0,60}於.{3,100}寫道:|(?:发件人|寄件者|寄件人|from)\s*:.*)[ \t]*$/i;
const CLOSING =
  /^[ \t]*(?:(?:with )?(?:best|kind|warm|many)?\s*(?:regards|wishes|thanks)|thanks (?:&|and) (?:best )?regards|best|thanks|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|cheers|thank you|(?:mit )?(?:freundlichen?|besten?|vielen?|lieben?|herzlichen?) grü(?:ß|ss)en?|cordialement|(?:bien )?à vous|此致|敬礼|敬禮|祝好|祝商祺|顺颂商祺|順頌商祺|敬上|谢谢|謝謝|商祺)[ \t]*[,.!。~]*[ \t]*$/i;
const POINT = /@|\d[\d ().-]{5}|https?:|www\./;

/** The text with everything between two offsets made blank, at its length: lines stay lines, offsets stay. */
export function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);
}

/**
 * The text with everything blank that is not about its sender: quoted mail below, and the letter above a
 * signature that holds a way to reach somebody.
 */
export function ownBlock(text: string): string {
  const quoted = text.replace(/^[ \t]*>.*$/gm, (line) => ' '.repeat(line.length));
  let block = quoted.trim() ? quoted : text.replace(/^[ \t]*>/gm, (mark) => ' '.repeat(mark.length));
  const lines: { start: number; text: string }[] = [];
  let offset = 0;
  for (const line of block.split('\n')) {
    lines.push({ start: offset, text: line.slice(0, 300).replace(/\r$/, '') });
    offset += line.length + 1;
  }
  const first = lines.findIndex((line) => line.text.trim() !== '');
  const quote = lines.find((line, at) => at > first && QUOTE_HEAD.test(line.text));
  // Header lines at the very top are those of the mail itself.
  const headers = first >= 0 && QUOTE_HEAD.test(lines[first]!.text);
  if (quote && !headers) block = blank(block, quote.start, block.length);
  const end = quote && !headers ? quote.start : block.length;
  const signature =
    lines.find((line) => line.start < end && /^-- ?$/.test(line.text)) ??
    lines.findLast(
      (line) => line.start < end && CLOSING.test(line.text) && POINT.test(block.slice(line.start)),
    );
  if (!signature) return block;
  const from = signature.start + signature.text.length;
  return block.slice(from, end).trim() ? blank(block, 0, from) : block;
}
