import type { Database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/database';
import { clientOf, logCall, settled, timed } from './everybody';

const SECTIONS = [
  'insights.lifecycle',
  'insights.opportunities',
  'insights.value',
  'insights.warnings',
  'insights.concentration',
  'insights.rfm',
  'insights.cohorts',
  'insights.products',
  'insights.forecast',
  'insights.nextOrders',
] as const;

/** Milliseconds of whole answers through the contract: with nothing in memory, and after a call was logged. */
export interface TodayTimes {
  today: Record<'cold' | 'after', number[]>;
  plan: Record<'cold' | 'after', number[]>;
  /** Every section of the page Insights, one behind the other. */
  insights: Record<'cold' | 'after', number[]>;
  calendar: Record<'cold' | 'after', number[]>;
  /** Suggestions of the plan, so that it is seen that it holds some. */
  suggested: number;
  /** Milliseconds of each section, with nothing in memory. */
  sections: Record<string, number>;
}

/** Asks what a day begins with, as the pages do; what is logged is taken back. */
export async function today(turns: number): Promise<TodayTimes> {
  await settled();
  const empty = () => ({ cold: [] as number[], after: [] as number[] });
  const times: TodayTimes = {
    today: empty(),
    plan: empty(),
    insights: empty(),
    calendar: empty(),
    suggested: 0,
    sections: {},
  };
  const asks = {
    today: async (db: Database) => void (await clientOf(db).call('today.view', {})),
    plan: async (db: Database) => {
      const { items, rest } = await clientOf(db).call('advice.today', {});
      times.suggested = items.length + rest.length;
    },
    insights: async (db: Database) => {
      for (const name of SECTIONS) {
        const [ms] = await timed(() => clientOf(db).call(name, {}));
        times.sections[name] ??= ms;
      }
    },
    calendar: async (db: Database) =>
      void (await clientOf(db).call('calendar.view', { from: '2026-11-01', to: '2026-11-30' })),
  };
  for (const name of ['today', 'plan', 'insights', 'calendar'] as const) {
    for (let turn = 0; turn < turns; turn += 1) {
      const db = await openDatabase();
      times[name].cold.push((await timed(() => asks[name](db)))[0]);
      const id = (await db.contacts.toCollection().primaryKeys())[turn] ?? '';
      await logCall(clientOf(db), id);
      times[name].after.push((await timed(() => asks[name](db)))[0]);
      await clientOf(db).call('changes.undo', {});
      db.close();
    }
  }
  return times;
}
