import { resultsFile } from '@/lib/store/results-csv';
import { resultsView } from '@/lib/store/views/results-view';
import type { Handlers, Of } from './context';

export const resultHandlers: Handlers<Of<'results'>> = {
  'results.view': ({ db, zone }, input) => resultsView(db, input, zone),
  'results.csv': ({ db, zone }, input) => resultsFile(db, input, zone),
};
