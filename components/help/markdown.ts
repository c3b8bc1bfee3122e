import { lexer, type Token, type Tokens } from 'marked';

export type { Token, Tokens };

/** The blocks of a document in Markdown, in their order. */
export const blocksOf = (text: string): Token[] => lexer(text).filter(({ type }) => type !== 'space');

/** What stands within a block or span: spans, items and cells, whichever it has. */
export function within(token: Token): Token[] {
  if (token.type === 'list') return token.items;
  if (token.type === 'table')
    return [...token.header, ...token.rows.flat()].flatMap((cell: { tokens: Token[] }) => cell.tokens);
  return ('tokens' in token && token.tokens) || [];
}

/** What stands there, without how it is set and without pictures. */
export function plainOf(token: Token): string {
  if (token.type === 'image' || token.type === 'html') return '';
  const inside = within(token);
  return inside.length > 0 ? inside.map(plainOf).join('') : 'text' in token ? token.text : '';
}

/** By which a heading is linked to, as the sites that show such documents make it. */
export const idOf = (heading: Token): string =>
  plainOf(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
