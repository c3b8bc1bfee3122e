import { handlersBehind } from './behind';
import { importHandlers } from './imports';

/** What answers each operation of the store. */
export const handlers = { ...handlersBehind, ...importHandlers };
