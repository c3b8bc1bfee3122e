import type { PersonRule, SiteRecipe } from '../recipe';

const HANDLE: PersonRule['handle'] = [{ fill: '{slug}' }];

/** LinkedIn profiles. The handle is the slug of the address: names are not unique. */
export const linkedin: SiteRecipe = {
  format: 1,
  id: 'linkedin',
  name: 'LinkedIn',
  hosts: ['*.linkedin.com'],
  viewer: [
    {
      // Only on the own profile do links lead to its edit forms.
      id: 'edit-link',
      since: '2020',
      each: 'main a[href*="/in/"][href*="/edit/"]',
      handle: [{ attr: 'href', pattern: '/in/:value/*' }],
    },
    {
      // The photo in the navigation is of the signed-in member.
      id: 'me-photo',
      since: '2020',
      each: '.global-nav__me-photo[alt]',
      name: [{ attr: 'alt' }],
      nameOnly: true,
    },
  ],
  pages: [
    {
      kind: 'profile',
      address: [{ path: '/in/:slug/*' }, { path: '/in/:slug' }],
      region: [
        {
          // The main region of a profile, proven by its contact link.
          id: 'main',
          since: '2020',
          find: 'main:has(a[href*="/overlay/contact-info"])',
        },
      ],
      skip: 'aside',
      agree: {
        shown: { find: 'a[href*="/overlay/contact-info"]', attr: 'href', pattern: '/in/:value/overlay/*' },
        with: '{slug}',
      },
      people: {
        profile: [
          {
            // A profile has one first-level heading, the name.
            id: 'heading',
            since: '2024',
            each: 'h1',
            handle: HANDLE,
            name: [{ find: '[aria-hidden="true"]', steps: ['undouble'] }, { steps: ['undouble'] }],
            title: [{ in: 'region', find: 'section div.text-body-medium' }],
            company: [
              { in: 'region', find: 'button[aria-label^="Current company"] [aria-hidden="true"]' },
              { in: 'region', find: 'button[aria-label^="Current company"]', steps: ['undouble'] },
            ],
            place: [{ in: 'region', find: '.text-body-small.inline.t-black--light.break-words' }],
          },
          {
            // Classes are hashed and the name may be a lesser heading; the title still is "Name | LinkedIn".
            id: 'title',
            since: '2026',
            each: ':scope',
            handle: HANDLE,
            name: [{ in: 'document', find: 'title', steps: ['title-name'] }],
            twin: 'h1, h2, h3',
          },
        ],
      },
      permalink: '{origin}/in/{slug}/',
    },
    {
      kind: 'profile',
      address: [{ path: '/in/:slug/*' }, { path: '/in/:slug' }],
      region: [
        {
          // The card on the page for visitors, which is loaded whole for each address.
          id: 'public',
          since: '2019',
          find: '.top-card-layout',
        },
      ],
      people: {
        profile: [
          {
            // The name on the card for visitors.
            id: 'card',
            since: '2019',
            each: 'h1.top-card-layout__title',
            handle: HANDLE,
            name: [{}],
            title: [{ in: 'region', find: 'h2.top-card-layout__headline' }],
          },
        ],
      },
      permalink: '{origin}/in/{slug}/',
    },
  ],
  observe: ['#profile-content', '#root', 'body'],
  room: { find: 'body', by: 'width' },
};
