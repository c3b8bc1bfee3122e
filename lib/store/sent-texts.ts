import { v7 as uuid } from 'uuid';
import { isSameText, sentencesOf } from '@/lib/crm/sentences';
import type { Database } from './database';
import { identitiesOf, newestOf } from './lookups';

/** What was put into mails, and for whom: on this computer alone. */

/** Older ones are forgotten, in ms. */
const KEPT_FOR = 2 * 365 * 86_400_000;
/** A text that was put in so lately is the one in the draft. In ms. */
const JUST_NOW = 3_600_000;
/** Logged texts of a contact that are compared. */
const LOGGED = 40;

/** Remembers that a text was put into a draft for these contacts. */
export async function keepText(
  db: Database,
  {
    contactIds,
    templateId,
    text,
    draft = null,
  }: { contactIds: string[]; templateId: string | null; text: string; draft?: string | null },
  now: number,
): Promise<void> {
  const sentences = sentencesOf(text);
  if (contactIds.length === 0 || (sentences.length === 0 && templateId === null)) return;
  await db.transaction('rw', db.sentTexts, async () => {
    const known = await db.sentTexts.where('contactId').anyOf(contactIds).toArray();
    await db.sentTexts.bulkDelete(known.filter(({ at }) => at < now - KEPT_FOR).map(({ id }) => id));
    await db.sentTexts.bulkPut(
      contactIds.map((contactId) => ({ id: uuid(), contactId, templateId, at: now, sentences, draft })),
    );
  });
}

/** An earlier text that says the same. */
export interface SameText {
  at: number;
  /** Name of the template, or the subject of what was logged. */
  from: string | null;
}

/**
 * For each contact the last earlier text that says what these sentences say; those without are left out.
 * @param draft the one that is shown: what was put into it is no earlier text
 */
export function sameTexts(
  db: Database,
  ids: string[],
  sentences: readonly string[],
  now: number,
  draft: string | null = null,
): Promise<Map<string, SameText>> {
  if (sentences.length === 0) return Promise.resolve(new Map());
  const tables = [db.contacts, db.sentTexts, db.templates, db.activities];
  return db.transaction('r', tables, async () => {
    const found = new Map<string, SameText>();
    const identities = await identitiesOf(db, ids);
    for (const id of ids) {
      const own = identities.get(id) ?? [id];
      const [put, logged] = await Promise.all([
        db.sentTexts.where('contactId').anyOf(own).toArray(),
        newestOf(db, own, { limit: LOGGED }),
      ]);
      const texts = [
        ...put
          .filter((one) => draft === null || one.draft !== draft)
          .map((one) => ({
            at: one.at,
            sentences: one.sentences,
            templateId: one.templateId,
            subject: '',
          })),
        ...logged
          .filter(({ direction, text }) => direction === 'out' && text !== '')
          .map((one) => ({
            at: one.at,
            sentences: sentencesOf(one.text),
            templateId: null,
            subject: one.subject,
          })),
      ];
      const [last] = texts
        .filter((one) => one.at < now - JUST_NOW && isSameText(one.sentences, sentences))
        .sort((a, b) => b.at - a.at);
      if (!last) continue;
      const template = last.templateId ? await db.templates.get(last.templateId) : undefined;
      found.set(id, { at: last.at, from: template?.body.name ?? (last.subject || null) });
    }
    return found;
  });
}
