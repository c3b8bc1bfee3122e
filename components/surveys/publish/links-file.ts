/** A personal link and whose it is. */
export interface LinkRow {
  name: string;
  address: string;
  link: string;
}

/** A text in a cell that no spreadsheet takes for a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Links as a table for a mailing: with a byte order mark, or spreadsheets read it in their own code page. */
export function linksFile(rows: readonly LinkRow[]): string {
  const lines = [['name', 'email', 'link'], ...rows.map(({ name, address, link }) => [name, address, link])];
  return `\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
