import { type Key, t } from '@/lib/i18n';

/** A webmail that many people use. Some answer at more than one host. */
export interface Place {
  id: 'gmail' | 'outlook' | 'qq';
  /** Its name; a key where the name differs between languages. */
  name(): string;
  /** Scheme and host. */
  sites: readonly string[];
}

const QQ: Key = 'workspace.site_qq';

/** The webmails that are offered by name. */
export const PLACES: readonly Place[] = [
  { id: 'gmail', name: () => 'Gmail', sites: ['https://mail.google.com'] },
  {
    id: 'outlook',
    name: () => 'Outlook',
    sites: ['https://outlook.office.com', 'https://outlook.live.com', 'https://outlook.cloud.microsoft'],
  },
  { id: 'qq', name: () => t(QQ), sites: ['https://mail.qq.com', 'https://wx.mail.qq.com'] },
];
