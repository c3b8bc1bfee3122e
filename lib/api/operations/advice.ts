import { z } from 'zod';
import { NOT_WHY } from '@/lib/crm/outcomes';
import { PlaySetting } from '@/lib/crm/plays';
import { Moment } from '@/lib/crm/row';
import { Query } from '@/lib/crm/segments';
import { operation, VIEWS } from '../contract';

const id = z.uuid();
const playId = z.string().min(1).max(80);

/** What the engine advises, and what became of it. Views: `advice-views.ts`. */
export const advice = {
  'advice.contact': operation('query', VIEWS, () => z.object({ contactId: id })),
  /** The day's plan in minutes. */
  'advice.today': operation('query', ['workspace'], () => z.object({})),
  /** Advice on these contacts stands on the screen: kept once a day. */
  'advice.shown': operation('local', VIEWS, () => z.object({ contactIds: z.array(id).min(1).max(60) })),
  'advice.answer': operation('command', VIEWS, () =>
    z.object({
      contactId: id,
      playId,
      became: z.enum(['done', 'dismissed', 'later', 'never']),
      until: Moment.optional(),
      why: z.enum(NOT_WHY).optional(),
    }),
  ),
  /** The engine on the user's own past. */
  'advice.backtest': operation('query', ['workspace'], () => z.object({})),
  /** Whom something was suggested about beside who was held out. */
  'advice.effect': operation('query', ['workspace'], () =>
    z.object({ of: z.enum(['contact', 'purchase']).default('contact') }),
  ),
  'advice.setMinutes': operation('command', ['workspace'], () =>
    z.object({ minutes: z.int().min(5).max(720) }),
  ),
} as const;

/** Plays: the product's as the user changed them, and the user's own. */
export const plays = {
  'plays.list': operation('query', ['workspace'], () => z.object({})),
  /** `null`: as the product ships it; of one of the user's own: gone. */
  'plays.set': operation('command', ['workspace'], () =>
    z.object({ id: playId, setting: PlaySetting.nullable() }),
  ),
  /** Who would get it today. */
  'plays.try': operation('query', ['workspace'], () => z.object({ id: playId.nullable(), condition: Query })),
} as const;
