import { type Token, within } from '@/components/help/markdown';
import { href } from '../../router';
import { isDocument } from './documents';

/** `hub.md#postgresql`, `#postgresql`, `decisions/sealed-answers.md`, `getting-started.zh-Hans.md`. */
const FILE = /^(?:([\w/-]+)(?:\.zh-Han[st])?\.md)?(?:#(.+))?$/;

/**
 * Where a link of a document leads in the product: to a document or a heading that is here, or to the web.
 * @param from the document in which it stands
 * @returns null for a file that the product does not carry
 */
export function addressFrom(from: string, link: string): string | null {
  if (link.startsWith('https://')) return link;
  const file = FILE.exec(link);
  if (!file) return null;
  const [, name = from, at] = file;
  return isDocument(name) ? href('help', name, at ? { at } : undefined) : null;
}

/** The line of a document that leads to the same one in other languages: the product shows the reader's. */
export const isLanguageLine = (block: Token): boolean =>
  block.type === 'paragraph' &&
  within(block).every((span) =>
    span.type === 'link' ? /^[\w-]+(\.zh-Han[st])?\.md$/.test(span.href) : span.raw === ' · ',
  );
