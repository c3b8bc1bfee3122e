import { addressesIn } from '@/lib/sites/addresses';
import { isVisible } from '@/lib/sites/visible';

/** Elements that the keyboard goes through: more is no choice. */
const MOST = 300;
const LOOKED_AT = 20_000;

/** What may name somebody: short texts that stand alone, and bearers of an address, these first. */
export function candidates(documents: Document[]): Element[] {
  const bearing: Element[] = [];
  const others: Element[] = [];
  const all = documents.flatMap(({ body }) => [...body.querySelectorAll('*')].slice(0, LOOKED_AT));
  for (const element of all) {
    if (element.childElementCount > 0) continue;
    const text = element.textContent?.trim() ?? '';
    if (text.length < 2 || text.length > 120) continue;
    if (/^(?:script|style|option|noscript|textarea)$/i.test(element.tagName)) continue;
    const attributes = [...element.attributes].map(({ value }) => value).join(' ');
    const kind = addressesIn(`${text} ${attributes}`).length > 0 ? bearing : others;
    if (kind.length < MOST && isVisible(element)) kind.push(element);
    if (bearing.length === MOST) break;
  }
  // However long a list before the message is: whoever bears an address is reached.
  return [...bearing, ...others].slice(0, MOST);
}
