import type { ChangedTable } from '@/lib/crm/changes';
import type { Contact } from '@/lib/crm/contacts';
import type { Figures } from '@/lib/insight/figures';
import type { Body } from './edits';
import { isShown, listKeys } from './keys';

/** What a transaction did to rows, as the derived tables need to know it. */

/** A row that was written: its body before (null: there was none) and after (null: it was taken away). */
export interface Written {
  table: ChangedTable;
  before: Body | null;
  after: Body | null;
}

/** A contact whose figures were counted: as they were and as they are; absent while it is in no list. */
export interface Figured {
  body: Contact | undefined;
  was: Figures | undefined;
  is: Figures | undefined;
}

/** What became of one contact; null before or after: it was, or is, in no list. */
export interface Move {
  id: string;
  before: Contact | null;
  after: Contact | null;
  /** Absent where no figure was touched. */
  figured: Figured | undefined;
}

/** Every contact that lists may show differently. */
export function movesOf(written: Written[], figured: Map<string, Figured>): Move[] {
  const shown = (body: unknown) => (isShown(body as Contact | null) ? (body as Contact) : null);
  const moves = new Map<string, Move>();
  for (const { table, before, after } of written) {
    const id = (after ?? before)?.id;
    if (table !== 'contacts' || !id) continue;
    const first = moves.get(id);
    const from = first ? first.before : shown(before);
    moves.set(id, { id, before: from, after: shown(after), figured: figured.get(id) });
  }
  for (const [id, one] of figured) {
    const body = shown(one.body);
    if (!moves.has(id)) moves.set(id, { id, before: body, after: body, figured: one });
  }
  return [...moves.values()];
}

/** Tags or companies of a contact as lists count them. */
export function refsOf(body: Contact | null, kind: 'tags' | 'companies'): string[] {
  if (!body) return [];
  return kind === 'tags' ? Object.keys(body.tags) : listKeys(body).companies;
}
