import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Pixels between the anchor and what floats, and between that and the edge of the window. */
const GAP = 4;

/** A box in window pixels. */
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Where something of a given size floats beside its anchor: under it, above it where only there is room; its start
 * edge on the anchor's, pushed back into the window. Window pixels.
 */
export function beside(
  anchor: Box,
  size: { width: number; height: number },
  room: { width: number; height: number },
) {
  const under = anchor.bottom + GAP;
  const above = anchor.top - GAP - size.height;
  const fitsUnder = under + size.height <= room.height - GAP;
  return {
    left: Math.max(GAP, Math.min(anchor.left, room.width - GAP - size.width)),
    top: Math.max(GAP, fitsUnder || above < GAP ? Math.min(under, room.height - GAP - size.height) : above),
  };
}

/**
 * Keeps a popover in the top layer beside its anchor while `open`. A press elsewhere, a scroll or the window losing
 * the focus (a press on the page around a panel) asks to close it.
 */
export function useFloating(
  open: boolean,
  anchor: RefObject<HTMLElement | null>,
  floating: RefObject<HTMLElement | null>,
  close: () => void,
): void {
  useLayoutEffect(() => {
    const box = floating.current;
    const beneath = anchor.current;
    if (!open || !box || !beneath) return;

    box.showPopover();
    const { width, height } = box.getBoundingClientRect();
    const place = beside(
      beneath.getBoundingClientRect(),
      { width, height },
      { width: document.documentElement.clientWidth, height: window.innerHeight },
    );
    box.style.left = `${place.left}px`;
    box.style.top = `${place.top}px`;

    const stop = new AbortController();
    const outside = (event: Event) => {
      const target = event.target as Node;
      if (!box.contains(target) && !beneath.contains(target)) close();
    };
    const { signal } = stop;
    document.addEventListener('pointerdown', outside, { capture: true, signal });
    document.addEventListener('scroll', outside, { capture: true, passive: true, signal });
    window.addEventListener('blur', close, { signal });
    window.addEventListener('resize', close, { signal });
    return () => {
      stop.abort();
      box.hidePopover();
    };
  }, [open, anchor, floating, close]);
}
