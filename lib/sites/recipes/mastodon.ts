import type { PersonRule, SiteRecipe } from '../recipe';

/** A post's author; those of this host are shown without it. */
const AUTHOR = {
  handle: [{ find: '.display-name__account', steps: ['acct'] }] as PersonRule['handle'],
  name: [{ find: '.display-name__html' }, { find: 'bdi' }] as PersonRule['name'],
};

/** Mastodon on any host. `@a@b.example` is a handle and no e-mail address. */
export const mastodon: SiteRecipe = {
  format: 1,
  id: 'mastodon',
  name: 'Mastodon',
  hosts: ['*'],
  mark: ['#mastodon[data-props]', '#mastodon.app-holder'],
  viewer: [
    {
      // Only on the own profile does a link lead to its settings.
      id: 'edit-link',
      since: '2018',
      each: '.account__header:has(a[href="/settings/profile"]) .account__header__tabs__name small > span',
      handle: [{ steps: ['acct'] }],
    },
  ],
  pages: [
    {
      kind: 'profile',
      address: [{ path: '/@:acct' }, { path: '/@:acct/*' }],
      region: [
        {
          // The head of a profile; posts have none.
          id: 'header',
          since: '2018',
          find: '.account__header',
        },
      ],
      people: {
        profile: [
          {
            // Since 4.0 the handle is whole, with the host of this server for its own people.
            id: 'whole',
            since: '2022',
            each: '.account__header__tabs__name:has(small .invisible)',
            handle: [{ find: 'small > span', steps: ['acct'] }],
            name: [{ find: '.display-name__html' }, { find: 'h1 > span' }, { find: 'h1', text: 'own' }],
          },
          {
            // Before that people of this host were shown without it.
            id: 'short',
            since: '2018',
            each: '.account__header__tabs__name:has(small)',
            handle: [{ find: 'small', steps: ['acct'] }],
            name: [{ find: 'h1 > span' }, { find: 'h1', text: 'own' }],
          },
        ],
      },
      permalink: '{origin}{path}',
    },
    {
      kind: 'post',
      address: [{ path: '/@:acct/:post' }],
      region: [
        {
          // The column with the post of the address, what it answers, and its answers.
          id: 'thread',
          since: '2017',
          find: '.scrollable:has(.detailed-status)',
        },
        {
          // The post of the address stands apart from what it answers and from its answers.
          id: 'detailed',
          since: '2017',
          find: '.detailed-status',
        },
      ],
      people: {
        author: [
          {
            // The head of that post.
            id: 'display-name',
            since: '2017',
            each: '.detailed-status__display-name',
            ...AUTHOR,
          },
        ],
        mention: [
          {
            // The head of a post around it; its number is the one in the address of its own page on this host.
            id: 'reply',
            since: '2018',
            each: '.status[data-id] .status__display-name',
            ...AUTHOR,
            said: {
              around: '.status[data-id]',
              subject: [{ find: '.status__content__text--visible', steps: ['first-line'] }],
              messageKey: [{ attr: 'data-id' }],
              at: [{ find: 'time[datetime]', attr: 'datetime' }],
              permalink: '{origin}/@{who}/{message}',
            },
          },
        ],
      },
      // What is folded away behind a warning lacks the mark.
      subject: [
        { find: '.detailed-status .status__content__text--visible', steps: ['first-line'] },
        { find: '.status__content__text--visible', steps: ['first-line'] },
      ],
      at: [
        { find: '.detailed-status__datetime time[datetime]', attr: 'datetime' },
        { find: '.detailed-status__datetime' },
      ],
      permalink: '{origin}{path}',
    },
    {
      kind: 'list',
      region: [
        {
          // The columns of posts.
          id: 'columns',
          since: '2017',
          find: '.columns-area:has(.status)',
        },
      ],
      skip: '.status__content',
      people: {
        mention: [
          {
            // The head of a post.
            id: 'author',
            since: '2017',
            each: '.status .status__display-name',
            ...AUTHOR,
          },
        ],
      },
    },
  ],
  observe: ['.columns-area', '#mastodon'],
};
