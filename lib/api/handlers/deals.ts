import * as deals from '@/lib/store/deals';
import { StoreError } from '@/lib/store/errors';
import { dealBoard, dealView, listDeals } from '@/lib/store/views/deal-views';
import type { HandlerContext, Handlers, LaterOf } from './context';

const at = ({ now, zone }: HandlerContext) => ({ now: now(), zone });

export const dealHandlers: Handlers<LaterOf<'deals' | 'pipeline'>> = {
  'deals.board': (ctx) => dealBoard(ctx.db, at(ctx)),
  'deals.list': (ctx, input) => listDeals(ctx.db, input, at(ctx)),
  'deals.view': async (ctx, { id }) => {
    const view = await dealView(ctx.db, id, at(ctx));
    if (!view) throw new StoreError('missing', 'This deal was deleted.');
    return view;
  },
  'deals.add': deals.addDeal,
  'deals.edit': deals.editDeal,
  'deals.move': deals.moveDeal,
  'deals.close': deals.closeDeal,
  'deals.reopen': deals.reopenDeal,
  'deals.delete': deals.deleteDeals,
  'pipeline.set': deals.setPipeline,
};
