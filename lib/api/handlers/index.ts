import { fileHandlers } from './files';
import { pageHandlers } from './page';

/** What answers each operation of the store. */
export const handlers = { ...pageHandlers, ...fileHandlers };
