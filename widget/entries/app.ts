import { start as startApp } from '../app/app';
import type { Loader } from '../loader/contract';

/** The app as a file of its own; sealing is another one beside it. */
export const start = (loader: Loader) => startApp(loader, () => import('./seal.js'));
