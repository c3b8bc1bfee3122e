import type Dexie from 'dexie';
import type { Transaction } from 'dexie';
import * as first from './migrations/0001-first';
import * as lists from './migrations/0002-lists';
import * as surveys from './migrations/0003-surveys';
import * as refsAndImports from './migrations/0004-refs-imports';
import * as search from './migrations/0005-search';
import * as duplicates from './migrations/0006-duplicates';
import * as answers from './migrations/0008-answers';
import * as insight from './migrations/0009-insight';
import * as templates from './migrations/0010-templates';
import * as facts from './migrations/0011-facts';

interface Version {
  version: number;
  /** What is new or changed, in Dexie's words. */
  tables: Record<string, string>;
  upgrade?(transaction: Transaction): Promise<void>;
}

/** Every version of the stored shape, oldest first. A new one is added here. */
const VERSIONS: readonly Version[] = [
  first,
  lists,
  surveys,
  refsAndImports,
  search,
  duplicates,
  answers,
  insight,
  templates,
  facts,
];

/** Version of the stored data that this code writes. */
export const SCHEMA_VERSION = Math.max(...VERSIONS.map(({ version }) => version));

/** Declares every version, so that a database of any older one is brought up, step by step. */
export function declareAll(db: Dexie): void {
  for (const { version, tables, upgrade } of VERSIONS) {
    const declared = db.version(version).stores(tables);
    if (upgrade) declared.upgrade(upgrade);
  }
}

/**
 * Declares the last version alone, with all tables: Dexie reads every table anew for each version that it is told of, which makes
 * most of what a start of the worker costs. That is enough for a database that is as new, or not there yet. Of an older one the
 * opening fails with nothing changed, for the error takes its transaction back.
 * @param onOlder called before it fails so
 */
export function declareLast(db: Dexie, onOlder: () => void): void {
  const tables = Object.assign({}, ...VERSIONS.map((one) => one.tables));
  db.version(SCHEMA_VERSION)
    .stores(tables)
    .upgrade(() => {
      onOlder();
      throw new Error('The stored data is of an older version.');
    });
}
