import { openDatabase } from '@/lib/store/database';
import { lookUp as lookUpPoints } from '@/lib/store/matches';
import { addressOf, pick } from '../numbers.ts';

/**
 * Times of single look-ups, in ms: who has these addresses, and what is open with them. Every look-up asks for other
 * people, and one address in five is nobody's.
 */
export async function lookUp(contacts: number, turns: number, addresses: number): Promise<number[]> {
  const db = await openDatabase();
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const keys = Array.from({ length: addresses }, (_, at) =>
      addressOf(at % 5 === 4 ? contacts + turn : pick(turn * addresses + at, contacts)),
    );
    const start = performance.now();
    const { found } = await lookUpPoints(db, keys, Date.now());
    times.push(performance.now() - start);
    if (found.size < Math.floor(addresses * 0.8)) throw new Error(`Only ${found.size} people were found.`);
  }
  db.close();
  return times;
}
