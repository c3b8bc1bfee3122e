import { refreshAnswers } from './answer-pages';
import { type Listed, listedFigures, listedOf, writeListed } from './columns';
import { refreshCompanyFigures } from './company-figures';
import type { Database } from './database';
import { same } from './edits';
import { refreshEvents } from './events';
import { refreshFacts } from './fact-pages';
import { filledTo } from './filled';
import { refreshLearned } from './learned';
import { refreshMeasures } from './measures';
import { notePages } from './page-log';
import { refreshSearch } from './search/refresh';
import { refreshTagFigures } from './tag-figures';
import { refreshTallies } from './tallies';
import { type Figured, type Move, movesOf, type Written } from './written';

/**
 * Brings the tables that lists are read from and the search index up to date, inside the transaction that wrote rows and figures.
 * @param figured what `refreshFigures` gave
 */
export async function refreshLists(
  db: Database,
  written: Written[],
  figured: Map<string, Figured>,
): Promise<void> {
  const to = await filledTo(db);
  const moves = movesOf(written, figured).filter(({ id }) => id <= to);
  const contacts = written.flatMap(({ table, before, after }) =>
    table === 'contacts' ? [(after ?? before)!.id] : [],
  );
  // Each reads and writes tables of its own: one behind the other they would wait for the database three times as often.
  const [columns, events, measures, facts] = await Promise.all([
    writeListed(db, new Map(moves.flatMap(listChange))),
    refreshEvents(db, written, figured, to),
    refreshMeasures(db, written, figured, to),
    refreshFacts(db, written, to),
    refreshTallies(db, written),
    refreshTagFigures(db, written, moves, to),
    refreshCompanyFigures(db, moves, to),
    refreshAnswers(db, written),
    refreshSearch(db, written),
    refreshLearned(db, written),
  ]);
  await notePages(db, { columns, events, measures, facts, contacts });
}

/** What becomes of a contact's row in the list; nothing when it looks as before. */
export function listChange({ id, before, after, figured }: Move): [string, Partial<Listed> | null][] {
  if (!after) return before ? [[id, null]] : [];
  const figures = figured?.is ? listedFigures(figured.is) : {};
  if (!before) return figured?.is ? [[id, { ...listedOf(after), ...figures }]] : [];
  const moved = figured?.was && figured.is && !same(listedFigures(figured.was), listedFigures(figured.is));
  const renamed = before !== after && !same(listedOf(before), listedOf(after));
  return moved || renamed ? [[id, { ...listedOf(after), ...figures }]] : [];
}
