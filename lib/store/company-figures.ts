import { contactIdsBy } from './contact-index';
import type { Database } from './database';
import { type Move, refsOf } from './written';

/** A company with people, at a glance. */
export interface CompanyFigures {
  companyId: string;
  people: number;
  /** When one of them was last in contact, epoch ms; 0 when none ever was. */
  lastAt: number;
}

interface Delta {
  people: number;
  /** The latest talk of those who came or talked. */
  came: number;
  /** The latest talk of those who went or took one back. */
  went: number;
}

/**
 * Brings the figures of companies up to date, after contacts and their figures were written.
 * @param to contacts above this id do not count yet
 */
export async function refreshCompanyFigures(db: Database, moves: Move[], to: string): Promise<void> {
  const deltas = await deltasOf(db, moves);
  if (deltas.size === 0) return;
  const ids = [...deltas.keys()];
  const known = await db.companyFigures.bulkGet(ids);
  const rows: CompanyFigures[] = [];
  const anew: string[] = [];
  for (const [at, companyId] of ids.entries()) {
    const before = known[at] ?? { companyId, people: 0, lastAt: 0 };
    const { people, came, went } = deltas.get(companyId)!;
    // The one that was talked to last may have gone: who is the last now can only be looked up.
    if (went > came && went >= before.lastAt) anew.push(companyId);
    rows.push({
      companyId,
      people: before.people + people,
      lastAt: Math.max(before.lastAt, came),
    });
  }
  const counted = new Map<string, number>();
  for (const id of anew) counted.set(id, await lastTalk(db, id, to));
  const written = rows.map((row) => ({ ...row, lastAt: counted.get(row.companyId) ?? row.lastAt }));
  const empty = (row: CompanyFigures) => row.people === 0;
  await db.companyFigures.bulkDelete(written.filter(empty).map((row) => row.companyId));
  await db.companyFigures.bulkPut(written.filter((row) => !empty(row)));
}

async function deltasOf(db: Database, moves: Move[]): Promise<Map<string, Delta>> {
  const deltas = new Map<string, Delta>();
  const note = (companyId: string, change: Partial<Delta>) => {
    const one = deltas.get(companyId) ?? { people: 0, came: 0, went: 0 };
    deltas.set(companyId, {
      people: one.people + (change.people ?? 0),
      came: Math.max(one.came, change.came ?? 0),
      went: Math.max(one.went, change.went ?? 0),
    });
  };
  const changed = moves.map((move) => ({
    ...move,
    from: refsOf(move.before, 'companies'),
    to: move.after === move.before ? refsOf(move.before, 'companies') : refsOf(move.after, 'companies'),
  }));
  const unread = changed.filter(({ figured, from, to }) => !figured && !sameRefs(from, to));
  const figures = await db.figures.bulkGet(unread.map((one) => one.id));
  const lastOf = new Map(unread.map(({ id }, at) => [id, figures[at]?.lastAt ?? 0]));
  for (const { id, figured, from, to } of changed) {
    const was = figured ? (figured.was?.lastAt ?? 0) : (lastOf.get(id) ?? 0);
    const is = figured ? (figured.is?.lastAt ?? 0) : was;
    for (const company of from) if (!to.includes(company)) note(company, { people: -1, went: was });
    for (const company of to) {
      if (!from.includes(company)) note(company, { people: 1, came: is });
      else if (is !== was) note(company, is > was ? { came: is } : { came: is, went: was });
    }
  }
  return deltas;
}

function sameRefs(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}

async function lastTalk(db: Database, companyId: string, to: string): Promise<number> {
  const figures = await db.figures.bulkGet(await contactIdsBy(db, 'companies', companyId, to));
  return figures.reduce((last, one) => Math.max(last, one?.lastAt ?? 0), 0);
}
