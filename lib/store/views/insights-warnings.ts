import type { WarningRow, WarningsView } from '@/lib/api/insights-views';
import { FEWEST_GAPS, slippingOf } from '@/lib/insight/books/warning';
import { gapsOf } from '@/lib/insight/measures/past';
import { rhythmFrom } from '@/lib/insight/rhythm/gaps';
import { namesOf } from '../people-tags';
import { type At, type Books, figure, type Whom } from './insights-books';
import { buyersOf, currencyOf, fewerThan } from './insights-buyers';

const LISTED = 30;

/** Who falls out of their own rhythm: those first of whom most is at stake, of equals who did so last. Who has left is no warning any more. */
export function warningsView(ctx: At, whom: Whom): Promise<WarningsView> {
  return figure(ctx, 'warnings', whom, async (books): Promise<WarningsView> => {
    const { watched, rows } = slippingIn(books);
    const lacking = fewerThan(1, 'gaps', watched);
    if (lacking) return lacking;
    const first = rows
      .sort((a, b) => b.stake - a.stake || a.silence / a.gap - b.silence / b.gap || (a.id < b.id ? -1 : 1))
      .slice(0, LISTED);
    const names = await books.db.transaction('r', books.db.contacts, async () =>
      namesOf(
        books.db,
        first.map(({ id }) => id),
      ),
    );
    return {
      missing: null,
      ...currencyOf(books, buyersOf(books)),
      rows: first.map((row) => ({ ...row, name: names.get(row.id) ?? '' })),
      total: rows.length,
      watched,
    };
  });
}

/** Contacts that are warned of. */
export function warnedMembers(books: Books): string[] {
  return slippingIn(books).rows.map(({ id }) => id);
}

function slippingIn({ people, personal, measures, events, today }: Books) {
  let watched = 0;
  const rows: Omit<WarningRow, 'name'>[] = [];
  for (const at of people) {
    const { talk, buy, spent } = measures.past(at);
    const rhythms = [
      { basis: 'talk' as const, silence: today - talk.last, rhythm: measures.rhythm(at) },
      {
        basis: 'buy' as const,
        silence: today - buy.last,
        rhythm: rhythmFrom(gapsOf(buy), measures.common.buy),
      },
    ];
    if (rhythms.every(({ rhythm }) => rhythm.n < FEWEST_GAPS)) continue;
    watched += 1;
    const stage = measures.stage(at)?.stage ?? null;
    const slipping = slippingOf(rhythms);
    if (!slipping || stage === 'exit') continue;
    rows.push({
      id: events.ids[at]!,
      ...slipping,
      stage: personal.has(at) ? null : stage,
      stake: Math.round(measures.worth(at)?.expected ?? spent),
      promises: measures.kept(at).open,
      cases: measures.param(at, 'openCases'),
      score: measures.number('score', at),
    });
  }
  return { watched, rows };
}
