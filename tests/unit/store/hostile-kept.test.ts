import { describe, expect, test } from 'vitest';
import { NOUNS } from '@/lib/store/backup-nouns';
import type { Answer, TrackedEvent } from '@/lib/surveys/answer';
import type { Question, Texts } from '@/lib/surveys/form';
import { DAY, newStore, type Store } from './support';
import { answerTo, authorForm, contactAt, give, published } from './survey-support';

/** Rows that the check of a backup file would call damaged. */
async function damaged(store: Store): Promise<string[]> {
  const found: string[] = [];
  for (const [noun, shape] of Object.entries(NOUNS)) {
    for (const { body } of await store.db.table(noun).toArray()) {
      const { error } = shape.safeParse(body);
      if (error) found.push(`${noun}: ${error.issues[0]?.path.join('.')}`);
    }
  }
  return found;
}

function purchase(store: Store, change: Partial<TrackedEvent>): TrackedEvent {
  return {
    v: 1,
    id: crypto.randomUUID(),
    seq: 0,
    form: 'events',
    at: store.clock.now,
    track: 'purchase',
    who: { email: 'anna@lab.test' },
    ...change,
  };
}

/** Grows to six times its length as an address. */
const LONG_PAGE = `https://shop.example/${'é'.repeat(1900)}`;

describe('what a hostile answer leaves can be saved, restored and shown', () => {
  test.each<[string, Partial<TrackedEvent>]>([
    ['before there were years', { at: -9_000_000_000_000_000 }],
    ['after the last year', { at: 9_000_000_000_000_000 }],
    ['an address that grows', { page: LONG_PAGE }],
    ['a host without end', { page: `https://${'a.'.repeat(900)}example/` }],
    ['an amount without end', { amount: { minor: Number.MAX_SAFE_INTEGER, currency: 'EUR' } }],
  ])('an event with %s', async (_, change) => {
    const store = await newStore();
    const id = await contactAt(store, 'anna@lab.test');
    const survey = await published(store);
    await give(store, survey, purchase(store, change));
    await give(store, survey, purchase(store, change));
    expect(await damaged(store)).toEqual([]);
    const { timeline } = await store.call('contacts.view', { id });
    expect(timeline.map(({ at }) => Number.isNaN(+new Date(at)) || at < -DAY * 36_500)).toEqual([
      false,
      false,
    ]);
  });

  test('an answer with an address that grows', async () => {
    const store = await newStore();
    const survey = await published(store);
    await give(store, survey, answerTo(survey, store, { page: LONG_PAGE, who: { email: 'new@lab.test' } }));
    const [row] = await store.db.responses.toArray();
    await store.call('responses.toContact', { id: row!.id });
    expect(await damaged(store)).toEqual([]);
  });

  test('a complaint that fills every field', async () => {
    const store = await newStore();
    await contactAt(store, 'anna@lab.test');
    const more = Array.from(
      { length: 6 },
      (_, at): Question<Texts> => ({ id: `t${at}`, type: 'longtext', title: { en: 'What else?' } }),
    );
    const survey = await published(store, authorForm({ kind: 'complaint' }, more));
    const values: Answer['values'] = Object.fromEntries(more.map(({ id }) => [id, 'w'.repeat(5000)]));
    await give(store, survey, answerTo(survey, store, { values, who: { email: 'anna@lab.test' } }));
    expect(await damaged(store)).toEqual([]);
  });
});
