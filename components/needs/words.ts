import type { NeedView } from '@/lib/api/views';
import { t } from '@/lib/i18n';

/** "explicit, strong, open": what is known of a need besides its words. */
export function needWords({ kind, strength, status }: NeedView): string {
  return [
    t(kind === 'explicit' ? 'care.need_explicit' : 'care.need_latent'),
    t(`care.strength_${strength as 1 | 2 | 3}`),
    t(`care.need_${status}`),
  ].join(' · ');
}
