import fc from 'fast-check';
import type { Input } from '@/lib/api/client';
import type { Store } from './support';
import { contents } from './support';

type Draft = Input<'contacts.add'>['draft'];

/** Values so few that contacts share some, contradict each other in some, and lack some. */
export const draft: fc.Arbitrary<Draft> = fc.record({
  name: fc.constantFrom('Anna Karlsen', 'Anna K', 'Annie', 'a@fjordlys.example'),
  kind: fc.constantFrom('work' as const, 'personal' as const),
  points: fc.uniqueArray(
    fc.constantFrom(
      { kind: 'email' as const, value: 'a@fjordlys.example' },
      { kind: 'email' as const, value: 'anna@home.example' },
      { kind: 'phone' as const, value: '+47 22 12 34 56' },
    ),
    { maxLength: 2 },
  ),
  facts: fc.array(
    fc.constantFrom(
      { field: 'title', value: 'Head of sales' },
      { field: 'title', value: 'Director' },
      { field: 'company', value: 'Fjordlys' },
      { field: 'company', value: 'Nordlys' },
      { field: 'nickname', value: 'Annie' },
    ),
    { maxLength: 3 },
  ),
  dates: fc.array(
    fc.constantFrom(
      { kind: 'birthday' as const, date: { calendar: 'gregorian' as const, month: 3, day: 4 } },
      { kind: 'birthday' as const, date: { calendar: 'gregorian' as const, month: 5, day: 6 } },
    ),
    { maxLength: 1 },
  ),
  tags: fc.uniqueArray(fc.constantFrom('Seen', 'Seen / Twice', 'New'), { maxLength: 2 }),
  cadenceDays: fc.option(fc.constantFrom(30, 90), { nil: undefined }),
});

/** Adds contacts with a note, a task, a consent each: what hangs on them stays theirs. */
export async function addPeople(store: Store, drafts: Draft[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [n, one] of drafts.entries()) {
    const { id } = await store.call('contacts.add', { draft: one });
    ids.push(id);
    await store.call('activities.log', {
      activity: { type: 'call', contactIds: [id], subject: `Call ${n}` },
    });
    if (n % 2) await store.call('tasks.add', { title: `Task ${n}`, contactIds: [id], due: null });
    if (n % 3 === 0) {
      const consent = { state: 'given' as const, basis: `said so ${n}` };
      await store.call('contacts.setConsent', { id, channel: 'mail', consent });
    }
  }
  return ids;
}

/** The rows of the store without their clocks. */
export async function rowsOf(store: Store): Promise<unknown> {
  return structuredClone(await contents(store.db));
}
