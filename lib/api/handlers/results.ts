import { resultsFile } from '@/lib/store/results-csv';
import { withMembers } from '@/lib/store/segment-scope';
import { answerAsks } from '@/lib/store/views/answer-asks';
import { foundFile, foundRows } from '@/lib/store/views/found-answers';
import { resultsView } from '@/lib/store/views/results-view';
import type { Handlers, Of } from './context';

export const resultHandlers: Handlers<Of<'results'>> = {
  'results.view': async ({ db, zone, now }, input) => {
    const when = { now: now(), zone };
    return resultsView(db, await withMembers(db, input, when), when);
  },
  'results.asks': ({ db, zone, now }, { surveyId }) => answerAsks(db, surveyId, { now: now(), zone }),
  'results.answers': ({ db, zone, now }, input) => foundRows(db, input, { now: now(), zone }),
  'results.answersFile': ({ db, zone, now }, input) => foundFile(db, input, { now: now(), zone }),
  'results.csv': async ({ db, zone, now }, input) =>
    resultsFile(db, await withMembers(db, input, { now: now(), zone }), zone),
};
