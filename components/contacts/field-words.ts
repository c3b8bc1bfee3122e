import { signal } from '@preact/signals';
import { FACT_FIELDS } from '@/lib/crm/fields';
import { type Key, t } from '@/lib/i18n';

/** Labels of the user's own fields, by the name under which facts bear them; set by a page that knows them. */
export const ownLabels = signal<Readonly<Record<string, string>>>({});

/** Fields that the product knows by name; a field of the user's own is shown under its own name. */
const FACT_KEYS: Readonly<Record<string, Key>> = {
  company: 'common.company',
  title: 'common.role',
  city: 'common.city',
  country: 'unfolded.country',
  language: 'unfolded.language',
  nickname: 'unfolded.nickname',
  sex: 'unfolded.sex',
  industry: 'unfolded.industry',
  introducer: 'unfolded.introducer',
  likes: 'unfolded.likes',
  avoids: 'unfolded.avoids',
  channel: 'unfolded.best_channel',
  besttime: 'unfolded.best_time',
  diet: 'unfolded.diet',
  faith: 'unfolded.faith',
  manager: 'unfolded.manager',
  assistantOf: 'unfolded.assistant_of',
  family: 'unfolded.family',
  friend: 'unfolded.friend',
};

/** Fields that are offered when something is added. Sex is not: nobody is to be asked for it. */
export const FACTS_TO_ADD = FACT_FIELDS.filter((field) => field !== 'sex');

export const POINTS_TO_ADD = ['email', 'phone', 'wechat', 'whatsapp', 'line', 'qq', 'url', 'postal'] as const;

/** The label of a fact's field. */
export function factWord(field: string): string {
  const key = FACT_KEYS[field];
  return key ? t(key as 'common.company') : (ownLabels.value[field] ?? field);
}
