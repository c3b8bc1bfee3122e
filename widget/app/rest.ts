/** What a survey needs once its first question is visible: fetched while that is read. */
export { makeCourier } from '../seal/courier';
export { lateWordsOf } from '../seal/words';
export { makeGuide } from './guide';
