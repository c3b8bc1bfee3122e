import { handlersBehind } from './behind';
import { healthHandlers } from './health';
import { importReportHandlers } from './import-reports';
import { insightHandlers } from './insights';
import { listHandlers } from './lists';
import { playHandlers } from './plays';
import { refreshHandlers } from './refresh';
import { resultHandlers } from './results';
import { segmentHandlers } from './segments';

/** What a page with the database answers without files. */
export const pageHandlers = {
  ...handlersBehind,
  ...healthHandlers,
  ...importReportHandlers,
  ...listHandlers,
  ...insightHandlers,
  ...refreshHandlers,
  ...playHandlers,
  ...resultHandlers,
  ...segmentHandlers,
};

/** Whether files are read or written for it: what a page does not answer without `fileHandlers`. */
export function isOfFiles(op: string): boolean {
  return !Object.hasOwn(pageHandlers, op) && /^(imports|exports|backup|retention|data)\./.test(op);
}
