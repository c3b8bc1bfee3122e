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
import { refreshLearned } from './learned';
import { type Context, rowOf } from './work';
import type { Written } from './written';

const DAY = 86_400_000;

/** What became of advice about a contact and those merged into it, the latest first. */
export async function outcomesOf(db: Database, contactIds: readonly string[]): Promise<Outcome[]> {
  const rows = await db.outcomes
    .where('k.contact')
    .anyOf(contactIds as string[])
    .toArray();
  return rows.map((row) => row.body).sort((a, b) => b.shownAt - a.shownAt);
}

/** Contacts that were ever advised on; as long as there are few, at most how many. */
export async function advisedCount(db: Database): Promise<number> {
  const rows = await db.outcomes.where('k.at').above(Number.NEGATIVE_INFINITY).count();
  if (rows < 500) return rows;
  return (await db.outcomes.orderBy('k.contact').uniqueKeys()).length;
}

/** One that is shown now. */
function shownNow(
  contactId: string,
  { best, others, propensity, alone }: Advised,
  measured: Measured,
  at: { now: number; day: string },
): Outcome | null {
  if (!best) return null;
  return {
    id: uuid(),
    schema: OUTCOME_SCHEMA,
    clock: '',
    deletedAt: null,
    contactId,
    playId: best.play.id,
    day: at.day,
    shownAt: at.now,
    prior: best.judgement.prior,
    chance: best.judgement.chance,
    propensity,
    alone,
    other: others[0]?.judgement.chance ?? 0,
    features: featuresOf(measured) as Record<string, number>,
    became: 'shown',
    decidedAt: null,
  };
}

/** What was shown, with the figures that it rested on. */
export interface Shown {
  contactId: string;
  advised: Advised;
  measured: Measured;
}

/**
 * Keeps what was shown, once a day for a contact and a play. It is no act of the user: it has no history, and is not undone. Answers how
 * many were new.
 */
export async function keepShown(
  db: Database,
  shown: readonly Shown[],
  { now, zone }: { now: number; zone: string },
): Promise<number> {
  const { day } = localMoment(now, zone);
  return writeQuietly(db, now, async () => {
    const rows = await db.outcomes
      .where('k.contact')
      .anyOf(shown.map(({ contactId }) => contactId))
      .toArray();
    const known = new Set(
      rows.flatMap(({ body }) =>
        // One that waits for its answer is still the same.
        body.day === day || body.became === 'shown' ? [`${body.contactId} ${body.playId}`] : [],
      ),
    );
    return shown.flatMap(({ contactId, advised, measured }) => {
      const body = shownNow(contactId, advised, measured, { now, day });
      return body && !known.has(`${contactId} ${body.playId}`) ? [{ before: null, after: body }] : [];
    });
  });
}

/** What was shown and left alone for a fortnight was ignored. Answers how many. */
export async function ageOutcomes(db: Database, now: number): Promise<number> {
  return writeQuietly(db, now, async () => {
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
  return db.transaction('rw', db.outcomes, db.meta, async () => {
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
    const known = await outcomesOf(work.db, [contactId, contact.id]);
    const open = known.find((body) => body.playId === playId && body.became === 'shown');
    const day = work.today;
    const [body] = open ? await work.live('outcomes', [open.id]) : [];
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

/** Of advice about which nothing more is known than the answer: it teaches of its play alone. */
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
