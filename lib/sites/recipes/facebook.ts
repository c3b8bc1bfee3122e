import type { PersonRule, SiteRecipe } from '../recipe';

/** Name in the only first-level heading of the main region; class names are hashes. */
const person = (id: string, since: string, fill: string): PersonRule => ({
  id,
  since,
  unseen: true,
  each: 'h1',
  handle: [{ fill }],
  name: [{ text: 'own' }, {}],
});

/** The head of a post: a part that the site names for its advertisements, but which every post has. */
const HEAD = '[data-ad-rendering-role="profile_name"]';

/** The day of a comment, which links to it. */
const OF_COMMENT = 'a[href*="/posts/"][href*="comment_id="]';

/** Facebook: people by a name of their own in the address, or by number. */
export const facebook: SiteRecipe = {
  format: 1,
  id: 'facebook',
  name: 'Facebook',
  hosts: ['www.facebook.com', 'facebook.com', 'web.facebook.com', 'm.facebook.com'],
  viewer: [
    {
      // Only on the own profile do links lead to what its owner alone may see.
      id: 'own-links',
      since: '2021',
      unseen: true,
      each: '[role="main"] a[href*="/allactivity"], [role="main"] a[href*="/profile_edit"]',
      handle: [{ fill: '{name}' }, { fill: '{number}' }],
    },
  ],
  pages: [
    {
      kind: 'profile',
      address: [{ path: '/profile.php', query: { id: ':number' } }],
      region: [
        {
          // The tabs of a profile lead to parts of the one whose number is in the address.
          id: 'tabs',
          since: '2020',
          unseen: true,
          find: '[role="main"]:has(h1):has(a[href*="profile.php?id={number}&"])',
        },
      ],
      people: {
        profile: [
          // A profile has one first-level heading, the name.
          person('heading', '2020', '{number}'),
        ],
      },
      permalink: '{origin}/profile.php?id={number}',
    },
    {
      kind: 'profile',
      address: [{ path: '/people/:slug/:number/' }, { path: '/people/:slug/:number' }],
      region: [
        {
          // The tabs of a profile lead to parts of the one whose number is in the address.
          id: 'tabs',
          since: '2020',
          unseen: true,
          find: '[role="main"]:has(h1):has(a[href*="{number}"])',
        },
      ],
      people: {
        profile: [
          // A profile has one first-level heading, the name.
          person('heading', '2020', '{number}'),
        ],
      },
    },
    {
      kind: 'profile',
      address: [{ path: '/:name' }, { path: '/:name/' }],
      region: [
        {
          // The tabs of a profile lead to parts of the one whose name is in the address; groups and events have none.
          id: 'tabs',
          since: '2020',
          unseen: true,
          find: '[role="main"]:has(h1):has(a[href*="/{name}/about" i], a[href*="/{name}/friends" i], a[href*="/{name}/photos" i])',
        },
      ],
      people: {
        profile: [
          // A profile has one first-level heading, the name.
          person('heading', '2020', '{name}'),
        ],
      },
      permalink: '{origin}/{name}',
    },
    {
      kind: 'list',
      region: [
        {
          // A post that is opened over the page.
          id: 'dialog',
          since: '2024',
          find: `[role="dialog"]:has(${HEAD})`,
        },
        {
          // Any page with posts.
          id: 'main',
          since: '2024',
          find: `[role="main"]:has(${HEAD})`,
        },
      ],
      // Advertisements bear a button of their own. What somebody wrote, a post or a comment, may link to others.
      skip: '[aria-posinset]:has([data-ad-rendering-role^="cta-"]), [data-ad-rendering-role="story_message"], div[dir="auto"] a',
      people: {
        mention: [
          {
            // The head of a post, and the link of a comment to its author, which bears the comment's number as the one to the comment does.
            id: 'author',
            since: '2024',
            each: `${HEAD} a[href], [role="article"] a[href*="comment_id="]:not([aria-hidden="true"], [href*="fbid="], [href*="?v="])`,
            handle: [
              { attr: 'href', pattern: '*/profile.php?id=:value*' },
              { attr: 'href', pattern: '/groups/*/user/:value/*' },
              { attr: 'href', pattern: '/people/*/:value/*' },
              { attr: 'href', pattern: '/:value?*' },
              { attr: 'href', pattern: '/:value' },
            ],
            name: [{}],
            said: {
              around: `[role="article"]:not(:has(${HEAD}))`,
              subject: [{ find: 'div[dir="auto"]', steps: ['first-line'] }],
              // The link to the comment before that to its author. Of an answer the last of two numbers, its own.
              messageKey: [
                { find: OF_COMMENT, attr: 'href', pattern: '*comment_id=:value*' },
                { find: 'a[href*="comment_id="]', attr: 'href', pattern: '*comment_id=:value*' },
              ],
              // That link names the post as well: a page may show several.
              names: {
                name: [{ find: OF_COMMENT, attr: 'href', pattern: '/:value/posts/*' }],
                group: [{ find: OF_COMMENT, attr: 'href', pattern: '/groups/:value/posts/*' }],
                post: [
                  { find: OF_COMMENT, attr: 'href', pattern: '/*/posts/:value/*' },
                  { find: OF_COMMENT, attr: 'href', pattern: '/*/posts/:value?*' },
                  { find: OF_COMMENT, attr: 'href', pattern: '/*/posts/:value' },
                ],
              },
              permalink: [
                '{origin}/{name}/posts/{post}?comment_id={message}',
                '{origin}/groups/{group}/posts/{post}/?comment_id={message}',
              ],
            },
          },
        ],
      },
    },
  ],
  observe: ['[role="main"]', 'body'],
};
