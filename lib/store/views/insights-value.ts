import type { ValueRow, ValueView } from '@/lib/api/insights-views';
import { GRADES, gradesIn } from '@/lib/insight/books/grades';
import { FEWEST_REPEAT } from '@/lib/insight/measures/common';
import { namesOf } from '../people-tags';
import { type At, type Books, figure, type Whom } from './insights-books';
import { buyersOf, currencyOf, FEWEST_CUSTOMERS, fewerThan } from './insights-buyers';

const LISTED = 12;

/** What customers are worth against what they may be worth. */
export function valueView(ctx: At, whom: Whom): Promise<ValueView> {
  return figure(ctx, 'value', whom, async (books): Promise<ValueView> => {
    const { common } = books.measures;
    const repeat = books.people.filter((at) => books.measures.past(at).paidDays > 0).length;
    if (!common.buying || !common.spending) {
      // Enough came back of those who are counted, and yet there is no model: of all too few did, or it was not counted yet.
      const what = repeat < FEWEST_REPEAT ? 'repeaters' : 'model';
      return { missing: { what, needs: FEWEST_REPEAT, has: repeat } };
    }
    const graded = gradedIn(books);
    const lacking = fewerThan(FEWEST_CUSTOMERS, 'customers', graded.length);
    if (lacking) return lacking;
    const rising = graded
      .filter(({ value }) => value !== 'high')
      .sort((a, b) => b.expected - a.expected)
      .slice(0, LISTED);
    const names = await books.db.transaction('r', books.db.contacts, async () =>
      namesOf(
        books.db,
        rising.map(({ id }) => id),
      ),
    );
    return {
      missing: null,
      ...currencyOf(books, buyersOf(books)),
      customers: graded.length,
      cells: GRADES.flatMap((value) =>
        GRADES.map((potential) => {
          const own = graded.filter((one) => one.value === value && one.potential === potential);
          return {
            value,
            potential,
            customers: own.length,
            expected: own.reduce((sum, { expected }) => sum + expected, 0),
          };
        }),
      ),
      rising: rising.map((row) => ({ ...row, name: names.get(row.id) ?? '' })),
    };
  });
}

/** Customers of a cell of the grid. */
export function valueMembers(books: Books, value: string, potential: string): string[] {
  return gradedIn(books).flatMap((one) =>
    one.value === value && one.potential === potential ? [one.id] : [],
  );
}

/** Everybody whose worth can be told, graded by what they spent and by what is expected of them. */
function gradedIn({ people, measures, events }: Books): Omit<ValueRow, 'name'>[] {
  const rows = people.flatMap((at) => {
    const worth = measures.worth(at);
    const { spent } = measures.past(at);
    if (!worth || spent <= 0) return [];
    const { expected, range, purchases: orders } = worth;
    return [{ id: events.ids[at]!, spent, expected, range, orders }];
  });
  const values = gradesIn(rows.map(({ spent }) => spent));
  const potentials = gradesIn(rows.map(({ expected }) => expected));
  return rows.map((row, at) => ({ ...row, value: values[at]!, potential: potentials[at]! }));
}
