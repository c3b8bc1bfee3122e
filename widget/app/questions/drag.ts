/** The row under a point of the pointer. */
function rowAt(rows: Element[], y: number): number {
  const above = rows.filter((row) => row.getBoundingClientRect().bottom < y).length;
  return Math.min(above, rows.length - 1);
}

/** A row of a list follows the pointer until that is let go. @param move called with the place of the row and the one it is brought to */
export function drag(event: PointerEvent, move: (from: number, to: number) => void): void {
  const row = event.currentTarget as HTMLElement;
  if ((event.target as Element).closest('button') || event.button !== 0) return;
  const end = new AbortController();
  const { signal } = end;
  const stop = () => {
    row.classList.remove('drag');
    end.abort();
  };
  row.classList.add('drag');
  // On the window, for the row itself moves in the list.
  addEventListener(
    'pointermove',
    ({ clientY }) => {
      const rows = [...row.parentElement!.children];
      const [from, to] = [rows.indexOf(row), rowAt(rows, clientY)];
      if (from !== to) move(from, to);
    },
    { capture: true, signal },
  );
  addEventListener('pointerup', stop, { capture: true, signal });
  addEventListener('pointercancel', stop, { capture: true, signal });
}
