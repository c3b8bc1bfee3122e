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

/** Of the visible matches the outermost: if several, the focused one; null when that does not decide. */
export function theVisible(root: Document, selector: string): Element | null {
  const outer: Element[] = [];
  // In document order what holds others comes before them.
  for (const element of matches(root, selector))
    if (!outer.at(-1)?.contains(element) && isVisible(element)) outer.push(element);
  if (outer.length < 2) return outer[0] ?? null;
  return outer.find((element) => element.contains(root.activeElement)) ?? null;
}
