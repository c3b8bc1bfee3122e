import { type Database, openDatabase } from '@/lib/store/database';
import { lookUp as lookUpPoints } from '@/lib/store/matches';
import { addressOf, pick } from '../numbers.ts';

/** Milliseconds of single look-ups, and of the same requests put to the browser's own database, taken in turn. */
export interface LookUps {
  own: number[];
  bare: number[];
}

/**
 * Times of single look-ups, in ms: who has these addresses, and what is open with them. Every look-up asks for other
 * people, and one address in five is nobody's.
 */
export async function lookUp(contacts: number, turns: number, addresses: number): Promise<LookUps> {
  const db = await openDatabase();
  const times: LookUps = { own: [], bare: [] };
  const timed = async (
    into: number[],
    turn: number,
    found: (keys: string[]) => Promise<ReadonlySet<string>>,
  ) => {
    const keys = Array.from({ length: addresses }, (_, at) =>
      addressOf(at % 5 === 4 ? contacts + turn : pick(turn * addresses + at, contacts)),
    );
    const start = performance.now();
    const { size } = await found(keys);
    into.push(performance.now() - start);
    if (size < Math.floor(addresses * 0.8)) throw new Error(`Only ${size} people were found.`);
  };
  for (let turn = 0; turn < turns; turn++) {
    await timed(
      times.own,
      2 * turn,
      async (keys) => new Set((await lookUpPoints(db, keys, Date.now())).found.keys()),
    );
    await timed(times.bare, 2 * turn + 1, (keys) => bareLookUp(db, keys));
  }
  db.close();
  return times;
}

/** The same requests by the browser's own interface alone: what no code of ours can be faster than. */
function bareLookUp(db: Database, keys: string[]): Promise<ReadonlySet<string>> {
  return new Promise((resolve, reject) => {
    const transaction = db.backendDB().transaction(['contacts', 'figures'], 'readonly');
    const found = new Set<string>();
    const points = transaction.objectStore('contacts').index('k.points');
    const figures = transaction.objectStore('figures');
    for (const key of keys) {
      const ids = points.getAllKeys(key);
      ids.onsuccess = () => {
        for (const id of ids.result) {
          found.add(key);
          figures.get(id);
        }
      };
    }
    transaction.oncomplete = () => resolve(found);
    transaction.onerror = () => reject(transaction.error);
  });
}
