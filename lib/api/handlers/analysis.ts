import { withMembers } from '@/lib/store/segment-scope';
import { biasView } from '@/lib/store/views/analysis-bias';
import { compareView } from '@/lib/store/views/analysis-compare';
import { driversView } from '@/lib/store/views/analysis-drivers';
import { indexView } from '@/lib/store/views/analysis-index';
import { loopView } from '@/lib/store/views/analysis-loop';
import { topicsView } from '@/lib/store/views/analysis-topics';
import { wavesView } from '@/lib/store/views/analysis-waves';
import type { HandlerContext, Handlers, Of } from './context';

const whenOf = ({ now, zone }: HandlerContext) => ({ now: now(), zone });

export const analysisHandlers: Handlers<Of<'analysis'>> = {
  'analysis.index': async (ctx, input) =>
    indexView(ctx.db, await withMembers(ctx.db, input, whenOf(ctx)), ctx.zone),
  'analysis.drivers': async (ctx, input) =>
    driversView(ctx.db, await withMembers(ctx.db, input, whenOf(ctx)), ctx.zone),
  'analysis.compare': async (ctx, input) =>
    compareView(ctx.db, await withMembers(ctx.db, input, whenOf(ctx)), whenOf(ctx)),
  'analysis.waves': async (ctx, input) =>
    wavesView(ctx.db, await withMembers(ctx.db, input, whenOf(ctx)), whenOf(ctx)),
  'analysis.loop': async (ctx, input) =>
    loopView(ctx.db, await withMembers(ctx.db, input, whenOf(ctx)), whenOf(ctx)),
  'analysis.topics': async (ctx, input) =>
    topicsView(ctx.db, await withMembers(ctx.db, input, whenOf(ctx)), ctx.zone),
  'analysis.bias': ({ db }, input) => biasView(db, input),
};
