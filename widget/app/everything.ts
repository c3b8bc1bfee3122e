import { lateWordsOf } from '../seal/words';
import * as more from './more';
import * as parts from './rest';

/** The rest as it is where nothing is fetched: with the words of every language. */
export const restOf = (lang: string): parts.Rest => ({
  ...parts,
  words: lateWordsOf(lang),
  loadMore: async () => more,
});
