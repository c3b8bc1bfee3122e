/**
 * The row by which a list was left, kept with the entry of the browser's history: who comes back stands where they were, and who opens the
 * list anew begins at its top.
 */
const KEY = 'leftRow';

type Left = { list: string; row: string };

/** What this entry of the history bears. */
export const stateNow = (): Record<string, unknown> =>
  typeof history.state === 'object' && history.state !== null ? history.state : {};

/** Notes the row that is about to be opened. @param list the list's name */
export function leaveBy(list: string, row: string): void {
  history.replaceState({ ...stateNow(), [KEY]: { list, row } satisfies Left }, '');
}

/** The row by which this list was left, null when it was not; told once, so that a later drawing of the list does not jump. */
export function backAt(list: string): string | null {
  const { [KEY]: left, ...rest } = stateNow() as { [KEY]?: Left };
  if (left?.list !== list) return null;
  history.replaceState(rest, '');
  return left.row;
}
