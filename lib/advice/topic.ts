const MARKS =
  /^\s*(?:(?:re|fwd?|aw|wg|sv|vs|tr|rv|回复|回覆|答复|答覆|转发|轉寄|轉發)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]|\[(?:external|ext|外部|外部邮件|外部郵件)\])\s*/i;
const LONGEST = 60;

/** What a mail is about: its subject without `Re:`, `Fwd:`, 回复： and the like, cut to a line's length. */
export function topic(subject: string): string {
  let text = subject.slice(0, 1000);
  for (let next = text.replace(MARKS, ''); next !== text; next = text.replace(MARKS, '')) text = next;
  return shorten(text.replace(/\s+/g, ' ').trim());
}

/** One line of a text, cut between words where there are any. */
export function shorten(text: string, longest = LONGEST): string {
  const signs = [...text];
  if (signs.length <= longest) return text;
  const cut = signs.slice(0, longest - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:，；：、]+$/, '')}…`;
}
