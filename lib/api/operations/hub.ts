import { z } from 'zod';
import { operation } from '../contract';

/** The hub, and the keys behind the answers. Nothing here has a history. */
export const hub = {
  'hub.get': operation('query', ['workspace'], () => z.object({})),
  /** `address` is what the hub printed when it started: `https://hub.example/#space.token`. */
  'hub.connect': operation('local', ['workspace'], () => z.object({ address: z.string().trim().max(1000) })),
  'hub.disconnect': operation('local', ['workspace'], () => z.object({})),
  /** Fetches what came in. `wait` seconds for the first answer when there is none yet. */
  'hub.pull': operation('local', ['workspace'], () => z.object({ wait: z.int().min(0).max(20).default(0) })),
  /** Brings the hub's copy of a survey in line: its last version, its state. */
  'hub.upload': operation('local', ['workspace'], () => z.object({ surveyId: z.uuid() })),
  /** Queries, although they make what they answer when it is first asked for. */
  'hub.key': operation('query', ['workspace'], () => z.object({})),
  'hub.identifySecret': operation('query', ['workspace'], () => z.object({})),
} as const;
