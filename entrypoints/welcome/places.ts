import { hostOf } from '@/components/settings/address';
import { siteName } from '@/components/settings/site-name';
import { t } from '@/lib/i18n';

/** A webmail that many people use. Some answer at more than one host. */
export interface Place {
  id: 'gmail' | 'outlook' | 'outlook-work' | 'qq' | 'netease' | 'more';
  name(): string;
  /** Scheme and host. */
  sites: readonly string[];
  /** What its sites are called, where they are not one webmail. */
  siteName?(site: string): string;
}

/** Webmails that are offered together, by the id of their recipe. */
const MORE: Readonly<Record<string, string>> = {
  'https://mail.yahoo.com': 'yahoo-mail',
  'https://mail.proton.me': 'proton-mail',
  'https://app.fastmail.com': 'fastmail',
  'https://mail.zoho.com': 'zoho-mail',
};

/** The webmails that are offered by name. */
export const PLACES: readonly Place[] = [
  { id: 'gmail', name: () => siteName('gmail'), sites: ['https://mail.google.com'] },
  {
    id: 'outlook',
    name: () => t('welcome.outlook_private'),
    sites: ['https://outlook.live.com'],
  },
  {
    id: 'outlook-work',
    name: () => t('welcome.outlook_work'),
    sites: ['https://outlook.office.com', 'https://outlook.cloud.microsoft', 'https://outlook.office365.com'],
  },
  {
    id: 'qq',
    name: () => siteName('qq-mail'),
    sites: ['https://mail.qq.com', 'https://wx.mail.qq.com', 'https://exmail.qq.com'],
  },
  {
    id: 'netease',
    name: () => siteName('netease-mail'),
    sites: ['https://mail.163.com', 'https://mail.126.com', 'https://mail.yeah.net'],
  },
  {
    id: 'more',
    name: () => t('welcome.more'),
    sites: Object.keys(MORE),
    siteName: (site) => siteName(MORE[site] ?? ''),
  },
];

/** What a site is called here: its webmail, or its host. */
export function nameOf(origin: string): string {
  const place = PLACES.find(({ sites }) => sites.includes(origin));
  return place ? (place.siteName?.(origin) ?? place.name()) : hostOf(origin);
}
