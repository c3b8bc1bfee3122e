/** What a survey needs once its first question is visible: fetched while that is read. */
export { makeCourier } from '../seal/courier';
export { lateWordsOf } from '../seal/words';
export { makeGuide } from './guide';

/** Fetched while the first question is read. */
export type Rest = typeof import('./rest');
export type LoadRest = () => Promise<Rest>;
