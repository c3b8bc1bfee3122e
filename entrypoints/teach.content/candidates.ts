import { addressesIn } from '@/lib/sites/addresses';
import { isVisible } from '@/lib/sites/visible';

/** Elements that the keyboard goes through: more is no choice. */
const MOST = 300;
const LOOKED_AT = 5000;

/** What may name somebody: short texts that stand alone, and bearers of an address, these first. */
export function candidates(documents: Document[]): Element[] {
  const bearing: Element[] = [];
  const others: Element[] = [];
  const all = documents.flatMap(({ body }) => [...body.querySelectorAll('*')].slice(0, LOOKED_AT));
  for (const element of all) {
    const text = element.textContent?.trim() ?? '';
    if (element.childElementCount > 0 || text.length < 2 || text.length > 120) continue;
    if (/^(?:script|style|option|noscript|textarea)$/i.test(element.tagName) || !isVisible(element)) continue;
    const attributes = [...element.attributes].map(({ value }) => value).join(' ');
    (addressesIn(`${text} ${attributes}`).length > 0 ? bearing : others).push(element);
    if (bearing.length + others.length >= MOST) break;
  }
  return [...bearing, ...others];
}
