import { useEffect, useId, useLayoutEffect, useState } from 'preact/hooks';
import { nextIndex } from './list-keys';

/**
 * The keyboard of a text field with a list under it (ARIA 1.2 combobox): the focus stays in the field, the arrow keys
 * move a cursor through the list, Enter picks. Home and End stay with the text.
 *
 * @param waiting the list answers an earlier text still: Enter waits with it, unless the cursor was moved to what is seen
 */
export function useListbox(count: number, open: boolean, pick: (index: number) => void, waiting = false) {
  const id = useId();
  const [cursor, moveTo] = useState(0);
  /** Enter was pressed, and the answer to what is typed is on its way. */
  const [held, setHeld] = useState(false);
  const active = Math.min(cursor, count - 1);
  const optionId = (index: number) => `${id}-${index}`;
  const activeId = open && active >= 0 ? optionId(active) : undefined;

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView?.({ block: 'nearest' });
  }, [activeId]);

  const setCursor = (index: number) => {
    setHeld(false);
    moveTo(index);
  };

  // Before the browser paints: nothing is pressed in between.
  useLayoutEffect(() => {
    if (!held || waiting) return;
    setHeld(false);
    if (active >= 0) pick(active);
  }, [held, waiting]);

  return {
    active,
    setCursor,
    /** Handles a key of the list; false when the key is not the list's. A key that composes a character never is. */
    onKey(event: KeyboardEvent): boolean {
      if (!open || event.isComposing || event.key === 'Home' || event.key === 'End') return false;
      const next = nextIndex(event.key, active, count);
      if (next !== null) setCursor(next);
      else if (event.key === 'Enter' && waiting && active <= 0) setHeld(true);
      else if (event.key === 'Enter' && active >= 0) pick(active);
      else return false;
      event.preventDefault();
      return true;
    },
    input: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': open,
      'aria-controls': `${id}-list`,
      'aria-activedescendant': activeId,
    } as const,
    listId: `${id}-list`,
    option: (index: number) => ({
      id: optionId(index),
      selected: index === active,
      onPoint: () => setCursor(index),
      onPick: () => pick(index),
    }),
  };
}
