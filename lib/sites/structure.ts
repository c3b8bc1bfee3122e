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
  const names = namesIn(root);
  const lines: string[] = [];
  const visit = (element: Element, depth: number) => {
    if (lines.length >= MOST || /^(?:script|style|svg|template|noscript)$/i.test(element.tagName)) return;
    const attributes = [...element.attributes].map(
      ({ name, value }) =>
        ` ${named(name, names)}="${PLAIN.has(name) ? classes(value, names) : cut(censor(value), 120)}"`,
    );
    const text = [...element.childNodes]
      .map((node) => (node.nodeType === 3 ? (node.nodeValue ?? '') : ''))
      .join(' ');
    const own = cut(censor(text.replace(/\s+/g, ' ').trim()), 60);
    lines.push(
      `${' '.repeat(depth)}<${element.tagName.toLowerCase()}${attributes.join('')}>${own && ` ${own}`}`,
    );
    for (const child of element.children) visit(child, depth + 1);
  };
  visit(root, 0);
  return lines.join('\n');
}

const ADDRESS = /([\p{L}\p{N}._%+-]+)@[\p{L}\p{N}-]+\./gu;

/** What people on the page are called in their addresses: "ingrid.solheim@…" tells "ingrid" and "solheim". */
export function namesIn(root: Element): Set<string> {
  const values = [...root.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes].map(({ value }) => value),
  );
  const texts = [root.textContent ?? '', ...values].join('\n');
  return new Set([...texts.matchAll(ADDRESS)].flatMap(([, local]) => wordsOf(local ?? '')));
}

function wordsOf(text: string): string[] {
  return (text.match(/\p{Lu}?\p{Ll}+|\p{Lu}+|\p{Lo}+/gu) ?? [])
    .map((word) => word.toLowerCase())
    .filter((word) => word.length > 2);
}

/**
 * Names of the site's own making: Latin letters stay. A site may also put an address, a number or somebody's name into one:
 * what looks like it is censored.
 */
function classes(value: string, names: ReadonlySet<string>): string {
  return cut(
    value
      .split(/\s+/)
      .map((token) => named(token, names))
      .join(' '),
    120,
  );
}

function named(token: string, names: ReadonlySet<string>): string {
  const plain = /^[\w:-]*$/.test(token) && !wordsOf(token).some((word) => names.has(word));
  return plain ? token.replace(/\d/g, '9') : censor(token);
}

/** Letters of every script become x and digits 9: the form stays ("xxx@xxxx.xxx"), the content does not. */
function censor(text: string): string {
  return text.replace(/[\p{L}\p{M}\p{So}\p{Sc}]/gu, 'x').replace(/\p{N}/gu, '9');
}

function cut(text: string, longest: number): string {
  return text.slice(0, longest);
}
