/** One sheet for all roots of the same style: parsing it anew for each chip of a list costs more than the chip. */
const sheets = new Map<string, CSSStyleSheet>();

function sheetOf(css: string): CSSStyleSheet {
  const known = sheets.get(css);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host{all:initial!important}${css}`);
  sheets.set(css, sheet);
  return sheet;
}

/** Told by what it is and not by its name, which the page can give to anything. */
const hosts = new WeakSet<Node>();

/** Whether a node of the page is one that we put there. */
export const isOurs = (node: Node): boolean => hosts.has(node);

/** A host element whose inside the page cannot reach: a closed root, styled by adopted sheets so that no page policy matters. */
export function createShadow(name: string, css: string): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement('span');
  host.setAttribute('data-sidelight', name);
  hosts.add(host);
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [sheetOf(css)];
  return { host, root };
}
