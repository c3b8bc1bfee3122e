import { NETWORK_NAMES } from '@/components/activities/network-names';
import { type Key, t } from '@/lib/i18n';

/** Proper names of the sites that have a recipe, by its id. */
const NAMES: Readonly<Record<string, string>> = {
  gmail: 'Gmail',
  outlook: 'Outlook',
  'yahoo-mail': 'Yahoo Mail',
  'proton-mail': 'Proton Mail',
  fastmail: 'Fastmail',
  'zoho-mail': 'Zoho Mail',
  roundcube: 'Roundcube',
  ...NETWORK_NAMES,
  xmpp: 'Converse.js',
};

/** Those whose name differs between languages. */
const NAMED = {
  'qq-mail': 'workspace.site_qq',
  'qq-mail-new': 'workspace.site_qq',
  'netease-mail': 'workspace.site_netease',
  weibo: 'panel.channel_weibo',
  zhihu: 'panel.channel_zhihu',
} as const satisfies Record<string, Key>;

/** What a site is known as, by the id of the recipe that reads it. */
export function siteName(recipe: string): string {
  return NAMES[recipe] ?? t(NAMED[recipe as keyof typeof NAMED] ?? 'workspace.site_generic');
}
