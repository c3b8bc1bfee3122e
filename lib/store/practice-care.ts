import { v7 as uuid } from 'uuid';
import type { Activity } from '@/lib/crm/activities';
import { addDays } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import { DEAL_SCHEMA, type Deal } from '@/lib/crm/deals';
import { DEFAULT_PIPELINE } from '@/lib/crm/defaults';
import { CARE, type PracticeCare, RATES } from '@/lib/crm/practice/care';
import { COMPANIES } from '@/lib/crm/practice/companies';
import { CROWD } from '@/lib/crm/practice/crowd';
import { type Chance, chance } from '@/lib/crm/practice/random';
import type { PracticeEvent, PracticePerson } from '@/lib/crm/practice/shape';
import type { Provenance } from '@/lib/crm/row';
import type { Today } from '@/lib/insight/today';
import { activityOf } from './practice-rows';

const SEED = 5_061_123;
const DAY = 86_400_000;
/** Smallest and largest deal, in EUR. */
const [SMALL, LARGE] = [900, 42_000];

/** Of whom there is something: every so many-th of the people around the leads. */
const EVERY = { need: 4, deal: 6, gift: 9, mood: 5, promise: 5, like: 4 };

/**
 * What is known of the people around the leads: needs, likes, deals, gifts, marks of mood, promises of both sides. The leads' own
 * stories stay what they are. `contacts` are changed: needs and facts stand in them.
 */
export function practiceCare(
  people: readonly PracticePerson[],
  contacts: readonly Contact[],
  today: Today,
  clock: string,
): { deals: Deal[]; activities: Activity[] } {
  const by = chance(SEED);
  const around = people.length - CROWD;
  const care = { deals: [] as Deal[], activities: [] as Activity[] };
  for (const [at, person] of people.entries()) {
    const contact = contacts[at]!;
    if (at < around || person.kind !== 'work' || person.events.length === 0) continue;
    const say = CARE[person.language];
    const is = (each: number) => at % each === 0;
    if (is(EVERY.need)) need(contact, say, by, today);
    if (is(EVERY.like)) likes(contact, say, by);
    if (is(EVERY.deal)) care.deals.push(deal(person, contact, say, by, today, clock));
    const again = by.percent(75) ? boughtAgain(person, by) : [];
    for (const event of [...eventsOf(say, by, today.now, is), ...again]) {
      if (event.at > contact.addedAt)
        care.activities.push(activityOf({ id: uuid(), clock, deletedAt: null }, event, [contact.id], today));
    }
  }
  return care;
}

function from(at: number): Provenance {
  return { source: '', at, how: 'practice' };
}

function need(contact: Contact, say: PracticeCare, by: Chance, { now }: Today): void {
  const at = now - by.whole(3, 160) * DAY;
  contact.needs = {
    [uuid()]: {
      quote: by.pick(say.needs),
      kind: by.percent(70) ? 'explicit' : 'latent',
      strength: by.whole(1, 3),
      status: by.percent(80) ? 'open' : 'met',
      confirmedAt: at,
      ...from(at),
    },
  };
}

function likes(contact: Contact, say: PracticeCare, by: Chance): void {
  const told = from(contact.addedAt);
  contact.facts[uuid()] = { field: 'likes', value: by.pick(say.likes), ...told };
  if (by.percent(30)) contact.facts[uuid()] = { field: 'avoids', value: by.pick(say.avoids), ...told };
}

function deal(
  { company }: PracticePerson,
  contact: Contact,
  say: PracticeCare,
  by: Chance,
  { now, day }: Today,
  clock: string,
): Deal {
  const currency = COMPANIES.find((one) => one.name === company)?.currency ?? 'EUR';
  const state = by.percent(62) ? 'open' : by.percent(62) ? 'won' : 'lost';
  const age = by.whole(6, 80);
  const createdAt = now - (age + by.whole(5, 60)) * DAY;
  const worth = by.whole(SMALL, LARGE) / (RATES[currency] ?? 1);
  const [code, reason] = by.pick(say.lost);
  const stage = by.pick(DEFAULT_PIPELINE);
  const expectedOn = addDays(day, by.whole(-9, 85));
  const step = by.percent(80)
    ? { text: by.pick(say.steps), due: { date: addDays(day, by.whole(-2, 14)) } }
    : null;
  return {
    id: uuid(),
    schema: DEAL_SCHEMA,
    clock,
    deletedAt: null,
    title: by.pick(say.deals),
    contactIds: [contact.id],
    companyId: Object.values(contact.facts).find((fact) => fact.field === 'company')?.ref ?? null,
    amount: { minor: Math.round(worth / 50) * 5000, currency },
    stageId: stage.id,
    stageAt: now - by.whole(1, age) * DAY,
    expectedOn,
    nextStep: state === 'open' ? step : null,
    state,
    closedAt: state === 'open' ? null : now - by.whole(1, age) * DAY,
    reason: state === 'won' ? say.won : state === 'lost' ? reason : '',
    ...(state === 'lost' ? { reasonCode: code } : {}),
    note: '',
    owner: '',
    createdAt,
    provenance: from(createdAt),
  };
}

/** Who bought once bought before as well: what customers are worth is told from those who come back. */
function boughtAgain({ events }: PracticePerson, by: Chance): PracticeEvent[] {
  const [bought, ...more] = events.filter((event) => event.type === 'purchase');
  if (!bought?.amount || more.length > 0) return [];
  const gap = by.whole(35, 80) * DAY;
  return Array.from({ length: by.whole(1, 3) }, (_, at) => ({
    ...bought,
    at: bought.at - (at + 1) * gap,
    amount: {
      ...bought.amount!,
      minor: Math.round((bought.amount!.minor * by.whole(70, 120)) / 10_000) * 100,
    },
  }));
}

function eventsOf(
  say: PracticeCare,
  by: Chance,
  now: number,
  is: (each: number) => boolean,
): PracticeEvent[] {
  const ago = (least: number, most: number) => now - by.whole(least, most) * DAY;
  const events: PracticeEvent[] = [];
  if (is(EVERY.gift))
    events.push({ at: ago(20, 320), type: 'gift', direction: 'out', subject: by.pick(say.gifts) });
  if (is(EVERY.mood)) {
    const [value, why] = by.pick(say.moods);
    events.push({ at: ago(2, 90), type: 'mood', subject: why, value });
  }
  if (is(EVERY.promise)) {
    for (let count = by.whole(1, 3); count > 0; count -= 1) {
      const daysAgo = by.whole(12, 200);
      const mine = by.percent(75);
      events.push({
        at: now - daysAgo * DAY,
        type: 'promise',
        subject: by.pick(mine ? say.promises : say.theirs),
        promise: {
          by: mine ? 'me' : 'them',
          // Kept six days later: in time, or late where less was given.
          dueInDays: by.whole(4, 12) - daysAgo,
          kept: true,
        },
      });
    }
  }
  return events;
}
