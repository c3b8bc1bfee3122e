import Jobs from './worker?worker';

/**
 * Starts the worker in which work over the whole store runs, so that no page is held up. It ends with the page that started it.
 * @param database name of the database that it opens
 */
export const startJobs = (database: string): Worker => new Jobs({ name: database });
