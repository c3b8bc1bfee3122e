import type { PointView } from '@/lib/api/views';
import { type Key, t } from '@/lib/i18n';

const POINT_KEYS: Readonly<Record<PointView['kind'], Key>> = {
  email: 'panel.point_email',
  phone: 'common.phone',
  handle: 'panel.point_handle',
  url: 'panel.point_url',
  wechat: 'panel.channel_wechat',
  whatsapp: 'panel.point_whatsapp',
  line: 'panel.point_line',
  qq: 'panel.point_qq',
  postal: 'panel.point_postal',
};

/** The label of a way to reach somebody. */
export function pointWord(kind: PointView['kind']): string {
  return t(POINT_KEYS[kind] as 'common.address');
}
