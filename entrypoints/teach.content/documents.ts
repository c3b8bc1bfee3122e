/** More frames than any webmail has. */
const MOST = 20;

/** The documents in which people may be pointed at: the page's, and those of its frames at addresses of the same origin. */
export function documentsHere(): Document[] {
  const found: Document[] = [document];
  for (const one of found)
    for (const frame of one.querySelectorAll<HTMLIFrameElement | HTMLFrameElement>('iframe, frame')) {
      const inner = innerOf(frame);
      // Nothing is read in a frame without an address of its own.
      if (inner?.body && /^https?:$/.test(inner.location.protocol) && found.length < MOST) found.push(inner);
    }
  return found;
}

function innerOf(frame: HTMLIFrameElement | HTMLFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

/** Where an element stands in the window of the page, also of one that stands in frames. */
export function boxOf(element: Element): { left: number; top: number; width: number; height: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  const frame = element.ownerDocument.defaultView?.frameElement;
  if (!frame || element.ownerDocument === document) return { left, top, width, height };
  const around = boxOf(frame);
  return {
    left: around.left + frame.clientLeft + left,
    top: around.top + frame.clientTop + top,
    width,
    height,
  };
}
