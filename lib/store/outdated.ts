import { forgetAnswers } from './answer-pages';
import type { Database } from './database';
import { unfill } from './filled';
import { forgetLearned } from './learned';

/**
 * Has lists, search index, packed answers and what was learned made anew from the rows, inside the transaction that wrote these. Where
 * everything is written at once, keeping them true with each part costs several times what the rows do. Whoever begins to make them
 * meanwhile begins again behind the next part; whoever asks gets what there is. Figures of contacts are not among them: nobody makes
 * these but the one who wrote the rows.
 */
export async function outdate(db: Database): Promise<void> {
  await Promise.all([
    unfill(db),
    db.meta.bulkDelete(['search', 'searchCursor']),
    forgetAnswers(db),
    forgetLearned(db),
  ]);
}
