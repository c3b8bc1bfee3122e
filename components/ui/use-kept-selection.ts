import { useEffect, useState } from 'preact/hooks';
import { stateNow } from './left-row';
import type { Selection } from './table-selection';

const KEY = 'chosen';

/** What is chosen in the list that was drawn last, and the mark of those entries of the browser's history at which it was. */
let kept: { mark: string; selection: Selection } | null = null;

/**
 * The rows chosen in a list. Who opens one of them and comes back by the browser's history finds them chosen still; who opens the list
 * anew, or loads the page anew, begins with none. They may be a hundred thousand, so the history bears a mark of them alone.
 */
export function useKeptSelection(): [Selection, (selection: Selection) => void] {
  const [{ mark, selection }, set] = useState(() =>
    kept && stateNow()[KEY] === kept.mark
      ? kept
      : { mark: crypto.randomUUID(), selection: new Set<string>() },
  );
  // Another filter is another entry, and the rows stay chosen.
  const { hash } = location;
  useEffect(() => {
    kept = { mark, selection };
    if (selection.size > 0 && stateNow()[KEY] !== mark)
      history.replaceState({ ...stateNow(), [KEY]: mark }, '');
  }, [mark, selection, hash]);
  return [selection, (next) => set({ mark, selection: next })];
}
