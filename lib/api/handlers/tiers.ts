import { setTiers } from '@/lib/store/tiers';
import { tierPreview } from '@/lib/store/views/tier-preview';
import type { Handlers, Of } from './context';

export const tierHandlers: Handlers<Of<'tiers'>> = {
  'tiers.preview': ({ db, now, zone }, { tiers }) => tierPreview(db, tiers, { now: now(), zone }),
  'tiers.set': setTiers,
};
