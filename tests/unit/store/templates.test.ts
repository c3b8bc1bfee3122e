import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { keepText, sameTexts } from '@/lib/store/sent-texts';
import { everything } from './everything';
import { DAY, newStore, type Store } from './support';

const TEXT = 'Hi {first name|there},\n\nthe new price list of {company} is ready now. Best, {my name}';

async function put(store: Store, name: string, given: { text?: string; labels?: string[] } = {}) {
  const id = uuid();
  const template = { name, language: 'en' as const, labels: [], text: TEXT, ...given };
  await store.call('templates.put', { id, template });
  return id;
}

const add = async (store: Store, draft: object) =>
  (await store.call('contacts.add', { draft: { facts: [], ...draft } as never })).id;

describe('templates', () => {
  test('are made, changed, deleted, and taken back', async () => {
    const store = await newStore();
    const id = await put(store, 'Price list');
    await store.call('templates.put', {
      id,
      template: { name: 'Prices', language: 'en', labels: ['offer', 'offer'], text: 'New prices.' },
    });
    const names = async () => (await store.call('templates.list', {})).rows.map(({ name }) => name);
    expect(await store.call('templates.list', {})).toMatchObject({
      rows: [{ id, name: 'Prices', labels: ['offer'], text: 'New prices.', usedAt: null }],
    });
    await store.call('changes.undo', {});
    expect(await names()).toEqual(['Price list']);
    await store.call('templates.delete', { ids: [id] });
    expect(await names()).toEqual([]);
    expect(await store.call('templates.count', {})).toEqual({ all: 0 });
    await store.call('changes.undo', {});
    expect(await names()).toEqual(['Price list']);
  });

  test('are filled for a contact, and say what is missing', async () => {
    const store = await newStore();
    const anna = await add(store, {
      name: 'Anna Berg',
      facts: [{ field: 'company', value: 'Fjordlys' }],
    });
    const { text, missing } = await store.call('templates.fill', { text: TEXT, contactId: anna });
    expect(text).toBe('Hi Anna,\n\nthe new price list of Fjordlys is ready now. Best, {my name}');
    expect(missing).toEqual(['my name']);
    await store.call('settings.set', { settings: { myName: 'Kim' } });
    const nobody = await store.call('templates.fill', { text: TEXT, contactId: null });
    expect(nobody.text).toContain('Hi there,');
    expect(nobody.text).toContain('Best, Kim');
    expect(nobody.missing).toEqual(['company']);
  });

  test('are filled with what was promised last', async () => {
    const store = await newStore();
    const anna = await add(store, { name: 'Anna Berg' });
    const promise = { by: 'me' as const, due: null, doneAt: null };
    const activity = { type: 'promise' as const, contactIds: [anna], promise };
    await store.call('activities.log', { activity: { ...activity, subject: 'price list' } as never });
    await store.call('activities.log', { activity: { ...activity, subject: 'a sample' } as never });
    const filled = await store.call('templates.fill', { text: '{last promise}', contactId: anna });
    expect(filled.text).toBe('a sample');
  });

  test('with a label that is a tag of the contact come first', async () => {
    const store = await newStore();
    const anna = await add(store, { name: '李伟' });
    await store.call('tags.assign', { contactIds: [anna], path: 'VIP' });
    await put(store, 'A');
    await put(store, 'B', { labels: ['vip'] });
    const list = await store.call('templates.list', { contactId: anna });
    expect(list.rows.map(({ name, fits }) => [name, fits])).toEqual([
      ['B', true],
      ['A', false],
    ]);
    expect(list.language).toBe('zh-Hans');
  });

  test('may not be written by a page', async () => {
    const store = await newStore();
    for (const op of ['templates.list', 'templates.put', 'templates.fill', 'templates.delete'])
      expect(await store.ask(op, {}, { caller: 'overlay' })).toMatchObject({ error: { code: 'forbidden' } });
  });
});

describe('what was put into mails', () => {
  test('is known again by its sentences, for that contact', async () => {
    const store = await newStore();
    const anna = await add(store, { name: 'Anna Berg' });
    const ben = await add(store, { name: 'Ben Ito' });
    const templateId = await put(store, 'Price list');
    const text =
      'Hi Anna,\nthe new price list of Fjordlys is ready now. Shall I send it on Monday next week?';
    await keepText(store.db, { contactIds: [anna], templateId, text }, store.clock.now);
    const { sentencesOf } = await import('@/lib/crm/sentences');
    const again = sentencesOf(`Hi Ben,\n${text.slice(9)}\nRegards`);
    const later = store.clock.now + 3 * DAY;
    const same = await sameTexts(store.db, [anna, ben], again, later);
    expect([...same]).toEqual([[anna, { at: store.clock.now, from: 'Price list' }]]);
    await keepText(store.db, { contactIds: [ben], templateId, text, draft: 'd1' }, store.clock.now);
    expect((await sameTexts(store.db, [ben], again, later, 'd1')).size).toBe(0);
    expect((await sameTexts(store.db, [ben], again, later, 'd2')).size).toBe(1);
    expect((await sameTexts(store.db, [anna], again, store.clock.now + 60_000)).size).toBe(0);
    expect(
      (await sameTexts(store.db, [anna], sentencesOf('Something else entirely here.'), later)).size,
    ).toBe(0);
    const list = await store.call('templates.list', { contactId: anna });
    expect(list.rows[0]?.usedAt).not.toBeNull();
  });

  test('follows a merge, and is forgotten with the person', async () => {
    const store = await newStore();
    const anna = await add(store, { name: 'Anna Berg' });
    const other = await add(store, { name: 'A. Berg' });
    const kept = await put(store, 'Kept', { text: 'The list is ready.' });
    const names = await put(store, 'For her', { text: 'Ask Anna Berg first.' });
    await store.call('templates.put', {
      id: kept,
      template: { name: 'Kept', language: 'en', labels: [], text: 'Say hello to Anna Berg.' },
    });
    await store.call('templates.put', {
      id: kept,
      template: { name: 'Kept', language: 'en', labels: [], text: 'Say hello.' },
    });
    await keepText(store.db, { contactIds: [other], templateId: kept, text: 'The list.' }, store.clock.now);
    await store.call('contacts.merge', { groups: [{ into: anna, from: [other] }] });
    const list = await store.call('templates.list', { contactId: anna });
    expect(list.rows.find(({ id }) => id === kept)?.usedAt).not.toBeNull();
    await store.call('contacts.erase', { id: anna });
    expect((await store.call('templates.list', {})).rows.map(({ id }) => id)).toEqual([kept]);
    expect(await store.db.sentTexts.count()).toBe(0);
    const text = await everything(store);
    expect(text).not.toContain('Anna Berg');
    expect(text).not.toContain(names);
  });

  test('stays when its words only happen to be names of somebody who is erased', async () => {
    const store = await newStore();
    const [will, mark, li] = [
      await add(store, { name: 'William Hart', facts: [{ field: 'nickname', value: 'Will' }] }),
      await add(store, { name: 'Mark May' }),
      await add(store, { name: '李 明' }),
    ];
    const kept = [
      await put(store, 'Price list', { text: 'Hi {first name|there}, I will send the price list.' }),
      await put(store, 'Box', { text: 'You may mark the box.' }),
      await put(store, '行李', { text: '您好，明天我会寄出行李。' }),
    ];
    await put(store, 'Introduction', { text: 'Please meet William  Hart.' });
    await put(store, 'Visit', { text: 'Mark May comes on Monday.' });
    for (const id of [will, mark, li]) await store.call('contacts.erase', { id });
    const left = (await store.call('templates.list', {})).rows.map(({ id }) => id);
    expect(left.sort()).toEqual(kept.sort());
  });
});
