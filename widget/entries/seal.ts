/** Sealing: fetched when somebody begins to answer. */
export { seal } from '../seal/seal';
