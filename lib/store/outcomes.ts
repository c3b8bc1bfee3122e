import { v7 as uuid } from 'uuid';
import type { Advised } from '@/lib/advice/advise';
import type { Measured } from '@/lib/advice/engine/features';
import { featuresOf } from '@/lib/advice/engine/features';
import { IGNORED_DAYS } from '@/lib/advice/engine/lessons';
import { localMoment } from '@/lib/crm/calendar';
import { type NotWhy, OUTCOME_SCHEMA, type Outcome } from '@/lib/crm/outcomes';
import { tick } from './clock';
import { command } from './command';
import type { Database } from './database';
import { isShown } from './keys';
import { refreshLearned } from './learned';
import { identityOf } from './lookups';
import { type Context, rowOf } from './work';
import type { Written } from './written';

const DAY = 86_400_000;

/** What became of advice about a contact and those merged into it, the latest first. */
export async function outcomesOf(db: Database, contactIds: readonly string[]): Promise<Outcome[]> {
  const rows = await db.outcomes
    .where('k.contact')
    .anyOf(contactIds as string[])
    .toArray();
  return rows.map((row) => row.body).sort(latestFirst);
}

export const latestFirst = (a: Outcome, b: Outcome): number => b.shownAt - a.shownAt;

/** Contacts that were ever advised on or held out (which begins at 500); as long as there are few, at most how many. */
export async function advisedCount(db: Database): Promise<number> {
  const rows = await db.outcomes.where('k.at').above(Number.NEGATIVE_INFINITY).count();
  if (rows < 500) return rows;
  return (await db.outcomes.orderBy('k.contact').uniqueKeys()).length;
}

/** One that is shown now, or held out. */
function shownNow(
  contactId: string,
  { best, held, others, propensity, alone }: Advised,
  measured: Measured,
  at: { now: number; day: string },
): Outcome | null {
  const said = best ?? held;
  if (!said) return null;
  return {
    id: uuid(),
    schema: OUTCOME_SCHEMA,
    clock: '',
    deletedAt: null,
    contactId,
    playId: said.play.id,
    day: at.day,
    shownAt: at.now,
    prior: said.judgement.prior,
    chance: said.judgement.chance,
    propensity,
    alone,
    other: others[0]?.judgement.chance ?? 0,
    features: featuresOf(measured) as Record<string, number>,
    became: best ? 'shown' : 'held',
    decidedAt: null,
  };
}

/** What was shown or held out, with the figures that it rested on. */
export interface Shown {
  contactId: string;
  subject: {
    /** The contact's id and those merged into it. */
    contactIds: readonly string[];
  };
  advised: Advised;
  measured: Measured;
}

/**
 * Keeps what was shown or held out, once a day for a contact and a play. It is no act of the user: it has no history, and is not undone. Answers how
 * many were new.
 */
export async function keepShown(
  db: Database,
  shown: readonly Shown[],
  { now, zone }: { now: number; zone: string },
): Promise<number> {
  const { day } = localMoment(now, zone);
  return writeQuietly(db, now, async () => {
    const contacts = await db.contacts.bulkGet(shown.map(({ contactId }) => contactId));
    // Advice was made before this transaction: whoever was erased, deleted or merged since then is left out.
    const standing = shown.filter((_, at) => isShown(contacts[at]?.body));
    const rows = await outcomesOf(
      db,
      standing.flatMap(({ subject }) => subject.contactIds),
    );
    const known = new Set(
      // One that waits for its answer is still the same.
      rows
        .filter((body) => body.day === day || body.became === 'shown')
        .map(({ contactId, playId }) => `${contactId} ${playId}`),
    );
    return standing.flatMap(({ contactId, subject, advised, measured }) => {
      const body = shownNow(contactId, advised, measured, { now, day });
      const isNew = body && !subject.contactIds.some((id) => known.has(`${id} ${body.playId}`));
      return isNew ? [{ before: null, after: body }] : [];
    });
  });
}

/** Row of `meta`: the day, in UTC, on which it was last looked for what was left alone. */
const AGED = 'outcomesAged';

/** What was shown and left alone for a fortnight was ignored: looked for once a day. Answers how many. */
export async function ageOutcomes(db: Database, now: number): Promise<number> {
  const day = Math.floor(now / DAY);
  if ((await db.meta.get(AGED))?.value === day) return 0;
  return writeQuietly(db, now, async () => {
    await db.meta.put({ key: AGED, value: day });
    const rows = await db.outcomes
      .where('k.at')
      .between(Number.NEGATIVE_INFINITY, now - IGNORED_DAYS * DAY)
      .filter(({ body }) => body.became === 'shown')
      .toArray();
    return rows.map(({ body }) => ({
      before: body,
      after: { ...body, became: 'ignored' as const, decidedAt: now },
    }));
  });
}

/** Writes rows without a change row, and takes in what they teach. */
async function writeQuietly(
  db: Database,
  now: number,
  find: () => Promise<{ before: Outcome | null; after: Outcome }[]>,
): Promise<number> {
  if (db.newer) return 0;
  return db.transaction('rw', db.outcomes, db.contacts, db.meta, async () => {
    const found = await find();
    if (found.length === 0) return 0;
    const { clock } = await tick(db, now);
    for (const { after } of found) after.clock = clock;
    await db.outcomes.bulkPut(found.map(({ after }) => rowOf('outcomes', after)));
    await refreshLearned(
      db,
      found.map(({ before, after }) => ({ table: 'outcomes', before, after }) as unknown as Written),
    );
    return found.length;
  });
}

export interface Answer {
  contactId: string;
  playId: string;
  became: 'done' | 'dismissed' | 'later' | 'never';
  /** Of `later`: not before. Epoch ms. */
  until?: number | undefined;
  why?: NotWhy | undefined;
}

/**
 * What the user says to a piece of advice. One that was shown and waits is answered; where there is none, as after an erasing of what was
 * shown, it is kept with its answer. Undo takes the answer back, and with it what was learned.
 */
export function answerAdvice(
  ctx: Context,
  { contactId, playId, became, until, why }: Answer,
  fresh: Shown | null,
): Promise<{ id: string }> {
  return command(ctx, async (work) => {
    const contact = await work.one('contacts', contactId);
    const known = await outcomesOf(work.db, await identityOf(work.db, contact.id));
    const open = known.filter((body) => body.playId === playId && body.became === 'shown');
    const day = work.today;
    const [body, ...twins] = await work.live(
      'outcomes',
      open.map(({ id }) => id),
    );
    // Shown for each of two before they were merged: one answer stands for both, and none of them is ignored later.
    for (const twin of twins) twin.deletedAt = work.now;
    const row =
      body ??
      work.add('outcomes', {
        ...(fresh && fresh.advised.best?.play.id === playId
          ? (shownNow(contact.id, fresh.advised, fresh.measured, { now: work.now, day }) as Outcome)
          : bare(contact.id, playId, { now: work.now, day })),
      });
    row.became = became;
    row.decidedAt = work.now;
    if (until !== undefined) row.until = until;
    if (why !== undefined) row.why = why;
    return { id: row.id };
  });
}

/** Of advice about which nothing more is known than the answer: it teaches of its play and of advice as such, and of no figure. */
function bare(contactId: string, playId: string, { now, day }: { now: number; day: string }): Outcome {
  return {
    id: uuid(),
    schema: OUTCOME_SCHEMA,
    clock: '',
    deletedAt: null,
    contactId,
    playId,
    day,
    shownAt: now,
    prior: 0,
    chance: 0.5,
    propensity: 1,
    features: {},
    became: 'shown',
    decidedAt: null,
  };
}
