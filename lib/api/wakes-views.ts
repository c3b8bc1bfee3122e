import type { Kind } from './contract';

/** Of kind `local`, and yet nothing to ask again for. */
const QUIET = ['drafts.put', 'health.look', 'advice.shown'];

/** They say whether they changed anything. */
const CHANGING = ['duplicates.look', 'figures.refresh', 'lists.fill'];

/**
 * Whether the views ask again after it: it wrote something that some view shows. A draft is its own field's alone, a look at the
 * order of the data answers whoever asked, what was shown is on the screen already, and a look at the
 * hub that brought nothing concerns nobody.
 */
export function wakesViews(op: string, kind: Kind, result?: unknown): boolean {
  if (CHANGING.includes(op)) return (result as { changed: boolean } | undefined)?.changed !== false;
  if (op === 'hub.pull') return (result as { taken: number } | undefined)?.taken !== 0;
  return kind === 'command' || (kind === 'local' && !QUIET.includes(op));
}
