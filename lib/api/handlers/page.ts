import { activityHandlers } from './activities';
import { adviceHandlers } from './advice';
import { careHandlers } from './care';
import { caseHandlers } from './cases';
import { companyHandlers } from './companies';
import { contactHandlers } from './contacts';
import { dealHandlers } from './deals';
import { duplicateHandlers } from './duplicates';
import { figureHandlers } from './figures';
import { hubHandlers } from './hub';
import { importReportHandlers } from './import-reports';
import { needHandlers } from './needs';
import { promiseHandlers } from './promises';
import { relationHandlers } from './relations';
import { responseHandlers } from './responses';
import { searchHandlers } from './search';
import { storeHandlers } from './store';
import { surveyHandlers } from './surveys';
import { templateHandlers } from './templates';
import { textHandlers } from './text';
import { workHandlers } from './work';

/** What pages ask of people, companies, talks, surveys and cases: loaded with the first such question. */
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
  ...importReportHandlers,
};
