import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupsOf } from '@/lib/store/duplicates';
import { draft } from './merge-support';
import { newStore, type Store } from './support';

const mail = (value: string) => ({ kind: 'email' as const, value });
const phone = (value: string) => ({ kind: 'phone' as const, value });
const at = (value: string) => ({ field: 'company', value });

async function look(store: Store) {
  await store.call('duplicates.look', {});
  const [certain, perhaps] = await Promise.all(
    [true, false].map((one) => store.call('duplicates.list', { certain: one })),
  );
  const named = (list: typeof certain) =>
    list!.groups.map((group) => group.contacts.map((contact) => contact.name).sort());
  return { certain: named(certain), perhaps: named(perhaps) };
}

test('who shares an address and whose names agree is one; a whole name alone only says perhaps, and less than a company', async () => {
  const store = await newStore();
  await store.call('contacts.addMany', {
    drafts: [
      { name: 'Ingrid Solberg', points: [mail('ingrid@fjordlys.example')] },
      { name: 'I. Solberg', points: [mail('INGRID@fjordlys.example'), phone('+47 22 12 34 56')] },
      { name: 'Solberg, Ingrid', points: [phone('+4722123456')] },
      { name: '李慧敏', points: [mail('lin@harbour.example')] },
      { name: 'Huimin Li', points: [mail('lin@harbour.example')] },
      { name: 'Anna Dahl', points: [mail('post@dahl.example')] },
      { name: 'Bjorn Dahl', points: [mail('post@dahl.example')] },
      { name: 'Tomas Berg', facts: [at('Nordmark')] },
      { name: 'tomas berg', facts: [at('nordmark')] },
      { name: 'Tomas Berg', facts: [at('Elsewhere')] },
      { name: 'Karin Holm', points: [mail('karin@holm.example')] },
      { name: 'karin holm', points: [mail('kh@nordmark.example')], facts: [at('Nordmark')] },
      { name: 'Karin', points: [mail('a@one.example')] },
      { name: 'Karin', points: [mail('b@two.example')] },
    ],
  });
  expect(await look(store)).toEqual({
    certain: [
      ['I. Solberg', 'Ingrid Solberg', 'Solberg, Ingrid'],
      ['Huimin Li', '李慧敏'],
    ],
    perhaps: [
      ['Anna Dahl', 'Bjorn Dahl'],
      ['Tomas Berg', 'tomas berg'],
      ['Karin Holm', 'karin holm'],
    ],
  });
  expect(await store.call('duplicates.count', {})).toEqual({ certain: 2, perhaps: 3 });
});

test('a switchboard that many share makes nobody one', async () => {
  const store = await newStore();
  const drafts = Array.from({ length: 25 }, (_, n) => ({
    name: `Person ${n}`,
    points: [phone('+47 22 12 34 56')],
  }));
  await store.call('contacts.addMany', { drafts });
  expect(await look(store)).toEqual({ certain: [], perhaps: [] });
});

test('who hangs together only by a third is not merged without a look', async () => {
  const store = await newStore();
  const shared = [mail('post@dahl.example'), phone('+47 22 12 34 56')];
  const { ids } = await store.call('contacts.addMany', {
    drafts: [
      { name: 'A. Dahl', points: shared },
      { name: 'Anna Dahl', points: [mail('post@dahl.example')] },
      { name: 'Arne Dahl', points: [phone('+47 22 12 34 56')] },
      { name: 'Bo Lund', points: [mail('bo@lund.example')] },
      { name: 'B. Lund', points: [mail('bo@lund.example'), phone('+47 22 65 43 21')] },
      { name: 'Lund, Bo', points: [phone('+47 22 65 43 21')] },
    ],
  });
  const clear = async () => {
    await store.call('duplicates.look', {});
    const { groups } = await store.call('duplicates.list', { certain: true });
    return groups.map((group) => [group.contacts.length, group.clear]);
  };
  expect(await clear()).toEqual([
    [3, false],
    [3, true],
  ]);
  await store.call('duplicates.distinct', { ids: [ids[3]!, ids[5]!] });
  expect(await clear()).toEqual([
    [3, false],
    [3, false],
  ]);
});

test('two of one name and company are found again after one was changed, however many bear the name', async () => {
  const store = await newStore();
  const named = (company: string) => ({ name: 'Tomas Berg', facts: [at(company)] });
  const others = Array.from({ length: 25 }, (_, n) => named(`Company ${n}`));
  const { ids } = await store.call('contacts.addMany', {
    drafts: [named('Nordmark'), named('Nordmark'), ...others],
  });
  expect((await look(store)).perhaps).toHaveLength(1);
  await store.call('contacts.edit', { id: ids[0]!, kind: 'personal' });
  expect((await look(store)).perhaps).toHaveLength(1);
});

test('an address is not proposed as the name of somebody who has one', async () => {
  const store = await newStore();
  const add = async (name: string) =>
    (await store.call('contacts.add', { draft: { name, points: [mail('a@dahl.example')] } })).id;
  const [into, from] = [await add('a@dahl.example'), await add('Anna Dahl')];
  const { rows } = await store.call('duplicates.compare', { into, from: [from] });
  expect(rows.find(({ kind }) => kind === 'name')?.proposed).toBe(from);
});

test('what is left of two birthdays is the one that was chosen', async () => {
  const store = await newStore();
  const add = async (day: number) => {
    const { id } = await store.call('contacts.add', { draft: { name: 'Anna Dahl' } });
    const date = { calendar: 'gregorian' as const, month: 3, day };
    return {
      id,
      dateId: (await store.call('contacts.setDate', { id, date: { kind: 'birthday', date } })).id,
    };
  };
  const [into, from] = [await add(8), await add(9)];
  const choices = { facts: [], dates: [into.dateId] };
  const { result } = await store.call('duplicates.compare', { into: into.id, from: [from.id], choices });
  expect(result.dates.map(({ id }) => id)).toEqual([into.dateId]);
});

test('"Not the same" is remembered, travels with a backup, and is taken back like any change', async () => {
  const store = await newStore();
  const two = ['Anna Dahl', 'Anna D.'].map((name) => ({ name, points: [mail('a@dahl.example')] }));
  const { ids } = await store.call('contacts.addMany', { drafts: two });
  expect((await look(store)).certain).toHaveLength(1);
  await store.call('duplicates.distinct', { ids });
  expect((await look(store)).certain).toEqual([]);
  const other = await newStore();
  await other.call('backup.restore', await store.call('backup.save', {}));
  expect((await look(other)).certain).toEqual([]);
  await store.call('changes.undo', {});
  expect((await look(store)).certain).toHaveLength(1);
});

test('somebody who is erased leaves no trace among the duplicates', async () => {
  const store = await newStore();
  const two = ['Anna Dahl', 'Anna D.'].map((name) => ({ name, points: [mail('a@dahl.example')] }));
  const { ids } = await store.call('contacts.addMany', { drafts: two });
  await look(store);
  await store.call('contacts.erase', { id: ids[0]! });
  expect(await store.db.duplicates.count()).toBe(0);
  expect(await store.call('duplicates.count', {})).toEqual({ certain: 0, perhaps: 0 });
});

test('an address that somebody has already is told while another is added', async () => {
  const store = await newStore();
  await store.call('contacts.add', { draft: { name: 'Anna Dahl', points: [mail('a@dahl.example')] } });
  const known = (value: string) => store.call('duplicates.known', { points: [mail(value)] });
  expect(await known('A@Dahl.example')).toMatchObject([{ name: 'Anna Dahl' }]);
  expect(await known('b@dahl.example')).toEqual([]);
  expect(await known('no address')).toEqual([]);
});

test('what is kept of duplicates is what looking through all of them finds', async () => {
  const step = fc.tuple(fc.nat({ max: 4 }), fc.nat(), fc.nat(), draft);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (sequence) => {
      const store = await newStore();
      const ids: string[] = [];
      for (const [what, a, b, one] of sequence) {
        const [left, right] = [ids[a % ids.length] ?? '', ids[b % ids.length] ?? ''];
        if (what < 2 || ids.length < 2) ids.push((await store.call('contacts.add', { draft: one })).id);
        else if (what === 2) await store.ask('contacts.merge', { groups: [{ into: left, from: [right] }] });
        else if (what === 3) await store.ask('duplicates.distinct', { ids: [left, right] });
        else await store.call('changes.undo', {});
        await store.call('duplicates.look', {});
      }
      const kept = [await store.db.duplicates.toArray(), await store.call('duplicates.count', {})];
      await store.db.meta.delete('duplicates');
      await store.call('duplicates.look', {});
      expect(kept).toEqual([await store.db.duplicates.toArray(), await store.call('duplicates.count', {})]);
      expect((await groupsOf(store.db, 1)).length).toBe((await store.call('duplicates.count', {})).certain);
      await store.db.delete();
    }),
    { numRuns: 20 },
  );
}, 60_000);
