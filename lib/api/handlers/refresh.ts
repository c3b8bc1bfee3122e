import { localMoment } from '@/lib/crm/calendar';
import { fillLists } from '@/lib/store/fill-lists';
import { filled, isWhole } from '@/lib/store/filled';
import { keepImages } from '@/lib/store/held-pages';
import { refreshInsight } from '@/lib/store/insight-job';
import { ageOutcomes } from '@/lib/store/outcomes';
import { takeMonthly } from '@/lib/store/snapshots';
import { applyTagRules } from '@/lib/store/tag-rules';
import { settleTiers } from '@/lib/store/tiers';
import type { HandlerContext, Handlers } from './context';

/** Row of `meta`: the day on which all below was done to its end. A run that dies is done again. */
const DONE = 'segmentsOn';

/** What reads every contact: of a page's worker. */
export const refreshHandlers: Handlers<'figures.refresh' | 'lists.fill'> = {
  'figures.refresh': async (ctx, { again }) => {
    const { changed } = await refreshInsight(ctx, { again });
    const aged = await ageOutcomes(ctx.db, ctx.now());
    const segments = changed || (await isOwed(ctx)) ? await runSegments(ctx) : 0;
    await keepImages(ctx.db);
    return { changed: changed || aged + segments > 0 };
  },
  'lists.fill': async ({ db }) => ({ changed: !db.newer && (await fillLists(db)) }),
};

async function isOwed({ db, now, zone }: HandlerContext): Promise<boolean> {
  if (db.newer || !isWhole(await filled(db))) return false;
  return (await db.meta.get(DONE))?.value !== localMoment(now(), zone).day;
}

/** What a day does with segments: tags by rule, then levels, then a snapshot where none was kept this month. */
async function runSegments(ctx: HandlerContext): Promise<number> {
  const { db, now, zone } = ctx;
  const tagged = await applyTagRules(ctx);
  const moved = await settleTiers(ctx);
  const taken = await takeMonthly(db, { now: now(), zone });
  await db.meta.put({ key: DONE, value: localMoment(now(), zone).day });
  return tagged + moved + taken;
}
