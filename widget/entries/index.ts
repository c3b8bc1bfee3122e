import type { Sidelight } from '../loader/contract';
import { makeLoader } from '../loader/loader';

export type { Form } from '../../lib/surveys/form';
export type * from '../loader/contract';

/** The same commands as the global of the snippet; the app and sealing are chunks that a bundler cuts off. */
export const sidelight: Sidelight = makeLoader(() => import('./app.js'));
