import type { Database } from './database';

/** What was typed and not yet saved, by the field that it was typed in. */
export async function draftText(db: Database, key: string): Promise<string> {
  return (await db.drafts.get(key))?.text ?? '';
}

/** Keeps a draft; an empty text forgets it. */
export async function putDraft(db: Database, key: string, text: string): Promise<void> {
  if (text === '') await db.drafts.delete(key);
  else await db.drafts.put({ key, text });
}

/** Forgets the drafts of what was saved, within the transaction that saves it; one that says something else by now stays. */
export async function forgetSaved(db: Database, keys: readonly string[], text: string): Promise<void> {
  await db.drafts
    .where('key')
    .anyOf(keys)
    .and((draft) => draft.text.trim() === text)
    .delete();
}
