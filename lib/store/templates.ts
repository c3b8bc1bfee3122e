import type { TemplateList } from '@/lib/api/compose-views';
import { TEMPLATE_SCHEMA, type TemplateFields } from '@/lib/crm/templates';
import type { Progress } from './batch';
import { command } from './command';
import type { Database } from './database';
import { deleteRows } from './each-row';
import { StoreError } from './errors';
import { identityOf, tagPaths } from './lookups';
import { languageOf } from './template-fields';
import type { Context } from './work';

type Done = Record<string, never>;

/** So many templates there may be. */
const MOST = 500;

/** Makes a template, or changes the one with this id. @throws StoreError `invalid` when there are too many */
export function putTemplate(
  ctx: Context,
  { id, template }: { id: string; template: TemplateFields },
): Promise<Done> {
  return command(ctx, async (work) => {
    const [stored] = await work.live('templates', [id]);
    const fields = { ...template, labels: [...new Set(template.labels)] };
    if (stored) Object.assign(stored, fields, { changedAt: work.now });
    else {
      if ((await work.db.templates.where('k.all').above('').count()) >= MOST)
        throw new StoreError('invalid', `There are ${MOST} templates already.`);
      const row = { id, schema: TEMPLATE_SCHEMA, clock: '', deletedAt: null };
      work.add('templates', { ...row, ...fields, createdAt: work.now, changedAt: work.now });
    }
    return {};
  });
}

export function deleteTemplates(
  ctx: Context & Progress,
  { ids }: { ids: string[] },
): Promise<{ count: number }> {
  return deleteRows(ctx, 'templates', ids);
}

/**
 * All templates by name. With a contact: those that bear one of their tags first, and when each was put into a mail for them.
 */
export function templateList(db: Database, contactId: string | null): Promise<TemplateList> {
  const tables = [db.templates, db.contacts, db.tags, db.sentTexts];
  return db.transaction('r', tables, async () => {
    const rows = await db.templates.orderBy('k.all').toArray();
    const ids = contactId ? await identityOf(db, contactId) : [];
    const [contacts, sent] = await Promise.all([
      db.contacts.bulkGet(ids),
      db.sentTexts.where('contactId').anyOf(ids).toArray(),
    ]);
    const bodies = contacts.flatMap((row) => (row ? [row.body] : []));
    const tagIds = bodies.flatMap(({ tags }) => Object.keys(tags));
    const tags = new Set((await tagPaths(db, tagIds)).map(({ name }) => name.toLowerCase()));
    const usedAt = new Map<string, number>();
    for (const { templateId, at } of sent)
      if (templateId) usedAt.set(templateId, Math.max(at, usedAt.get(templateId) ?? 0));
    const listed = rows.map(({ body: { id, name, language, labels, text, changedAt } }) => ({
      id,
      name,
      language,
      labels,
      text,
      changedAt,
      fits: labels.some((label) => tags.has(label.toLowerCase())),
      usedAt: usedAt.get(id) ?? null,
    }));
    const own = bodies.find(({ id }) => id === contactId);
    return {
      rows: listed.sort((a, b) => Number(b.fits) - Number(a.fits)),
      language: own ? languageOf(own) : null,
      name: own?.name ?? null,
    };
  });
}
