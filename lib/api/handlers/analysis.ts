import { biasView } from '@/lib/store/views/analysis-bias';
import { compareView } from '@/lib/store/views/analysis-compare';
import { driversView } from '@/lib/store/views/analysis-drivers';
import { indexView } from '@/lib/store/views/analysis-index';
import { topicsView } from '@/lib/store/views/analysis-topics';
import type { Handlers, Of } from './context';

export const analysisHandlers: Handlers<Of<'analysis'>> = {
  'analysis.index': ({ db, zone }, input) => indexView(db, input, zone),
  'analysis.drivers': ({ db, zone }, input) => driversView(db, input, zone),
  'analysis.compare': ({ db, zone, now }, input) => compareView(db, input, { zone, now: now() }),
  'analysis.topics': ({ db, zone }, input) => topicsView(db, input, zone),
  'analysis.bias': ({ db }, input) => biasView(db, input),
};
