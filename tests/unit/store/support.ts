import '../../support/indexeddb';
import { v7 as uuid } from 'uuid';
import { onTestFinished } from 'vitest';
import type { Input, Result } from '@/lib/api/client';
import type { Caller } from '@/lib/api/contract';
import { handlers } from '@/lib/api/handlers';
import type { Answer } from '@/lib/api/message';
import type { OperationName } from '@/lib/api/operations';
import { perform } from '@/lib/api/perform';
import { type Database, openDatabase } from '@/lib/store/database';
import { settingsOf } from '@/lib/store/settings';

/** Moment at which tests begin: 2026-03-02T09:00Z, a Monday. */
export const START = Date.UTC(2026, 2, 2, 9);
export const DAY = 86_400_000;

interface As {
  caller?: Caller;
  commandId?: string;
  automatic?: boolean;
}

const open: Database[] = [];

async function removeStores(): Promise<void> {
  const used = open.splice(0);
  for (const db of used) db.close();
  for (const db of used) await db.delete({ disableAutoOpen: true });
}

/** A store of its own with a clock that is set by hand, there until the test ends. */
export async function newStore(name = `test-${uuid()}`) {
  onTestFinished(removeStores);
  const db = await openDatabase(name);
  open.push(db);
  const clock = { now: START };
  /** Performs an operation and gives the whole answer. */
  const ask = (op: string, input: unknown, as: As = {}): Promise<Answer> =>
    perform(op, input, {
      db,
      handlers,
      caller: as.caller ?? 'workspace',
      commandId: as.commandId ?? uuid(),
      automatic: as.automatic,
      now: () => clock.now,
      zone: 'UTC',
    });
  /** Performs an operation that must succeed. A second passes between two of them. */
  async function call<N extends OperationName>(op: N, input: Input<N>, as: As = {}): Promise<Result<N>> {
    clock.now += 1000;
    const answer = await ask(op, input, as);
    if (!answer.ok) throw new Error(`${op}: ${answer.error.code} ${answer.error.message}`);
    return answer.value as Result<N>;
  }
  return { db, clock, ask, call };
}

/** A file of people, as a table: what a test imports that needs many contacts and no more. */
export function tableOf(people: { name: string; email?: string; company?: string; tags?: string }[]): Blob {
  const rows = people.map(({ name, email = '', company = '', tags = '' }) =>
    [name, email, company, tags].join(','),
  );
  return new Blob([`Name,Email,Company,Tags\n${rows.join('\n')}\n`]);
}

/** Imports such a file as one batch. */
export async function importPeople(
  store: Store,
  people: Parameters<typeof tableOf>[0],
  id = uuid(),
): Promise<string> {
  await store.call('imports.run', {
    id,
    name: 'people.csv',
    file: tableOf(people),
    options: {},
    choices: [],
  });
  return id;
}

export type Store = Awaited<ReturnType<typeof newStore>>;

/** Bodies of every row that is not deleted, without clocks, by table and id: what a user would call the same store. */
export async function contents(db: Database): Promise<Record<string, Record<string, unknown>>> {
  const tables = [
    'contacts',
    'companies',
    'activities',
    'tags',
    'tasks',
    'surveys',
    'responses',
    'invites',
    'cases',
  ] as const;
  const lists = await Promise.all(tables.map((table) => db.table(table).toArray()));
  const settings = { settings: { ...(await settingsOf(db)) } };
  const nouns = Object.fromEntries(
    tables.map((table, index) => [
      table,
      Object.fromEntries(
        (lists[index] ?? [])
          .filter((row) => row.body.deletedAt === null)
          .map((row) => [row.id, { ...row.body, clock: '' }]),
      ),
    ]),
  );
  return { ...nouns, settings };
}
