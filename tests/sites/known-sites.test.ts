import { describe, expect, test } from 'vitest';
import { channelWord } from '@/components/activities/item-words';
import { siteName } from '@/components/settings/site-name';
import { isNetwork } from '@/entrypoints/background/page-events';
import { PLACES } from '@/entrypoints/welcome/places';
import { normalizePoint } from '@/lib/exchange/points';
import { LANGUAGES, type Language, loadLanguage } from '@/lib/i18n';
import { recipeFor } from '@/lib/sites/match';
import { RECIPES } from '@/lib/sites/recipes';
import { expectedContext, fixtures } from './fixtures';

describe('what the rest of the product knows of the sites', () => {
  test('each site but the generic one has a name of its own', () => {
    const generic = siteName('generic');
    for (const { id } of RECIPES.filter((recipe) => recipe.id !== 'generic'))
      expect([id, siteName(id)]).not.toEqual([id, generic]);
  });

  test('what was written on a network is told by its name, in no language by its id', async () => {
    for (const lang of Object.keys(LANGUAGES) as Language[]) {
      await loadLanguage(lang, ['panel', 'common']);
      for (const { id } of RECIPES.filter((recipe) => isNetwork(recipe.id)))
        expect([lang, channelWord(id)]).not.toEqual([lang, id]);
      expect(channelWord('xmpp')).not.toContain('xmpp');
      expect(channelWord('constructor')).toBe('constructor');
    }
  });

  test.each(PLACES.flatMap(({ sites }) => sites))('%s, offered at the first start, has a recipe', (site) => {
    expect(recipeFor(new URL(site), RECIPES)?.id).toBeTruthy();
  });

  test('a host that one recipe names is claimed by it and by no other before it', () => {
    for (const { id, hosts } of RECIPES)
      for (const host of hosts.filter((pattern) => !pattern.startsWith('*')))
        expect([host, recipeFor(new URL(`https://${host}`), RECIPES)?.id]).toEqual([host, id]);
  });
});

const PROFILES = fixtures().filter(
  ({ name, expected }) => expected?.kind === 'profile' && !name.startsWith('generic'),
);

describe('the key of a profile that is open is the key of its address in a contact', () => {
  test.each(PROFILES.map((page) => [page.name, page] as const))('%s', (_, page) => {
    const { people = [], permalink } = expectedContext(page) ?? {};
    for (const { kind, value } of people.flatMap(({ contactPoints }) => contactPoints)) {
      expect(normalizePoint(kind, value)).toHaveProperty('key');
      // Mastodon's own hosts are not known beforehand: there the address tells no handle.
      if (kind !== 'handle' || value.startsWith('mastodon:')) continue;
      for (const address of [page.url, permalink].filter((link) => link && !link.includes('/n/')))
        expect([address, normalizePoint('handle', address as string)]).toMatchObject([
          address,
          { key: 'key' in normalizePoint(kind, value) ? value : '' },
        ]);
    }
  });
});
