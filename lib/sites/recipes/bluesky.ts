import type { PersonRule, SiteRecipe } from '../recipe';

/** The handle stands in the part's own name, the display name in the first link that has a text. */
const post = (each: string, pattern: string) => ({
  each,
  handle: [{ attr: 'data-testid', pattern }] as PersonRule['handle'],
  name: [
    { find: 'a[href^="/profile/"][aria-label] bdi' },
    { find: 'a[href^="/profile/"] bdi' },
  ] as PersonRule['name'],
});

/** Bluesky. Several screens are kept in the page and all but one are hidden; names carry direction marks. */
export const bluesky: SiteRecipe = {
  format: 1,
  id: 'bluesky',
  name: 'Bluesky',
  hosts: ['bsky.app'],
  viewer: [
    {
      // Only on the own profile is there a button to edit it.
      id: 'edit-button',
      since: '2023',
      each: '[data-testid="profileView"]:has([data-testid="profileHeaderEditProfileButton"]) [data-testid="profileHeaderFollowersButton"]',
      handle: [{ attr: 'href', pattern: '/profile/:value/followers' }],
    },
  ],
  pages: [
    {
      kind: 'profile',
      address: [{ path: '/profile/:handle' }],
      region: [
        {
          // The screen of a profile.
          id: 'screen',
          since: '2023',
          find: '[data-testid="profileView"]:has([data-testid="profileHeaderDisplayName"])',
        },
        {
          // Builds without a name for the screen.
          id: 'main',
          since: '2023',
          find: 'main:has([data-testid="profileHeaderDisplayName"])',
        },
      ],
      agree: {
        shown: {
          find: '[data-testid="profileHeaderFollowersButton"]',
          attr: 'href',
          pattern: '/profile/:value/followers',
        },
        with: '{handle}',
      },
      people: {
        profile: [
          {
            // The display name of the profile that is shown; the first-level heading is for browsers without scripts.
            id: 'display-name',
            since: '2023',
            each: '[data-testid="profileHeaderDisplayName"]',
            handle: [{ fill: '{handle}' }],
            name: [{}],
          },
        ],
      },
      permalink: '{origin}/profile/{handle}',
    },
    {
      kind: 'post',
      address: [{ path: '/profile/:handle/post/:post' }],
      region: [
        {
          // The screen of a thread, if it holds a post of the one whom the address names.
          id: 'thread',
          since: '2023',
          find: '[data-testid="postThreadScreen"]:has([data-testid="postThreadItem-by-{handle}"])',
        },
        {
          // Builds without a name for the screen.
          id: 'main',
          since: '2023',
          find: 'main:has([data-testid="postThreadItem-by-{handle}"])',
        },
      ],
      people: {
        author: [
          {
            // Posts of the one whom the address names, not those that it answers.
            id: 'item',
            since: '2023',
            ...post('[data-testid="postThreadItem-by-{handle}"]', 'postThreadItem-by-:value'),
          },
        ],
        mention: [
          {
            // Posts of others around it, each with the link to its own page.
            id: 'reply',
            since: '2023',
            ...post(
              '[data-testid^="postThreadItem-by-"]:not([data-testid="postThreadItem-by-{handle}"])',
              'postThreadItem-by-:value',
            ),
            said: {
              around: '[data-testid^="postThreadItem-by-"]',
              subject: [{ find: '[data-testid="postText"]', steps: ['first-line'] }],
              messageKey: [{ find: 'a[href*="/post/"]', attr: 'href', pattern: '/profile/*/post/:value' }],
              at: [{ find: 'a[href*="/post/"][aria-label]', attr: 'aria-label' }],
              permalink: '{origin}/profile/{who}/post/{message}',
            },
          },
        ],
      },
      permalink: '{origin}{path}',
    },
    {
      kind: 'list',
      region: [
        {
          // A screen with a feed.
          id: 'main',
          since: '2023',
          find: 'main:has([data-testid^="feedItem-by-"])',
        },
      ],
      people: {
        mention: [
          {
            // Each post of a feed is named after its author.
            id: 'item',
            since: '2023',
            ...post('[data-testid^="feedItem-by-"]', 'feedItem-by-:value'),
          },
        ],
      },
    },
  ],
  observe: ['main', '#root', 'body'],
};
