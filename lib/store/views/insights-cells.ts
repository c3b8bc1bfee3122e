import { dayNumber, isDay } from '@/lib/crm/calendar';
import type { ContactFilter, ContactSort } from '@/lib/crm/contact-filter';
import type { Of } from '@/lib/insight/books/ledger';
import { movementsOf, standingsOn } from '@/lib/insight/books/rfm-grid';
import { contactIds } from '../contact-list';
import { StoreError } from '../errors';
import { askedIds } from './asked-people';
import { type At, type Books, figure } from './insights-books';
import { buyersOf } from './insights-buyers';
import { cohortMembers } from './insights-cohorts';
import { stageMembers } from './insights-lifecycle';
import { productMembers } from './insights-products';
import { rfmMembers } from './insights-rfm';
import { valueMembers } from './insights-value';
import { warnedMembers } from './insights-warnings';

type Count = (books: Books, parts: string[]) => string[] | Promise<string[]>;

/** Whom a number of Insights counts, by the first part of its name; the other parts are what the page asked. */
const CELLS: Record<string, Count> = {
  rfm: (books, [day = '', recency, frequency]) =>
    rfmMembers(
      books,
      dayIn(day),
      ({ rfm }) => rfm.recency === Number(recency) && rfm.frequency === Number(frequency),
    ),
  group: (books, [day = '', group]) => rfmMembers(books, dayIn(day), (one) => one.group === group),
  move: (books, [from = '', to = '', was = '', is = '']) => {
    const [before, after] = [from, to].map((day) => standingsOn(buyersOf(books), dayNumber(dayIn(day))));
    const move = movementsOf(before!, after!).find((one) => (one.from ?? '') === was && one.to === is);
    return move?.ids ?? [];
  },
  cohort: (books, [of, month = '', after]) =>
    cohortMembers(books, of as Of, dayIn(`${month}-01`).slice(0, 7), Number(after)),
  product: (books, [product = '']) => productMembers(books, product, null),
  next: (books, [from = '', to = '']) => productMembers(books, from, to),
  stage: (books, [stage = '']) => stageMembers(books, stage),
  value: (books, [value = '', potential = '']) => valueMembers(books, value, potential),
  warned: (books) => warnedMembers(books),
};

/**
 * Whom a number counts.
 * @param cell the name of the number, parts parted by `:`; behind `@` the tag, or behind `@s` the segment, that the page counted
 * @throws StoreError `invalid` for a name that is none
 */
function cellIds(ctx: At, cell: string): Promise<string[]> {
  const [name = '', of] = cell.split('@');
  if (of === '' || of === 's') throw new StoreError('invalid', 'There is no such group.');
  const whom = of?.startsWith('s') ? { segmentId: of.slice(1) } : { tagId: of };
  const [kind = '', ...parts] = name.split(':').map(partOf);
  if (kind === 'asked') return askedIds(ctx.db, parts, { now: ctx.now(), zone: ctx.zone });
  const count = Object.hasOwn(CELLS, kind) ? CELLS[kind] : undefined;
  if (!count) throw new StoreError('invalid', 'There is no such figure.');
  return figure(ctx, `cell ${name}`, whom, (books) => count(books, parts));
}

/** Ids of the contacts that pass a filter, also one that asks for those of a figure. */
export async function contactIdsIn(
  ctx: At,
  { filter, sort }: { filter: ContactFilter; sort: ContactSort },
): Promise<string[]> {
  const among = filter.cell === undefined ? undefined : new Set(await cellIds(ctx, filter.cell));
  return contactIds(ctx.db, { filter, sort, now: ctx.now(), zone: ctx.zone, among });
}

function partOf(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new StoreError('invalid', 'There is no such figure.');
  }
}

function dayIn(text: string): string {
  if (!isDay(text)) throw new StoreError('invalid', 'There is no such day.');
  return text;
}
