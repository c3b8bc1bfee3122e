import {
  ClipboardList,
  Gift,
  Heart,
  type IconNode,
  Mail,
  MapPin,
  MessageSquare,
  Phone,
  ShoppingCart,
  Smile,
  StickyNote,
  Tickets,
  Users,
} from 'lucide';
import { momentOfDay } from '@/components/advice/words';
import type { TimelineItem } from '@/lib/api/views';
import { type Key, t } from '@/lib/i18n';
import { daysBetween, money, monthYear, shortDate, time } from '@/lib/i18n/format';
import { NETWORK_NAMES } from './network-names';

type ItemType = TimelineItem['type'];

/** One icon a kind of activity. */
export const ITEM_ICONS: Record<ItemType, IconNode> = {
  mail: Mail,
  call: Phone,
  meeting: Users,
  message: MessageSquare,
  purchase: ShoppingCart,
  promise: Heart,
  visit: MapPin,
  note: StickyNote,
  survey: ClipboardList,
  case: Tickets,
  mood: Smile,
  gift: Gift,
};

/** The kind of an activity as a word. */
export function typeWord(type: ItemType): string {
  return t(`common.${type}`);
}

/** Marks of mood, the best first. */
export const MOODS = [2, 1, 0, -1, -2] as const;

const MOOD_WORDS = {
  '2': 'panel.mood_2',
  '1': 'panel.mood_1',
  '0': 'panel.mood_0',
  '-1': 'panel.mood_-1',
  '-2': 'panel.mood_-2',
} as const;

/** A mark of mood as a word. */
export function moodWord(value: number): string {
  return t(MOOD_WORDS[String(value) as keyof typeof MOOD_WORDS] ?? 'panel.mood_0');
}

/** Ways to write whose name is the same in every language. */
const CHANNEL_NAMES: Readonly<Record<string, string>> = {
  whatsapp: 'WhatsApp',
  line: 'LINE',
  qq: 'QQ',
  telegram: 'Telegram',
  ...NETWORK_NAMES,
};

/** Those whose name differs between languages, and what is no network of one name. */
const CHANNEL_WORDS = {
  wechat: 'panel.channel_wechat',
  sms: 'panel.channel_sms',
  weibo: 'panel.channel_weibo',
  zhihu: 'panel.channel_zhihu',
  xmpp: 'panel.channel_chat',
  other: 'common.message',
} as const satisfies Record<string, Key>;

/** The network of a message as people call it; a name of the user's own as it is. */
export function channelWord(channel: string): string {
  if (Object.hasOwn(CHANNEL_WORDS, channel)) return t(CHANNEL_WORDS[channel as keyof typeof CHANNEL_WORDS]);
  return (Object.hasOwn(CHANNEL_NAMES, channel) && CHANNEL_NAMES[channel]) || channel;
}

/** An activity in one line: what it was and what about. */
export function itemLine(item: TimelineItem, now: number): string {
  const about = item.subject || item.text.split('\n', 1)[0] || '';
  const join = (what: string) => (about ? t('panel.item_about', { what, about }) : what);
  switch (item.type) {
    case 'mail':
      return about || t('panel.no_subject');
    case 'note':
      return about;
    case 'call':
    case 'meeting':
    case 'visit': {
      const word = typeWord(item.type);
      return join(item.minutes ? t('panel.item_minutes', { what: word, n: item.minutes }) : word);
    }
    case 'survey':
      return item.text
        ? t('panel.item_about', { what: about, about: item.text.split('\n', 1)[0] ?? '' })
        : about;
    case 'case':
      return join(item.channel === 'told' ? t('common.case_told') : typeWord('case'));
    case 'mood':
      return join(moodWord(item.value ?? 0));
    case 'gift': {
      const sum = item.amount ? money(item.amount.minor, item.amount.currency) : '';
      const gift = join(typeWord('gift'));
      return sum ? t('panel.item_list', { first: gift, second: sum }) : gift;
    }
    case 'message': {
      const channel = item.channel ? channelWord(item.channel) : t('common.message');
      return join(item.direction ? t(`panel.message_${item.direction}`, { channel }) : channel);
    }
    case 'purchase': {
      const sum = item.amount ? money(item.amount.minor, item.amount.currency) : t('common.purchase');
      return about ? t('panel.item_list', { first: sum, second: about }) : sum;
    }
    case 'promise': {
      const due = item.promise?.due;
      const what = about || t('common.promise');
      return due ? t('panel.item_by', { what, date: shortDate(momentOfDay(due.date), now) }) : what;
    }
  }
}

/** How a promise stands: kept, late by so many days, open; null for anything else. */
export function promiseState(item: TimelineItem): { text: string; late: boolean } | null {
  const { promise } = item;
  if (!promise) return null;
  if (promise.doneAt !== null) return { text: t('panel.promise_kept'), late: false };
  const days = promise.lateDays ?? 0;
  if (days > 0) return { text: t('common.days_late', { n: days }), late: true };
  return { text: promise.by === 'me' ? t('panel.promise_open') : t('panel.promise_theirs'), late: false };
}

/** The day in the margin: the time of day for today, the month for another year. */
export function marginDate(item: TimelineItem, now: number): string {
  if (daysBetween(item.at, now) === 0) return item.precision === 'day' ? t('common.today') : time(item.at);
  if (new Date(item.at).getFullYear() !== new Date(now).getFullYear()) return monthYear(item.at);
  return shortDate(item.at, now);
}
