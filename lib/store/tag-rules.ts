import type { Contact } from '@/lib/crm/contacts';
import type { Tag } from '@/lib/crm/tags';
import { batch, type Progress } from './batch';
import type { Database } from './database';
import { StoreError } from './errors';
import { filled, isWhole } from './filled';
import { LAST } from './keys';
import { findMembers, idsIn } from './segment-find';
import { frameOf, queryOf, type When } from './segment-frame';
import { liveSegments } from './segment-names';
import { asksForTag, tagRules } from './segment-rings';
import type { Context, Work } from './work';

/** Tags that a rule gives: whoever is found in a segment has the tag, until they are found no more. What was tagged by hand stays. */

const A_DAY = 86_400_000;

/**
 * Sets the rule of a tag, or takes it away, and gives and takes the tag as it then says: one batch, one undo.
 * @throws StoreError `invalid` for a segment that asks for this very tag, `conflict` where another segment gives it
 */
export async function setTagRule(
  ctx: Context & Progress,
  { id, rule }: { id: string; rule: Tag['rule'] | null },
): Promise<{ given: number; taken: number }> {
  const { db } = ctx;
  const tag = await tagOf(db, id);
  if (rule) await refuseRule(ctx, tag, rule);
  const { rule: _before, ...rest } = tag;
  const next = rule ? { ...rest, rule } : rest;
  const due = await dueOf(db, next, { now: ctx.now(), zone: ctx.zone });
  return apply(ctx, next, due, async (work) => {
    const body = await work.one('tags', id);
    if (rule) body.rule = rule;
    else delete body.rule;
  });
}

async function refuseRule(
  { db, now, zone }: Context,
  tag: Tag,
  rule: NonNullable<Tag['rule']>,
): Promise<void> {
  if (tag.rule && tag.rule.segmentId !== rule.segmentId && (await isLive(db, tag.rule.segmentId))) {
    throw new StoreError('conflict', 'Another segment gives this tag already.');
  }
  const segment = (await db.segments.get(rule.segmentId))?.body;
  if (!segment || segment.deletedAt !== null) throw new StoreError('missing', 'This segment was deleted.');
  if (!queryOf(segment)) {
    throw new StoreError('invalid', 'This segment was made by a newer version of Sidelight.');
  }
  if (asksForTag(tag.id, rule, await frameOf(db, { now: now(), zone }), await tagRules(db))) {
    throw new StoreError('invalid', 'This segment asks for this very tag.');
  }
}

async function isLive(db: Database, segmentId: string): Promise<boolean> {
  return (await db.segments.get(segmentId))?.body.deletedAt === null;
}

async function tagOf(db: Database, id: string): Promise<Tag> {
  const tag = (await db.tags.get(id))?.body;
  if (!tag || tag.deletedAt !== null) throw new StoreError('missing', 'This tag was deleted.');
  return tag;
}

/** What a rule would change, by contact: given, taken away, or kept for some days more. */
interface Due {
  id: string;
  does: 'give' | 'take' | 'keep' | 'renew';
}

/**
 * Gives the tag of one rule to whoever its segment finds and takes it from those whom it finds no more; a rule that names days leaves it
 * with them for so long. One batch, one undo.
 */
export async function applyTagRule(
  ctx: Context & Progress,
  { id }: { id: string },
): Promise<{ given: number; taken: number }> {
  const tag = await tagOf(ctx.db, id);
  return apply(ctx, tag, await dueOf(ctx.db, tag, { now: ctx.now(), zone: ctx.zone }));
}

/** @param first is done in each transaction before the contacts */
async function apply(
  ctx: Context & Progress,
  tag: Tag,
  due: Due[],
  first: (work: Work) => Promise<void> = async () => undefined,
): Promise<{ given: number; taken: number }> {
  const { id } = tag;
  const segment = tag.rule ? (await ctx.db.segments.get(tag.rule.segmentId))?.body : undefined;
  return batch(ctx, {
    items: async () => due,
    start: { given: 0, taken: 0 },
    run: async (work, part, { given, taken }) => {
      await first(work);
      const bodies = new Map(
        (
          await work.live(
            'contacts',
            part.map((one) => one.id),
          )
        ).map((body) => [body.id, body]),
      );
      for (const one of part) {
        const body = bodies.get(one.id);
        const own = body?.tags[id];
        if (!body || (own && own.how !== 'rule')) continue;
        if (one.does === 'give' && !own) {
          body.tags[id] = { source: segment?.name ?? '', at: work.now, how: 'rule' };
          given += 1;
        } else if (one.does === 'take' && own) {
          delete body.tags[id];
          taken += 1;
        } else if (one.does === 'keep' && own) {
          own.expiresAt = work.now + (tag.rule?.expiresDays ?? 0) * A_DAY;
        } else if (one.does === 'renew' && own) delete own.expiresAt;
      }
      return { given, taken };
    },
  });
}

/** Nothing is due where it cannot be told who is found: while lists are filled, or of a segment that this version does not understand, or that hangs on the tag itself. */
async function dueOf(db: Database, tag: Tag, when: When): Promise<Due[]> {
  if (!isWhole(await filled(db))) return [];
  const { rule } = tag;
  const segment = rule && (await liveSegments(db)).find(({ id }) => id === rule.segmentId);
  const query = segment && queryOf(segment);
  if (query === null) return [];
  if (rule && asksForTag(tag.id, rule, await frameOf(db, when), await tagRules(db))) return [];
  const found = query && (await findMembers(db, query, when));
  if (found?.unclear) return [];
  const members = new Set(found ? idsIn(found) : []);
  const tagged = (await db.contacts.where('k.tags').equals(tag.id).toArray()).map((row) => row.body);
  const has = new Set(tagged.map(({ id }) => id));
  const due: Due[] = [...members].flatMap((id) => (has.has(id) ? [] : [{ id, does: 'give' as const }]));
  for (const body of tagged) {
    const does = fateOf(body, tag, members.has(body.id), when.now);
    if (does) due.push({ id: body.id, does });
  }
  return due;
}

/** What becomes of a tagging that is there; null: nothing. */
function fateOf({ tags }: Contact, tag: Tag, isMember: boolean, now: number): Due['does'] | null {
  const own = tags[tag.id];
  if (own?.how !== 'rule') return null;
  if (isMember) return own.expiresAt === undefined ? null : 'renew';
  const days = tag.rule?.expiresDays;
  if (days === undefined || (own.expiresAt !== undefined && own.expiresAt <= now)) return 'take';
  return own.expiresAt === undefined ? 'keep' : null;
}

/** Applies the rules of all tags, as the daily run does: what it does is nobody's last command. */
export async function applyTagRules(ctx: Context & Progress): Promise<number> {
  const rows = await ctx.db.tags.where('k.name').between('', LAST, true, true).toArray();
  let changed = 0;
  for (const { id, body } of rows) {
    if (!body.rule) continue;
    const due = await dueOf(ctx.db, body, { now: ctx.now(), zone: ctx.zone });
    if (due.length === 0) continue;
    const own = { ...ctx, op: 'segments.applyRule', caller: 'automatic', commandId: crypto.randomUUID() };
    const { given, taken } = await applyTagRule(own, { id });
    changed += given + taken;
  }
  return changed;
}

/** The tags that a segment gives. */
export async function rulesOf(
  db: Database,
  segmentId: string,
): Promise<{ tagId: string; name: string; expiresDays: number | null }[]> {
  const rows = await db.tags.where('k.name').between('', LAST, true, true).toArray();
  return rows.flatMap(({ id, body }) =>
    body.rule?.segmentId === segmentId
      ? [{ tagId: id, name: body.name, expiresDays: body.rule.expiresDays ?? null }]
      : [],
  );
}
