import { start } from '../app/app';
import { restOf } from '../app/everything';
import type { Sidelight } from '../loader/contract';
import { makeLoader } from '../loader/loader';
import * as sealing from './seal';

export type { Form } from '../../lib/surveys/form';
export type * from '../loader/contract';

/** Everything in one script: for a page whose policy lets no script fetch another one. */
export const sidelight: Sidelight = makeLoader(async () => ({
  start: (loader) =>
    start(
      loader,
      async (lang) => restOf(lang),
      async () => sealing,
    ),
}));
