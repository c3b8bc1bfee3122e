import { v7 as uuid } from 'uuid';
import type { RetentionPreview } from '@/lib/api/data-views';
import type { Activity } from '@/lib/crm/activities';
import type { Contact } from '@/lib/crm/contacts';
import type { RetentionRule } from '@/lib/crm/settings';
import { cutText } from '@/lib/crm/whole-text';
import { batch, type Progress } from './batch';
import { firstRun } from './command';
import type { Database } from './database';
import { eraseContact } from './erase';
import { StoreError } from './errors';
import { isShown } from './keys';
import { LOG, logged } from './log';
import { mergedRoots } from './lookups';
import { withChildren } from './tag-tree';
import type { Context } from './work';

const MOST_SHOWN = 200;
const LONGEST_SHOWN = 120;
const PART = 2000;

/** What the rule names, the longest silent first; of very many a part is shown. */
export async function previewRetention(
  db: Database,
  rule: RetentionRule,
  now: number,
): Promise<RetentionPreview> {
  const { contacts, notes } = await namedBy(db, rule, now);
  const shown = await db.activities.bulkGet(notes.slice(0, MOST_SHOWN).map(({ id }) => id));
  return {
    contacts: contacts.slice(0, MOST_SHOWN),
    contactCount: contacts.length,
    notes: shown.flatMap((row) =>
      row ? [{ id: row.id, at: row.body.at, text: cutText(row.body.text, LONGEST_SHOWN) }] : [],
    ),
    noteCount: notes.length,
  };
}

interface Ran {
  contacts: number;
  notes: number;
  erased: boolean;
}

/** Deletes what the rule names now, as one step that undo takes back; contacts are erased for good where that was said. */
export async function runRetention(
  ctx: Context & Progress,
  { rule, erase }: { rule: RetentionRule; erase: boolean },
): Promise<Ran> {
  return erase ? eraseAll(ctx, rule) : deleteAll(ctx, rule, true);
}

/** @param isLogged whether it is an entry of the log by itself */
function deleteAll(ctx: Context & Progress, rule: RetentionRule, isLogged: boolean): Promise<Ran> {
  return batch<{ table: 'contacts' | 'activities'; id: string }, Ran>(ctx, {
    items: async () => {
      const { contacts, notes } = await namedBy(ctx.db, rule, ctx.now());
      return [
        ...contacts.map(({ id }) => ({ table: 'contacts' as const, id })),
        ...notes.map(({ id }) => ({ table: 'activities' as const, id })),
      ];
    },
    start: { contacts: 0, notes: 0, erased: false },
    run: async (work, part, before) => {
      if (isLogged) work.about.add(LOG);
      const of = (table: 'contacts' | 'activities') =>
        work.live(
          table,
          part.filter((item) => item.table === table).map(({ id }) => id),
        );
      const [contacts, notes] = [await of('contacts'), await of('activities')];
      for (const body of [...contacts, ...notes]) body.deletedAt = work.now;
      return {
        contacts: before.contacts + contacts.length,
        notes: before.notes + notes.length,
        erased: false,
      };
    },
  });
}

/** One after the other, each by a command of its own: what is gone stays gone when the page dies, and the next run does the rest. */
async function eraseAll(ctx: Context & Progress, rule: RetentionRule): Promise<Ran> {
  const first = await firstRun(ctx);
  if (first) return first.result as unknown as Ran;
  const { contacts, notes } = await namedBy(ctx.db, rule, ctx.now());
  let erased = 0;
  for (const { id } of contacts) {
    if (ctx.signal?.aborted) break;
    if (await isErasedNow(ctx, id, rule)) erased += 1;
    ctx.onProgress?.(erased, contacts.length);
  }
  // Notes are deleted as ever: for good goes only whom the rule names.
  const left = { ...rule, contactYears: null };
  const gone =
    notes.length > 0 && !ctx.signal?.aborted
      ? await deleteAll({ ...ctx, commandId: `${ctx.commandId}-notes` }, left, false)
      : null;
  return (await logged(ctx, { contacts: erased, notes: gone?.notes ?? 0, erased: true })) as unknown as Ran;
}

/**
 * Erases one by a command of its own. It has no name that could come again: the next run, where others stand first, would take whom it
 * meets in this one's place for erased. False when somebody else took them away meanwhile, or the rule names them no more.
 */
async function isErasedNow(ctx: Context, id: string, rule: RetentionRule): Promise<boolean> {
  const own = { ...ctx, op: 'contacts.erase', commandId: uuid() } as const;
  // There is no undo: whoever was talked to since the list was drawn up stays.
  const isStill = async (db: Database, contact: Contact, ids: string[]) => {
    const roots = new Map(ids.map((one) => [one, id]));
    const [found] = await silentOf(db, [contact], { ...(await asked(db, rule, ctx.now())), roots });
    return found?.id === id;
  };
  try {
    await eraseContact(own, { id }, isStill);
    return true;
  } catch (error) {
    if (error instanceof StoreError && error.code === 'missing') return false;
    throw error;
  }
}

interface Named {
  contacts: { id: string; name: string; lastAt: number }[];
  notes: { id: string; at: number }[];
}

/** Contacts whose last exchange is older, and of whom nothing is open; notes that are older and not pinned. */
async function namedBy(db: Database, rule: RetentionRule, now: number): Promise<Named> {
  const named: Named = { contacts: [], notes: [] };
  if (rule.contactYears !== null) {
    const of = { ...(await asked(db, rule, now)), roots: await mergedRoots(db) };
    await eachPart<Contact>(db, 'contacts', async (bodies) => {
      named.contacts.push(...(await silentOf(db, bodies, of)));
    });
    named.contacts.sort((a, b) => a.lastAt - b.lastAt || (a.id < b.id ? -1 : 1));
  }
  if (rule.noteYears !== null) {
    const before = yearsAgo(now, rule.noteYears);
    await eachPart<Activity>(db, 'activities', async (bodies) => {
      for (const { id, type, at, pinned, deletedAt } of bodies)
        if (type === 'note' && !pinned && deletedAt === null && at < before) named.notes.push({ id, at });
    });
    named.notes.sort((a, b) => a.at - b.at);
  }
  return named;
}

interface Asked {
  fits(body: Contact): boolean;
  /** Whose last exchange is before this moment is named. */
  before: number;
}

async function asked(db: Database, rule: RetentionRule, now: number): Promise<Asked> {
  // Without years no moment is before it: nobody is named.
  const before = yearsAgo(now, rule.contactYears ?? Number.POSITIVE_INFINITY);
  const tags = rule.tagId ? await withChildren(db, rule.tagId) : null;
  const fits = (body: Contact) =>
    isShown(body) &&
    (!rule.kind || body.kind === rule.kind) &&
    (!tags || tags.some((id) => id in body.tags)) &&
    body.addedAt < before;
  return { fits, before };
}

/** Those of these contacts whom the rule names. */
async function silentOf(
  db: Database,
  bodies: Contact[],
  { fits, before, roots }: Asked & { roots: ReadonlyMap<string, string> },
): Promise<Named['contacts']> {
  const candidates = bodies.filter(fits);
  const ids = candidates.map(({ id }) => id);
  const figures = await db.figures.bulkGet(ids);
  const open = await withOpen(db, ids, roots);
  return candidates.flatMap(({ id, name, addedAt }, at) => {
    const lastAt = Math.max(figures[at]?.lastAt ?? 0, addedAt);
    return lastAt < before && figures[at]?.open !== 1 && !open.has(id) ? [{ id, name, lastAt }] : [];
  });
}

/** Those of these contacts who have an open case or deal, also by somebody who was merged into them. */
async function withOpen(
  db: Database,
  ids: string[],
  roots: ReadonlyMap<string, string>,
): Promise<Set<string>> {
  const asked = new Set(ids);
  const merged = [...roots].flatMap(([id, root]) => (asked.has(root) ? [id] : []));
  const of = [...ids, ...merged];
  const [cases, deals] = await Promise.all([
    db.cases.where('k.contacts').anyOf(of).distinct().toArray(),
    db.deals.where('k.contacts').anyOf(of).distinct().toArray(),
  ]);
  const open = [
    ...cases.filter(({ body }) => body.state !== 'resolved'),
    ...deals.filter(({ body }) => body.state === 'open'),
  ];
  return new Set(open.flatMap(({ body }) => body.contactIds.map((id) => roots.get(id) ?? id)));
}

async function eachPart<B>(db: Database, table: string, run: (bodies: B[]) => Promise<void>): Promise<void> {
  for (let last = '', more = true; more; ) {
    const rows: { id: string; body: B }[] = await db
      .table(table)
      .where('id')
      .above(last)
      .limit(PART)
      .toArray();
    await run(rows.map((row) => row.body));
    last = rows.at(-1)?.id ?? last;
    more = rows.length === PART;
  }
}

function yearsAgo(now: number, years: number): number {
  const day = new Date(now);
  return Date.UTC(day.getUTCFullYear() - years, day.getUTCMonth(), day.getUTCDate());
}
