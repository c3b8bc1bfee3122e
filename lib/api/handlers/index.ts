import { fileHandlers } from './files';
import { firstHandlers } from './first';
import { pageHandlers } from './page';
import { seldomHandlers } from './seldom';

/** What answers each operation of the store. */
export const handlers = { ...firstHandlers, ...pageHandlers, ...seldomHandlers, ...fileHandlers };
