import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { contents, newStore, type Store } from './support';

const CSV = `Name,Email,Phone,Company,Tags,Notes
Anna Berg,anna@fjordlys.example,+47 22 12 34 56,Fjordlys,Region / Norway,Met at the fair
李慧敏,huimin@huaxin.example,,华信贸易,,
Bo Lund,,,,,
`;

async function importFile(store: Store, text = CSV) {
  const preview = await store.call('imports.preview', { name: 'people.csv', text });
  const rows = preview.rows.map(({ draft, contactId }) => ({ draft, contactId }));
  const batchId = uuid();
  const result = await store.call('imports.commit', { name: 'people.csv', batchId, rows });
  return { preview, result, batchId, rows };
}

describe('an import', () => {
  test('writes what its preview said, with company, tag and note', async () => {
    const store = await newStore();
    const { preview, result } = await importFile(store);
    expect(preview.rows.map((row) => row.status)).toEqual(['new', 'new', 'new']);
    expect(result).toMatchObject({ added: 3, changed: 0, same: 0 });
    const [hit] = await store.call('contacts.find', { text: 'anna' });
    const view = await store.call('contacts.view', { id: hit!.id });
    expect(view).toMatchObject({ company: { name: 'Fjordlys' }, notes: [{ text: 'Met at the fair' }] });
    expect(view.tags.map((tag) => tag.path)).toEqual([['Region', 'Norway']]);
    expect(view.points.map((point) => [point.kind, point.key, point.provenance.how])).toEqual([
      ['email', 'anna@fjordlys.example', 'import'],
      ['phone', '+4722123456', 'import'],
    ]);
  });

  test('of the same file a second time changes nothing', async () => {
    const store = await newStore();
    await importFile(store);
    const before = await contents(store.db);
    const { preview, result } = await importFile(store);
    expect(preview.rows.map((row) => row.status)).toEqual(['same', 'same', 'same']);
    expect(result).toMatchObject({ added: 0, changed: 0, same: 3 });
    expect(await contents(store.db)).toEqual(before);
  });

  test('completes who has the address, and never changes a name', async () => {
    const store = await newStore();
    const draft = { name: 'Anna B.', points: [{ kind: 'email' as const, value: 'ANNA@fjordlys.example' }] };
    const { id } = await store.call('contacts.add', { draft });
    const { preview, result } = await importFile(store);
    expect(preview.rows[0]).toMatchObject({ status: 'changed', contactId: id, contactName: 'Anna B.' });
    expect(result).toMatchObject({ added: 2, changed: 1 });
    const view = await store.call('contacts.view', { id });
    expect([view.name, view.points.length, view.company?.name]).toEqual(['Anna B.', 2, 'Fjordlys']);
  });

  test('does not take a name alone for the same person', async () => {
    const store = await newStore();
    const draft = { name: 'Anna Berg', points: [{ kind: 'email' as const, value: 'other@anna.example' }] };
    await store.call('contacts.add', { draft });
    expect((await importFile(store)).preview.rows[0]?.status).toBe('new');
  });

  test('is undone as a whole, and can then be done again', async () => {
    const store = await newStore();
    const before = await contents(store.db);
    const { batchId, rows } = await importFile(store);
    const commit = { name: 'people.csv', batchId, rows };
    expect(await store.ask('imports.commit', commit)).toMatchObject({ error: { code: 'conflict' } });
    expect((await store.call('changes.undo', { batchId }))?.kept).toEqual([]);
    expect(await contents(store.db)).toEqual(before);
    expect(await store.call('imports.commit', commit)).toMatchObject({ added: 3 });
  });

  test('that was undone leaves who was edited since', async () => {
    const store = await newStore();
    const { batchId } = await importFile(store);
    const [hit] = await store.call('contacts.find', { text: 'anna' });
    await store.call('contacts.edit', { id: hit!.id, name: 'Anna Lind' });
    const undone = await store.call('changes.undo', { batchId });
    expect(undone?.kept.map((one) => [one.table, one.id])).toEqual([['contacts', hit!.id]]);
    expect((await store.call('contacts.counts', {})).contacts).toBe(1);
  });

  test('makes one contact of a person who stands in the file twice', async () => {
    const store = await newStore();
    const text = `${CSV}Anna Berg,anna@fjordlys.example,,,Key account,\n`;
    expect((await importFile(store, text)).result).toMatchObject({ added: 3, changed: 1 });
  });

  test('of more rows than one transaction finds those of its earlier parts', async () => {
    const store = await newStore();
    const lines = Array.from({ length: 600 }, (_, index) => `P${index},p${index}@many.example,,Many,,`);
    const text = `Name,Email,Phone,Company,Tags,Notes\n${lines.join('\n')}\nP0,p0@many.example,,,Seen,\n`;
    expect((await importFile(store, text)).result).toMatchObject({ added: 600, changed: 1 });
    expect((await store.call('contacts.counts', {})).companies).toBe(1);
  }, 60_000);

  test('holds back what the store cannot take, and takes the rest', async () => {
    const store = await newStore();
    const text = `Name,Email\n${'x'.repeat(400)},long@name.example\nAnna Berg,anna@fjordlys.example\n`;
    const { preview, result } = await importFile(store, text);
    expect(preview.heldBack.length + preview.rows.length).toBeGreaterThanOrEqual(2);
    expect(result.added).toBe(preview.rows.length);
    expect(preview.rows.map((row) => row.draft.name)).toContain('Anna Berg');
  });

  test.each([
    ['an empty file', ''],
    ['a zip', 'PK\u0003\u0004...'],
    ['a backup', '{"format": "sidelight-backup"}'],
  ])('refuses %s', async (_, text) => {
    const { ask } = await newStore();
    expect(await ask('imports.preview', { name: 'x.csv', text })).toMatchObject({
      ok: false,
      error: { code: 'invalid', message: expect.stringMatching(/./) },
    });
  });
});
