import type { LateWords } from '../seal/words';
import type { More } from './more';

/** What a survey needs once its first question is visible: fetched while that is read. */
export { makeCourier } from '../seal/courier';
export { makeGuide } from './guide';

/** With the words of one language, and the way to what only some forms need. */
export type Rest = typeof import('./rest') & { words: LateWords; loadMore: LoadMore };
export type LoadMore = (tries: number) => Promise<More>;
/**
 * @param lang one of the widget's own languages: see `languageOf`
 * @param tries how often it was tried before
 */
export type LoadRest = (lang: string, tries: number) => Promise<Rest>;
