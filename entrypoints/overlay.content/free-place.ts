/** The folded panel's tab, in px, as panel-frame.css draws it. */
const TAB = { width: 20, height: 64 };
/** Where the tab stands if nothing is in its way, from the top of the window; and how far on the next place is tried. */
const FIRST = 96;
const STEP = 32;
/** So close are the points at which is looked what lies under the tab: no control is smaller. */
const GRID = 8;
const CONTROL =
  'a[href], button, input, select, textarea, summary, label, [tabindex], [onclick], [role="button"], [role="link"], [role="tab"], [role^="menuitem"], [role="option"], [role="checkbox"], [role="switch"]';

/**
 * Where at the window's right edge the tab covers no control of the page.
 * @param ours the host of the panel, which stands over the page
 * @param now where the tab stands: it stays there as long as it can
 * @returns px from the top of the window; the first place where every one has a control
 */
export function freePlace(ours: Element, now = FIRST): number {
  const last = window.innerHeight - TAB.height;
  const tried = [now, FIRST];
  for (let top = FIRST + STEP; top <= last; top += STEP) tried.push(top);
  for (let top = FIRST - STEP; top >= 0; top -= STEP) tried.push(top);
  return tried.find((top) => top <= last && isFree(top, ours)) ?? FIRST;
}

function isFree(top: number, ours: Element): boolean {
  // The tab stands beside the scroll bar of the page, where that takes room.
  const edge = (document.scrollingElement ?? document.documentElement).clientWidth;
  for (let y = top; y <= top + TAB.height; y += GRID)
    for (let x = 1; x <= TAB.width; x += GRID)
      if (isControl(edge - x, Math.min(y, window.innerHeight - 1), document, ours)) return false;
  return true;
}

function isControl(x: number, y: number, page: Document, ours: Element | null): boolean {
  const element = page.elementsFromPoint(x, y).find((one) => one !== ours);
  if (!element) return false;
  // What can be scrolled takes the keys, and is no control.
  const control = element.closest<HTMLElement>(CONTROL);
  if (control && control.offsetHeight < TAB.height * 3) return true;
  const inside = element.tagName === 'IFRAME' ? documentIn(element as HTMLIFrameElement) : null;
  if (!inside) return false;
  const { left, top } = element.getBoundingClientRect();
  return isControl(x - left - element.clientLeft, y - top - element.clientTop, inside, null);
}

/** The document of a frame of the page's own; null of another's. */
function documentIn(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}
