import { refreshInsight } from '@/lib/store/insight-job';
import { takeMonthly } from '@/lib/store/snapshots';
import { applyTagRules } from '@/lib/store/tag-rules';
import { settleTiers } from '@/lib/store/tiers';
import type { HandlerContext, Handlers } from './context';

/** What reads every contact: of a page's worker. */
export const refreshHandlers: Handlers<'figures.refresh'> = {
  'figures.refresh': async (ctx, { again }) => {
    const { changed } = await refreshInsight(ctx, { again });
    const segments = changed ? await runSegments(ctx) : 0;
    return { changed: changed || segments > 0 };
  },
};

/** What a day does with segments: tags by rule, then a snapshot where none was kept this month. */
async function runSegments(ctx: HandlerContext): Promise<number> {
  const { db, now, zone } = ctx;
  const tagged = await applyTagRules(ctx);
  const moved = await settleTiers(ctx);
  return tagged + moved + (await takeMonthly(db, { now: now(), zone }));
}
