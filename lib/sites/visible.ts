/** Whether an element is shown: pages keep several reading panes and hide all but one. */
export function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

/** `A:has(B)`, where B is a single thing: neither a list nor something within something. */
const HOLDS = /^([^,]*[^,\s>+~]):has\(([^\s(),>+~]+)\)$/;

/**
 * Matches of a selector, the root itself included by `:scope`; none for a selector that the browser refuses. What must be held is looked
 * for first: most often it is not there, and the browser, which asks it of each element, takes several times as long.
 * @param skip nothing within an element of this selector
 * @param most only the first ones: a long list costs what is asked for
 * @param lacks what is known not to stand in this root, by selector; noted there
 */
export function matches(
  root: ParentNode,
  selector: string,
  { skip, most, lacks }: { skip?: string; most?: number; lacks?: Set<string> } = {},
): Element[] {
  const [, holder = selector, held] = HOLDS.exec(selector) ?? [];
  if (held && (lacks?.has(held) || !asked(() => root.querySelector(held)))) {
    lacks?.add(held);
    return [];
  }
  const own = selector === ':scope' && 'tagName' in root ? [root as Element] : null;
  const found: Element[] = [];
  for (const element of own ?? asked(() => root.querySelectorAll(holder)) ?? []) {
    if (found.length === most) break;
    if ((!held || element.querySelector(held)) && !(skip && element.closest(skip))) found.push(element);
  }
  return found;
}

/** Null for a selector that the browser refuses. */
function asked<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}

/** In which of several the focus last was, by selector. */
const lastIn = new WeakMap<Document, Map<string, WeakRef<Element>>>();

/**
 * Of the visible matches the outermost: if several, the focused one; null when that does not decide. Our own panel on the page takes no
 * focus away from them.
 */
export function theVisible(root: Document, selector: string, lacks?: Set<string>): Element | null {
  const outer: Element[] = [];
  // In document order what holds others comes before them.
  for (const element of matches(root, selector, { lacks }))
    if (!outer.at(-1)?.contains(element) && isVisible(element)) outer.push(element);
  if (outer.length < 2) return outer[0] ?? null;
  const kept = lastIn.get(root) ?? new Map<string, WeakRef<Element>>();
  lastIn.set(root, kept);
  const active = root.activeElement;
  if (active?.hasAttribute('data-sidelight')) {
    const last = kept.get(selector)?.deref();
    return outer.find((element) => element === last) ?? null;
  }
  const focused = outer.find((element) => element.contains(active)) ?? null;
  if (focused) kept.set(selector, new WeakRef(focused));
  else kept.delete(selector);
  return focused;
}
