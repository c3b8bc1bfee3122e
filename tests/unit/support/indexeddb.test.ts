import Dexie from 'dexie';
import { expect, test } from 'vitest';
import '../../support/indexeddb';

test('a row is in an index by what may be a key, as in a browser', async () => {
  const db = new Dexie('index');
  db.version(1).stores({ rows: 'id, name, at.day, *tags, [name+kind], text.length' });
  await db.open();
  await db
    .table('rows')
    .bulkAdd([
      { id: 'all', name: 'Li', at: { day: 3 }, tags: ['a', 'b'], kind: 0, text: 'four' },
      { id: 'empty', name: '', at: { day: new Date(0) }, tags: [], kind: 'x', text: '' },
      { id: 'none', name: null, at: null, tags: ['a', null, true], kind: 1 },
      { id: 'wrong', name: true, at: { day: {} }, tags: 'a', kind: 1, text: 7 },
      { id: 'absent' },
    ]);
  const under = (index: string) => db.table('rows').orderBy(index).primaryKeys();
  expect(await under('name')).toEqual(['empty', 'all']);
  expect(await under('at.day')).toEqual(['all', 'empty']);
  expect(await under('tags')).toEqual(['all', 'none', 'wrong', 'all']);
  expect(await under('[name+kind]')).toEqual(['empty', 'all']);
  expect(await under('text.length')).toEqual(['empty', 'all']);
  await db.table('rows').update('none', { name: 'Ana' });
  await db.table('rows').update('all', { name: null });
  expect(await under('name')).toEqual(['empty', 'none']);
  await db.delete();
});
