import { handlersBehind } from './behind';
import { dataHandlers } from './data';
import { healthHandlers } from './health';
import { importHandlers } from './imports';
import { insightHandlers } from './insights';
import { listHandlers } from './lists';
import { playHandlers } from './plays';
import { refreshHandlers } from './refresh';
import { resultHandlers } from './results';
import { segmentHandlers } from './segments';

/** What answers each operation of the store. */
export const handlers = {
  ...handlersBehind,
  ...dataHandlers,
  ...healthHandlers,
  ...importHandlers,
  ...listHandlers,
  ...insightHandlers,
  ...refreshHandlers,
  ...playHandlers,
  ...resultHandlers,
  ...segmentHandlers,
};
