import { localMoment } from '@/lib/crm/calendar';
import { renewDates } from '@/lib/store/figures';
import { todayView } from '@/lib/store/views/today-view';
import { TODAY_LIMIT } from '../operations/work';
import type { TodayView } from '../views';
import type { HandlerContext } from './context';

type Where = Pick<HandlerContext, 'db' | 'now' | 'zone'>;

/** The page Today, dates that have passed moved on to their next time first. */
export async function today(
  { db, now, zone }: Where,
  { limit, counted = false }: { limit: number; counted?: boolean },
): Promise<TodayView> {
  await renewDates(db, localMoment(now(), zone).day);
  return todayView(db, { now: now(), zone, limit, counted });
}

/** How many rows the page Today shows: what stands beside its name. */
export async function todayCount(where: Where): Promise<number> {
  const sections = Object.values(await today(where, { limit: TODAY_LIMIT, counted: true }));
  return sections.reduce((sum, rows) => sum + rows.length, 0);
}
