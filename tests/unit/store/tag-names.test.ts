import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { newStore } from './support';

test.each(['csv', 'vcard3', 'vcard4'] as const)(
  'tags with commas and semicolons in their names go out as %s and come back as they were',
  async (format) => {
    const store = await newStore();
    const tags = ['Paris, Lyon', 'a; b，c、d', 'Region, north / Oslo; east'];
    const points = [{ kind: 'email' as const, value: 'a@lab.test' }];
    await store.call('contacts.add', { draft: { name: 'Anna', points, tags } });
    await store.call('contacts.add', {
      draft: { name: 'Bo', points: [{ kind: 'email', value: 'b@lab.test' }], tags: ['x, y'] },
    });
    const all = { personal: true, sensitive: true, notes: true };
    const { file } = await store.call('exports.write', { format, ...all });
    const fresh = await newStore();
    await fresh.call('imports.run', { id: uuid(), name: 'out', file, options: {}, choices: [] });
    const paths = async ({ call, db }: typeof store) => {
      const ids = (await db.contacts.toArray()).map(({ id }) => id);
      const views = await Promise.all(ids.map((id) => call('contacts.view', { id })));
      return views.map((view) => [view.name, view.tags.map(({ path }) => path.join(' / ')).sort()]).sort();
    };
    expect(await paths(fresh)).toEqual(await paths(store));
  },
);

test('a tag cannot be called what would be read as two', async () => {
  const { call, ask } = await newStore();
  const { id } = await call('tags.add', { path: 'Region / Norway' });
  expect(await ask('tags.edit', { id, name: 'North / South' })).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  });
  await call('tags.edit', { id, name: 'North/South' });
});
