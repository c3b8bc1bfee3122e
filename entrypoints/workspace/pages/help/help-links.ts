import { href } from '../../router';
import { isDocument } from './documents';

/** `hub.md#postgresql`, `#postgresql`, `decisions/sealed-answers.md`. */
const FILE = /^(?:([\w/-]+)\.md)?(?:#(.+))?$/;

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
