import type { PersonRule, SiteRecipe } from '../recipe';

/** Structured data of an author, where a text is signed. */
const author = (each: string) => ({
  each,
  handle: [
    { find: 'meta[itemprop="url"]', attr: 'content', pattern: '/people/:value' },
    { find: 'meta[itemprop="url"]', attr: 'content', pattern: '/org/:value' },
    { find: 'a.UserLink-link', attr: 'href', pattern: '//www.zhihu.com/people/:value' },
  ] as PersonRule['handle'],
  name: [
    { find: 'meta[itemprop="name"]', attr: 'content' },
    { find: 'a.UserLink-link' },
  ] as PersonRule['name'],
  title: [{ find: '.AuthorInfo-badgeText' }] as PersonRule['title'],
});

/** Zhihu. The viewer's avatar in the head of the page comes before everybody. */
export const zhihu: SiteRecipe = {
  format: 1,
  id: 'zhihu',
  name: 'Zhihu',
  hosts: ['www.zhihu.com', 'zhihu.com', 'zhuanlan.zhihu.com'],
  viewer: [
    {
      // The text for the avatar in the head names the signed-in person, in Chinese as all of the site.
      id: 'avatar',
      since: '2019',
      each: 'img.AppHeader-profileAvatar[alt]',
      name: [{ attr: 'alt', pattern: '点击打开:value的主页' }],
      nameOnly: true,
    },
    {
      // Only on the own profile is there a link to edit it.
      id: 'edit-link',
      since: '2019',
      each: '.ProfileHeader-buttons a[href="/people/edit"]',
      handle: [{ fill: '{slug}' }],
    },
  ],
  pages: [
    {
      kind: 'profile',
      address: [
        { path: '/people/:slug' },
        { path: '/people/:slug/*' },
        { path: '/org/:slug' },
        { path: '/org/:slug/*' },
      ],
      region: [
        {
          // A profile, whose tabs lead to parts of the one whom the address names.
          id: 'profile',
          since: '2017',
          find: 'main:has(.ProfileHeader-name):has(a[href$="/{slug}/answers"], a[href$="/{slug}/posts"])',
        },
        {
          // Builds without a main region.
          id: 'page',
          since: '2017',
          find: '#root:has(.ProfileHeader-name):has(a[href$="/{slug}/answers"], a[href$="/{slug}/posts"])',
        },
      ],
      people: {
        profile: [
          {
            // The title of a profile holds name and one line about the person.
            id: 'title',
            since: '2017',
            each: '.ProfileHeader-title',
            handle: [{ fill: '{slug}' }],
            name: [{ find: '.ProfileHeader-name', text: 'own' }],
            title: [{ find: '.ProfileHeader-headline' }],
          },
        ],
      },
      permalink: '{origin}{path}',
    },
    {
      kind: 'post',
      address: [{ path: '/p/:article' }],
      region: [
        {
          // An article and its author.
          id: 'article',
          since: '2017',
          find: '.Post-Main',
        },
      ],
      skip: '.RichText',
      people: {
        author: [
          {
            // The head of the article.
            id: 'head',
            since: '2017',
            ...author('.Post-Author .AuthorInfo'),
          },
        ],
      },
      permalink: '{origin}{path}',
    },
    {
      kind: 'list',
      region: [
        {
          // Any page with signed answers.
          id: 'page',
          since: '2017',
          find: 'main:has(.ContentItem .AuthorInfo)',
        },
      ],
      skip: '.RichText',
      people: {
        mention: [
          {
            // The head of an answer.
            id: 'answer',
            since: '2017',
            ...author('.ContentItem .AuthorInfo'),
          },
        ],
      },
    },
  ],
  observe: ['main', '#root', 'body'],
};
