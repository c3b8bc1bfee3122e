import type { PersonRule, SiteRecipe } from '../recipe';

/** Name and handle are two links to the profile; the handle stands in their address. */
const AUTHOR = {
  handle: [{ find: 'a[href^="/"]', attr: 'href', pattern: '/:value' }] as PersonRule['handle'],
  name: [{ find: 'a[href^="/"]' }] as PersonRule['name'],
};

/** X. Posts come and go while the user scrolls; the parts bear names for the site's own tests. */
export const x: SiteRecipe = {
  format: 1,
  id: 'x',
  name: 'X',
  hosts: ['x.com', 'twitter.com', 'mobile.x.com', 'mobile.twitter.com'],
  viewer: [
    {
      // The account switcher holds the avatar, whose part is named after the own handle.
      id: 'switcher',
      since: '2020',
      each: '[data-testid="SideNav_AccountSwitcher_Button"] [data-testid^="UserAvatar-Container-"]',
      handle: [{ attr: 'data-testid', pattern: 'UserAvatar-Container-:value' }],
    },
    {
      // The navigation's link to the own profile.
      id: 'profile-link',
      since: '2019',
      each: '[data-testid="AppTabBar_Profile_Link"]',
      handle: [{ attr: 'href', pattern: '/:value' }],
    },
  ],
  pages: [
    {
      kind: 'profile',
      address: [{ path: '/:handle' }, { path: '/:handle/*' }],
      region: [
        {
          // Only a profile has the head with name and handle; home, search and settings do not.
          id: 'head',
          since: '2020',
          find: '[data-testid="primaryColumn"]:has([data-testid="UserName"])',
        },
      ],
      // The address changes before the page: the counts lead to lists of the person who is shown.
      agree: {
        shown: {
          find: 'a[href$="/following"], a[href$="/header_photo"], a[href$="/photo"]',
          attr: 'href',
          pattern: '/:value/*',
        },
        with: '{handle}',
      },
      people: {
        profile: [
          {
            // The head's first line; names are not unique, the handle is the address's.
            id: 'user-name',
            since: '2020',
            each: '[data-testid="UserName"]',
            handle: [{ fill: '{handle}' }],
            name: [{ find: '[dir] > span' }],
            place: [{ in: 'region', find: '[data-testid="UserLocation"]' }],
            title: [{ in: 'region', find: '[data-testid="UserProfessionalCategory"]' }],
          },
        ],
      },
      permalink: '{origin}/{handle}',
    },
    {
      kind: 'post',
      address: [{ path: '/:handle/status/:post' }, { path: '/:handle/status/:post/*' }],
      region: [
        {
          // The page of one post; whom it is by is in the address.
          id: 'column',
          since: '2020',
          find: '[data-testid="primaryColumn"]:has(article a[href*="/status/{post}"])',
        },
      ],
      people: {
        author: [
          {
            // Only whom the address names, not the authors of the posts around it or quoted in it.
            id: 'post',
            since: '2020',
            each: 'article [data-testid="User-Name"]:has(a[href="/{handle}" i])',
            ...AUTHOR,
          },
        ],
        mention: [
          {
            // What it answers, and answers to it, each an article with a link of its own. What is quoted has no links.
            id: 'reply',
            since: '2020',
            each: 'article [data-testid="User-Name"]:not(:has(a[href="/{handle}" i]))',
            ...AUTHOR,
            said: {
              around: 'article',
              subject: [{ find: '[data-testid="tweetText"]', steps: ['first-line'] }],
              messageKey: [
                { find: 'a[href*="/status/"]:has(time)', attr: 'href', pattern: '/*/status/:value' },
              ],
              at: [{ find: 'a[href*="/status/"] > time[datetime]', attr: 'datetime' }],
              permalink: '{origin}/{who}/status/{message}',
            },
          },
        ],
      },
      // Of the post that the address names, not of those around it.
      subject: [
        {
          find: 'article:has(a[href$="/status/{post}"] time) [data-testid="tweetText"]',
          steps: ['first-line'],
        },
      ],
      at: [{ find: 'a[href$="/status/{post}"] time[datetime]', attr: 'datetime' }],
      permalink: '{origin}/{handle}/status/{post}',
    },
    {
      kind: 'list',
      region: [
        {
          // Any column with posts.
          id: 'column',
          since: '2020',
          find: '[data-testid="primaryColumn"]:has(article [data-testid="User-Name"])',
        },
      ],
      people: {
        mention: [
          {
            // Authors of the posts.
            id: 'author',
            since: '2020',
            each: 'article [data-testid="User-Name"]',
            ...AUTHOR,
          },
        ],
      },
    },
  ],
  observe: ['main', '#react-root', 'body'],
};
