import { localClient } from '@/lib/api/local';
import { type Database, openDatabase } from '@/lib/store/database';
import { addressOf, pick } from '../numbers.ts';

type Single =
  | 'view'
  | 'ids'
  | 'openIds'
  | 'rows'
  | 'today'
  | 'counts'
  | 'todayCount'
  | 'companies'
  | 'tree'
  | 'find'
  | 'add'
  | 'note';

export interface Exercise {
  /** Milliseconds of each single call. */
  times: Record<Single, number[]>;
  /** Milliseconds and rows of each work over many. */
  bulk: Record<'import' | 'tag' | 'untag', { ms: number; rows: number }>;
}

/** Works with the full store through the contract, as the workspace does, and takes back what it wrote. */
export async function exercise(contacts: number, turns: number, many: number): Promise<Exercise> {
  const db = await openDatabase();
  const wake = { ring: () => {}, listen: () => () => {} };
  const client = localClient({ database: db, caller: 'workspace', wake });
  const call = client.call.bind(client);
  const byName = { filter: {}, sort: { by: 'name' as const, descending: false } };
  const byLast = { filter: { open: true }, sort: { by: 'last' as const, descending: true } };
  const ids = await call('contacts.ids', byName);
  if (ids.length < contacts) throw new Error(`The store holds ${ids.length} contacts, not ${contacts}.`);
  const some = (turn: number) => ids[pick(turn, ids.length)]!;
  const timed = async (count: number, run: (turn: number) => Promise<unknown>) => {
    const times: number[] = [];
    for (let turn = 0; turn < count; turn++) {
      const start = performance.now();
      await run(turn);
      times.push(performance.now() - start);
    }
    return times;
  };
  const added: string[] = [];
  const few = Math.ceil(turns / 20);
  const times: Exercise['times'] = {
    view: await timed(turns, (turn) => call('contacts.view', { id: some(turn) })),
    ids: await timed(few, () => call('contacts.ids', byName)),
    openIds: await timed(few, () => call('contacts.ids', byLast)),
    rows: await timed(turns, (turn) => call('contacts.rows', { ids: ids.slice(turn * 50, turn * 50 + 50) })),
    today: await timed(few, () => call('today.view', {})),
    counts: await timed(few, () => call('contacts.counts', {})),
    todayCount: await timed(few, () => call('today.count', {})),
    companies: await timed(few, () => call('companies.list', {})),
    tree: await timed(few, () => call('tags.tree', {})),
    find: await timed(turns, (turn) => call('contacts.find', { text: `person${pick(turn, contacts)}` })),
    add: await timed(turns, async (turn) => {
      const points = [{ kind: 'email' as const, value: `new${turn}@bench.example` }];
      added.push((await call('contacts.add', { draft: { name: `New ${turn}`, points } })).id);
    }),
    note: await timed(turns, (turn) =>
      call('notes.add', { contactIds: [added[turn]!], text: 'Wants the price list before the fair.' }),
    ),
  };
  const bulk = await inBulk(db, ids.slice(0, many), call);
  await call('contacts.delete', { ids: added });
  db.close();
  return { times, bulk };
}

type Call = ReturnType<typeof localClient>['call'];

async function inBulk(db: Database, ids: string[], call: Call): Promise<Exercise['bulk']> {
  const rows = ids.length;
  const timed = async (run: () => Promise<unknown>) => {
    const start = performance.now();
    await run();
    return { ms: performance.now() - start, rows };
  };
  const lines = ids.map((_, n) => `Imported ${n},${addressOf(9_000_000 + n)},Imported company ${n % 50}`);
  const file = new Blob([`Name,Email,Company\n${lines.join('\n')}\n`]);
  const batchId = crypto.randomUUID();
  const result = {
    import: await timed(() =>
      call('imports.run', { id: batchId, name: 'bench', file, options: {}, choices: [] }),
    ),
    tag: await timed(() => call('tags.assign', { contactIds: ids, path: 'Bench' })),
    untag: await timed(() => call('changes.undo', {})),
  };
  await call('changes.undo', { batchId });
  const left = await db.contacts.where('k.full').equals('imported 1').count();
  if (left > 0) throw new Error('The import was not undone.');
  return result;
}
