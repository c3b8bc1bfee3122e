import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextClock } from '@/lib/store/clock';
import { newStore } from './support';

test('a clock only goes forward, whatever the computer says', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 2 ** 47 }), { minLength: 2, maxLength: 50 });
  fc.assert(
    fc.property(moments, (given) => {
      let last = '';
      for (const now of given) {
        const next = nextClock(last, now, 'device');
        expect(next > last).toBe(true);
        expect(next).toMatch(/^[0-9a-f]{12}[0-9a-f]{4}-device$/);
        last = next;
      }
    }),
  );
});

test('a full counter goes into the next millisecond', () => {
  expect(nextClock('000000000001ffff-d', 1, 'd')).toBe('0000000000020000-d');
});

test('every row of a command has its clock, and a later command a later one', async () => {
  const { call, db, clock } = await newStore();
  const { id } = await call('contacts.add', { draft: { name: 'Anna', note: 'Tea', tags: ['Seen'] } });
  const clocks = async () => {
    const tables = await Promise.all([db.contacts, db.activities, db.tags].map((table) => table.toArray()));
    return tables.flat().map((row) => row.body.clock);
  };
  const [first, ...others] = await clocks();
  expect(others).toEqual([first, first]);
  clock.now -= 86_400_000;
  await call('contacts.edit', { id, name: 'Anna Berg' });
  expect((await db.contacts.get(id))!.body.clock > first!).toBe(true);
});
