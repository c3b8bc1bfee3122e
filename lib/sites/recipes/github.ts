import type { PersonRule, SiteRecipe } from '../recipe';

/** A link to a person, marked as such by the card that opens on hover. */
const link = (each: string) => ({
  each,
  handle: [{ attr: 'href', pattern: '/:value' }] as PersonRule['handle'],
});

/** GitHub. Pages change without being loaded; the head of the document is kept in step. */
export const github: SiteRecipe = {
  format: 1,
  id: 'github',
  name: 'GitHub',
  hosts: ['github.com'],
  viewer: [
    {
      // The signed-in account, in the head of every page.
      id: 'meta',
      since: '2015',
      each: 'meta[name="user-login"][content]',
      handle: [{ attr: 'content' }],
    },
  ],
  pages: [
    {
      kind: 'profile',
      address: [{ path: '/:login' }, { path: '/:login/' }],
      region: [
        {
          // Structured data of a person; organisations have none.
          id: 'person',
          since: '2014',
          find: '[itemtype$="schema.org/Person"]',
        },
      ],
      agree: {
        shown: { find: '[itemprop="additionalName"]', steps: ['handle'] },
        with: '{login}',
      },
      people: {
        profile: [
          {
            // The block of name and handle; what is pinned and who follows stand outside of it.
            id: 'card',
            since: '2014',
            each: '.vcard-names',
            handle: [{ fill: '{login}' }],
            name: [{ find: '[itemprop="name"]' }],
            email: [
              {
                in: 'region',
                find: '[itemprop="email"] a[href^="mailto:" i]',
                attr: 'href',
                steps: ['mailto'],
              },
            ],
            url: [{ in: 'region', find: '[itemprop="url"] a[href^="http"]', attr: 'href' }],
            company: [
              { in: 'region', find: '[itemprop="worksFor"] .p-org' },
              { in: 'region', find: '[itemprop="worksFor"]' },
            ],
            place: [
              { in: 'region', find: '[itemprop="homeLocation"] .p-label' },
              { in: 'region', find: '[itemprop="homeLocation"]' },
            ],
          },
        ],
      },
      permalink: '{origin}/{login}',
    },
    {
      kind: 'post',
      address: [
        { path: '/:owner/:repo/issues/:number' },
        { path: '/:owner/:repo/pull/:number*' },
        { path: '/:owner/:repo/discussions/:number' },
      ],
      region: [
        {
          // The main part of the page.
          id: 'main',
          since: '2015',
          find: 'main',
        },
      ],
      // Of what somebody wrote itself only the first line is read, and nothing by what stands in it.
      skip: '.markdown-body *',
      people: {
        author: [
          {
            // Who opened the issue, by a name for the site's own tests.
            id: 'issue-body',
            since: '2025',
            ...link('a[data-testid="issue-body-header-author"]'),
          },
          {
            // Who opened it, in the line below the title.
            id: 'head',
            since: '2015',
            ...link('.gh-header-meta a.author'),
          },
        ],
        mention: [
          {
            // The head of a comment, whose number is the name of its place in the page.
            id: 'comment',
            since: '2015',
            ...link('[id^="issuecomment-"] a.author'),
            said: {
              around: '[id^="issuecomment-"]',
              subject: [{ find: '.markdown-body, .comment-body', steps: ['first-line'] }],
              messageKey: [{ attr: 'id' }],
              at: [{ find: 'relative-time[datetime]', attr: 'datetime' }],
              permalink: '{origin}{path}#{message}',
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
          // The main part of the page.
          id: 'main',
          since: '2015',
          find: 'main:has(a[data-hovercard-type="user"])',
        },
      ],
      skip: '.markdown-body',
      people: {
        mention: [
          {
            // Links to people, marked as such by the card that opens on hover.
            id: 'hovercard',
            since: '2018',
            ...link('a[data-hovercard-type="user"]'),
          },
        ],
      },
    },
  ],
  observe: ['main', 'body'],
};
