/** A question as it stands in a mail: its answers are links. */
export interface MailQuestion {
  title: string;
  /** Words at both ends of a scale. */
  ends?: [string, string];
  choices: { href: string; text: string }[];
  /** Link to the whole survey, and its words. */
  whole: { href: string; text: string };
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const CELL = 'padding:10px 0;border:1px solid #cdc3b0;text-align:center;font:16px sans-serif';
const ANSWER = 'display:block;min-width:36px;padding:0 10px;color:#1d2029;text-decoration:none';

/**
 * A question as mail programs show it: a table without images and without script. A link fills in an answer and records
 * nothing: scanners follow links too.
 */
export function mailHtml({ title, ends, choices, whole }: MailQuestion): string {
  const isShort = choices.every(({ text }) => text.length <= 3);
  const cell = ({ href, text }: { href: string; text: string }) =>
    `<td style="${CELL}"><a href="${escaped(href)}" style="${ANSWER}">${escaped(text)}</a></td>`;
  const rows = isShort
    ? `<tr>${choices.map(cell).join('')}</tr>`
    : choices.map((choice) => `<tr>${cell(choice)}</tr>`).join('');
  const under =
    ends && isShort
      ? `<tr><td colspan="${choices.length}" style="padding-top:4px;font:13px sans-serif;color:#68645f">${escaped(ends[0])} – ${escaped(ends[1])}</td></tr>`
      : '';
  return `<p style="font:600 16px sans-serif;color:#1d2029">${escaped(title)}</p>
<table role="presentation" cellpadding="0" cellspacing="0" style="border-collapse:collapse">${rows}${under}</table>
<p style="font:13px sans-serif"><a href="${escaped(whole.href)}" style="color:#8a5200">${escaped(whole.text)}</a></p>`;
}

/** The same for mails that are text alone. */
export function mailText({ title, ends, choices, whole }: MailQuestion): string {
  const lines = choices.map(({ href, text }) => `${text}: ${href}`);
  const scale = ends ? [`${ends[0]} – ${ends[1]}`] : [];
  return [title, ...scale, '', ...lines, '', `${whole.text}: ${whole.href}`, ''].join('\n');
}
