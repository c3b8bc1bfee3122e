/** Documents of the project as the product shows them: as much of Markdown as they use. */

export type Span =
  | string
  | { is: 'code'; text: string }
  | { is: 'strong'; spans: Span[] }
  | { is: 'em'; spans: Span[] }
  | { is: 'link'; to: string; spans: Span[] };

export type Block =
  | { is: 'heading'; level: number; id: string; spans: Span[] }
  | { is: 'paragraph'; spans: Span[] }
  | { is: 'code'; text: string }
  | { is: 'list'; ordered: boolean; items: Span[][] }
  | { is: 'table'; head: Span[][]; rows: Span[][][] };

const FENCE = /^```/;
const HEADING = /^(#{1,6}) +(.+)$/;
const ITEM = /^(?:-|(\d+)\.) +(.*)$/;
const ROW = /^\|.*\|$/;
const SPANS = /(?<code>`[^`]+`)|\*\*(?<strong>.+?)\*\*|\*(?<em>[^*]+)\*|\[(?<text>[^\]]+)\]\((?<to>[^)]+)\)/;

/** The blocks of a document, in their order. */
export function blocksOf(text: string): Block[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const blocks: Block[] = [];
  const take = (belongs: (line: string) => boolean) => {
    const taken: string[] = [];
    while (lines.length > 0 && belongs(lines[0]!)) taken.push(lines.shift()!);
    return taken;
  };
  while (lines.length > 0) {
    const line = lines[0]!;
    const heading = HEADING.exec(line);
    if (line.trim() === '') lines.shift();
    else if (FENCE.test(line)) {
      lines.shift();
      blocks.push({ is: 'code', text: take((one) => !FENCE.test(one)).join('\n') });
      lines.shift();
    } else if (heading) {
      lines.shift();
      const spans = spansOf(heading[2]!);
      blocks.push({ is: 'heading', level: heading[1]!.length, id: idOf(textOf(spans)), spans });
    } else if (ROW.test(line)) {
      const [head = [], , ...rows] = take((one) => ROW.test(one)).map(cellsOf);
      blocks.push({ is: 'table', head, rows });
    } else if (ITEM.test(line)) {
      const taken = take((one) => ITEM.test(one) || (one.trim() !== '' && /^\s/.test(one)));
      blocks.push({ is: 'list', ordered: /^\d/.test(line), items: itemsOf(taken) });
    } else {
      const taken = take(
        (one) => one.trim() !== '' && ![FENCE, HEADING, ROW, ITEM].some((of) => of.test(one)),
      );
      blocks.push({ is: 'paragraph', spans: spansOf(taken.join(' ')) });
    }
  }
  return blocks;
}

/** An item may go on in lines that are indented. */
function itemsOf(lines: readonly string[]): Span[][] {
  const items: string[] = [];
  for (const line of lines) {
    const item = ITEM.exec(line);
    if (item) items.push(item[2]!);
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return items.map(spansOf);
}

function cellsOf(row: string): Span[][] {
  return row
    .slice(1, -1)
    .split('|')
    .map((cell) => spansOf(cell.trim()));
}

function spansOf(text: string): Span[] {
  const match = SPANS.exec(text);
  if (!match) return text === '' ? [] : [text];
  const { code, strong, em, text: linked = '', to = '' } = match.groups!;
  const before = text.slice(0, match.index);
  const after = spansOf(text.slice(match.index + match[0].length));
  return [...(before === '' ? [] : [before]), spanOf(), ...after];

  function spanOf(): Span {
    if (code) return { is: 'code', text: code.slice(1, -1) };
    if (strong) return { is: 'strong', spans: spansOf(strong) };
    if (em) return { is: 'em', spans: spansOf(em) };
    return { is: 'link', to, spans: spansOf(linked) };
  }
}

/** What stands there, without how it is set. */
export function textOf(spans: readonly Span[]): string {
  return spans
    .map((span) => (typeof span === 'string' ? span : span.is === 'code' ? span.text : textOf(span.spans)))
    .join('');
}

/** By which a heading is linked to, as the sites that show such documents make it. */
function idOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}
