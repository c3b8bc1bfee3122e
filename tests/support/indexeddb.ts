import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
// @ts-expect-error A module of the library for which it has no types.
import Index from '../../node_modules/fake-indexeddb/build/esm/lib/Index.js';
import { platformClone, quickClone } from './quick-clone';

// Dexie looks for IndexedDB when it is loaded, which may be before this file.
Dexie.dependencies.indexedDB ??= new IDBFactory();
Dexie.dependencies.IDBKeyRange = IDBKeyRange;

// Each row that is written or read is copied, and each key.
if (structuredClone === platformClone) globalThis.structuredClone = quickClone;

interface RawIndex {
  keyPath: string | string[];
  /** @returns undefined where the row is not in the index */
  getIndexKey(row: unknown): unknown;
  [QUICK]?: true;
}

const QUICK = Symbol.for('sidelight.quick-index');
const { prototype } = Index as { prototype: RawIndex };

/**
 * Whether there is nothing at this path that could be a key: neither nothing, null nor a boolean is one ("convert a value to a key",
 * Indexed Database API 3.0). It says no where it takes more to tell.
 */
function hasNoKey(row: unknown, keyPath: string): boolean {
  let value = row;
  for (const name of keyPath.split('.')) {
    if (value === null || typeof value !== 'object' || value instanceof Blob) return false;
    if (!Object.hasOwn(value, name)) return true;
    value = (value as Record<string, unknown>)[name];
  }
  return value === undefined || value === null || typeof value === 'boolean';
}

// For each row without a key of an index the library throws an exception to itself, and notes where: a sixth of the time that tests of the
// store took.
if (!prototype[QUICK]) {
  const { getIndexKey } = prototype;
  prototype[QUICK] = true;
  prototype.getIndexKey = function (this: RawIndex, row: unknown) {
    if (typeof this.keyPath === 'string' && hasNoKey(row, this.keyPath)) return undefined;
    return getIndexKey.call(this, row);
  };
}
