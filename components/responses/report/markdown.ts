import type { Block, ReportPart } from './report';

/** Texts of visitors stand in it as text: what Markdown or HTML would read as a sign is escaped. One line each. */
function plain(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  return oneLine.replace(/[\\`*_{}[\]<>()#+!|~&-]/g, (sign) => `\\${sign}`);
}

function tableLines(heads: string[], rows: string[][]): string[] {
  const row = (cells: string[]) => `| ${cells.map(plain).join(' | ')} |`;
  return [row(heads), `|${heads.map(() => ' --- |').join('')}`, ...rows.map(row)];
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'line':
      return [plain(block.text)];
    case 'quote':
      return [`> ${plain(block.text)}`];
    case 'table':
      return [
        `**${plain(block.label)}**`,
        '',
        ...tableLines(
          block.table.columns.map(({ text }) => text),
          block.table.rows.map((cells) => cells.map(({ text }) => text)),
        ),
      ];
    case 'drivers':
      // The table that stands beside it says the same.
      return [];
    case 'proposals':
      return block.proposals.map(({ text }) => `- ${plain(text)}`);
  }
}

/** The report as Markdown, for a mail, a wiki or a repository. */
export function reportMarkdown(title: string, parts: readonly ReportPart[]): string {
  const text = parts.flatMap((part, at) => [
    `## ${at + 1}. ${plain(part.title)}`,
    ...part.blocks.map((block) => linesOf(block).join('\n')),
  ]);
  return `${[`# ${plain(title)}`, ...text].filter((block) => block !== '').join('\n\n')}\n`;
}
