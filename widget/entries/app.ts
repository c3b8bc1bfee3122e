import { start as startApp } from '../app/app';
import type { Loader } from '../loader/contract';

/** The app as a file of its own; what comes after the first question, and sealing, are others beside it. */
export const start = (loader: Loader) =>
  startApp(
    loader,
    () => import('./rest.js'),
    () => import('./seal.js'),
  );
