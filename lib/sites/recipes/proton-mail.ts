import type { PersonRule, SiteRecipe } from '../recipe';

const DROPDOWN = 'recipient:details-dropdown-:value';

const ADDRESS: PersonRule['email'] = [
  { find: '[data-testid^="recipient:details-dropdown-"]', attr: 'data-testid', pattern: DROPDOWN },
  { attr: 'data-testid', pattern: DROPDOWN },
  { find: '[data-testid="recipient-address"]', steps: ['address'] },
  { find: 'a[href^="mailto:"]', attr: 'href', steps: ['mailto'] },
  { attr: 'title', steps: ['address'] },
];
const NAME: PersonRule['name'] = [
  { find: '[data-testid="recipient-label"]' },
  { find: '.message-recipient-item-label' },
];

/** Proton Mail: open source; the mail's own text stands in a frame of its own. */
export const protonMail: SiteRecipe = {
  format: 1,
  id: 'proton-mail',
  name: 'Proton Mail',
  hosts: ['mail.proton.me', 'mail.protonmail.com'],
  viewer: [
    {
      // The account's button names its address in every language.
      id: 'user',
      since: '2021',
      each: '[data-testid="heading:userdropdown"]',
      email: [{ attr: 'title', steps: ['address'] }, { steps: ['address'] }],
    },
    {
      // The title ends in "address | product"; the part counts only if it is an address and nothing else.
      id: 'title',
      since: '2021',
      each: 'title',
      email: [{ steps: ['title-account'] }],
    },
  ],
  account: [
    {
      // Accounts are numbered in the order in which they were signed in to.
      id: 'number',
      since: '2021',
      address: { path: '/u/:account/*' },
      name: [{ fill: '{account}' }],
    },
  ],
  pages: [
    {
      kind: 'message',
      address: [
        { path: '/u/:account/:label/:thread/:mail' },
        { path: '/u/:account/:label/:thread' },
        { path: '/*' },
      ],
      region: [
        {
          // The main part of the page, if it holds mails.
          id: 'main',
          since: '2021',
          find: 'main:has([data-testid^="message-view-"])',
        },
        {
          // Builds without it: mails are told by their own name below.
          id: 'page',
          since: '2021',
          find: 'body:has([data-testid^="message-view-"])',
        },
      ],
      open: [
        {
          // A collapsed mail of a thread shows its sender too.
          id: 'opened',
          since: '2021',
          find: '[data-testid^="message-view-"].is-opened',
        },
        {
          // Only an open mail has a body.
          id: 'body',
          since: '2022',
          find: '[data-testid^="message-view-"]:has([data-testid="content-iframe"])',
        },
      ],
      people: {
        sender: [
          {
            // The sender of the open mail; the rows of the list bear another name.
            id: 'sender',
            since: '2022',
            each: '[data-testid="recipients:sender"]',
            email: ADDRESS,
            name: NAME,
          },
        ],
        recipient: [
          {
            // Since 2023 each recipient's part is named after the address.
            id: 'dropdown',
            since: '2023',
            each: '[data-testid^="recipient:details-dropdown-"]',
            email: ADDRESS,
            name: NAME,
          },
          {
            // Before that the items of the fields.
            id: 'item',
            since: '2022',
            each: '[data-testid^="recipients:item-"]',
            email: ADDRESS,
            name: NAME,
          },
        ],
      },
      subject: [{ find: '[data-testid="conversation-header:subject"]' }],
      messageKey: [{ attr: 'data-message-id' }],
      threadKey: [{ fill: '{thread}' }],
      at: [{ find: 'time[datetime]', attr: 'datetime' }],
      permalink: '{origin}{path}',
    },
    {
      kind: 'compose',
      region: [
        {
          // A draft, once it has a recipient.
          id: 'composer',
          since: '2021',
          unseen: true,
          find: '.composer:has([data-testid="composer-addresses-item"])',
        },
      ],
      editor: [
        {
          // The frame of the editor; the element in it is edited in place.
          id: 'rooster',
          since: '2022',
          find: 'iframe[data-testid="rooster-iframe"]',
        },
      ],
      people: {
        recipient: [
          {
            // The button that takes a recipient away is named after the address.
            id: 'chip',
            since: '2021',
            unseen: true,
            each: '[data-testid="composer-addresses-item"]',
            email: [
              {
                find: '[data-testid^="remove-address-button-"]',
                attr: 'data-testid',
                pattern: 'remove-address-button-:value',
              },
              { steps: ['address'] },
            ],
            name: [{ find: '[contenteditable], span' }],
          },
        ],
      },
      subject: [{ find: '[data-testid="composer:subject"]', attr: 'value' }],
    },
    {
      kind: 'list',
      region: [
        {
          // Any page with rows; the rows themselves are told by their name.
          id: 'page',
          since: '2021',
          find: 'body:has([data-testid="message-column:sender-address"])',
        },
      ],
      people: {
        mention: [
          {
            // The title is the address, where there is one sender.
            id: 'row',
            since: '2021',
            each: '[data-testid="message-column:sender-address"][title]',
            email: [{ attr: 'title', steps: ['address'] }],
            name: [{}],
          },
        ],
      },
    },
  ],
  observe: ['main', '.app-root', 'body'],
  send: '[data-testid="composer:send-button"]',
  room: {
    find: 'body',
    by: 'hold',
    // Drafts are placed from the left, by the width of the whole window.
    end: [{ find: '.composer', left: '--left-custom' }],
  },
};
