import type { DealBoard, DealLine, DealRow, DealView } from '@/lib/api/deal-views';
import { type Day, dayNumber, localMoment } from '@/lib/crm/calendar';
import type { Deal, PipelineStage } from '@/lib/crm/deals';
import { DEFAULT_PIPELINE } from '@/lib/crm/defaults';
import { ENOUGH_CLOSED, forecastOf, stageOf, sumsOf, withoutRate, wonByStage } from '@/lib/insight/deals';
import type { Database } from '../database';
import { companiesBy, openDealsOf } from '../deal-reads';
import { identityOf, namesOf } from '../lookups';
import { settingsOf } from '../settings';

/** Deals on one page. */
const MOST = 1000;
/** Closed deals from which shares are counted, the last first. */
const MOST_CLOSED = 2000;

export interface At {
  now: number;
  zone: string;
}

const TABLES = ['deals', 'contacts', 'companies', 'settings'] as const;

/** Open deals by stage, with what they come to. */
export function dealBoard(db: Database, at: At): Promise<DealBoard> {
  return db.transaction('r', TABLES, async () => {
    const settings = await settingsOf(db);
    const stages = settings.pipeline ?? DEFAULT_PIPELINE;
    const ordered = await db.deals.orderBy('k.all').toArray();
    const bodies = ordered.map((row) => row.body);
    const open = bodies.filter((deal) => deal.state === 'open');
    const closed = bodies
      .filter((deal) => deal.state !== 'open')
      .sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0))
      .slice(0, MOST_CLOSED);
    const measured = wonByStage(closed, stages);
    const exchange = { baseCurrency: settings.baseCurrency, rates: settings.rates };
    const today = localMoment(at.now, at.zone).day;
    return {
      stages: stages.map((stage) => {
        const own = open.filter((deal) => stageOf(deal, stages).id === stage.id);
        return {
          id: stage.id,
          name: stage.name,
          chance: stage.chance,
          staleDays: stage.staleDays ?? null,
          deals: own.length,
          sums: sumsOf(own),
          measured: measured?.get(stage.id) ?? null,
        };
      }),
      deals: await rowsOf(db, open.slice(0, MOST), { stages, today, ...at }),
      more: open.length > MOST,
      baseCurrency: settings.baseCurrency,
      forecast: forecastOf(open, { stages, exchange, month: today.slice(0, 7) }),
      noRate: withoutRate(open, exchange),
      closed: closed.length,
      enoughClosed: ENOUGH_CLOSED,
    };
  });
}

/** Deals of everybody, of one contact or of one company: open ones by when they are expected, closed ones the last first. */
export function listDeals(
  db: Database,
  asked: {
    which: 'open' | 'won' | 'lost' | 'all';
    contactId?: string | undefined;
    companyId?: string | undefined;
  },
  at: At,
): Promise<DealRow[]> {
  return db.transaction('r', TABLES, async () => {
    const settings = await settingsOf(db);
    const rows = await candidates(db, asked);
    const deals = rows.filter((deal) => asked.which === 'all' || deal.state === asked.which);
    deals.sort(
      (a, b) =>
        Number(a.state !== 'open') - Number(b.state !== 'open') ||
        (b.closedAt ?? 0) - (a.closedAt ?? 0) ||
        byDay(a.expectedOn, b.expectedOn) ||
        b.createdAt - a.createdAt,
    );
    const today = localMoment(at.now, at.zone).day;
    const stages = settings.pipeline ?? DEFAULT_PIPELINE;
    return rowsOf(db, deals.slice(0, MOST), { stages, today, ...at });
  });
}

/** The earlier day first, what has none last. */
function byDay(one: Day | null, other: Day | null): number {
  const [left, right] = [one ?? '9', other ?? '9'];
  return left < right ? -1 : Number(left > right);
}

async function candidates(
  db: Database,
  { contactId, companyId }: { contactId?: string | undefined; companyId?: string | undefined },
): Promise<Deal[]> {
  if (contactId) {
    const ids = await identityOf(db, contactId);
    const rows = await db.deals.where('k.contacts').anyOf(ids).distinct().toArray();
    return rows.map((row) => row.body);
  }
  const rows = await db.deals.orderBy('k.all').toArray();
  const deals = rows.map((row) => row.body);
  if (!companyId) return deals;
  const companies = await companiesBy(
    db,
    deals.flatMap((deal) => deal.companyId ?? []),
  );
  return deals.filter((deal) => companies.get(deal.companyId ?? '')?.id === companyId);
}

/** Null when it does not exist or was deleted. */
export function dealView(db: Database, id: string, at: At): Promise<DealView | null> {
  return db.transaction('r', TABLES, async () => {
    const deal = (await db.deals.get(id))?.body;
    if (!deal || deal.deletedAt !== null) return null;
    const stages = (await settingsOf(db)).pipeline ?? DEFAULT_PIPELINE;
    const today = localMoment(at.now, at.zone).day;
    const [row] = await rowsOf(db, [deal], { stages, today, ...at });
    return {
      ...row!,
      note: deal.note,
      stages: stages.map(({ id: stageId, name }) => ({ id: stageId, name })),
      passed: deal.passed ?? [],
    };
  });
}

/** Open deals of a contact as lines. Inside a transaction over deals and settings. */
export async function dealLines(db: Database, contactIds: string[], today: Day): Promise<DealLine[]> {
  const deals = await openDealsOf(db, contactIds);
  if (deals.length === 0) return [];
  const stages = (await settingsOf(db)).pipeline ?? DEFAULT_PIPELINE;
  return deals.map((deal) => {
    const { id, title, amount, expectedOn, nextStep } = deal;
    const stage = stageOf(deal, stages);
    return {
      id,
      title,
      amount,
      expectedOn,
      nextStep,
      late: isLate(deal, today),
      stage: { id: stage.id, name: stage.name },
    };
  });
}

function isLate({ state, expectedOn }: Deal, today: Day): boolean {
  return state === 'open' && expectedOn !== null && expectedOn < today;
}

async function rowsOf(
  db: Database,
  deals: Deal[],
  { stages, today, zone }: { stages: readonly PipelineStage[]; today: Day; zone: string },
): Promise<DealRow[]> {
  const names = await namesOf(
    db,
    deals.flatMap((deal) => deal.contactIds),
  );
  const companies = await companiesBy(
    db,
    deals.flatMap((deal) => deal.companyId ?? []),
  );
  return deals.map((deal) => {
    const { id, title, amount, expectedOn, nextStep, state, closedAt, reason, owner, createdAt } = deal;
    const stage = stageOf(deal, stages);
    const company = companies.get(deal.companyId ?? '');
    const stageDays = dayNumber(today) - dayNumber(localMoment(deal.stageAt, zone).day);
    return {
      id,
      title,
      contacts: deal.contactIds.flatMap((one) => {
        const name = names.get(one);
        return name === undefined ? [] : [{ id: one, name }];
      }),
      company: company ? { id: company.id, name: company.name } : null,
      amount,
      stageId: stage.id,
      stageDays,
      stale: state === 'open' && stage.staleDays !== undefined && stageDays > stage.staleDays,
      expectedOn,
      late: isLate(deal, today),
      nextStep,
      state,
      closedAt,
      reason,
      reasonCode: deal.reasonCode ?? null,
      owner,
      createdAt,
    };
  });
}
