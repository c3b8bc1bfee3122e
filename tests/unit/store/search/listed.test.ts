import { describe, expect, test } from 'vitest';
import { newStore, type Store } from '../support';

async function people() {
  const store = await newStore();
  const { ids } = await store.call('contacts.addMany', {
    drafts: [
      { name: '李慧敏', facts: [{ field: 'company', value: '华信贸易' }], note: 'Wants the price list' },
      { name: 'Éva Berg', facts: [{ field: 'company', value: 'Fjordlys' }] },
      { name: 'Bo Lund', facts: [{ field: 'company', value: 'Nordlys' }] },
    ],
  });
  return { store, ids: ids as [string, string, string] };
}

const listed = (store: Store, text: string) =>
  store.call('contacts.ids', { filter: { text }, sort: { by: 'name', descending: false } });

describe('the filter of a table', () => {
  test('finds contacts by pinyin, accents and tags, and by nothing that was said', async () => {
    const { store, ids } = await people();
    const [li, eva, bo] = ids;
    await store.call('tags.assign', { contactIds: [eva, bo], path: 'Region / 挪威' });
    expect(await listed(store, 'huimin')).toEqual([li]);
    expect(await listed(store, 'huaxin')).toEqual([li]);
    expect(await listed(store, 'eva')).toEqual([eva]);
    expect(await listed(store, 'region')).toEqual([bo, eva]);
    expect(await listed(store, 'nuowei berg')).toEqual([eva]);
    expect(await listed(store, 'price')).toEqual([]);
    expect((await store.call('tags.find', { text: 'nuowei' })).map((tag) => tag.name)).toEqual(['挪威']);
    await store.call('tags.unassign', {
      contactIds: [bo],
      tagId: (await store.call('tags.find', { text: 'nuowei' }))[0]!.id,
    });
    expect(await listed(store, 'region')).toEqual([eva]);
  });

  test('finds a company by the name of one that was merged into it, until that is taken out', async () => {
    const { store } = await people();
    const names = async (text: string) =>
      (await store.call('companies.list', { text })).map((one) => one.name);
    const all = await store.call('companies.list', {});
    const idOf = (name: string) => all.find((one) => one.name === name)!.id;
    expect(await names('huaxin')).toEqual(['华信贸易']);
    await store.call('companies.merge', { into: idOf('Fjordlys'), from: idOf('Nordlys') });
    expect(await names('nordl')).toEqual(['Fjordlys']);
    expect(await names('fjord')).toEqual(['Fjordlys']);
    await store.call('companies.unmerge', { id: idOf('Nordlys') });
    expect(await names('nordl')).toEqual(['Nordlys']);
  });
});
