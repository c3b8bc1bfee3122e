import type { PersonRule, SiteRecipe } from '../recipe';

const HANDLE: PersonRule['handle'] = [{ fill: '{slug}' }];

const SLUG_OF_LINK: PersonRule['handle'] = [{ attr: 'href', pattern: '/in/:value*' }];

/** Links by the slug: not those to companies, which most advertisements are by, nor those by the internal number, which is no handle. */
const bySlug = (...links: string[]): string =>
  links.map((link) => `${link}[href*="/in/"]:not([href*="/in/ACo"])`).join(', ');

/** The number of a comment holds its moment, as that of a post does, and its link is made of it. */
const COMMENT: PersonRule['said'] = {
  around: '[data-id^="urn:li:comment:"]',
  subject: [
    {
      find: '.comments-comment-item__main-content, .comments-comment-entity__content .update-components-text',
      steps: ['first-line'],
    },
  ],
  messageKey: [{ attr: 'data-id' }],
  at: [{ attr: 'data-id', pattern: 'urn:li:comment:(*,:value)', steps: ['id-time'] }],
  permalink: '{origin}/feed/update/{urn}/?commentUrn={message}',
};

const PARTNER: PersonRule['name'] = [{ find: '.msg-entity-lockup__entity-title' }, {}];

/** LinkedIn: profiles, conversations, leads. The handle is the slug of the address: names are not unique. */
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
    {
      // The card beside the feed is of the signed-in member, in three builds; their own posts and comments stand in the feed.
      id: 'card',
      since: '2019',
      each: 'a.profile-card-profile-picture-container[href*="/in/"], .feed-identity-module__actor-meta > a[href*="/in/"], a[data-view-name="identity-self-profile"][href*="/in/"]',
      handle: SLUG_OF_LINK,
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
            // Classes are hashed and the name may be a lesser heading; the title still is "Name | LinkedIn". It may still be that of
            // the page before, so the name must be a heading of the card with the contact link, not of somebody who is suggested.
            id: 'title',
            since: '2026',
            each: ':scope',
            handle: HANDLE,
            name: [{ in: 'document', find: 'title', steps: ['title-name'] }],
            twin: 'section:has(a[href*="/overlay/contact-info"]) :is(h1, h2, h3)',
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
      loaded: true,
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
    {
      kind: 'message',
      address: [{ path: '/messaging/thread/:thread/*' }, { path: '/messaging/thread/:thread' }],
      region: [
        {
          // The conversation beside the list of conversations.
          id: 'thread',
          since: '2020',
          find: '.msg-thread',
        },
        {
          // Builds without that: the part of the page that holds it.
          id: 'wrapper',
          since: '2020',
          unseen: true,
          find: '.msg-convo-wrapper',
        },
      ],
      skip: '.msg-s-message-list-container',
      editor: [
        {
          // Where a message is written.
          id: 'form',
          since: '2018',
          find: '.msg-form__contenteditable[contenteditable="true"]',
        },
      ],
      people: {
        sender: [
          {
            // The head names the one other person of the conversation; of a group it links to nobody.
            id: 'slug',
            since: '2020',
            each: 'a.msg-thread__link-to-profile[href*="/in/"]:not([href*="/in/ACo"])',
            handle: SLUG_OF_LINK,
            name: PARTNER,
            nameOnly: true,
          },
          {
            // Most builds link by the member's internal number, which is no handle: the link itself is kept.
            id: 'member',
            since: '2021',
            unseen: true,
            each: 'a.msg-thread__link-to-profile[href*="/in/ACo"]',
            url: [{ attr: 'href' }],
            name: PARTNER,
            nameOnly: true,
          },
        ],
      },
      threadKey: [{ fill: '{thread}' }],
      // What others wrote bears a class of its own (since 2017; several public projects rely on it in 2026). Times are words there.
      messages: {
        each: '.msg-s-event-listitem',
        own: '.msg-s-event-listitem:not(.msg-s-event-listitem--other)',
      },
      permalink: '{origin}/messaging/thread/{thread}/',
    },
    {
      kind: 'profile',
      address: [
        { path: '/sales/lead/:lead,:by,:search' },
        { path: '/sales/lead/:lead,:by' },
        { path: '/sales/lead/:lead' },
      ],
      region: [
        {
          // The page of one lead; the names of others on it are no first-level headings.
          id: 'lead',
          since: '2022',
          find: 'main:has(h1[data-anonymize="person-name"])',
        },
        {
          // Builds without a main region.
          id: 'lead-page',
          since: '2022',
          unseen: true,
          find: 'body:has(h1[data-anonymize="person-name"])',
        },
      ],
      // No part of the page is known to name the lead.
      loaded: true,
      people: {
        profile: [
          {
            // Sales Navigator marks what it hides on recordings: data of its own, in every language.
            id: 'anonymize',
            since: '2022',
            each: 'h1[data-anonymize="person-name"]',
            url: [{ fill: 'https://www.linkedin.com/sales/lead/{lead}' }],
            name: [{ steps: ['undouble'] }],
            title: [
              { in: 'region', find: '[data-anonymize="headline"]' },
              { in: 'region', find: '[data-anonymize="job-title"]' },
            ],
            company: [{ in: 'region', find: '[data-anonymize="company-name"]' }],
            place: [{ in: 'region', find: '[data-anonymize="location"]' }],
          },
        ],
      },
      permalink: '{origin}/sales/lead/{lead}',
    },
    {
      kind: 'post',
      address: [{ path: '/feed/update/:urn/*' }, { path: '/feed/update/:urn' }],
      region: [
        {
          // The post that the address names.
          id: 'update',
          since: '2023',
          find: 'main [data-urn="{urn}"]',
        },
      ],
      people: {
        author: [
          {
            // The head of the post; if another's is shared in it, there are two and nobody is meant.
            id: 'actor',
            since: '2023',
            each: bySlug('a.update-components-actor__meta-link'),
            handle: SLUG_OF_LINK,
            name: [{ find: '.update-components-actor__title [aria-hidden="true"]' }],
          },
        ],
        mention: [
          {
            // The head of a comment.
            id: 'comment',
            since: '2023',
            each: bySlug('a.comments-comment-meta__description-container'),
            handle: SLUG_OF_LINK,
            name: [{ find: '.comments-comment-meta__description-title' }],
            said: COMMENT,
          },
        ],
      },
      subject: [{ find: '.update-components-text', steps: ['first-line'] }],
      // The page says "2d"; the number of a post holds its moment.
      at: ['activity', 'ugcPost', 'share'].map((kind) => ({
        attr: 'data-urn',
        pattern: `urn:li:${kind}::value`,
        steps: ['id-time' as const],
      })),
      permalink: '{origin}/feed/update/{urn}/',
    },
    {
      kind: 'list',
      region: [
        {
          // Any page with posts.
          id: 'main',
          since: '2023',
          find: 'main:has(.update-components-actor__meta-link)',
        },
        {
          // Builds whose classes are hashes: the picture of whoever posted bears a name for the site's own counts.
          id: 'screen',
          since: '2025',
          find: 'body:has(a[data-view-name="feed-actor-image"])',
        },
      ],
      people: {
        mention: [
          {
            // The head of a post, also of the one that is shared in it, and of a comment; who shared or liked it stands above the head.
            id: 'actor',
            since: '2023',
            each: bySlug(
              'a.update-components-actor__meta-link',
              'a.comments-comment-meta__description-container',
            ),
            handle: SLUG_OF_LINK,
            name: [
              { find: '.update-components-actor__title [aria-hidden="true"]' },
              { find: '.comments-comment-meta__description-title' },
            ],
            said: COMMENT,
          },
          {
            // The link behind that picture, and those of comments and answers. Name and degree are one text there: the handle tells who it is.
            id: 'view',
            since: '2025',
            each: bySlug(
              'a[data-view-name="feed-actor-image"] + a',
              'a[data-view-name="comment-actor-description"]',
              'a[data-view-name="reply-actor-description"]',
            ),
            handle: SLUG_OF_LINK,
          },
        ],
      },
    },
  ],
  observe: ['#profile-content', '#root', 'body'],
  room: {
    find: 'body',
    by: 'width',
    // The bar at the top, and the conversations that stand at the window's right edge.
    end: [
      { find: '#global-nav, .global-nav', fixed: true },
      { find: '.msg-overlay-container', right: 12, fixed: true },
    ],
  },
};
