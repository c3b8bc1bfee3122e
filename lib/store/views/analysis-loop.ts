import type { LoopView } from '@/lib/api/analysis-views';
import type { AnswerCare } from '@/lib/crm/answer-filter';
import { daysBetween } from '@/lib/crm/calendar';
import { type Case, RECHECK_DAYS } from '@/lib/crm/cases';
import type { Survey } from '@/lib/crm/surveys';
import { wayOf } from '@/lib/insight/events';
import { shareOf } from '@/lib/insight/satisfaction';
import { todayAt } from '@/lib/insight/today';
import { fillAnswers, packedAnswers } from '../answer-pages';
import { isLowScore, scoreOf } from '../answer-text';
import type { Database } from '../database';
import { rootFinder } from '../lookups';
import type { PackedAnswer } from '../packed-answers';
import { placeIn } from '../page-parts';
import { readEvents } from '../read-events';
import { type Scope, scopeOf, surveyOf } from '../results-scope';
import type { When } from '../segment-frame';
import { formOf } from '../survey-reads';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const DAY_HOURS = 24;

/**
 * What became of low scores that were given here (of those that a file brought nothing follows): a case, a first reply and how soon, being told, and the look 30 days later whether it holds. Shares with
 * Wilson's interval. @throws StoreError `missing`
 */
export async function loopView(db: Database, scope: Scope, when: When): Promise<LoopView> {
  await fillAnswers(db);
  return db.transaction('r', db.tables, async (): Promise<LoopView> => {
    const survey = await surveyOf(db, scope);
    const answers = await packedAnswers(db, survey.id);
    const { counted } = await scopeOf(db, scope, { answers, isAside: (one) => one.aside, zone: when.zone });
    const { steps, hours } = await careOf(db, { survey, counted }, when);
    const part = (some: AnswerCare, of: AnswerCare) => shareOf(steps[some].length, steps[of].length);
    return {
      answers: steps.given.length,
      low: steps.low.length,
      strangers: steps.strangers.length,
      withCase: part('case', 'low'),
      replied: part('replied', 'known'),
      within24: part('soon', 'dayOld'),
      medianHours: middleOf(hours),
      told: part('told', 'case'),
      rechecked: part('rechecked', 'due'),
      open: steps.waiting.length,
    };
  });
}

/**
 * The answers at each step from a low score to a customer who was told, and the hours until the first replies, shortest first.
 * Asked inside a transaction over all tables.
 */
export async function careOf(
  db: Database,
  { survey, counted }: { survey: Survey; counted: readonly PackedAnswer[] },
  { now, zone }: When,
): Promise<{ steps: Record<AnswerCare, PackedAnswer[]>; hours: number[] }> {
  const given = counted.filter(({ via }) => via !== 'file');
  const low = given.filter((answer) => isLowScore(scoreOf(formOf(survey, answer.version), answer)));
  const known = low.filter(({ contactId }) => contactId !== null);
  const cases = await casesOfAnswers(db, low);
  const replies = await firstReplies(db, known, cases, zone);
  // Until a day has passed nothing can be said, also not of whom was answered at once.
  const dayOld = known.filter(({ at }) => at + DAY_HOURS * HOUR <= now);
  const opened = low.filter(({ id }) => cases.has(id));
  const told = opened.filter(({ id }) => cases.get(id)!.toldAt !== null);
  const { dayAt, day } = todayAt(now, zone);
  const due = told.filter(({ id }) => daysBetween(dayAt(cases.get(id)!.toldAt!), day) >= RECHECK_DAYS);
  return {
    hours: [...replies.values()].sort((a, b) => a - b),
    steps: {
      given,
      low,
      strangers: low.filter(({ contactId }) => contactId === null),
      known,
      waiting: known.filter(({ id, handled }) => !handled && !cases.has(id) && !replies.has(id)),
      replied: known.filter(({ id }) => replies.has(id)),
      dayOld,
      soon: dayOld.filter(({ id }) => (replies.get(id) ?? Number.POSITIVE_INFINITY) <= DAY_HOURS),
      case: opened,
      told,
      due,
      rechecked: due.filter(({ id }) => cases.get(id)!.recheckedAt !== null),
    },
  };
}

/** By the answer that they came of. */
async function casesOfAnswers(db: Database, answers: readonly PackedAnswer[]): Promise<Map<string, Case>> {
  const rows = await db.cases
    .where('k.response')
    .anyOf(answers.map(({ id }) => id))
    .toArray();
  return new Map(rows.flatMap(({ body }) => (body.responseId ? [[body.responseId, body]] : [])));
}

/** By answer the hours until somebody wrote, called or met its giver, or the case says that they were answered: whichever came first. */
async function firstReplies(
  db: Database,
  answers: readonly PackedAnswer[],
  cases: ReadonlyMap<string, Case>,
  zone: string,
): Promise<Map<string, number>> {
  const replies = new Map<string, number>();
  if (answers.length === 0) return replies;
  const [events, rootOf] = [await readEvents(db, zone), await rootFinder(db)];
  for (const { id, at, contactId } of answers) {
    const place = placeIn(events.ids, rootOf(contactId!));
    const moments = [cases.get(id)?.repliedAt ?? Number.POSITIVE_INFINITY];
    for (
      let n = place < 0 ? 0 : events.offsets[place]!;
      place >= 0 && n < events.offsets[place + 1]!;
      n += 1
    ) {
      if (events.at[n]! * MINUTE <= at || wayOf(events.codes[n]!) < 2) continue;
      moments.push(events.at[n]! * MINUTE);
      break;
    }
    const first = Math.min(...moments);
    if (Number.isFinite(first) && first >= at) replies.set(id, (first - at) / HOUR);
  }
  return replies;
}

/** The middle of numbers in order; of an even count the mean of both in the middle. */
function middleOf(sorted: readonly number[]): number | null {
  const half = sorted.length / 2;
  if (half === 0) return null;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}
