import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { POINT_KINDS } from '@/lib/crm/point-kinds';
import { takeBack } from '@/lib/store/take-back';
import { DAY, START, type Store, tableOf } from './support';

/** One random command; numbers pick among what is there. */
export const step = fc.record({
  what: fc.nat(37),
  whom: fc.nat(6),
  other: fc.nat(6),
  word: fc.constantFrom(
    'Ada',
    'Bo',
    '李慧敏',
    'Region',
    'Region / Norway',
    'Region / Norway / Oslo',
    'Friends',
  ),
});
const CHANNELS = ['mail', 'phone', 'message', 'visit', 'survey'] as const;
const STATES = ['given', 'refused', 'withdrawn', 'asked'] as const;
const DATES = ['birthday', 'anniversary', 'contract', 'renewal', 'other'] as const;
/** Of some only the month is known. */
const dayOf = (nth: number) => ({
  calendar: 'gregorian',
  year: 2026,
  month: 3,
  ...(nth % 3 === 0 ? {} : { day: 1 + nth }),
});

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function pick(
  store: Store,
  table: 'contacts' | 'companies' | 'tags' | 'tasks' | 'activities',
  nth: number,
) {
  const rows = (await store.db.table(table).toArray()).filter((row) => row.body.deletedAt === null);
  return rows.length > 0 ? rows[nth % rows.length] : undefined;
}

/** Does one step. What the store refuses is no step. */
export async function run(store: Store, { what, whom, other, word }: Step, saved: Blob[]): Promise<void> {
  const { ask, db } = store;
  store.clock.now += 1000;
  const contact = await pick(store, 'contacts', whom);
  const draft = {
    name: word,
    tags: [word],
    facts: [{ field: 'company', value: word }],
    points: [{ kind: 'email' as const, value: `p${whom}@one.example` }],
  };
  if (!contact || what === 0) {
    await ask('contacts.add', { draft });
    return;
  }
  const id: string = contact.id;
  const tag = await pick(store, 'tags', whom);
  const second = await pick(store, 'tags', other);
  const company = await pick(store, 'companies', other);
  const task = await pick(store, 'tasks', other);
  const activity = await pick(store, 'activities', other);
  const fact = Object.keys(contact.body.facts)[0];
  const point = Object.keys(contact.body.points)[0];
  const date = Object.keys(contact.body.dates)[0];
  const at = START + other * DAY;
  const all: string[] = (await db.contacts.toArray()).map((row) => row.id);
  const steps: (() => Promise<unknown> | undefined)[] = [
    () => undefined,
    () =>
      ask('contacts.edit', { id, name: word, kind: other % 2 ? 'work' : 'personal', cadence: { days: 30 } }),
    () => ask('contacts.setFact', { id, fact: { field: 'company', value: word } }),
    () => fact && ask('contacts.removeFact', { id, factId: fact }),
    () => ask('contacts.delete', { ids: all.slice(whom, whom + other) }),
    () => ask('tags.assign', { contactIds: all.slice(other), path: word }),
    () => tag && ask('tags.unassign', { contactIds: all.slice(other), tagId: tag.id }),
    () => tag && second && ask('tags.edit', { id: tag.id, parentId: second.id }),
    () => tag && ask('tags.edit', { id: tag.id, name: word, parentId: null }),
    () => tag && ask('tags.delete', { id: tag.id }),
    () => tag && second && ask('tags.merge', { fromId: tag.id, intoId: second.id }),
    () => company && ask('companies.edit', { id: company.id, name: word }),
    () => company && ask('companies.delete', { ids: [company.id] }),
    () => ask('tasks.add', { title: word, contactIds: [id], due: { date: '2026-04-01' } }),
    () => task && ask('tasks.edit', { id: task.id, doneAt: task.body.doneAt ? null : 1 }),
    () => ask('activities.log', { activity: { type: 'call', contactIds: [id], at } }),
    () => activity && ask('activities.delete', { ids: [activity.id] }),
    () => ask('contacts.erase', { id }),
    () => ask('changes.undo', {}),
    () => ask('changes.redo', {}),
    () =>
      ask('imports.run', {
        id: uuid(),
        name: 'file.csv',
        file: tableOf([
          { name: word, email: `${word}@file.example`, company: word, tags: word },
          { name: contact.body.name, email: `p${whom}@one.example`, tags: `${word} / ${other}` },
        ]),
        options: {},
        choices: [],
        otherwise: other % 2 ? 'first' : 'new',
      }),
    async () => {
      const answer = await ask('backup.save', {});
      if (answer.ok) saved.push((answer.value as { file: Blob }).file);
    },
    () => {
      const file = saved[other % saved.length];
      return file === undefined ? undefined : ask('backup.restore', { file });
    },
    () => takeBackLast(store),
    () =>
      ask('activities.log', {
        activity: {
          type: 'purchase',
          contactIds: [id, all[other % all.length]!],
          at,
          amount: { minor: 100 * whom, currency: other % 2 ? 'EUR' : 'JPY' },
        },
      }),
    () =>
      ask('activities.log', {
        activity: {
          type: 'promise',
          contactIds: [id],
          at,
          subject: word,
          promise: { by: whom % 2 ? 'me' : 'them', due: { date: '2026-03-05' } },
        },
      }),
    () =>
      activity &&
      ask('activities.edit', {
        id: activity.id,
        at: at + 60_000,
        promise: { by: 'me', due: null, doneAt: at },
      }),
    () =>
      all.length > 1 &&
      ask('contacts.merge', { groups: [{ into: id, from: [all.find((one) => one !== id)!] }] }),
    () => ask('contacts.unmerge', { id: all[other % all.length]! }),
    () => ask('cases.open', { kind: 'complaint', title: word, text: '', contactIds: [id] }),
    () =>
      ask('contacts.setFact', {
        id,
        fact: { field: 'introducer', value: word, ref: all[other % all.length]! },
      }),
    () => {
      const consent = other < 4 ? { state: STATES[other]!, basis: 'said' } : null;
      return ask('contacts.setConsent', { id, channel: CHANNELS[whom % CHANNELS.length], consent });
    },
    () => ask('contacts.edit', { id, doNotContact: other % 2 ? { reason: word } : null }),
    () =>
      ask('contacts.setPoint', {
        id,
        point: { kind: POINT_KINDS[whom], value: `https://one.example/${other}` },
      }),
    () => point && ask('contacts.removePoint', { id, pointId: point }),
    () => ask('contacts.setDate', { id, date: { kind: DATES[whom % DATES.length], date: dayOf(other) } }),
    () => date && ask('contacts.removeDate', { id, dateId: date }),
    () => ask('contacts.setPoint', { id, point: { kind: 'phone', value: `+49 30 ${1234560 + other}` } }),
  ];
  await steps[what]?.();
}

/** What an unfinished batch leaves when its page dies is taken back without a history. */
async function takeBackLast({ db }: Store): Promise<void> {
  const changes = (await db.changes.toArray()).sort((a, b) => (a.body.clock < b.body.clock ? 1 : -1));
  const [last] = changes;
  if (last && last.body.undoneBy === null && last.body.undoes === null) await takeBack(db, last.k.command);
}
