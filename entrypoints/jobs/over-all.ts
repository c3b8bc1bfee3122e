import { calendarHandlers } from '@/lib/api/handlers/care';
import { lookHandlers } from '@/lib/api/handlers/duplicates';
import { scanHandlers } from '@/lib/api/handlers/health';
import { seldomHandlers } from '@/lib/api/handlers/seldom';

/** What goes through all contacts or answers. */
export const overAllHandlers = { ...seldomHandlers, ...scanHandlers, ...lookHandlers, ...calendarHandlers };
