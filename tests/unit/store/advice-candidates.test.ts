import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advicesOn, advisorOf } from '@/lib/store/advice';
import { candidatesOf } from '@/lib/store/advice-candidates';
import { briefs } from '@/lib/store/reads';
import { DAY, newStore, START, type Store } from './support';

const person = fc.record({
  kind: fc.constantFrom('work', 'work', 'work', 'personal'),
  address: fc.constantFrom('plain', 'plain', 'robot', 'both', 'phone', 'none'),
  refuses: fc.constantFrom('', '', '', 'mail', 'phone'),
  barred: fc.constantFrom(false, false, false, true),
  /** The newest exchange: which way, and how many days ago; 0: an hour ago, below: it is planned. */
  newest: fc.record({ way: fc.constantFrom('in', 'in', 'out'), days: fc.constantFrom(-2, 0, 3, 40, 89, 91) }),
  answered: fc.constantFrom('', '', '', 'never', 'later'),
});
type Person = typeof person extends fc.Arbitrary<infer P> ? P : never;

const ADDRESSES = { plain: ['ann'], robot: ['noreply'], both: ['ann', 'noreply'], phone: [], none: [] };

async function add({ call }: Store, n: number, { kind, address, refuses, barred, newest, answered }: Person) {
  const mails = ADDRESSES[address].map((name) => ({
    kind: 'email' as const,
    value: `${name}@p${n}.example`,
  }));
  const phone = { kind: 'phone' as const, value: `+49 30 ${1_234_000 + n}` };
  const points = address === 'phone' || address === 'both' ? [...mails, phone] : mails;
  const { id } = await call('contacts.add', {
    draft: { name: `Person ${n}`, kind: kind as 'work' | 'personal', points },
  });
  const mail = { type: 'mail' as const, contactIds: [id], subject: 'Lamps' };
  for (let turn = 1; turn < 5; turn += 1)
    await call('activities.log', {
      activity: { ...mail, direction: 'out', at: START - (100 + 10 * turn) * DAY },
    });
  const at = newest.days === 0 ? START - DAY / 24 : START - newest.days * DAY;
  const last = await call('activities.log', {
    activity: { ...mail, direction: newest.way as 'in' | 'out', at },
  });
  if (refuses) {
    const consent = { state: 'refused' as const, basis: 'said' };
    await call('contacts.setConsent', { id, channel: refuses as 'mail' | 'phone', consent });
  }
  if (barred) await call('contacts.edit', { id, doNotContact: { reason: 'asked' } });
  if (answered) {
    const until = answered === 'never' ? null : START + 5 * DAY;
    await call('steps.snooze', { contactId: id, key: `unanswered:${last.id}`, until });
  }
  return id;
}

test('whoever may be advised is a candidate; who is barred for certain is none', async () => {
  let [advised, left] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 10, maxLength: 14 }),
      fc.constantFrom('sales', 'people'),
      async (people, purpose) => {
        const store = await newStore();
        await store.call('settings.set', { settings: { purpose: purpose as 'sales' | 'people' } });
        const ids: string[] = [];
        for (const [n, one] of people.entries()) ids.push(await add(store, n, one));
        const when = { now: store.clock.now, zone: 'Asia/Shanghai' };
        const advisor = await advisorOf(store.db, when);
        const candidates = await candidatesOf(store.db, advisor);
        const advices = await advicesOn(store.db, await briefs(store.db, ids), advisor);
        for (const { contactId, advised: found } of advices) {
          if (!found.best && !found.held) continue;
          advised += 1;
          expect([contactId, candidates.includes(contactId)]).toEqual([contactId, true]);
        }
        for (const [n, id] of ids.entries()) if (people[n]!.barred) expect(candidates).not.toContain(id);
        left += ids.length - candidates.length;
        await store.db.delete();
      },
    ),
    // Few of them may be advised: of a dozen runs chance can leave fewer than ten.
    { numRuns: 30 },
  );
  expect([advised > 10, left > 10]).toEqual([true, true]);
}, 120_000);
