import type { RetentionPreview } from '@/lib/api/data-views';
import type { Activity } from '@/lib/crm/activities';
import type { Contact } from '@/lib/crm/contacts';
import { cutText } from '@/lib/crm/whole-text';
import { batch, type Progress } from './batch';
import { firstRun } from './command';
import type { Database } from './database';
import { eraseContact } from './erase';
import { isShown } from './keys';
import { LOG, logged } from './log';
import { withChildren } from './tag-tree';
import type { Context } from './work';

/** How long what nobody needs any more is kept. */
export interface RetentionRule {
  contactYears: number | null;
  kind?: 'work' | 'personal' | undefined;
  tagId?: string | undefined;
  noteYears: number | null;
}

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
  if (erase) return eraseAll(ctx, rule);
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
      work.about.add(LOG);
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
    await eraseContact({ ...ctx, op: 'contacts.erase', commandId: `${ctx.commandId}-${erased}` }, { id });
    erased += 1;
    ctx.onProgress?.(erased, contacts.length);
  }
  // Notes are deleted as ever: for good goes only whom the rule names.
  const left = { ...rule, contactYears: null };
  const gone =
    notes.length > 0
      ? await runRetention({ ...ctx, commandId: `${ctx.commandId}-notes` }, { rule: left, erase: false })
      : null;
  return (await logged(ctx, { contacts: erased, notes: gone?.notes ?? 0, erased: true })) as unknown as Ran;
}

interface Named {
  contacts: { id: string; name: string; lastAt: number }[];
  notes: { id: string; at: number }[];
}

/** Contacts whose last exchange is older, and of whom nothing is open; notes that are older and not pinned. */
async function namedBy(db: Database, rule: RetentionRule, now: number): Promise<Named> {
  const named: Named = { contacts: [], notes: [] };
  if (rule.contactYears !== null) {
    const before = yearsAgo(now, rule.contactYears);
    const tags = rule.tagId ? await withChildren(db, rule.tagId) : null;
    const fits = (body: Contact) =>
      isShown(body) &&
      (!rule.kind || body.kind === rule.kind) &&
      (!tags || tags.some((id) => id in body.tags)) &&
      body.addedAt < before;
    await eachPart<Contact>(db, 'contacts', async (bodies) => {
      const candidates = bodies.filter(fits);
      const figures = await db.figures.bulkGet(candidates.map(({ id }) => id));
      const cases = new Set(await openCases(db, candidates));
      for (const [at, { id, name, addedAt }] of candidates.entries()) {
        const lastAt = Math.max(figures[at]?.lastAt ?? 0, addedAt);
        const isOpen = figures[at]?.open === 1 || cases.has(id);
        if (lastAt < before && !isOpen) named.contacts.push({ id, name, lastAt });
      }
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

async function openCases(db: Database, contacts: Contact[]): Promise<string[]> {
  const rows = await db.cases
    .where('k.contacts')
    .anyOf(contacts.map(({ id }) => id))
    .distinct()
    .toArray();
  return rows.flatMap(({ body }) => (body.state === 'resolved' ? [] : body.contactIds));
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
