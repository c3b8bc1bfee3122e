/** Script of the worker, beside the pages of the extension. */
const SCRIPT = '/jobs.js';

/**
 * Starts the worker in which work over the whole store runs, so that no page is held up. It ends with the page that started it.
 * @param database name of the database that it opens
 */
export function startJobs(database: string): Worker {
  return new Worker(SCRIPT, { name: database });
}
