import { activityHandlers } from './activities';
import { adviceHandlers } from './advice';
import { analysisHandlers } from './analysis';
import { careHandlers } from './care';
import { caseHandlers } from './cases';
import { companyHandlers } from './companies';
import { contactHandlers } from './contacts';
import { dealHandlers } from './deals';
import { duplicateHandlers } from './duplicates';
import { figureHandlers } from './figures';
import { healthHandlers } from './health';
import { hubHandlers } from './hub';
import { importReportHandlers } from './import-reports';
import { insightHandlers } from './insights';
import { listHandlers } from './lists';
import { needHandlers } from './needs';
import { playHandlers } from './plays';
import { promiseHandlers } from './promises';
import { refreshHandlers } from './refresh';
import { relationHandlers } from './relations';
import { responseHandlers } from './responses';
import { resultHandlers } from './results';
import { scheduleHandlers } from './schedules';
import { searchHandlers } from './search';
import { segmentHandlers } from './segments';
import { storeHandlers } from './store';
import { surveyHandlers } from './surveys';
import { templateHandlers } from './templates';
import { textHandlers } from './text';
import { tierHandlers } from './tiers';
import { workHandlers } from './work';

/** What a page with the database answers without files. */
export const pageHandlers = {
  ...contactHandlers,
  ...figureHandlers,
  ...duplicateHandlers,
  ...relationHandlers,
  ...companyHandlers,
  ...activityHandlers,
  ...adviceHandlers,
  ...workHandlers,
  ...storeHandlers,
  ...textHandlers,
  ...surveyHandlers,
  ...responseHandlers,
  ...caseHandlers,
  ...dealHandlers,
  ...needHandlers,
  ...careHandlers,
  ...promiseHandlers,
  ...hubHandlers,
  ...searchHandlers,
  ...templateHandlers,
  ...healthHandlers,
  ...importReportHandlers,
  ...listHandlers,
  ...insightHandlers,
  ...refreshHandlers,
  ...playHandlers,
  ...resultHandlers,
  ...scheduleHandlers,
  ...analysisHandlers,
  ...segmentHandlers,
  ...tierHandlers,
};

/** Whether files are read or written for it: what a page does not answer without `fileHandlers`. */
export function isOfFiles(op: string): boolean {
  return !Object.hasOwn(pageHandlers, op) && /^(imports|exports|backup|retention|data)\./.test(op);
}
