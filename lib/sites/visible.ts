/** Whether an element is shown: pages keep several reading panes and hide all but one. */
export function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

/** Matches of a selector, the root itself included by `:scope`; none for a selector that the browser refuses. */
export function matches(root: ParentNode, selector: string): Element[] {
  if (selector === ':scope') return 'tagName' in root ? [root as Element] : [];
  try {
    return [...root.querySelectorAll(selector)];
  } catch {
    return [];
  }
}

/** In which of several the focus last was, by selector. */
const lastIn = new WeakMap<Document, Map<string, WeakRef<Element>>>();

/**
 * Of the visible matches the outermost: if several, the focused one; null when that does not decide. Our own panel on the page takes no
 * focus away from them.
 */
export function theVisible(root: Document, selector: string): Element | null {
  const outer: Element[] = [];
  // In document order what holds others comes before them.
  for (const element of matches(root, selector))
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
