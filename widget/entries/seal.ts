/** What an answer needs to leave the page: fetched when something is answered. */
export { makeOutbox } from '../seal/outbox';
export { seal } from '../seal/seal';
export { lateWordsOf } from '../seal/words';
