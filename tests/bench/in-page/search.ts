import { localClient } from '@/lib/api/local';
import type { Contact } from '@/lib/crm/contacts';
import { type Database, openDatabase } from '@/lib/store/database';
import type { Body } from '@/lib/store/edits';
import { forgetIndex } from '@/lib/store/search/build';
import { keepSearch } from '@/lib/store/search/keep';
import { refreshSearch } from '@/lib/store/search/refresh';
import { rowOf } from '@/lib/store/work';
import { addressOf, COMPANY_SIZE, nameOf, pick } from '../numbers.ts';
import { activity, company, contact } from './people';

/** Texts as they are typed, in which a number makes every turn another. */
const ONE: ((n: number, contacts: number) => string)[] = [
  (n) => ['ada', 'brandt', 'farah', 'jansen'][n % 4]!,
  (n) => ['伟', '秀英', '志强', '陈'][n % 4]!,
  (n) => ['xiuying', 'zhiq', 'chen', 'xy'][n % 4]!,
  (n) => ['samples', 'courier', 'prices', 'bergen'][n % 4]!,
  (n) => ['p', 's', 'com', 'pri'][n % 4]!,
  (n, contacts) => `person${pick(n, contacts)}`,
  (n, contacts) => `company${pick(n, contacts / COMPANY_SIZE)}`,
  (n, contacts) => String(1_000_000 + pick(n, contacts)).slice(-5),
];
const TWO: ((n: number, contacts: number) => string)[] = [
  (n) => `${['ada', 'brandt', 'farah', '王'][n % 4]} ${['samples', 'courier', 'price', 'fair'][n % 4]}`,
  (n, contacts) => nameOf(pick(n, contacts)).replace(/ .* /, ' '),
  () => 'samples prices',
  (n, contacts) => `company ${pick(n, contacts / COMPANY_SIZE)}`,
];

export interface SearchTimes {
  one: number[];
  two: number[];
  /** Milliseconds of a note through the contract, and of the index's part in it. */
  note: { whole: number[]; index: number[] };
  /** Milliseconds for the same rows: put as they are, and their part of the index. */
  bulk: { rows: number; put: number; index: number; merge: number };
  bytes: number;
  runs: number;
}

/** Asks the full store, and writes what is taken back. */
export async function search(contacts: number, turns: number, many: number): Promise<SearchTimes> {
  const db = await openDatabase();
  await keepSearch(db);
  const wake = { ring: () => {}, listen: () => () => {} };
  const { call } = localClient({ database: db, caller: 'workspace', wake });
  // The product's own worker may have met the store while rows were put in past the product, and have called its index whole.
  const last = await call('search.find', { text: `person${contacts - 1}`, limit: 1 });
  if (last.hits.length === 0) {
    await forgetIndex(db);
    await keepSearch(db);
  }
  const timed = async (run: () => Promise<unknown>) => {
    const start = performance.now();
    await run();
    return performance.now() - start;
  };
  const asked = async (texts: typeof ONE) => {
    const times: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      for (const text of texts) {
        times.push(
          await timed(async () => {
            const { hits, making } = await call('search.find', { text: text(turn, contacts), limit: 10 });
            if (making || hits.length === 0) throw new Error(`Nothing found by ${text(turn, contacts)}.`);
          }),
        );
      }
    }
    return times;
  };
  const [bytes, runs] = [await bytesOf(db), await db.searchRuns.count()];
  return {
    one: await asked(ONE),
    two: await asked(TWO),
    note: await notes(db, call, turns, timed),
    bulk: await bulk(db, contacts, many, timed),
    bytes,
    runs,
  };
}

type Timed = (run: () => Promise<unknown>) => Promise<number>;

async function notes(
  db: Database,
  call: ReturnType<typeof localClient>['call'],
  turns: number,
  timed: Timed,
): Promise<SearchTimes['note']> {
  const { id } = await call('contacts.add', { draft: { name: 'Searched' } });
  const whole: number[] = [];
  const index: number[] = [];
  for (let turn = 0; turn < turns * 4; turn += 1) {
    const text = `Wants the price list before the fair, number ${turn}.`;
    whole.push(await timed(() => call('notes.add', { contactIds: [id], text, pinned: false })));
    const after = { ...activity(1, 3, id, Date.now()), text: `${text} Again.` } as unknown as Body;
    const written = [{ table: 'activities' as const, before: null, after }];
    index.push(await timed(() => db.transaction('rw', db.tables, async () => refreshSearch(db, written))));
  }
  await call('contacts.erase', { id });
  return { whole, index };
}

/** New contacts in parts of 500, first the rows alone, then the same again with nothing but their part of the index. */
async function bulk(
  db: Database,
  contacts: number,
  many: number,
  timed: Timed,
): Promise<SearchTimes['bulk']> {
  const now = Date.now();
  const firm = company(1, now);
  const bodies = Array.from({ length: many }, (_, n): Contact => {
    const body = contact(contacts + n, firm, [], now);
    for (const point of Object.values(body.points)) point.source = addressOf(n);
    return body;
  });
  const parts = Array.from({ length: Math.ceil(many / 500) }, (_, at) =>
    bodies.slice(at * 500, at * 500 + 500),
  );
  const each = (run: (part: Contact[]) => Promise<unknown>) =>
    timed(async () => {
      for (const part of parts) await db.transaction('rw', db.tables, async () => run(part));
    });
  const put = await each((part) => db.contacts.bulkPut(part.map((body) => rowOf('contacts', body))));
  const index = await each((part) =>
    refreshSearch(
      db,
      part.map((body) => ({ table: 'contacts' as const, before: null, after: body as unknown as Body })),
    ),
  );
  const merge = await timed(() => keepSearch(db));
  await each(async (part) => {
    await db.contacts.bulkDelete(part.map(({ id }) => id));
    await refreshSearch(
      db,
      part.map((body) => ({ table: 'contacts' as const, before: body as unknown as Body, after: null })),
    );
  });
  return { rows: many, put, index, merge };
}

/** Bytes of what the tables of the index hold, as it is stored: a letter beyond Latin is two. */
async function bytesOf(db: Database): Promise<number> {
  const text = (one: string) => ([...one].some((char) => char > 'ÿ') ? 2 : 1) * one.length;
  let sum = 0;
  await db.searchBlocks.each(({ words, bytes }) => {
    sum += text(words) + bytes.length;
  });
  for (const run of await db.searchRuns.toArray()) {
    sum += text(run.firsts.join()) + 4 * run.voids.length + (run.block ? run.size : 0);
  }
  await db.searchNames.each(({ ids }) => {
    sum += ids.length;
  });
  await db.searchIds.each(({ ids, numbers }) => {
    sum += ids.length + numbers.byteLength;
  });
  await db.searchMarks.each(({ days, kinds }) => {
    sum += days.byteLength + kinds.byteLength;
  });
  return sum;
}
