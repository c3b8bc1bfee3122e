import { signal } from '@preact/signals';
import type { PointView } from '@/lib/api/views';
import { FACT_FIELDS } from '@/lib/crm/fields';
import { type Key, t } from '@/lib/i18n';

/** Labels of the user's own fields, by the name under which facts bear them; set by a page that knows them. */
export const ownLabels = signal<Readonly<Record<string, string>>>({});

/** Fields that the product knows by name; a field of the user's own is shown under its own name. */
const FACT_KEYS: Readonly<Record<string, Key>> = {
  company: 'common.company',
  title: 'common.role',
  city: 'common.city',
  country: 'panel.country',
  language: 'panel.language',
  nickname: 'panel.nickname',
  sex: 'panel.sex',
  industry: 'panel.industry',
  introducer: 'panel.introducer',
  likes: 'panel.likes',
  avoids: 'panel.avoids',
  channel: 'panel.best_channel',
  besttime: 'panel.best_time',
  diet: 'panel.diet',
  faith: 'panel.faith',
  manager: 'panel.manager',
  assistantOf: 'panel.assistant_of',
  family: 'panel.family',
  friend: 'panel.friend',
};

/** Fields that are offered when something is added. Sex is not: nobody is to be asked for it. */
export const FACTS_TO_ADD = FACT_FIELDS.filter((field) => field !== 'sex');

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

export const POINTS_TO_ADD = ['email', 'phone', 'wechat', 'whatsapp', 'line', 'qq', 'url', 'postal'] as const;

/** The label of a fact's field. */
export function factWord(field: string): string {
  const key = FACT_KEYS[field];
  return key ? t(key as 'common.company') : (ownLabels.value[field] ?? field);
}

/** The label of a way to reach somebody. */
export function pointWord(kind: PointView['kind']): string {
  return t(POINT_KEYS[kind] as 'common.address');
}
