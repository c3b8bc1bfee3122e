import { t } from '@/lib/i18n';

/** Proper names of the sites that have a recipe, by its id. */
const NAMES: Readonly<Record<string, string>> = {
  gmail: 'Gmail',
  outlook: 'Outlook',
  roundcube: 'Roundcube',
  linkedin: 'LinkedIn',
};

/** What a site is known as, by the id of the recipe that reads it. */
export function siteName(recipe: string): string {
  if (recipe.startsWith('qq')) return t('workspace.site_qq');
  return NAMES[recipe] ?? t('workspace.site_generic');
}
