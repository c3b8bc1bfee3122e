import { dutyMinutes, fitting } from '@/lib/advice/day-plan';
import { listOf } from '@/lib/advice/engine/rank';
import type { PlanItem, PlanView } from '@/lib/api/advice-views';
import { DEFAULT_MINUTES } from '@/lib/crm/plays';
import { type Advice, type Advisor, advicesOn, adviceView, advisorOf } from './advice';
import { candidatesOf } from './advice-candidates';
import type { Database } from './database';
import { readMeasures } from './read-measures';
import { briefs } from './reads';
import type { When } from './segment-frame';
import { settingsOf } from './settings';
import { employer } from './views/profile';
import { todayView } from './views/today-view';

/** So many contacts with something to advise are enough; a day holds fewer. */
const WEIGHED = 40;
/** So many are weighed exactly at most, in search of them: whoever was spoken to lately yields nothing for now. */
const MOST_WEIGHED = 400;
/** So many are read at once. */
const PART = 80;
/** Duties that count for the day's minutes. */
const MOST_DUTIES = 100;

/** The day in minutes: duties first, then what is advised, best first, as far as it fits. */
export async function planOf(db: Database, when: When): Promise<PlanView> {
  const [advisor, settings, today] = await Promise.all([
    advisorOf(db, when),
    settingsOf(db),
    todayView(db, { ...when, limit: MOST_DUTIES, counted: true }),
  ]);
  const minutes = settings.minutes ?? DEFAULT_MINUTES;
  const due = [...today.waitingForYou, ...today.due, ...today.dates.filter(({ step }) => step.lateDays >= 0)];
  const duties =
    dutyMinutes(due.map(({ step }) => step.kind)) + dutyMinutes(today.tasks.map(() => 'task' as const));
  const candidates = await candidatesOf(db, advisor);
  const figures = await readMeasures(db, when.now, when.zone);
  const advices = await advisable(db, candidates, { ...advisor, figures });
  const list = listOf(advices.flatMap(({ advised }) => advised.best ?? advised.held ?? []));
  const byId = new Map(advices.map((one) => [one.contactId, one]));
  // Who is held out has a place in the day as the others have, and leaves it empty: else the two would not be chosen alike.
  const placed = list.map(({ contactId, play }) => ({ contactId, minutes: play.minutes }));
  const { items: now, rest } = fitting(placed, minutes - duties);
  const shown = (some: typeof placed) =>
    some.flatMap(({ contactId }) => itemOf(byId.get(contactId), advisor) ?? []);
  const held = (some: typeof placed) =>
    some.flatMap(({ contactId }) => (byId.get(contactId)?.advised.held ? [contactId] : []));
  return {
    minutes,
    duties,
    items: shown(now),
    rest: shown(rest),
    held: { items: held(now), rest: held(rest) },
  };
}

/** Advice on the first of the candidates for whom there is any today: candidates know nothing of pauses and of answers to advice. */
async function advisable(db: Database, candidates: readonly string[], advisor: Advisor): Promise<Advice[]> {
  const found: Advice[] = [];
  for (let at = 0; at < Math.min(MOST_WEIGHED, candidates.length) && found.length < WEIGHED; at += PART) {
    const read = await briefs(db, candidates.slice(at, at + PART));
    const advices = await advicesOn(db, read, advisor);
    found.push(...advices.filter(({ advised }) => advised.best !== null || advised.held !== null));
  }
  return found.slice(0, WEIGHED);
}

function itemOf(one: Advice | undefined, advisor: Advisor): PlanItem | null {
  const advice = one && adviceView(one, advisor);
  if (!advice) return null;
  const { contact, company } = one.brief;
  return {
    contact: { id: contact.id, name: contact.name, company: employer(contact, company)?.name ?? null },
    advice,
  };
}
