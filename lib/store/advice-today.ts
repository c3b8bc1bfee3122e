import { dutyMinutes, fitting } from '@/lib/advice/day-plan';
import { listOf } from '@/lib/advice/engine/rank';
import { isTouched } from '@/lib/advice/steps';
import type { PlanItem, PlanView } from '@/lib/api/advice-views';
import { DEFAULT_MINUTES } from '@/lib/crm/plays';
import { type Advice, type Advisor, adviceFor, adviceView, advisorOf } from './advice';
import { candidatesOf } from './advice-candidates';
import type { Database } from './database';
import { briefs } from './reads';
import type { When } from './segment-frame';
import { settingsOf } from './settings';
import { employer } from './views/profile';
import { situationOf } from './views/situation';
import { todayView } from './views/today-view';

/** So many contacts with something to advise are enough; a day holds fewer. */
const WEIGHED = 40;
/** So many are weighed exactly at most, in search of them: whoever was spoken to lately yields nothing for now. */
const MOST_WEIGHED = 400;
/** So many are looked through for those whom the user took up. */
const LOOKED_AT = 3000;
const PART = 250;
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
  const advices = await advisable(db, candidates, advisor);
  const list = listOf(advices.flatMap(({ advised }) => advised.best ?? []));
  const byId = new Map(advices.map((one) => [one.contactId, one]));
  const items = await itemsOf(
    db,
    list.flatMap(({ contactId }) => byId.get(contactId) ?? []),
    advisor,
  );
  const { items: now, rest } = fitting(
    items.map((item) => ({ ...item, minutes: item.advice.minutes })),
    minutes - duties,
  );
  const bare = ({ contact, advice }: PlanItem): PlanItem => ({ contact, advice });
  return { minutes, duties, items: now.map(bare), rest: rest.map(bare), total: candidates.length };
}

/** Advice on the first of the candidates for whom there is any today: candidates know nothing of answers, pauses and consent. */
async function advisable(db: Database, candidates: readonly string[], advisor: Advisor): Promise<Advice[]> {
  const found: Advice[] = [];
  let weighed = 0;
  for (let at = 0; at < Math.min(LOOKED_AT, candidates.length); at += PART) {
    const taken = await takenUp(db, candidates.slice(at, at + PART), advisor);
    for (let n = 0; n < taken.length; n += WEIGHED) {
      const some = taken.slice(n, n + WEIGHED);
      const advices = await Promise.all(some.map((id) => adviceFor(db, id, advisor)));
      found.push(...advices.filter((one) => one !== null).filter(({ advised }) => advised.best !== null));
      weighed += some.length;
      if (found.length >= WEIGHED || weighed >= MOST_WEIGHED) return found.slice(0, WEIGHED);
    }
  }
  return found;
}

/** Those whom the user took up: who only came with a file is left alone. */
async function takenUp(db: Database, ids: string[], { usage }: Advisor): Promise<string[]> {
  const read = await briefs(db, ids);
  return read
    .filter((brief) => !brief.contact.doNotContact && isTouched(situationOf(brief, usage)))
    .map(({ contact }) => contact.id);
}

async function itemsOf(db: Database, advices: readonly Advice[], advisor: Advisor): Promise<PlanItem[]> {
  const read = await briefs(
    db,
    advices.map(({ contactId }) => contactId),
  );
  const companies = new Map(read.map((brief) => [brief.contact.id, employer(brief.contact, brief.company)]));
  return advices.flatMap((one): PlanItem[] => {
    const advice = adviceView(one, advisor);
    if (!advice) return [];
    const { contact } = one.subject;
    const company = companies.get(contact.id)?.name ?? null;
    return [{ contact: { id: contact.id, name: contact.name, company }, advice }];
  });
}
