import { refreshInsight } from '@/lib/store/insight-job';
import type { Handlers } from './context';

/** What reads every contact: of a page's worker. */
export const refreshHandlers: Handlers<'figures.refresh'> = {
  'figures.refresh': (ctx, { again }) => refreshInsight(ctx, { again }),
};
