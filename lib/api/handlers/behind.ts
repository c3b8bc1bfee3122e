import { activityHandlers } from './activities';
import { companyHandlers } from './companies';
import { contactHandlers } from './contacts';
import { storeHandlers } from './store';
import { textHandlers } from './text';
import { workHandlers } from './work';

/**
 * What the background answers for views that have no database: everything but the import of files, which only pages
 * with the database call. The grammars of those files would be read at every start of the worker.
 */
export const handlersBehind = {
  ...contactHandlers,
  ...companyHandlers,
  ...activityHandlers,
  ...workHandlers,
  ...storeHandlers,
  ...textHandlers,
};
