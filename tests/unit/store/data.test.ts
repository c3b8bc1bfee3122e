import ICAL from 'ical.js';
import { v7 as uuid } from 'uuid';
import { describe, expect, test, vi } from 'vitest';
import { handlers } from '@/lib/api/handlers';
import { perform } from '@/lib/api/perform';
import { LEFT_OUT } from '@/lib/store/backup';
import { NOUN_NAMES } from '@/lib/store/backup-nouns';
import { sweepJobs } from '@/lib/store/take-back';
import { DAY, importPeople, newStore, START, type Store, tableOf } from './support';

const EVERYTHING = { personal: true, sensitive: true, notes: true };
const NOTHING_PRIVATE = { personal: false, sensitive: false, notes: false };

test('every table is in the backup, or named among those that are left out', async () => {
  const { db } = await newStore();
  const named = [...NOUN_NAMES, ...Object.keys(LEFT_OUT)];
  expect(db.tables.map(({ name }) => name).filter((name) => !named.includes(name))).toEqual([]);
  expect(new Set(named).size).toBe(named.length);
});

test('a backup brings the reports of imports, but for one under way', async () => {
  const store = await newStore();
  const id = await importPeople(store, [{ name: 'Anna', email: 'anna@berg.example' }]);
  const row = await store.db.imports.get(id);
  const other = uuid();
  await store.db.imports.put({ ...row!, id: other, body: { ...row!.body, id: other, state: 'running' } });
  const { file } = await store.call('backup.save', {});
  const fresh = await newStore();
  await fresh.call('backup.restore', { file });
  expect((await fresh.call('imports.list', {})).map((one) => one.id)).toEqual([id]);
  // The same file again changes nothing in it.
  await fresh.call('imports.run', {
    id: uuid(),
    name: 'b.csv',
    file: tableOf([{ name: 'Anna', email: 'anna@berg.example' }]),
    options: {},
    choices: [],
  });
  await fresh.call('backup.restore', { file });
  expect((await fresh.call('imports.list', {})).length).toBe(2);
});

test('a restoring that died loses nothing of the one after it, also when its remains are swept', async () => {
  const store = await newStore();
  await importPeople(
    store,
    Array.from({ length: 1500 }, (_, n) => ({ name: `Person ${n}`, email: `p${n}@lab.test` })),
  );
  const { file } = await store.call('backup.save', {});
  const fresh = await newStore();
  // The state behind the first part, as a page that is closed then leaves it.
  const { tables } = fresh.db;
  let left: Promise<object[][]> | undefined;
  const onProgress = () => {
    left ??= fresh.db.transaction('r', tables, () => Promise.all(tables.map((table) => table.toArray())));
  };
  const as = { db: fresh.db, handlers, caller: 'workspace' as const, now: () => fresh.clock.now };
  await perform('backup.restore', { file }, { ...as, commandId: uuid(), onProgress });
  const rows = (await left)!;
  await fresh.db.transaction('rw', tables, async () => {
    for (const [at, table] of tables.entries()) {
      await table.clear();
      await table.bulkPut(rows[at]!);
    }
  });
  expect(await fresh.db.contacts.count()).toBe(1000);
  expect(await fresh.db.jobs.count()).toBe(1);
  await fresh.call('backup.restore', { file });
  expect((await fresh.call('contacts.counts', {})).contacts).toBe(1500);
  await sweepJobs(fresh.db, fresh.clock.now + DAY);
  expect((await fresh.call('contacts.counts', {})).contacts).toBe(1500);
}, 60_000);

describe('what was changed here and there', () => {
  async function parted() {
    const [here, there] = [await newStore(), await newStore()];
    const { ids } = await here.call('contacts.addMany', {
      drafts: [{ name: 'Anna Berg' }, { name: 'Bo Li' }, { name: 'Cem Ak' }],
    });
    await there.call('backup.restore', { file: (await here.call('backup.save', {})).file });
    there.clock.now = here.clock.now + 60_000;
    await there.call('contacts.edit', { id: ids[0]!, name: 'Anna There' });
    await there.call('contacts.edit', { id: ids[1]!, name: 'Bo There' });
    here.clock.now = there.clock.now + 60_000;
    await here.call('contacts.edit', { id: ids[0]!, name: 'Anna Here' });
    await here.call('contacts.edit', { id: ids[2]!, name: 'Cem Here' });
    const { file } = await there.call('backup.save', {});
    const names = async (store: Store) => (await store.db.contacts.bulkGet(ids)).map((row) => row?.body.name);
    return { here, there, file, names, key: `contacts/${ids[0]}` };
  }

  test('is shown side by side, and only that', async () => {
    const { here, file, key } = await parted();
    const preview = await here.call('backup.preview', { file });
    expect(preview).toMatchObject({ adds: 0, replaces: 1, conflictCount: 1 });
    expect(preview.conflicts).toMatchObject([
      {
        key,
        name: 'Anna Here',
        later: 'mine',
        fields: [{ field: 'name', mine: 'Anna Here', theirs: 'Anna There' }],
      },
    ]);
    expect(preview.conflicts[0]!.theirsAt).toBeLessThan(preview.conflicts[0]!.mineAt);
  });

  test.each([
    ['nothing was chosen', {}, 'Anna Here'],
    ['all of here', { otherwise: 'mine' as const }, 'Anna Here'],
    ['all of the backup', { otherwise: 'theirs' as const }, 'Anna There'],
  ])('is settled where %s', async (_, choice, name) => {
    const { here, file, names } = await parted();
    await here.call('backup.restore', { file, ...choice });
    expect(await names(here)).toEqual([name, 'Bo There', 'Cem Here']);
  });

  test('is settled one by one, holds on the other computer too, and is undone', async () => {
    const { here, there, file, names, key } = await parted();
    const { batchId } = await here.call('backup.restore', {
      file,
      choices: [[key, 'theirs']],
      otherwise: 'mine',
    });
    expect(await names(here)).toEqual(['Anna There', 'Bo There', 'Cem Here']);
    expect((await here.call('backup.preview', { file })).conflictCount).toBe(0);
    const back = (await here.call('backup.save', {})).file;
    expect((await there.call('backup.preview', { file: back })).conflictCount).toBe(0);
    await there.call('backup.restore', { file: back });
    expect(await names(there)).toEqual(['Anna There', 'Bo There', 'Cem Here']);
    await here.call('changes.undo', { batchId });
    expect(await names(here)).toEqual(['Anna Here', 'Bo Li', 'Cem Here']);
  });
});

describe('an export', () => {
  async function filled() {
    const store = await newStore();
    const { ids } = await store.call('contacts.addMany', {
      drafts: [
        {
          name: '李慧敏',
          points: [{ kind: 'email', value: 'li@huaxin.example' }],
          facts: [
            { field: 'company', value: '华信; 贸易' },
            { field: 'illness', value: 'secret', sensitive: true },
          ],
          dates: [{ kind: 'birthday', date: { calendar: 'lunar', month: 8, day: 9 } }],
          tags: ['Region / Norway'],
          note: 'Likes "tea"',
        },
        { name: 'Mum', kind: 'personal' },
      ],
    });
    await store.call('notes.add', { contactIds: ids, text: 'of both' });
    return { store, ids };
  }

  test.each(['vcard4', 'vcard3', 'csv'] as const)(
    'as %s leaves out what is private, or has it when asked',
    async (format) => {
      const { store } = await filled();
      const plain = await store.call('exports.write', { format, ...NOTHING_PRIVATE });
      expect([plain.count, plain.personal]).toEqual([1, 1]);
      const text = (await plain.file.text()).replace(/\r\n /g, '');
      expect(text).toMatch(/李慧敏/);
      expect(text).not.toMatch(/Mum|secret|tea|of both/);
      const all = await (await store.call('exports.write', { format, ...EVERYTHING })).file.text();
      for (const one of ['Mum', 'secret', 'tea']) expect(all).toContain(one);
      // A note about two people is about somebody else too.
      expect(all).not.toContain('of both');
    },
  );

  test('is read back by an import into an empty store', async () => {
    const { store, ids } = await filled();
    for (const format of ['vcard4', 'csv'] as const) {
      const { file, name } = await store.call('exports.write', { format, ids: [ids[0]!], ...EVERYTHING });
      const fresh = await newStore();
      await fresh.call('imports.run', { id: uuid(), name, file, options: {}, choices: [] });
      const [row] = await fresh.db.contacts.toArray();
      const view = await fresh.call('contacts.view', { id: row!.id });
      expect(view).toMatchObject({
        name: '李慧敏',
        company: { name: '华信; 贸易' },
        notes: [{ text: 'Likes "tea"' }],
      });
      expect(view.tags.map(({ path }) => path)).toEqual([['Region', 'Norway']]);
      expect(view.dates.map(({ kind, date }) => [kind, date])).toEqual([
        ['birthday', { calendar: 'lunar', month: 8, day: 9 }],
      ]);
    }
  });

  test('of a calendar has tasks and the days of lunar dates', async () => {
    const { store, ids } = await filled();
    await store.call('tasks.add', { title: 'Call', contactIds: [ids[0]!], due: { date: '2026-03-04' } });
    await store.call('tasks.add', { title: 'For Mum', contactIds: [ids[1]!] });
    const titles = { birthday: 'Birthday: {name}' };
    const { file, count } = await store.call('exports.write', { format: 'ics', ...NOTHING_PRIVATE, titles });
    const calendar = new ICAL.Component(ICAL.parse(await file.text()) as unknown[]);
    const texts = (kind: string) =>
      calendar.getAllSubcomponents(kind).map((one) => String(one.getFirstPropertyValue('summary')));
    expect(texts('vtodo')).toEqual(['Call']);
    expect(texts('vevent')).toEqual(Array(10).fill('Birthday: 李慧敏'));
    expect(count).toBe(2);
  });

  test('and everything else that goes out stands in the log, without a name, and is no change to undo', async () => {
    const { store, ids } = await filled();
    const before = (await store.call('settings.get', {})).device.changesSinceBackup;
    await store.call('exports.write', { format: 'csv', ...NOTHING_PRIVATE });
    await store.call('data.give', { id: ids[0]! });
    const { file } = await store.call('backup.save', {});
    await store.call('backup.restore', { file });
    expect((await store.call('settings.get', {})).device.changesSinceBackup).toBe(before);
    await store.call('contacts.erase', { id: ids[0]! });
    const log = await store.call('data.log', {});
    expect(log.map(({ op }) => op)).toEqual([
      'contacts.erase',
      'backup.restore',
      'backup.save',
      'data.give',
      'exports.write',
    ]);
    expect(JSON.stringify(log)).not.toMatch(/李慧敏|Mum|huaxin/);
    expect(log[0]!.result).toMatchObject({ rows: expect.any(Number), log: log[0]!.id });
  });

  test('is logged once when it is sent again', async () => {
    const { store } = await filled();
    const commandId = 'export-again-0001';
    for (let turn = 0; turn < 2; turn += 1) {
      const { file } = await store.call(
        'exports.write',
        { format: 'vcard4', ...NOTHING_PRIVATE },
        { commandId },
      );
      expect(await file.text()).toContain('李慧敏');
    }
    expect((await store.call('data.log', {})).length).toBe(1);
  });
});

test('what is given to a person is all that is stored on them, and nothing of others', async () => {
  const store = await newStore();
  const { ids } = await store.call('contacts.addMany', {
    drafts: [
      { name: 'Anna Berg', facts: [{ field: 'title', value: 'Baker' }], note: 'Likes tea' },
      {
        name: 'Zorblatt Quinx',
        points: [{ kind: 'email', value: 'z@quinx.example' }],
        note: 'Zorblatt is ill',
      },
      { name: 'Anne Berg', note: 'Merged note' },
    ],
  });
  const [anna, other, merged] = ids as [string, string, string];
  await store.call('contacts.merge', { groups: [{ into: anna, from: [merged] }] });
  await store.call('notes.add', { contactIds: [anna, other], text: 'Zorblatt told me of Anna' });
  await store.call('tasks.add', { title: 'Call back', contactIds: [anna] });
  await store.call('contacts.setConsent', {
    id: anna,
    channel: 'mail',
    consent: { state: 'given', basis: 'asked by mail' },
  });
  await store.call('cases.open', {
    title: 'Late',
    contactIds: [anna],
    kind: 'complaint',
    text: 'It was late',
  });
  const dossier = await store.call('data.give', { id: anna });
  expect(dossier).toMatchObject({
    name: 'Anna Berg',
    facts: [
      { field: 'title', value: 'Baker', how: 'typed' },
      { field: 'nickname', value: 'Anne Berg' },
    ],
    cases: [{ title: 'Late', text: 'It was late' }],
  });
  expect(dossier.tasks.map(({ title }) => title)).toContain('Call back');
  expect(dossier.activities.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['Likes tea', 'Merged note', null]),
  );
  expect(dossier.mergedFrom.map(({ name }) => name)).toEqual(['Anne Berg']);
  expect(dossier.consents).toMatchObject([{ channel: 'mail', state: 'given', basis: 'asked by mail' }]);
  expect(JSON.stringify(dossier)).not.toMatch(/zorblatt|quinx/i);
});

test('a person is given what was marked of their mood, and how strong a need is', async () => {
  const { call } = await newStore();
  const { id } = await call('contacts.add', { draft: { name: 'Anna Berg' } });
  await call('activities.log', { activity: { type: 'mood', contactIds: [id], value: -1 } });
  const need = { quote: 'More light', kind: 'explicit', strength: 3, status: 'open' } as const;
  await call('needs.set', { contactId: id, need });
  const dossier = await call('data.give', { id });
  expect(dossier.activities).toMatchObject([{ type: 'mood', value: -1 }]);
  expect(dossier.needs).toMatchObject([{ quote: 'More light', strength: 3 }]);
});

describe('keeping no longer', () => {
  const YEAR = 365 * DAY;

  async function old() {
    const store = await newStore();
    store.clock.now = START - 4 * YEAR;
    const { ids } = await store.call('contacts.addMany', {
      drafts: [
        { name: 'Silent' },
        { name: 'Talked lately' },
        { name: 'Has a task' },
        { name: 'Tagged', tags: ['Keep / Short'] },
        { name: 'Private', kind: 'personal' },
        { name: 'Has a case' },
      ],
    });
    await store.call('tasks.add', { title: 'Call', contactIds: [ids[2]!] });
    await store.call('cases.open', { title: 'Late', contactIds: [ids[5]!], kind: 'question', text: '' });
    await store.call('notes.add', { contactIds: [ids[1]!], text: 'An old note' });
    store.clock.now = START;
    await store.call('activities.log', { activity: { type: 'call', contactIds: [ids[1]!], at: START } });
    await store.call('notes.add', { contactIds: [ids[1]!], text: 'A new note' });
    return { store, ids };
  }

  const names = (list: { name: string }[]) => list.map(({ name }) => name).sort();

  test('names who was silent that long and has nothing open, by kind and by tag', async () => {
    const { store } = await old();
    const rule = { contactYears: 3, noteYears: 3 };
    const all = await store.call('retention.preview', { rule });
    expect(names(all.contacts)).toEqual(['Private', 'Silent', 'Tagged']);
    expect(all.notes.map(({ text }) => text)).toEqual(['An old note']);
    expect(
      names((await store.call('retention.preview', { rule: { ...rule, kind: 'work' } })).contacts),
    ).toEqual(['Silent', 'Tagged']);
    const tags = await store.call('tags.tree', {});
    const tagId = tags.find(({ path }) => path.length === 1)!.id;
    expect(names((await store.call('retention.preview', { rule: { ...rule, tagId } })).contacts)).toEqual([
      'Tagged',
    ]);
    expect(
      (await store.call('retention.preview', { rule: { contactYears: 5, noteYears: null } })).contactCount,
    ).toBe(0);
  });

  test('deletes them so that undo brings them back, and stands in the log', async () => {
    const { store } = await old();
    const rule = { contactYears: 3, noteYears: 3 };
    expect(await store.call('retention.run', { rule, erase: false })).toEqual({
      contacts: 3,
      notes: 1,
      erased: false,
    });
    expect((await store.call('contacts.counts', {})).contacts).toBe(3);
    expect((await store.call('data.log', {})).map(({ op }) => op)).toEqual(['retention.run']);
    await store.call('changes.undo', {});
    expect((await store.call('contacts.counts', {})).contacts).toBe(6);
    expect((await store.call('retention.preview', { rule })).noteCount).toBe(1);
  });

  test('erases them for good where that was said, once', async () => {
    const { store } = await old();
    const rule = { contactYears: 3, noteYears: null, kind: 'work' as const };
    const commandId = 'retention-0001';
    const done = await store.call('retention.run', { rule, erase: true }, { commandId });
    expect(done).toEqual({ contacts: 2, notes: 0, erased: true });
    expect(await store.call('retention.run', { rule, erase: true }, { commandId })).toEqual(done);
    expect(JSON.stringify(await store.db.contacts.toArray())).not.toMatch(/Silent|Tagged/);
    expect((await store.call('data.log', {})).map(({ op }) => op).sort()).toEqual([
      'contacts.erase',
      'contacts.erase',
      'retention.run',
    ]);
  });

  test('leaves who has a case or a deal by somebody merged into them, and is one entry in the log', async () => {
    const { store, ids } = await old();
    store.clock.now = START - 4 * YEAR;
    const { id: twin } = await store.call('contacts.add', { draft: { name: 'Twin' } });
    const { id: third } = await store.call('contacts.add', { draft: { name: 'Third' } });
    await store.call('cases.open', { title: 'Late', contactIds: [twin], kind: 'question', text: '' });
    await store.call('deals.add', { title: 'Roof', contactIds: [third] });
    await store.call('contacts.merge', { groups: [{ into: ids[0]!, from: [twin] }] });
    await store.call('contacts.merge', { groups: [{ into: ids[3]!, from: [third] }] });
    store.clock.now = START;
    const rule = { contactYears: 3, noteYears: 3 };
    expect(names((await store.call('retention.preview', { rule })).contacts)).toEqual(['Private']);
    expect(await store.call('retention.run', { rule, erase: true })).toEqual({
      contacts: 1,
      notes: 1,
      erased: true,
    });
    const runs = (await store.call('data.log', {})).filter(({ op }) => op === 'retention.run');
    expect(runs.map(({ result }) => result)).toEqual([{ contacts: 1, notes: 1, erased: true }]);
  });

  test('leaves whom the rule names no more when their turn comes', async () => {
    const { store, ids } = await old();
    const rule = { contactYears: 3, noteYears: null, kind: 'work' as const };
    const { drafts, figures } = store.db;
    const filter = drafts.filter.bind(drafts);
    // While the first goes, the second is talked to.
    const talk = vi.spyOn(drafts, 'filter').mockImplementationOnce((keep) => {
      void figures.update(ids[3]!, { lastAt: START });
      return filter(keep);
    });
    const done = await store.call('retention.run', { rule, erase: true });
    talk.mockRestore();
    expect(done).toEqual({ contacts: 1, notes: 0, erased: true });
    expect(await store.db.contacts.get(ids[0]!)).toBeUndefined();
    expect((await store.db.contacts.get(ids[3]!))?.body.name).toBe('Tagged');
  });

  test('that died half-way erases in its second run who is left, and nobody is passed over', async () => {
    const { store } = await old();
    const rule = { contactYears: 3, noteYears: null };
    const commandId = 'retention-dies-0001';
    const as = { db: store.db, handlers, caller: 'workspace' as const, now: () => store.clock.now };
    // The page dies behind the first: the command itself has left nothing.
    const { drafts } = store.db;
    const filter = drafts.filter.bind(drafts);
    const dying = vi.spyOn(drafts, 'filter').mockImplementationOnce(filter);
    dying.mockImplementationOnce(() => {
      throw new Error('died');
    });
    const first = await perform('retention.run', { rule, erase: true }, { ...as, commandId });
    expect(first).toMatchObject({ ok: false });
    dying.mockRestore();
    expect((await store.call('contacts.counts', {})).contacts).toBe(5);
    const done = await store.call('retention.run', { rule, erase: true }, { commandId });
    expect(done.contacts).toBe(2);
    expect((await store.call('contacts.counts', {})).contacts).toBe(3);
  });
});
