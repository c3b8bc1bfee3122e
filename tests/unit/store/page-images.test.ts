import { expect, test } from 'vitest';
import { openDatabase } from '@/lib/store/database';
import { keepImages } from '@/lib/store/held-pages';
import { holdTheSame, imageOf, putImages, readIdsOf } from '@/lib/store/page-images';
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
    for (const [part, pages] of Object.entries({ events: EVENTS, columns: COLUMNS, sorting: SORTING })) {
      const image = await imageOf(one, part);
      expect(await readIdsOf(one, image!.pages)).toBe(true);
      expect(image!.pages).toEqual(pages);
    }
  }
  expect(await imageOf(fresh, 'events')).toMatchObject({ era: state.era, n: state.n });
  fresh.close();
});

test('pages whose ids are not read say of which image they are, and so whether they hold the same contacts', async () => {
  const { state, fresh } = await kept();
  const { era, n } = state;
  const [columns, events] = [await imageOf(fresh, 'columns'), await imageOf(fresh, 'events')];
  expect(columns!.pages.map((page) => (page as { ids?: unknown }).ids)).toEqual([
    { era, n },
    { era, n },
  ]);
  const same = (some: object[], others: object[]) => holdTheSame(some as never, others as never);
  const bare = { from: '', ids: { era, n } };
  expect(same([bare, COLUMNS[1]!], [{ ...bare }, { ...COLUMNS[1]! }])).toBe(true);
  expect(same([...columns!.pages], [...events!.pages])).toBe(false);
  // Of another state, of another place, read on one side, others, or more of them.
  expect(same([bare], [{ from: '', ids: { era, n: n + 1 } }])).toBe(false);
  expect(same([bare], [{ from: 'c', ids: { era, n } }])).toBe(false);
  expect(same([bare], [COLUMNS[0]!])).toBe(false);
  expect(same([COLUMNS[1]!], [EVENTS[1]!])).toBe(false);
  expect(same([bare], [bare, bare])).toBe(false);
  fresh.close();
});

test('ids of an image of another state are not taken, and one that was built otherwise is none', async () => {
  const { db, fresh } = await kept();
  await db.pageImages.update('ids', { n: -1 });
  expect(await readIdsOf(fresh, (await imageOf(fresh, 'events'))!.pages)).toBe(false);
  expect((await imageOf(fresh, 'sorting'))?.pages).toEqual(SORTING);
  await db.pageImages.update('sorting', { form: 1 });
  expect(await imageOf(fresh, 'sorting')).toBeUndefined();
  fresh.close();
});

test('images that an older version left are made anew, and until then pages are read', async () => {
  const { db, call, clock } = await newStore();
  const { ids } = await call('contacts.addMany', { drafts: [{ name: 'Ada' }, { name: 'Bo' }] });
  const { era, n } = (await pageLog(db))!;
  for (const table of ['columns', 'events', 'measures', 'facts'])
    await db.pageImages.put({ table, era, n, pages: [] as never });
  const fresh = await openDatabase(db.name);
  expect((await readMeasures(fresh, clock.now, 'UTC')).ids).toEqual(ids);
  await keepImages(fresh);
  fresh.close();
  const images = await db.pageImages.toArray();
  expect(images.map(({ table }) => table).sort()).toEqual([
    'columns',
    'events',
    'facts',
    'ids',
    'measures',
    'sorting',
  ]);
  expect(images.every(({ pages }) => pages.count === 1)).toBe(true);
});
