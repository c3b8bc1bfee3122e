import type { FiguresView } from '@/lib/api/figure-views';
import { dayFromNumber } from '@/lib/crm/calendar';
import { isTradedWith } from '@/lib/crm/stage-names';
import type { Database } from '../database';
import { StoreError } from '../errors';
import { identityOf, newestOf, rootsOf } from '../lookups';
import { measuresOf } from '../read-measures';
import { settingsOf } from '../settings';
import { figuresOf, unusualOf } from './figure-rows';
import { trendOf } from './figure-trend';
import type { About } from './figure-words';
import { stageView } from './stage-view';

/**
 * Every figure of a contact, with what it means, on how much it rests and how it was counted; of somebody personal without those of trade.
 * @throws StoreError `missing`
 */
export async function figuresView(
  { db, now, zone }: { db: Database; now(): number; zone: string },
  { contactId }: { contactId: string },
): Promise<FiguresView> {
  const asked = await db.contacts.get(contactId);
  const id = asked && (await rootsOf(db, [asked])).get(contactId);
  const row = id === undefined ? undefined : await db.contacts.get(id);
  if (!id || !row || row.body.deletedAt !== null)
    throw new StoreError('missing', 'This contact was deleted.');
  const [measures, settings, figures, ids] = await Promise.all([
    measuresOf(db, [id], now(), zone),
    settingsOf(db),
    db.figures.get(id),
    identityOf(db, id),
  ]);
  // A store whose lists are not whole yet: this one's turn has not come.
  const trade = isTradedWith(row.body);
  if (measures.ids.length === 0) return { unusual: [], figures: [], trade, stage: null, countedOn: null };
  const talk = figures?.lastId ? await db.activities.get(figures.lastId) : undefined;
  const [purchase] = await newestOf(db, ids, { limit: 1, type: 'purchase' });
  const about: About = {
    measures,
    currency: settings.baseCurrency,
    talk: talk?.body ?? null,
    purchase: purchase ?? null,
    trade,
  };
  return {
    unusual: unusualOf(about),
    figures: figuresOf(about).map((figure) => ({ ...figure, trend: trendOf(figure, measures) })),
    trade,
    stage: trade ? stageView(about, row.body.stage ?? null) : null,
    countedOn: measures.common.contacts > 0 ? dayFromNumber(measures.common.day) : null,
  };
}
