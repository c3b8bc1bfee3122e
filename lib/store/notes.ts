import { newActivity } from './activity-row';
import { command } from './command';
import { forgetSaved } from './drafts';
import { StoreError } from './errors';
import type { Origin } from './provenance';
import type { Context } from './work';

/** Writes a note on one or several contacts, and forgets the draft that it was. */
export function addNote(
  ctx: Context,
  note: { contactIds: string[]; text: string; pinned: boolean; from?: Origin | undefined },
): Promise<{ id: string }> {
  return command(ctx, async (work) => {
    await work.all('contacts', note.contactIds);
    const drafts = note.contactIds.map((id) => `note:${id}`);
    await forgetSaved(ctx.db, drafts, note.text);
    return { id: newActivity(work, { type: 'note', ...note }).id };
  });
}

export function editNote(
  ctx: Context,
  { id, text, pinned }: { id: string; text?: string | undefined; pinned?: boolean | undefined },
): Promise<Record<string, never>> {
  return command(ctx, async (work) => {
    const note = await work.one('activities', id);
    if (note.type !== 'note') throw new StoreError('invalid', 'This is no note.');
    if (text !== undefined) note.text = text;
    if (pinned !== undefined) note.pinned = pinned;
    return {};
  });
}
