import { expect, test } from 'vitest';
import { openDatabase } from '@/lib/store/database';
import { keepImages } from '@/lib/store/held-pages';
import { imageOf, putImages } from '@/lib/store/page-images';
import { pageLog } from '@/lib/store/page-log';
import { readMeasures } from '@/lib/store/read-measures';
import { newStore } from './support';

const COLUMNS = [
  { from: '', ids: 'a\nb' },
  { from: 'c', ids: 'c\nd' },
];
/** Cut elsewhere, and one that has others under the same beginning. */
const EVENTS = [
  { from: '', ids: 'a\nb', at: [1] },
  { from: 'c', ids: 'c', at: [2] },
  { from: 'd', ids: 'd', at: [3] },
];
const SORTING = [{ from: '', names: 'x\ny' }];

async function kept() {
  const { db, call } = await newStore();
  await call('contacts.add', { draft: { name: 'Ada' } });
  const state = (await pageLog(db))!;
  const parts = { columns: COLUMNS, events: EVENTS, sorting: SORTING };
  const images = Object.entries(parts).map(([part, pages]) => [part, { ...state, pages }]);
  await putImages(db, Object.fromEntries(images), state);
  return { db, state, fresh: await openDatabase(db.name) };
}

test('ids stand once for all images, and each page is given its own again', async () => {
  const { db, state, fresh } = await kept();
  expect(JSON.stringify(await db.pageImages.get('columns'))).not.toContain('a\\nb');
  for (const one of [db, fresh]) {
    expect((await imageOf(one, 'events'))?.pages).toEqual(EVENTS);
    expect((await imageOf(one, 'columns'))?.pages).toEqual(COLUMNS);
    expect((await imageOf(one, 'sorting'))?.pages).toEqual(SORTING);
  }
  expect(await imageOf(fresh, 'events')).toMatchObject({ era: state.era, n: state.n });
  fresh.close();
});

test('an image whose ids are of another state, or that was built otherwise, is none', async () => {
  const { db, fresh } = await kept();
  await db.pageImages.update('ids', { n: -1 });
  expect(await imageOf(fresh, 'events')).toBeUndefined();
  expect((await imageOf(fresh, 'sorting'))?.pages).toEqual(SORTING);
  await db.pageImages.update('sorting', { form: 1 });
  expect(await imageOf(fresh, 'sorting')).toBeUndefined();
  fresh.close();
});

test('images that an older version left are made anew, and until then pages are read', async () => {
  const { db, call, clock } = await newStore();
  const { ids } = await call('contacts.addMany', { drafts: [{ name: 'Ada' }, { name: 'Bo' }] });
  const { era, n } = (await pageLog(db))!;
  for (const table of ['columns', 'events', 'measures'])
    await db.pageImages.put({ table, era, n, pages: [] as never });
  const fresh = await openDatabase(db.name);
  expect((await readMeasures(fresh, clock.now, 'UTC')).ids).toEqual(ids);
  await keepImages(fresh);
  fresh.close();
  const images = await db.pageImages.toArray();
  expect(images.map(({ table }) => table).sort()).toEqual([
    'columns',
    'events',
    'ids',
    'measures',
    'sorting',
  ]);
  expect(images.every(({ pages }) => pages.count === 1)).toBe(true);
});
