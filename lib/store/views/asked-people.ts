import { dayNumber } from '@/lib/crm/calendar';
import { todayAt } from '@/lib/insight/today';
import { readAnalysis } from '../analysis-read';
import type { Database } from '../database';
import { StoreError } from '../errors';
import { withPages } from '../held-pages';
import { cameWithAnswer } from '../invites';
import { rootFinder } from '../lookups';
import { tagsOfPeople } from '../people-tags';
import { type Scope, surveyOf } from '../results-scope';
import type { When } from '../segment-frame';
import { readWaves } from './analysis-waves';

const TABLES = ['surveys', 'invites', 'contacts', ...withPages('columns'), 'tags'];

/** Somebody who was asked. */
export interface AskedPerson {
  /** Of whom they went into; nobody deleted is there. */
  id: string;
  answered: boolean;
  tags: readonly string[];
}

/** Who was asked by a personal link or on a schedule. Asked inside a transaction. */
export async function askedPeople(db: Database, surveyId: string): Promise<AskedPerson[]> {
  const rows = await db.invites.where('k.survey').equals(surveyId).toArray();
  const rootOf = await rootFinder(db);
  const answered = new Map<string, boolean>();
  for (const { body } of rows) {
    if (body.deletedAt !== null || body.heldOut || cameWithAnswer(body)) continue;
    const id = rootOf(body.contactId);
    answered.set(id, answered.get(id) === true || body.answeredAt !== null);
  }
  const people = await tagsOfPeople(db, [...answered.keys()]);
  return [...answered].flatMap(([id, did]) => {
    const tags = people.get(id);
    return tags ? [{ id, answered: did, tags }] : [];
  });
}

/**
 * Whom a number of those who were asked counts: of a survey, of a tag, or of one wave.
 * @param parts survey; `all`, `answered`, `silent`, or `twice` for who gave a score in two waves that follow each other; a tag; `SCHEDULE:N`;
 * of a wave also the days and the language that are told of, and `aside` where what was set aside counts
 * @throws StoreError `missing` for a survey, `invalid` for what is no such number
 */
export async function askedIds(
  db: Database,
  [surveyId = '', state = '', tagId = '', wave = '', from = '', to = '', lang = '', aside = '']: string[],
  when: When,
): Promise<string[]> {
  if (wave) return askedInWave(db, { surveyId, from, to, lang, aside: aside !== '' }, { state, wave }, when);
  return db.transaction('r', TABLES, async () => {
    await surveyOf(db, { surveyId, aside: false });
    const isMeant = stateOf(state);
    const asked = await askedPeople(db, surveyId);
    return asked
      .filter(({ answered, tags }) => isMeant(answered) && (!tagId || tags.includes(tagId)))
      .map(({ id }) => id);
  });
}

function stateOf(state: string): (answered: boolean) => boolean {
  if (state === 'all') return () => true;
  if (state === 'answered') return (answered) => answered;
  if (state === 'silent') return (answered) => !answered;
  throw new StoreError('invalid', 'There is no such figure.');
}

async function askedInWave(
  db: Database,
  scope: Scope,
  { state, wave }: { state: string; wave: string },
  { now, zone }: When,
): Promise<string[]> {
  const [scheduleId = '', number] = wave.split(':');
  return readAnalysis(db, scope, zone, async (read) => {
    const schedule = read.survey.schedules?.[scheduleId];
    if (!schedule) return [];
    const { dayAt } = todayAt(now, zone);
    const { waves, twice } = await readWaves(db, read, schedule, (at) => dayNumber(dayAt(at)));
    if (state === 'twice') return [...twice];
    const isMeant = stateOf(state);
    const found = waves.find(({ at }) => at === Number(number) - 1);
    return [...(found?.asked ?? [])].filter((id) => isMeant(found!.answered.has(id)));
  });
}
