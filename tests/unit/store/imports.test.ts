import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { describe, expect, test, vi } from 'vitest';
import type { Input } from '@/lib/api/client';
import { sweepJobs } from '@/lib/store/take-back';
import { contents, newStore, type Store, tableOf } from './support';

const CSV = `Name,Email,Phone,Company,Tags,Notes
Anna Berg,anna@fjordlys.example,+47 22 12 34 56,Fjordlys,Region / Norway,Met at the fair
李慧敏,huimin@huaxin.example,,华信贸易,,
Bo Lund,,,,,
`;

const fileOf = (text: string) => new Blob([text]);
type Run = Input<'imports.run'>;

async function importFile(store: Store, text = CSV, given: Partial<Run> = {}) {
  const preview = await store.call('imports.preview', { file: fileOf(text), options: given.options ?? {} });
  const id = uuid();
  const run = { id, name: 'people.csv', file: fileOf(text), options: {}, choices: [], ...given };
  const counts = await store.call('imports.run', run);
  return { preview, counts, id, run };
}

const statuses = ({ records }: { records: { status: string }[] }) => records.map((one) => one.status);

describe('an import', () => {
  test('writes what its preview said, with company, tag and note', async () => {
    const store = await newStore();
    const { preview, counts } = await importFile(store);
    expect(statuses(preview)).toEqual(['new', 'new', 'new']);
    expect(counts).toEqual({ added: 3, changed: 0, same: 0, held: 0 });
    const [hit] = await store.call('contacts.find', { text: 'anna' });
    const view = await store.call('contacts.view', { id: hit!.id });
    expect(view).toMatchObject({ company: { name: 'Fjordlys' }, notes: [{ text: 'Met at the fair' }] });
    expect(view?.tags.map((tag) => tag.path)).toEqual([['Region', 'Norway']]);
    expect(
      view?.points.map((point) => [point.kind, point.key, point.provenance.how, point.provenance.source]),
    ).toEqual([
      ['email', 'anna@fjordlys.example', 'import', 'people.csv'],
      ['phone', '+4722123456', 'import', 'people.csv'],
    ]);
  });

  test('tells how many of it may be people who are there already', async () => {
    const store = await newStore();
    const points = [{ kind: 'email' as const, value: 'anna.private@mail.example' }];
    await store.call('contacts.add', { draft: { name: 'Anna Berg', points } });
    const { id, counts } = await importFile(store);
    expect(counts.added).toBe(3);
    const twins = async () => (await store.call('imports.report', { id }))?.twins;
    expect(await twins()).toBe(0);
    await store.call('duplicates.look', {});
    expect(await twins()).toBe(1);
    await store.call('changes.undo', { batchId: id });
    await store.call('duplicates.look', {});
    expect(await twins()).toBe(0);
  });

  test('for keeping in touch with people brings personal contacts; whoever was there stays what they were', async () => {
    const store = await newStore();
    const points = [{ kind: 'email' as const, value: 'anna@fjordlys.example' }];
    await store.call('contacts.add', { draft: { name: 'Anna Berg', points } });
    await store.call('settings.set', { settings: { purpose: 'people' } });
    await importFile(store);
    const kinds = (await store.db.contacts.toArray()).map(({ body }) => [body.name, body.kind]);
    expect(new Map(kinds as [string, string][])).toEqual(
      new Map([
        ['Anna Berg', 'work'],
        ['李慧敏', 'personal'],
        ['Bo Lund', 'personal'],
      ]),
    );
  });

  test('of the same file a second time changes nothing', async () => {
    const store = await newStore();
    await importFile(store);
    const before = await contents(store.db);
    const { preview, counts } = await importFile(store);
    expect(statuses(preview)).toEqual(['same', 'same', 'same']);
    expect(counts).toEqual({ added: 0, changed: 0, same: 3, held: 0 });
    expect(await contents(store.db)).toEqual(before);
  });

  test('completes who has the address under a shorter name, and never changes a name', async () => {
    const store = await newStore();
    const draft = { name: 'Anna B.', points: [{ kind: 'email' as const, value: 'ANNA@fjordlys.example' }] };
    const { id } = await store.call('contacts.add', { draft });
    const { preview, counts } = await importFile(store);
    expect(preview.records.find((one) => one.status === 'changed')).toMatchObject({ into: 'Anna B.' });
    expect(counts).toMatchObject({ added: 2, changed: 1 });
    const view = await store.call('contacts.view', { id });
    expect([view?.name, view?.points.length, view?.company?.name]).toEqual(['Anna B.', 2, 'Fjordlys']);
  });

  test('keeps what contradicts beside what is there', async () => {
    const store = await newStore();
    await importFile(store, 'Name,Email,City\nAnna Berg,anna@fjordlys.example,Bergen\n');
    await importFile(store, 'Name,Email,City\nAnna Berg,anna@fjordlys.example,Oslo\n');
    const [hit] = await store.call('contacts.find', { text: 'anna' });
    const view = await store.call('contacts.view', { id: hit!.id });
    expect(view?.facts.map(({ field, value }) => [field, value]).sort()).toEqual([
      ['city', 'Bergen'],
      ['city', 'Oslo'],
    ]);
  });

  test('does not take a name alone for the same person', async () => {
    const store = await newStore();
    const draft = { name: 'Anna Berg', points: [{ kind: 'email' as const, value: 'other@anna.example' }] };
    await store.call('contacts.add', { draft });
    expect((await importFile(store)).preview.records[0]?.status).toBe('new');
  });

  test('is undone as a whole, and its report says so', async () => {
    const store = await newStore();
    const before = await contents(store.db);
    const { id, run } = await importFile(store);
    expect(await store.ask('imports.run', run)).toMatchObject({ error: { code: 'conflict' } });
    expect((await store.call('changes.undo', { batchId: id }))?.kept).toEqual([]);
    expect(await contents(store.db)).toEqual(before);
    expect(await store.call('imports.list', {})).toMatchObject([{ id, state: 'undone', name: 'people.csv' }]);
    expect((await importFile(store)).counts).toMatchObject({ added: 3 });
  });

  test('that was undone leaves who was edited since', async () => {
    const store = await newStore();
    const { id } = await importFile(store);
    const [hit] = await store.call('contacts.find', { text: 'anna' });
    await store.call('contacts.edit', { id: hit!.id, name: 'Anna Lind' });
    const undone = await store.call('changes.undo', { batchId: id });
    expect(undone?.kept.map((one) => [one.table, one.id])).toEqual([['contacts', hit!.id]]);
    expect((await store.call('contacts.counts', {})).contacts).toBe(1);
  });

  test('makes one contact of a person who stands in the file twice, also far apart', async () => {
    const store = await newStore();
    const lines = Array.from({ length: 1100 }, (_, index) => `P${index},p${index}@many.example,,Many,,`);
    const text = `Name,Email,Phone,Company,Tags,Notes\n${lines.join('\n')}\nP0,p0@many.example,,,Seen,\nP1099,p1099@many.example,,,Seen,\n`;
    const { preview, counts } = await importFile(store, text);
    expect(preview.counts).toMatchObject({ new: 1100, changed: 2 });
    expect(counts).toMatchObject({ added: 1100, changed: 2 });
    expect((await store.call('contacts.counts', {})).companies).toBe(1);
  }, 60_000);

  test.each([
    ['an empty file', '', 'imports.problem_empty'],
    ['a zip', 'PK\u0003\u0004...', 'imports.problem_zip'],
    ['a backup', '{"format": "sidelight-backup"}', 'imports.problem_backup'],
  ])('refuses %s', async (_, text, message) => {
    const { ask, db } = await newStore();
    const refusal = { ok: false, error: { code: 'invalid', message } };
    expect(await ask('imports.preview', { file: fileOf(text), options: {} })).toEqual(refusal);
    const run = { id: uuid(), name: 'x', file: fileOf(text), options: {}, choices: [] };
    expect(await ask('imports.run', run)).toEqual(refusal);
    expect(await db.imports.count()).toBe(0);
  });
});

describe('where it is not clear whom a record is about', () => {
  const SHARED = 'Name,Email,City\nCarl Holm,office@shared.example,Oslo\n';

  async function withTwo() {
    const store = await newStore();
    for (const name of ['Dora Vik', 'Egil Vik']) {
      const points = [{ kind: 'email' as const, value: 'office@shared.example' }];
      await store.call('contacts.add', { draft: { name, points } });
    }
    return store;
  }

  test('it is asked, and held back without an answer', async () => {
    const store = await withTwo();
    const { preview, counts, id } = await importFile(store, SHARED);
    expect(preview.records).toMatchObject([{ status: 'question', doubt: 'several', where: '2' }]);
    expect(preview.records[0]?.candidates.map((one) => one.name)).toEqual(['Dora Vik', 'Egil Vik']);
    expect(counts).toEqual({ added: 0, changed: 0, same: 0, held: 1 });
    expect((await store.call('imports.report', { id }))?.heldBack).toEqual([
      { where: '2', reason: 'importing.held_question', text: 'Carl Holm' },
    ]);
  });

  test('the answer is followed', async () => {
    const store = await withTwo();
    const { preview } = await importFile(store, SHARED);
    const [, egil] = preview.records[0]!.candidates;
    expect((await importFile(store, SHARED, { choices: [['2', 'skip']] })).counts).toMatchObject({ held: 1 });
    expect((await importFile(store, SHARED, { choices: [['2', egil!.choice]] })).counts).toMatchObject({
      changed: 1,
    });
    expect((await importFile(store, SHARED)).counts).toMatchObject({ same: 1 });
    const other = await withTwo();
    expect((await importFile(other, SHARED, { choices: [['2', 'new']] })).counts).toMatchObject({ added: 1 });
  });

  test('an earlier record of the file can be the answer', async () => {
    const store = await newStore();
    const text = `${SHARED}Dina Moe,office@shared.example,Bergen\n`;
    const { preview } = await importFile(store, text);
    const question = preview.records.find((one) => one.status === 'question');
    expect(question).toMatchObject({
      doubt: 'name',
      candidates: [{ choice: { record: '2' }, name: 'Carl Holm' }],
    });
    const again = await newStore();
    const { counts } = await importFile(again, text, { choices: [['3', { record: '2' }]] });
    expect(counts).toMatchObject({ added: 1, changed: 1, held: 0 });
  });
});

describe('an import whose page dies', () => {
  const people = Array.from({ length: 2200 }, (_, n) => ({ name: `P${n}`, email: `p${n}@many.example` }));
  const run = () => ({ id: uuid(), name: 'people.csv', file: tableOf(people), options: {}, choices: [] });

  /** The file is kept before the first part, so one transaction more than parts. */
  async function dead(parts: number) {
    const store = await newStore();
    const { transaction } = store.db;
    let begun = 0;
    const dying = vi.spyOn(store.db, 'transaction').mockImplementation(((...args: unknown[]) => {
      begun += 1;
      if (begun > parts + 1) throw new Error('died');
      return Reflect.apply(transaction, store.db, args);
    }) as typeof store.db.transaction);
    const given = run();
    expect(await store.ask('imports.run', given)).toMatchObject({ ok: false, error: { message: 'died' } });
    dying.mockRestore();
    expect(await store.db.contacts.count()).toBe(parts * 1000);
    return { store, id: given.id };
  }

  test.each([0, 1, 2])(
    'after %i parts goes on, and everybody is there once',
    async (parts) => {
      const { store, id } = await dead(parts);
      // Nobody takes it back behind the user's back.
      await sweepJobs(store.db, store.clock.now + 10 * 60_000);
      expect(await store.call('imports.list', {})).toMatchObject([{ id, state: 'running', isWaiting: true }]);
      const counts = await store.call('imports.resume', { id });
      expect(counts).toEqual({ added: 2200, changed: 0, same: 0, held: 0 });
      const names = (await store.db.contacts.toArray()).map((row) => row.body.name);
      expect([names.length, new Set(names).size]).toEqual([2200, 2200]);
      expect(await store.db.jobs.count()).toBe(0);
      expect(await store.call('imports.list', {})).toMatchObject([{ id, state: 'done', counts }]);
      expect((await store.call('changes.undo', { batchId: id }))?.restored).toBe(2200);
    },
    60_000,
  );

  test('is taken back on demand, and leaves its report', async () => {
    const { store, id } = await dead(2);
    await store.call('imports.takeBack', { id });
    expect(
      await Promise.all(
        ['contacts', 'figures', 'changes', 'jobs'].map((name) => store.db.table(name).count()),
      ),
    ).toEqual([0, 0, 0, 0]);
    expect(await store.call('imports.list', {})).toMatchObject([{ id, state: 'stopped' }]);
    expect(await store.ask('imports.resume', { id })).toMatchObject({ error: { code: 'missing' } });
  }, 60_000);
});

test('an import whose page died after it was taken back does not wait for ever, and one that is done is never called stopped', async () => {
  const store = await newStore();
  const { id } = await importFile(store);
  await store.call('imports.takeBack', { id });
  expect(await store.call('imports.list', {})).toMatchObject([{ id, state: 'done', counts: { added: 3 } }]);
  const row = (await store.db.imports.get(id))!;
  await store.db.imports.put({ ...row, body: { ...row.body, state: 'running' } });
  expect(await store.call('imports.list', {})).toMatchObject([{ id, isWaiting: true }]);
  await store.call('imports.takeBack', { id });
  expect(await store.call('imports.list', {})).toMatchObject([{ id, state: 'stopped', isWaiting: false }]);
});

describe('what happened with people', () => {
  const PURCHASES =
    'Customer,Email,Date,Amount,Currency,Product\nAnna Berg,anna@fjordlys.example,2026-02-03,120.50,EUR,Lamp\nAnna Berg,anna@fjordlys.example,2026-02-20,80,EUR,Bulb\n';

  test('stands on the time line of its contact, once however often the file comes', async () => {
    const store = await newStore();
    expect((await importFile(store, PURCHASES)).counts).toMatchObject({ added: 1 });
    const lines = async () =>
      (await store.db.activities.toArray()).map(({ body }) => [body.type, body.subject, body.amount]).sort();
    expect(await lines()).toEqual([
      ['purchase', 'Bulb', { minor: 8000, currency: 'EUR' }],
      ['purchase', 'Lamp', { minor: 12050, currency: 'EUR' }],
    ]);
    expect((await importFile(store, PURCHASES)).counts).toMatchObject({ added: 0, changed: 0, same: 1 });
    expect(await lines()).toHaveLength(2);
    const more = `${PURCHASES}Anna Berg,anna@fjordlys.example,2026-03-01,15,EUR,Cable\n`;
    expect((await importFile(store, more)).counts).toMatchObject({ added: 0, changed: 1 });
    expect(await lines()).toHaveLength(3);
  });

  test('goes to whoever has the number of another program, and makes nobody where nobody has it', async () => {
    const store = await newStore();
    const deals =
      'Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Currency,Pipeline,Associated Contact IDs\n7001,Chairs,Closed won,2026-01-15 17:00,Mia Berg,12.50,EUR,Sales,501\n';
    const first = await importFile(store, deals, { otherwise: 'new' });
    const line = { where: '2', reason: 'imports.held_unknown', text: 'hubspot:501 · Chairs' };
    expect(first.preview).toMatchObject({ counts: { new: 0, held: 1 }, records: [], heldBack: [line] });
    expect(first.counts).toEqual({ added: 0, changed: 0, same: 0, held: 1 });
    expect(await store.call('imports.report', { id: first.id })).toMatchObject({ heldBack: [line] });
    expect([await store.db.contacts.count(), await store.db.activities.count()]).toEqual([0, 0]);

    const people =
      'Record ID,First Name,Last Name,Email,Lifecycle Stage,Contact owner\n501,Ana,Duarte,ana@casaprata.example,Customer,Mia Berg\n';
    expect((await importFile(store, people)).counts).toMatchObject({ added: 1 });
    const again = await importFile(store, deals);
    expect(statuses(again.preview)).toEqual(['changed']);
    expect(again.counts).toEqual({ added: 0, changed: 1, same: 0, held: 0 });
    const [ana] = await store.db.contacts.toArray();
    expect([ana!.body.name, ana!.body.external]).toEqual(['Ana Duarte', ['hubspot:501']]);
    const [sold] = await store.db.activities.toArray();
    expect(sold!.body).toMatchObject({ type: 'purchase', participants: [{ contactId: ana!.id }] });
    expect((await importFile(store, deals)).counts).toMatchObject({ added: 0, changed: 0, same: 1 });
  });

  test('one value is confirmed, and the other is set aside', async () => {
    const store = await newStore();
    await importFile(store, 'Name,Email,City\nAnna Berg,anna@fjordlys.example,Bergen\n');
    await importFile(store, 'Name,Email,City,Shoe size\nAnna Berg,anna@fjordlys.example,Oslo,38\n');
    const id = (await store.db.contacts.toArray())[0]!.id;
    const before = await contents(store.db);
    const view = await store.call('contacts.view', { id });
    expect(view?.kept).toMatchObject([{ name: 'Shoe size', value: '38', source: 'people.csv' }]);
    const oslo = view!.facts.find((fact) => fact.value === 'Oslo')!;
    await store.call('health.confirm', { contactId: id, of: 'facts', id: oslo.id });
    const after = await store.call('contacts.view', { id });
    expect(after?.facts.map(({ value, aside, confirmed }) => [value, aside, confirmed])).toEqual([
      ['Oslo', false, true],
      ['Bergen', true, false],
    ]);
    await store.call('changes.undo', {});
    expect(await contents(store.db)).toEqual(before);
  });
});

const line = fc.record({
  name: fc.constantFrom('Anna Berg', 'A. Berg', 'Bo Lund', '李慧敏', 'Bo'),
  email: fc.constantFrom('', 'a@x.example', 'b@x.example', 'c@x.example'),
  phone: fc.constantFrom('', '+47 22 12 34 56', '+4722123456', '12'),
  company: fc.constantFrom('', 'Fjordlys', 'FJORDLYS', '华信'),
  tags: fc.constantFrom('', 'Key', 'Region / Norway', '/'),
  notes: fc.constantFrom('', 'Met at the fair'),
  shoe: fc.constantFrom('', '41'),
});
const fullTable = (rows: Record<string, string>[]) =>
  `Name,Email,Phone,Company,Tags,Notes,Shoe size\n${rows.map((row) => Object.values(row).join(',')).join('\n')}\n`;

test('whatever stands in a file: a second time changes nothing, and undone all is as before', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 8 }),
      fc.array(line, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('first', 'new', undefined),
      async (first, second, otherwise) => {
        const store = await newStore();
        await importFile(store, fullTable(first));
        const before = await contents(store.db);
        const done = await importFile(store, fullTable(second), { otherwise: otherwise as 'new' });
        const after = await contents(store.db);
        // What was held back may be clear once the records behind it are in.
        if (done.counts.held === 0) {
          const { counts } = await importFile(store, fullTable(second));
          expect(counts).toMatchObject({ added: 0, changed: 0 });
          expect(await contents(store.db)).toEqual(after);
        }
        expect((await store.call('changes.undo', { batchId: done.id }))?.kept).toEqual([]);
        expect(await contents(store.db)).toEqual(before);
      },
    ),
    { numRuns: 25, seed: 20261121 },
  );
}, 120_000);
