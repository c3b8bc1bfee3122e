import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { NOUN_NAMES, NOUNS } from '@/lib/store/backup-nouns';
import { FILES as fixtures } from '../../support/exchange-files';
import { mutated } from '../../support/mutations';
import { newStore, type Store } from './support';

/** Whatever a file says, the rows that it gives are of the shape that a backup is checked by. */

async function faults({ db }: Store): Promise<string[]> {
  const lists = await Promise.all(
    NOUN_NAMES.map(async (noun) => {
      const rows: { body: unknown }[] = await db.table(noun).toArray();
      return rows.flatMap(({ body }) => {
        const issue = NOUNS[noun].safeParse(body).error?.issues[0];
        return issue ? [`${noun} ${issue.path.join('.')}: ${issue.message}`] : [];
      });
    }),
  );
  return [...new Set(lists.flat())];
}

const run = (store: Store, bytes: Uint8Array, name = 'file') =>
  store.ask('imports.run', {
    id: uuid(),
    name,
    file: new Blob([bytes as Uint8Array<ArrayBuffer>]),
    options: {},
    choices: [],
    otherwise: 'new',
  });

test('every file of the project, and broken ones', async () => {
  const store = await newStore();
  let taken = 0;
  for (const [at, bytes] of fixtures.entries()) {
    for (const turn of [0, 1, 2]) {
      const given = turn === 0 ? bytes : mutated(bytes, fixtures, 7_000_000_000 + at * 10 + turn);
      if ((await run(store, given)).ok) taken += 1;
    }
  }
  expect(await faults(store)).toEqual([]);
  expect(taken).toBeGreaterThan(fixtures.length);
}, 300_000);

test('values as long as a file can make them', async () => {
  const store = await newStore();
  const long = (n: number) => '\u{1d54f}'.repeat(n);
  const card = (more: string) =>
    `BEGIN:VCARD\nVERSION:3.0\nFN:Anna Berg\nEMAIL:anna@berg.example\n${more}\nEND:VCARD\n`;
  const cards = [
    card(`ORG:${long(900)}`),
    card(`X-${'A'.repeat(900)}:value`),
    card(`X-OWN;${'P'.repeat(90)}=1;X=${'v'.repeat(2500)}:value`),
    card(`${'g'.repeat(90)}.X-OWN:value`),
    card(`TEL:${'\ufdfa'.repeat(400)}`),
    card(`CATEGORIES:${long(200)}`),
    card(`NOTE:${long(60_000)}`),
  ].join('');
  const number = '7'.repeat(400);
  const table = `Record ID,First Name,Last Name,Email,Company Name\n${number},Bo,Dahl,bo@dahl.example,${long(400)}\n`;
  const events = `Customer,Email,Product,Amount,Date,Order number\nCem Ak,cem@ak.example,${long(900)},1 EUR,2026-01-02,${number}\n`;
  for (const text of [cards, table, events]) {
    expect(await run(store, new TextEncoder().encode(text))).toMatchObject({ ok: true });
  }
  expect(await faults(store)).toEqual([]);
  const { file } = await store.call('backup.save', {});
  const fresh = await newStore();
  expect((await fresh.call('backup.preview', { file })).cutCount).toBe(0);
});

test('a company with a name longer than one may have is one company, however often it is named', async () => {
  const store = await newStore();
  const name = 'Fjordlys '.repeat(60).trim();
  for (const who of ['Anna Berg', 'Bo Dahl']) {
    const facts = [{ field: 'company', value: name }];
    await store.call('contacts.add', { draft: { name: who, facts } });
  }
  expect((await store.db.companies.toArray()).map(({ body }) => body.name)).toEqual([name.slice(0, 300)]);
});

test('a row of a backup that is too long somewhere is cut, and all others are restored; another fault is damage', async () => {
  const store = await newStore();
  const { id } = await store.call('contacts.add', { draft: { name: 'Anna Berg' } });
  await store.call('contacts.add', { draft: { name: 'Bo Dahl' } });
  const row = (await store.db.contacts.get(id))!;
  const body = {
    ...row.body,
    name: 'A'.repeat(500),
    external: Array.from({ length: 70 }, (_, n) => `hubspot:${n}`),
  };
  await store.db.contacts.put({ ...row, body });
  const { file } = await store.call('backup.save', {});
  const fresh = await newStore();
  const { cut, cutCount } = await fresh.call('backup.preview', { file });
  expect([cut, cutCount]).toEqual([['contacts / 1 / name', 'contacts / 1 / external'], 2]);
  await fresh.call('backup.restore', { file });
  const restored = (await fresh.db.contacts.get(id))!.body;
  expect([restored.name.length, restored.external?.length]).toEqual([300, 50]);
  expect(await fresh.db.contacts.count()).toBe(2);
  const text = (await file.text()).replace('"name":"Bo Dahl"', '"name":7');
  const refused = await fresh.ask('backup.preview', { file: new Blob([text]) });
  expect(refused).toMatchObject({ ok: false, error: { code: 'invalid' } });
});
