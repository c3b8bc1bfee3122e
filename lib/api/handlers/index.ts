import { activityHandlers } from './activities';
import { companyHandlers } from './companies';
import { contactHandlers } from './contacts';
import { importHandlers } from './imports';
import { storeHandlers } from './store';
import { textHandlers } from './text';
import { workHandlers } from './work';

/** What answers each operation of the store. */
export const handlers = {
  ...contactHandlers,
  ...companyHandlers,
  ...activityHandlers,
  ...workHandlers,
  ...storeHandlers,
  ...importHandlers,
  ...textHandlers,
};
