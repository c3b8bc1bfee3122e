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
import { needHandlers } from './needs';
import { relationHandlers } from './relations';
import { responseHandlers } from './responses';
import { searchHandlers } from './search';
import { storeHandlers } from './store';
import { surveyHandlers } from './surveys';
import { textHandlers } from './text';
import { workHandlers } from './work';

/**
 * What the background answers for views that have no database: everything but the import of files and the results
 * of surveys, which only pages with the database ask for. The grammars of those files would be read at every start of the worker.
 */
export const handlersBehind = {
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
  ...hubHandlers,
  ...searchHandlers,
};
