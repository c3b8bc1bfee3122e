import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

const DEAL = 'deal';

/** Makes a card of the board one that can be dragged. */
export function useDraggableDeal(card: RefObject<HTMLElement | null>, id: string): void {
  useEffect(() => {
    const element = card.current;
    if (!element) return;
    return draggable({
      element,
      getInitialData: () => ({ [DEAL]: id }),
      onDragStart: () => element.classList.add('dragged'),
      onDrop: () => element.classList.remove('dragged'),
    });
  }, [card, id]);
}

/** Lets deals be dropped on a column, which shows that it takes them. */
export function useDealDrops(column: RefObject<HTMLElement | null>, onDeal: (id: string) => void): void {
  const latest = useRef(onDeal);
  latest.current = onDeal;
  useEffect(() => {
    const element = column.current;
    if (!element) return;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => DEAL in source.data,
      onDragEnter: () => element.classList.add('taking'),
      onDragLeave: () => element.classList.remove('taking'),
      onDrop: ({ source }) => {
        element.classList.remove('taking');
        latest.current(String(source.data[DEAL]));
      },
    });
  }, [column]);
}
