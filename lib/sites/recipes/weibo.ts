import type { PersonRule, SiteRecipe } from '../recipe';

/** The number is the only lasting name of an account: everything else may be changed. */
const UID: PersonRule['handle'] = [{ fill: '{uid}' }];

/** A comment, or an answer to one. It has no link; its day stands below it, the year in two digits. */
const COMMENT: PersonRule['said'] = {
  around: '.item1, .item2',
  subject: [{ find: '.text > span:last-of-type', steps: ['first-line'] }],
  at: [{ find: '.info > div', steps: ['short-year'] }],
};

/** Weibo: the site for computers, the one for phones, and the plain one. */
export const weibo: SiteRecipe = {
  format: 1,
  id: 'weibo',
  name: 'Weibo',
  hosts: ['weibo.com', 'www.weibo.com', 'm.weibo.cn', 'm.weibo.com', 'weibo.cn'],
  viewer: [
    {
      // The navigation's link to the own profile.
      id: 'nav',
      since: '2021',
      unseen: true,
      each: '[class*="Nav_"] a[href^="/u/"]',
      handle: [{ attr: 'href', pattern: '/u/:value' }],
    },
  ],
  pages: [
    {
      kind: 'profile',
      address: [{ path: '/u/:uid' }, { path: '/:uid' }],
      region: [
        {
          // The head of a profile, whose counts lead to lists of the account that the address names.
          id: 'desktop',
          since: '2021',
          unseen: true,
          find: 'main:has([class*="ProfileHeader_name"]):has(a[href*="/u/page/follow/{uid}"])',
        },
        {
          // Builds without a main region.
          id: 'desktop-page',
          since: '2021',
          unseen: true,
          find: '#app:has([class*="ProfileHeader_name"]):has(a[href*="/u/page/follow/{uid}"])',
        },
      ],
      people: {
        profile: [
          {
            // The first part of the class is the product's own, the rest a hash.
            id: 'header',
            since: '2021',
            each: '[class*="ProfileHeader_name"]',
            handle: UID,
            name: [{}],
            title: [{ in: 'region', find: '[class*="ProfileHeader_descText"]' }],
          },
        ],
      },
      permalink: '{origin}/u/{uid}',
    },
    {
      kind: 'profile',
      address: [{ path: '/n/:name' }],
      region: [
        {
          // The head of a profile that is opened by its name.
          id: 'desktop',
          since: '2021',
          unseen: true,
          find: 'main:has([class*="ProfileHeader_name"]), #app:has([class*="ProfileHeader_name"])',
        },
      ],
      agree: { shown: { find: '[class*="ProfileHeader_name"]' }, with: '{name}' },
      people: {
        profile: [
          {
            // The number stands in the links of the counts.
            id: 'header',
            since: '2021',
            each: '[class*="ProfileHeader_name"]',
            handle: [
              {
                in: 'region',
                find: 'a[href*="/u/page/follow/"]',
                attr: 'href',
                pattern: '/u/page/follow/:value',
              },
            ],
            name: [{}],
          },
        ],
      },
    },
    {
      kind: 'profile',
      address: [{ path: '/profile/:uid' }, { path: '/u/:uid' }],
      region: [
        {
          // The cover of a profile on the site for phones, which has nothing that names the account.
          id: 'phone',
          since: '2018',
          find: '.profile-cover',
        },
      ],
      loaded: true,
      people: {
        profile: [
          {
            // The name on the cover.
            id: 'cover',
            since: '2018',
            each: '.mod-fil-name',
            handle: UID,
            name: [{ find: '.txt-shadow' }],
          },
        ],
      },
      permalink: '{origin}/u/{uid}',
    },
    {
      kind: 'profile',
      address: [{ path: '/u/:uid' }, { path: '/:uid' }],
      region: [
        {
          // The table at the top of the plain site, which is loaded for each address.
          id: 'plain',
          since: '2012',
          find: 'div.u:has(.ut .ctt)',
        },
      ],
      agree: {
        shown: { find: 'a[href$="/follow"], a[href*="/follow?"]', attr: 'href', pattern: '/:value/follow*' },
        with: '{uid}',
      },
      people: {
        profile: [
          {
            // The first of the lines is the name with sex and place.
            id: 'line',
            since: '2012',
            each: '.ut',
            handle: UID,
            name: [{ find: '.ctt', text: 'own', steps: ['handle'] }],
          },
        ],
      },
    },
    {
      kind: 'post',
      address: [{ path: '/:uid/:post' }],
      region: [
        {
          // A post on a page of its own; whom it is by is in the address.
          id: 'desktop',
          since: '2021',
          find: '#app:has(a[class*="head_name"][usercard="{uid}"])',
        },
        {
          // Since December 2025 classes say no longer what they are part of; the head of a post stays a header.
          id: 'desktop-2026',
          since: '2025-12',
          unseen: true,
          find: '#app:has(header a[class*="_name_"][usercard="{uid}"])',
        },
      ],
      people: {
        author: [
          {
            // The head of the post is by whom the address names; one that is shared in it has another number.
            id: 'head',
            since: '2021',
            each: 'a[class*="head_name"][usercard="{uid}"]',
            handle: UID,
            name: [{}],
          },
          {
            // The same in a header, the name written out in a title.
            id: 'header',
            since: '2025-12',
            unseen: true,
            each: 'header a[class*="_name_"][usercard="{uid}"]',
            handle: UID,
            name: [{ find: 'span[title]', attr: 'title' }, {}],
          },
        ],
        mention: [
          {
            // The head of a comment before its text.
            id: 'comment',
            since: '2021',
            each: '.wbpro-list .text > a[usercard]:not([href*="/n/"])',
            handle: [{ attr: 'usercard' }],
            name: [{}],
            said: COMMENT,
          },
        ],
      },
      // Until 2026 the class began with the part that it is of.
      subject: [{ find: '[class*="wbtext"]', steps: ['first-line'] }],
      // The time links to the post.
      at: [{ find: 'a[href$="/{post}"][title]', attr: 'title' }],
      permalink: '{origin}/{uid}/{post}',
    },
    {
      kind: 'list',
      region: [
        {
          // The site for computers: links to people open a card, whose number stands in them.
          id: 'desktop',
          since: '2021',
          find: '#app:has(a[usercard])',
        },
        {
          // The site for phones.
          id: 'phone',
          since: '2018',
          find: '#app:has(.weibo-top)',
        },
        {
          // The plain site: posts of several people.
          id: 'plain',
          since: '2012',
          find: 'body:has(a.nk)',
        },
        {
          // The plain site: a post with its comments.
          id: 'plain-comments',
          since: '2012',
          find: 'body:has(.c[id^="C_"])',
        },
      ],
      people: {
        mention: [
          {
            // The head of a post, and of a comment before its text; whom a text names stands deeper and is told by name only.
            id: 'card',
            since: '2021',
            each: 'a[class*="head_name"][usercard], header a[class*="_name_"][usercard], .wbpro-list .text > a[usercard]:not([href*="/n/"])',
            handle: [{ attr: 'usercard' }],
            name: [{}],
          },
          {
            // The head of a post; some builds have no link there.
            id: 'top',
            since: '2018',
            unseen: true,
            each: '.weibo-top .m-text-box a[href*="/profile/"], .weibo-top .m-text-box a[href*="/u/"]',
            handle: [
              { attr: 'href', pattern: '/profile/:value' },
              { attr: 'href', pattern: '/u/:value' },
            ],
            name: [{ find: 'h3' }],
          },
          {
            // The head of a post, and the first link of a comment. A name in place of the number tells nobody.
            id: 'nick',
            since: '2012',
            each: '.c[id^="M_"] a.nk, .c[id^="C_"] > a:first-of-type',
            handle: [{ attr: 'href', pattern: '/u/:value' }],
            name: [{}],
          },
        ],
      },
    },
  ],
  observe: ['#app', 'body'],
};
