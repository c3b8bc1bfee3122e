import type { Answer } from './message';

/** What a page and its worker say to each other. Both are of one build, and nobody else hears it: no version, no checks of origin. */

/** An operation to be done, or one to be stopped. */
export type ToWorker = { call: number; op: string; input: unknown; commandId: string } | { cancel: number };

export type FromWorker = { call: number; answer: Answer } | { call: number; done: number; total: number };
