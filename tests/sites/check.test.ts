import { describe, expect, test } from 'vitest';
import { checkRecipe } from '@/lib/sites/check';
import { RECIPES } from '@/lib/sites/recipes';

const good = {
  format: 1,
  id: 'taught',
  name: 'Taught',
  hosts: ['crm.acme.example'],
  viewer: [],
  pages: [
    {
      kind: 'profile',
      region: [{ id: 'main', since: '2026', find: 'main', why: 'The page' }],
      people: {
        profile: [{ id: 'name', since: '2026', why: 'Heading', each: 'h1', email: [{ attr: 'title' }] }],
      },
    },
  ],
  observe: ['main'],
};

/** The good recipe with one page value changed. */
const withPage = (change: object) => ({ ...good, pages: [{ ...good.pages[0], ...change }] });
const faults = (value: unknown) => {
  const result = checkRecipe(value);
  return 'faults' in result ? result.faults : [];
};

describe('checkRecipe', () => {
  test.each(RECIPES.filter(({ id }) => id !== 'generic').map((recipe) => [recipe.id, recipe] as const))(
    'passes %s, also after a round trip through JSON',
    (_, recipe) => {
      expect(faults(recipe)).toEqual([]);
      expect(JSON.parse(JSON.stringify(recipe))).toEqual(recipe);
    },
  );

  test('gives back a good recipe', () => {
    expect(checkRecipe(good)).toEqual({ recipe: good });
  });

  test.each([
    ['no object', null, ['recipe must be an object.']],
    ['an unknown key', { ...good, script: 'alert(1)' }, ['recipe.script is not known.']],
    ['another format', { ...good, format: 2 }, ['recipe.format must be one of: 1.']],
    [
      'every host without a mark',
      { ...good, hosts: ['*'] },
      ['recipe.mark is missing: a recipe for every host must say what proves the software.'],
    ],
    [
      'a host with a path',
      { ...good, hosts: ['acme.example/in'] },
      ['recipe.hosts[0] is no host: mail.example.com or *.example.com.'],
    ],
    ['no region', withPage({ region: [] }), ['recipe.pages[0].region is empty.']],
    ['a selector that is none', withPage({ skip: 'div[' }), ['recipe.pages[0].skip is no CSS selector.']],
    [
      'a pattern that is slow',
      withPage({ address: [{ path: '/*a*a*a*a*' }] }),
      ['recipe.pages[0].address[0].path has more than 4 wildcards.'],
    ],
    [
      'an unknown step',
      withPage({ subject: [{ steps: ['eval'] }] }),
      [
        'recipe.pages[0].subject[0].steps[0] must be one of: address, mailto, title-account, title-name, title-person, title-handle, handle, acct, undouble, first-line, id-time, short-year.',
      ],
    ],
    [
      'the viewer as a role',
      withPage({ people: { viewer: [] } }),
      ['recipe.pages[0].people.viewer is not known.'],
    ],
  ])('refuses %s', (_, value, expected) => {
    expect(faults(value)).toEqual(expected);
  });
});
