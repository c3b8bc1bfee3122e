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
      region: [{ id: 'page', since: '2011', find: 'html', why: 'Structured data speaks of the whole page' }],
      people: {
        profile: [
          {
            id: 'json-ld',
            since: '2011',
            why: 'The page declares that it is about this person',
            each: 'script[type="application/ld+json"]',
            many: { as: 'json-ld', from: {} },
          },
          {
            id: 'h-card',
            since: '2010',
            why: 'Microformat of a person; more than one on a page is a list of people',
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
      region: [{ id: 'page', since: '1995', find: 'body', why: 'The whole page' }],
      people: {
        mention: [
          {
            id: 'mailto',
            since: '1995',
            why: 'A link to write to somebody',
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
