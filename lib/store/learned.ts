import { FEATURES } from '@/lib/advice/engine/features';
import { type Learned, learn, learnAll } from '@/lib/advice/engine/learned';
import { byDecision, lessonOf } from '@/lib/advice/engine/lessons';
import type { Outcome } from '@/lib/crm/outcomes';
import type { Database } from './database';
import type { Written } from './written';

/**
 * What the engine learned. It is no data: it is made from the outcomes in the order in which they were decided, kept beside them so that a
 * view need not read them all, and made again when one of them is taken back or comes out of its order.
 */

const KEY = 'advice.learned';
/** Grows when the same outcomes come to something else. */
const AS = `2 ${FEATURES.join(' ')}`;

interface Kept {
  as: string;
  /** The last lesson: when it was decided, and its id. */
  through: [number, string] | null;
  learned: Learned;
}

/** What was learned until now. Not to be asked inside a transaction. */
export async function learnedOf(db: Database): Promise<Learned> {
  const kept = await keptOf(db);
  if (kept) return kept.learned;
  // Nothing is written into the data of a newer version.
  if (db.newer) return fromNothing(await decidedOf(db));
  return db.transaction('rw', db.outcomes, db.meta, async () => (await relearn(db)).learned);
}

async function keptOf(db: Database): Promise<Kept | null> {
  const row = await db.meta.get(KEY);
  if (typeof row?.value !== 'string') return null;
  const kept: Kept = JSON.parse(row.value);
  return kept.as === AS ? kept : null;
}

async function relearn(db: Database): Promise<Kept> {
  const decided = await decidedOf(db);
  const last = decided
    .filter((body) => standing(body))
    .sort(byDecision)
    .at(-1);
  return put(db, { as: AS, through: placeOf(last), learned: fromNothing(decided) });
}

async function decidedOf(db: Database): Promise<Outcome[]> {
  const rows = await db.outcomes.where('k.at').above(Number.NEGATIVE_INFINITY).toArray();
  return rows.map((row) => row.body);
}

async function put(db: Database, kept: Kept): Promise<Kept> {
  await db.meta.put({ key: KEY, value: JSON.stringify(kept) });
  return kept;
}

function placeOf(body: Outcome | undefined): Kept['through'] {
  return body ? [body.decidedAt ?? 0, body.id] : null;
}

/** Takes in what a transaction did to outcomes, inside it: an answer more is learned at once, anything else has it made again. */
export async function refreshLearned(db: Database, written: readonly Written[]): Promise<void> {
  const lessons = written.flatMap(({ table, before, after }) => {
    if (table !== 'outcomes') return [];
    const [was, is] = [standing(before), standing(after)];
    return was || is ? [{ was, is }] : [];
  });
  if (lessons.length === 0) return;
  const kept = await keptOf(db);
  if (!kept) return;
  const more = lessons.flatMap(({ is }) => is ?? []).sort(byDecision);
  const [first] = more;
  const isNext =
    first &&
    lessons.every(({ was }) => !was) &&
    (!kept.through || isAfter([first.decidedAt ?? 0, first.id], kept.through));
  if (!isNext) return forgetLearned(db);
  let { learned } = kept;
  for (const body of more) {
    const lesson = lessonOf(body);
    if (lesson) learned = learn(learned, lesson);
  }
  await put(db, { as: AS, through: placeOf(more.at(-1)), learned });
}

/** An outcome that stands and teaches something. */
function standing(body: unknown): Outcome | null {
  const outcome = body as Outcome | null;
  return outcome && outcome.deletedAt === null && lessonOf(outcome) ? outcome : null;
}

function isAfter(a: [number, string], b: [number, string]): boolean {
  return a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);
}

/** Whoever asks next makes it again from what is left. */
export async function forgetLearned(db: Database): Promise<void> {
  await db.meta.delete(KEY);
}

/** What outcomes teach in the order in which they were decided, made from nothing. */
export function fromNothing(outcomes: readonly Outcome[]): Learned {
  const ordered = outcomes.filter((body) => standing(body)).sort(byDecision);
  return learnAll(ordered.flatMap((body) => lessonOf(body) ?? []));
}
