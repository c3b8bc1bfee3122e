import type { OpportunitiesView, OpportunityRow } from '@/lib/api/insights-views';
import { FEWEST_GAPS } from '@/lib/insight/books/warning';
import { gapsOf } from '@/lib/insight/measures/past';
import { latenessOf, overdue, rhythmFrom } from '@/lib/insight/rhythm/gaps';
import { todayAt } from '@/lib/insight/today';
import { MARKS } from '../columns';
import { eachMarked } from '../contact-scan';
import { namesOf } from '../people-tags';
import { type At, type Books, figure, type Whom } from './insights-books';

const LISTED = 30;
/** A resolved complaint is looked at for a year. */
const RECENT = 365;

type Found = Omit<OpportunityRow, 'name'>;

/** What could be sold: needs that nobody meets, orders that are due by habit, complaints that were resolved and brought no order yet. */
export function opportunitiesView(ctx: At, whom: Whom): Promise<OpportunitiesView> {
  return figure(ctx, 'opportunities', whom, async (books): Promise<OpportunitiesView> => {
    const placeOf = new Map(books.people.map((at) => [books.events.ids[at]!, at]));
    const needs = await needsOf(books, placeOf);
    const due = dueOf(books);
    const resolved = await resolvedOf(books, placeOf);
    const all = [...needs, ...due, ...resolved];
    const listed = all.slice(0, LISTED);
    const names = await books.db.transaction('r', books.db.contacts, async () =>
      namesOf(
        books.db,
        listed.map(({ id }) => id),
      ),
    );
    return {
      missing: all.length === 0 ? { what: 'opportunities', needs: 1, has: 0 } : null,
      rows: listed.map((row) => ({ ...row, name: names.get(row.id) ?? '' })),
      needs: needs.length,
      due: due.length,
      resolved: resolved.length,
    } as OpportunitiesView;
  });
}

/** Open needs of those with whom no deal is open, the strongest first. */
async function needsOf({ db, measures, today, zone }: Books, placeOf: Map<string, number>): Promise<Found[]> {
  const days = daysIn(zone, today);
  const found: (Found & { strength: number })[] = [];
  await eachMarked(db, MARKS.needs, ({ id, needs = {} }) => {
    const at = placeOf.get(id);
    if (at === undefined || measures.param(at, 'openDeals') > 0) return;
    for (const need of Object.values(needs)) {
      if (need.status !== 'open') continue;
      const { quote, strength } = need;
      found.push({ kind: 'need', id, quote, days: days(need.confirmedAt ?? need.at), gap: null, strength });
    }
  });
  return found
    .sort((a, b) => b.strength - a.strength || a.days - b.days)
    .map(({ strength: _, ...row }) => row);
}

/** Orders that are due or overdue by the customer's own habit, and not long gone; the latest first. */
function dueOf({ people, measures, events, today }: Books): Found[] {
  return people
    .flatMap((at): Found[] => {
      const { buy } = measures.past(at);
      const rhythm = rhythmFrom(gapsOf(buy), measures.common.buy);
      const silence = today - buy.last;
      const lateness = rhythm.n < FEWEST_GAPS ? 'early' : latenessOf(overdue(silence, rhythm));
      if (lateness === 'early' || lateness === 'risk') return [];
      return [{ kind: 'due', id: events.ids[at]!, quote: '', days: silence, gap: Math.round(rhythm.gap) }];
    })
    .sort((a, b) => a.days / a.gap! - b.days / b.gap!);
}

/** Complaints of customers that were resolved within a year, after which they ordered nothing; the latest first. */
async function resolvedOf(
  { db, measures, today, zone }: Books,
  placeOf: Map<string, number>,
): Promise<Found[]> {
  const days = daysIn(zone, today);
  const found = new Map<string, Found>();
  await db.cases.each(({ body }) => {
    const { kind, resolvedAt, contactIds, deletedAt, title } = body;
    if (kind !== 'complaint' || resolvedAt === null || deletedAt !== null) return;
    const since = days(resolvedAt);
    for (const id of since <= RECENT ? contactIds : []) {
      const at = placeOf.get(id);
      if (at === undefined) continue;
      const { buy } = measures.past(at);
      const known = found.get(id);
      if (buy.n === 0 || today - buy.last <= since || (known && known.days <= since)) continue;
      found.set(id, { kind: 'resolved', id, quote: title, days: since, gap: null });
    }
  });
  return [...found.values()].sort((a, b) => a.days - b.days);
}

/** Whole days since a moment, on the user's wall. */
function daysIn(zone: string, today: number): (moment: number) => number {
  const { dayAt } = todayAt(0, zone);
  return (moment) => today - Date.parse(`${dayAt(moment)}T00:00:00Z`) / 86_400_000;
}
