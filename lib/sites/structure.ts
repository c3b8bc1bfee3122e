/** Attributes whose values are names of the site's own making; all others are censored. */
const PLAIN = new Set([
  'class',
  'role',
  'type',
  'dir',
  'lang',
  'data-testid',
  'data-test-id',
  'itemprop',
  'itemscope',
]);
/** Elements that a report shows at most. */
const MOST = 2000;

/**
 * The structure of a page that is not recognised, for the user to read and copy: tags and attributes, every text and every
 * value that may hold one with its letters as x and its digits as 9. Scripts, styles and pictures are left out.
 */
export function structureOf(root: Element): string {
  const lines: string[] = [];
  const visit = (element: Element, depth: number) => {
    if (lines.length >= MOST || /^(?:script|style|svg|template|noscript)$/i.test(element.tagName)) return;
    const attributes = [...element.attributes].map(({ name, value }) => ` ${name}="${shown(name, value)}"`);
    const text = [...element.childNodes]
      .map((node) => (node.nodeType === 3 ? (node.nodeValue ?? '') : ''))
      .join(' ');
    const own = censor(text.replace(/\s+/g, ' ').trim()).slice(0, 60);
    lines.push(
      `${' '.repeat(depth)}<${element.tagName.toLowerCase()}${attributes.join('')}>${own && ` ${own}`}`,
    );
    for (const child of element.children) visit(child, depth + 1);
  };
  visit(root, 0);
  return lines.join('\n');
}

function shown(name: string, value: string): string {
  return (PLAIN.has(name) && !value.includes('@') ? value : censor(value)).slice(0, 120);
}

/** Letters of every script become x and digits 9: the form stays ("xxx@xxxx.xxx"), the content does not. */
function censor(text: string): string {
  return text.replace(/[\p{L}\p{M}]/gu, 'x').replace(/\p{N}/gu, '9');
}
