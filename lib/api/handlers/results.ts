import { resultsFile } from '@/lib/store/results-csv';
import { withMembers } from '@/lib/store/segment-scope';
import { resultsView } from '@/lib/store/views/results-view';
import type { Handlers, Of } from './context';

export const resultHandlers: Handlers<Of<'results'>> = {
  'results.view': async ({ db, zone, now }, input) => {
    const when = { now: now(), zone };
    return resultsView(db, await withMembers(db, input, when), when);
  },
  'results.csv': async ({ db, zone, now }, input) =>
    resultsFile(db, await withMembers(db, input, { now: now(), zone }), zone),
};
