import { analysisHandlers } from './analysis';
import { healthHandlers } from './health';
import { insightHandlers } from './insights';
import { playHandlers } from './plays';
import { refreshHandlers } from './refresh';
import { resultHandlers } from './results';
import { scheduleHandlers } from './schedules';
import { segmentHandlers } from './segments';
import { tierHandlers } from './tiers';

/** What goes through everybody, and what only a few pages ask: most of it is a worker's, and a page loads it when it asks itself. */
export const seldomHandlers = {
  ...analysisHandlers,
  ...healthHandlers,
  ...insightHandlers,
  ...playHandlers,
  ...refreshHandlers,
  ...resultHandlers,
  ...scheduleHandlers,
  ...segmentHandlers,
  ...tierHandlers,
};
