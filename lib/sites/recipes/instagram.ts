import type { Dated, PersonRule, SiteRecipe } from '../recipe';

/** The head of a comment is a heading beside the link to it; that of the post itself is one of another rank. */
const COMMENT: Omit<PersonRule, keyof Dated> = {
  each: 'li:has(a[href*="/c/"] > time) h3 a[href^="/"]',
  handle: [{ attr: 'href', pattern: '/:value/' }],
  said: {
    around: 'li',
    subject: [{ find: 'div > span[dir="auto"]', steps: ['first-line'] }],
    messageKey: [{ find: 'a[href*="/c/"]:has(time)', attr: 'href', pattern: '/p/*/c/:value/*' }],
    at: [{ find: 'a[href*="/c/"] > time[datetime]', attr: 'datetime' }],
    permalink: '{origin}/p/{post}/c/{message}/',
  },
};

/** Instagram. Class names are hashes: the title, which holds name and handle in every language, is what can be trusted. */
export const instagram: SiteRecipe = {
  format: 1,
  id: 'instagram',
  name: 'Instagram',
  hosts: ['www.instagram.com', 'instagram.com'],
  viewer: [
    {
      // Only on the own profile does a link lead to its settings.
      id: 'edit-link',
      since: '2021',
      each: 'main header:has(a[href^="/accounts/edit"])',
      handle: [{ fill: '{handle}' }],
    },
  ],
  pages: [
    {
      kind: 'profile',
      address: [{ path: '/:handle/' }, { path: '/:handle' }],
      region: [
        {
          // The head of a profile; its followers stand there.
          id: 'head',
          since: '2019',
          find: 'main:has(header):has(a[href="/{handle}/followers/" i], a[href="/{handle}/following/" i])',
        },
        {
          // Private profiles have no such links.
          id: 'private',
          since: '2019',
          find: 'main:has(header h1), main:has(header h2)',
        },
      ],
      // The address changes before the page: the title names whom the page shows.
      agree: { shown: { in: 'document', find: 'title', steps: ['title-handle'] }, with: '{handle}' },
      people: {
        profile: [
          {
            // The name of the title, which has been found to be of this handle.
            id: 'title',
            since: '2019',
            each: 'header',
            handle: [{ fill: '{handle}' }],
            name: [{ in: 'document', find: 'title', steps: ['title-person'] }],
          },
        ],
      },
      permalink: '{origin}/{handle}/',
    },
    {
      kind: 'post',
      address: [{ path: '/:handle/p/:post/*' }, { path: '/:handle/reel/:post/*' }],
      region: [
        {
          // The post's own part, if it links to the profile that the address names.
          id: 'article',
          since: '2023',
          unseen: true,
          find: 'main:has(a[href="/{handle}/" i])',
        },
      ],
      people: {
        author: [
          {
            // A link to the profile that the address names.
            id: 'link',
            since: '2023',
            unseen: true,
            each: 'a[href="/{handle}/" i]',
            handle: [{ fill: '{handle}' }],
          },
        ],
        mention: [
          {
            // The head of a comment, as on every page.
            id: 'comment',
            since: '2023',
            unseen: true,
            ...COMMENT,
          },
        ],
      },
    },
    {
      kind: 'list',
      address: [{ path: '/p/:post/*' }, {}],
      region: [
        {
          // A post that is opened over the page.
          id: 'dialog',
          since: '2023',
          find: '[role="dialog"]:has(a[href*="/c/"] > time)',
        },
        {
          // A post with comments: the time of each is the link to it.
          id: 'main',
          since: '2023',
          find: 'main:has(a[href*="/c/"] > time)',
        },
      ],
      people: {
        mention: [
          {
            // The head of a comment is a heading beside the link to it; that of the post itself is one of another rank.
            id: 'comment',
            since: '2023',
            unseen: true,
            ...COMMENT,
          },
        ],
      },
    },
  ],
  observe: ['main', 'body'],
};
