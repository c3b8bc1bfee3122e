import { isPlain, type Noun, type StoredBody } from './backup-nouns';
import type { BackupFile, BackupPart } from './backup-read';
import { CHUNK } from './batch';
import type { Database } from './database';
import type { Body } from './edits';
import { rebuildFigures } from './figures';
import { filling, fillPart } from './fill-lists';
import { keepSearch } from './search/keep';
import { type Fresh, freshRow, type Work } from './work';

/** The steps of a restoring. */

/** What one transaction does: it writes parts of the file, or makes figures of some contacts that came with it. */
export type Turn = readonly BackupPart[] | FigureTurn;

interface FigureTurn {
  figures: 'some' | 'rest';
}

const isFigures = (turn: Turn): turn is FigureTurn => 'figures' in turn;

/** Rows of a part, read from the file. */
export interface Read {
  noun: Noun;
  bodies: StoredBody[];
  /** What writing each comes to where it is not here, of nouns that have a history. */
  fresh: Fresh[];
}

/** How long figures, lists and search index of a contact take, in rows that are written. */
const PER_CONTACT = 2;

/** Turns of a file: of nouns with few rows several parts are written at once. Of a move the last ones make figures. */
export function turnsOf(backup: BackupFile, isMove: boolean): Turn[] {
  const turns: BackupPart[][] = [];
  let rows = CHUNK;
  for (const part of backup.parts) {
    if (rows + part.rows > CHUNK) {
      turns.push([]);
      rows = 0;
    }
    turns.at(-1)!.push(part);
    rows += part.rows;
  }
  if (!isMove) return turns;
  const parts = Math.ceil(backup.rows.contacts / CHUNK);
  const figures = Array.from({ length: parts - 1 }, (): FigureTurn => ({ figures: 'some' }));
  return [...turns, ...figures, { figures: 'rest' }];
}

/** What a turn is of the whole, as its user sees it grow. */
export function weightOf(turn: Turn): number {
  return isFigures(turn) ? PER_CONTACT * CHUNK : turn.reduce((sum, part) => sum + part.rows, 0);
}

/**
 * Reads parts of the file, outside of transactions: inside one nothing but the database is waited for. While a turn is written the
 * next one is read.
 */
export class Reader {
  private readonly ahead = new Map<Turn, Promise<Read[]>>();

  constructor(
    private readonly turns: readonly Turn[],
    private readonly backup: BackupFile,
  ) {}

  /** @throws StoreError where the file was changed meanwhile */
  async read(turn: Turn): Promise<Read[]> {
    const rows = await (this.ahead.get(turn) ?? this.bodiesOf(turn));
    this.ahead.clear();
    const next = this.turns[this.turns.indexOf(turn) + 1];
    if (next) {
      const reading = this.bodiesOf(next);
      // It is told when its turn comes.
      reading.catch(() => undefined);
      this.ahead.set(next, reading);
    }
    return rows;
  }

  private async bodiesOf(turn: Turn): Promise<Read[]> {
    const rows: Read[] = [];
    if (isFigures(turn)) return rows;
    for (const part of turn) {
      const { noun } = part;
      const bodies = await this.backup.read(part);
      const isTold = noun !== 'changes' && !isPlain(noun);
      rows.push({ noun, bodies, fresh: isTold ? bodies.map((body) => freshRow(noun, body as Body)) : [] });
    }
    return rows;
  }
}

/**
 * Makes the figures of the next contacts where that is what the turn does, inside the transaction of the work: null where it is not.
 * Answers the last contact that has them.
 */
export async function makeFigures(
  { db, today, clock }: Work,
  turn: Turn | undefined,
  after: string,
): Promise<string | null> {
  if (!turn || !isFigures(turn)) return null;
  const next = db.contacts.where('id').above(after);
  const ids = await (turn.figures === 'rest' ? next : next.limit(CHUNK)).primaryKeys();
  await rebuildFigures(db, ids, today, clock);
  return ids.at(-1) ?? after;
}

/** How much is left to be made behind a move. */
export const behindOf = (contacts: number): number => 2 * PER_CONTACT * contacts;

/** Makes what lists and search are read from. Where the page is gone, or it is stopped, the next start does it. */
export async function makeBehind(
  db: Database,
  contacts: number,
  tell: (done: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  for (let more = true; more && !signal?.aborted; ) {
    more = await fillPart(db);
    tell(PER_CONTACT * ((await filling(db))?.done ?? contacts));
  }
  const share = ({ done, total }: { done: number; total: number }) => done / Math.max(1, total);
  await keepSearch(db, {
    onProgress: (made) => tell(PER_CONTACT * contacts * (1 + share(made))),
    ...(signal ? { signal } : {}),
  });
  if (!signal?.aborted) tell(behindOf(contacts));
}
