import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** Rows drawn beyond either edge, so that a fast scroll shows no gap. */
const OVERSCAN = 8;

interface VirtualRows {
  /** Places in the list of the rows to draw now. */
  rows: readonly number[];
  /** Height of the rows that are left out above and below. */
  above: number;
  below: number;
  /** Rows that fit into the window. */
  page: number;
  scrollTo(index: number): void;
}

/** Draws only the rows in sight of a list of equal rows inside a scrolling element with a sticky head. Pixels. */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  headHeight: number,
): VirtualRows {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    overscan: OVERSCAN,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());

  const rows = virtualizer.getVirtualIndexes();
  return {
    rows,
    above: (rows[0] ?? 0) * rowHeight,
    below: rows.length === 0 ? 0 : (count - 1 - (rows.at(-1) ?? 0)) * rowHeight,
    page: Math.max(1, Math.floor(((virtualizer.scrollRect?.height ?? 0) - headHeight) / rowHeight) - 1),
    scrollTo: (index) => virtualizer.scrollToIndex(index),
  };
}
