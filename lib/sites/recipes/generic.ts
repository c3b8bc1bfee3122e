import type { SiteRecipe } from '../recipe';

/** Any other page that the user switched on: only where it says itself whom it is about, and not too many. */
export const generic: SiteRecipe = {
  format: 1,
  id: 'generic',
  name: 'Any page',
  hosts: ['*'],
  viewer: [],
  pages: [
    {
      kind: 'profile',
      region: [
        {
          // Structured data speaks of the whole page.
          id: 'page',
          since: '2011',
          find: 'html',
        },
      ],
      people: {
        profile: [
          {
            // The page declares that it is about this person.
            id: 'json-ld',
            since: '2011',
            each: 'script[type="application/ld+json"]',
            many: { as: 'json-ld', from: {} },
          },
          {
            // Microformat of a person; more than one on a page is a list of people.
            id: 'h-card',
            since: '2010',
            each: '.h-card',
            email: [
              { find: '.u-email', attr: 'href', steps: ['mailto'] },
              { find: '.u-email', steps: ['address'] },
            ],
            name: [{ find: '.p-name' }, { text: 'own' }],
            url: [{ find: '.u-url', attr: 'href' }, { attr: 'href' }],
            phone: [{ find: '.p-tel' }],
            title: [{ find: '.p-job-title' }],
            company: [{ find: '.p-org' }],
            place: [{ find: '.p-locality' }],
          },
        ],
      },
    },
    {
      kind: 'post',
      region: [
        {
          // The whole page.
          id: 'page',
          since: '1995',
          find: 'body',
        },
      ],
      people: {
        mention: [
          {
            // A link to write to somebody.
            id: 'mailto',
            since: '1995',
            each: 'a[href^="mailto:" i]',
            email: [{ attr: 'href', steps: ['mailto'] }],
            name: [{}],
          },
        ],
      },
      atMost: 5,
    },
  ],
  observe: ['main', 'body'],
};
