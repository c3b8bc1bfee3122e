import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newStore, type Store } from '../support';
import { contentOf } from './content';

const WORDS = ['berg', 'oslo', 'price', 'sample', '李慧敏', '样品', '华信', 'courier', '4711'];
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 });
const person = fc.record({
  name: words,
  city: words,
  notes: fc.array(words, { maxLength: 2 }),
  phone: fc.nat(9999),
});
const query = fc.array(
  fc.constantFrom('ber', 'osl', 'price', 'sam', '李', '慧敏', '样品', '信', 'cou', '4711', '471'),
  {
    minLength: 1,
    maxLength: 2,
  },
);

/** Whether a text is found by a word as a reader would say. */
function has(texts: string[], word: string): boolean {
  if (/[^a-z0-9]/.test(word)) return texts.some((text) => text.includes(word));
  return texts.some((text) =>
    text.split(/[^a-z0-9]+/).some((one) => one.startsWith(word) || endsSo(text, word)),
  );
}

function endsSo(text: string, digits: string): boolean {
  return text.startsWith('+') && /^\d+$/.test(digits) && text.endsWith(digits);
}

test('every query finds who is found by reading everything', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 1, maxLength: 6 }),
      fc.array(query, { minLength: 5 }),
      async (people, queries) => {
        const { call, db } = await newStore();
        const known = new Map<string, string[]>();
        for (const { name, city, notes, phone } of people) {
          const number = `+4930123${phone}`;
          const points = [{ kind: 'phone' as const, value: number }];
          const facts = [{ field: 'city', value: city.join(' ') }];
          const { id } = await call('contacts.add', { draft: { name: name.join(' '), points, facts } });
          for (const note of notes)
            await call('notes.add', { contactIds: [id], text: note.join(', '), pinned: false });
          known.set(id, [name.join(' '), city.join(' '), number, ...notes.map((note) => note.join(', '))]);
        }
        for (const asked of queries) {
          const { hits, total } = await call('search.find', { text: asked.join(' '), limit: 50 });
          const wanted = [...known].filter(([, texts]) => asked.every((word) => has(texts, word)));
          expect([asked, hits.map(({ id }) => id).sort()]).toEqual([asked, wanted.map(([id]) => id).sort()]);
          expect(total).toBe(wanted.length);
        }
        await db.delete();
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

async function withPeople() {
  const store = await newStore();
  const draft = (name: string, company?: string, phone?: string) => ({
    name,
    facts: company ? [{ field: 'company', value: company }] : [],
    points: phone ? [{ kind: 'phone' as const, value: phone }] : [],
  });
  const { ids } = await store.call('contacts.addMany', {
    drafts: [
      draft('Ingrid Solberg', 'Fjordlys', '+47 22 33 44 55'),
      draft('李慧敏', '华信贸易'),
      draft('Éva Sørensen', 'Price Group'),
      draft('Bo Price'),
    ],
  });
  const [ingrid, li] = ids as [string, string, string, string];
  await store.call('notes.add', {
    contactIds: [ingrid],
    text: 'Called. Wants the price list before the fair. More later.',
    pinned: false,
  });
  await store.call('notes.add', { contactIds: [li], text: '下周想要新的样品。', pinned: false });
  await store.call('cases.open', { kind: 'complaint', title: 'Broken lamp', contactIds: [ingrid], text: '' });
  await store.call('tasks.add', { title: 'Order stamps' });
  await store.call('tags.add', { path: 'Region / Norway' });
  return { ...store, ids: ids as [string, string, string, string] };
}

const found = async ({ call }: Pick<Store, 'call'>, text: string) =>
  (await call('search.find', { text })).hits.map((hit) => hit.name);

describe('search', () => {
  test.each([
    ['慧敏', ['李慧敏']],
    ['lihuimin', ['李慧敏']],
    ['huimin', ['李慧敏']],
    ['lhm', ['李慧敏']],
    ['hxmy', ['李慧敏', '华信贸易']],
    ['新样品', ['李慧敏']],
    ['yangpin', ['李慧敏']],
    ['eva sorensen', ['Éva Sørensen']],
    ['4455', ['Ingrid Solberg']],
    ['44 55', ['Ingrid Solberg']],
    ['price', ['Bo Price', 'Price Group', 'Éva Sørensen', 'Ingrid Solberg']],
    ['ingrid fair', ['Ingrid Solberg']],
    ['lamp', ['Ingrid Solberg']],
    ['stamps', ['Order stamps']],
    ['norw', ['Norway']],
    ['nobody', []],
  ])('%s', async (text, names) => {
    const result = await found(await withPeople(), text);
    expect([...result].sort()).toEqual([...names].sort());
    if (text === 'price') expect(result.indexOf('Bo Price')).toBeLessThan(result.indexOf('Éva Sørensen'));
    if (text === 'price') expect(result.at(-1)).toBe('Ingrid Solberg');
  });

  test('says where it stands', async () => {
    const { call } = await withPeople();
    const { hits } = await call('search.find', { text: 'price fair' });
    expect(hits[0]?.found).toMatchObject({
      text: 'Wants the price list before the fair.',
      table: 'activities',
      type: 'note',
    });
    expect(hits[0]?.found?.spans.map(([a, b]) => hits[0]?.found?.text.slice(a, b))).toEqual([
      'price',
      'fair',
    ]);
  });

  test('finds nobody deleted, and them again after undo', async () => {
    const store = await withPeople();
    await store.call('contacts.delete', { ids: [store.ids[0]] });
    expect(await found(store, 'fair')).toEqual([]);
    await store.call('changes.undo', {});
    expect(await found(store, 'fair')).toEqual(['Ingrid Solberg']);
  });

  test('finds by what is said now, and no more by what was said before', async () => {
    const store = await newStore();
    const { id } = await store.call('contacts.add', { draft: { name: 'Ingrid Solberg', note: 'Likes tea' } });
    expect(await found(store, 'solberg tea')).toEqual(['Ingrid Solberg']);
    const [note] = await store.db.activities.toArray();
    await store.call('contacts.edit', { id, name: 'Ingrid Hansen' });
    await store.call('notes.edit', { id: note!.id, text: 'Likes coffee' });
    for (const text of ['solberg', 'tea']) expect([text, await found(store, text)]).toEqual([text, []]);
    for (const text of ['hansen', 'coffee', 'ingrid likes']) {
      expect([text, await found(store, text)]).toEqual([text, ['Ingrid Hansen']]);
    }
  });

  test('finds who was merged as the one that they went into, and both when they are parted', async () => {
    const store = await newStore();
    const drafts = [
      { name: 'Anna Berg', note: 'Likes tea' },
      { name: 'Anne Berg', note: 'Likes coffee' },
    ];
    const { ids } = await store.call('contacts.addMany', { drafts });
    const into = async (mergedInto: string | null, at: number) => {
      const parts = JSON.parse(await (await store.call('backup.save', {})).file.text());
      const clock = `${(store.clock.now + at).toString(16).padStart(12, '0')}0000-other`;
      Object.assign(
        parts.contacts.find((one: { id: string }) => one.id === ids[1]),
        { mergedInto, clock },
      );
      await store.call('backup.restore', { file: new Blob([JSON.stringify(parts)]) });
    };
    await into(ids[0]!, 60_000);
    expect(await found(store, 'anne coffee')).toEqual(['Anna Berg']);
    expect(await found(store, 'anna coffee')).toEqual(['Anna Berg']);
    await into(null, 120_000);
    expect(await found(store, 'coffee')).toEqual(['Anne Berg']);
    expect(await found(store, 'anna coffee')).toEqual([]);
  });

  test('keeps no word and no id of somebody who was erased, also of what had been changed before', async () => {
    const store = await newStore();
    const draft = { name: 'Ingrid Solberg', points: [{ kind: 'phone' as const, value: '+4722334455' }] };
    const { id } = await store.call('contacts.add', { draft });
    await store.call('contacts.add', { draft: { name: 'Bo Price' } });
    await store.call('contacts.edit', { id, name: 'Ingrid Hansen' });
    await store.call('contacts.erase', { id });
    const left = JSON.stringify(await contentOf(store.db));
    const stored = await Promise.all(
      [store.db.searchRuns, store.db.searchBlocks, store.db.searchNames, store.db.searchIds].map((table) =>
        table.toArray(),
      ),
    );
    expect(JSON.stringify(stored)).toContain('price');
    for (const word of ['ingrid', 'solberg', 'hansen', '#5544332274', id]) {
      expect(left).not.toContain(word);
      expect(JSON.stringify(stored)).not.toContain(word);
    }
    expect(await found(store, 'price')).toEqual(['Bo Price']);
  });
});
