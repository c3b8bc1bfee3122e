import type { CohortView } from '@/lib/api/insights-views';
import { dayFromNumber, dayNumber } from '@/lib/crm/calendar';
import { churnMonths } from '@/lib/insight/books/churn';
import { cohortRows, monthName, monthOf, retentionCurve } from '@/lib/insight/books/cohorts';
import { daysAt, type Of } from '@/lib/insight/books/ledger';
import { type At, type Books, figure, type Whom } from './insights-books';
import { fewerThan } from './insights-buyers';

const MONTHS = 12;
const FEWEST = 10;

interface Asked extends Whom {
  of: Of;
  silence: number;
}

/** Who came again, by the month in which they began; and who left, month by month. */
export function cohortView(ctx: At, { of, silence, ...whom }: Asked): Promise<CohortView> {
  return figure(ctx, `cohorts ${of} ${silence}`, whom, (books): CohortView => {
    const people = daysOf(books, of);
    const lacking = fewerThan(FEWEST, of === 'purchase' ? 'customers' : 'contacts', people.length);
    if (lacking) return lacking;
    const now = monthOf(books.day);
    const rows = cohortRows(people.map(monthsOf), now, MONTHS);
    const edges = Array.from({ length: MONTHS + 1 }, (_, at) => firstDay(now - MONTHS + at));
    return {
      missing: null,
      of,
      silence,
      people: people.length,
      rows,
      curve: retentionCurve(rows.map((row) => ({ ...row, active: row.active.slice(0, -1) }))),
      churn: churnMonths(people, edges, silence).map(({ from, to: _, ...month }) => ({
        month: dayFromNumber(from).slice(0, 7),
        ...month,
      })),
    };
  });
}

/** Those of a cohort who did something so many months after its own, or all of it. */
export function cohortMembers(books: Books, of: Of, month: string, after: number): string[] {
  const first = monthOf(`${month}-01`);
  return books.people.flatMap((at) => {
    const months = monthsOf(daysAt(books.events, at, of, books.today));
    return months[0] === first && months.includes(first + after) ? [books.events.ids[at]!] : [];
  });
}

function daysOf({ events, people, today }: Books, of: Of): number[][] {
  return people.map((at) => daysAt(events, at, of, today)).filter((days) => days.length > 0);
}

const monthsOf = (days: readonly number[]) => days.map((day) => monthOf(dayFromNumber(day)));
const firstDay = (month: number) => dayNumber(`${monthName(month)}-01`);
