import type { SiteRecipe } from '../recipe';

/** Yahoo Mail: every part bears a name for the site's own tests, the same in every language. */
export const yahooMail: SiteRecipe = {
  format: 1,
  id: 'yahoo-mail',
  name: 'Yahoo Mail',
  hosts: ['*.mail.yahoo.com'],
  viewer: [
    {
      // The title ends in "address - product"; the part counts only if it is an address and nothing else.
      id: 'title',
      since: '2018',
      unseen: true,
      each: 'title',
      email: [{ steps: ['title-account'] }],
    },
  ],
  account: [
    {
      // A mailbox of another address within the same sign-in.
      id: 'mailbox',
      since: '2023',
      address: { query: { accountIds: ':account' } },
      name: [{ fill: '{account}' }],
    },
  ],
  pages: [
    {
      kind: 'message',
      address: [{ path: '/d/*/messages/:thread*' }, { path: '/n/*/messages/:thread*' }, { path: '/*' }],
      region: [
        {
          // A main region that holds an open mail.
          id: 'main',
          since: '2018',
          find: '[role="main"]:has([data-test-id="message-view"])',
        },
        {
          // Builds without a main region: mails are told by their own name below.
          id: 'page',
          since: '2018',
          find: 'body:has([data-test-id="message-view"])',
        },
      ],
      open: [
        {
          // Only an open mail has a body.
          id: 'body',
          since: '2018',
          find: '[data-test-id="message-view"]:has([data-test-id="message-view-body-content"])',
        },
      ],
      skip: '[data-test-id="message-view-body-content"]',
      people: {
        sender: [
          {
            // The sender's field of the head; the pill holds name and address. A title goes first: a name may look like an address.
            id: 'from',
            since: '2018',
            each: '[data-test-id="message-from"] [data-test-id="email-pill"]',
            email: [{ find: '[title*="@"]', attr: 'title', steps: ['address'] }, { steps: ['address'] }],
            name: [{}],
          },
        ],
        recipient: [
          {
            // Fields of the head named after the header of the mail.
            id: 'to',
            since: '2018',
            unseen: true,
            each: '[data-test-id="message-to"] [data-test-id="email-pill"], [data-test-id="message-cc"] [data-test-id="email-pill"]',
            email: [{ find: '[title*="@"]', attr: 'title', steps: ['address'] }, { steps: ['address'] }],
            name: [{}],
          },
        ],
      },
      subject: [{ find: '[data-test-id="message-group-subject-text"]' }],
      threadKey: [{ fill: '{thread}' }],
      at: [{ find: 'time[datetime]', attr: 'datetime' }, { find: '[data-test-id="message-date"]' }],
    },
    {
      kind: 'compose',
      region: [
        {
          // A draft with its fields, its text and its buttons.
          id: 'compose',
          since: '2018',
          find: '[data-test-id="compose"]:has([data-test-id="container-to"])',
        },
        {
          // The head of a draft holds the fields and nothing of the text.
          id: 'header',
          since: '2018',
          find: '.compose-header:has([data-test-id="container-to"])',
        },
      ],
      editor: [
        {
          // The one element that is edited in place beside the fields.
          id: 'rte',
          since: '2018',
          find: '[data-test-id="rte"]',
        },
      ],
      people: {
        recipient: [
          {
            // The title of a pill is the address.
            id: 'pill',
            since: '2018',
            each: '[data-test-id^="container-"] [data-test-id="pill"][title]',
            email: [{ attr: 'title', steps: ['address'] }],
            name: [{}],
          },
        ],
      },
      subject: [{ find: '[data-test-id="compose-subject"]', attr: 'value' }],
    },
    {
      kind: 'list',
      region: [
        {
          // Any page with rows; the rows themselves are told by their name.
          id: 'page',
          since: '2018',
          find: 'body:has([data-test-id="message-list-item"])',
        },
      ],
      people: {
        mention: [
          {
            // The title of the senders of a row is the address, where there is one sender.
            id: 'row',
            since: '2018',
            each: '[data-test-id="message-list-item"] [data-test-id="senders_list"][title]',
            email: [{ attr: 'title', steps: ['address'] }],
            name: [{}],
          },
        ],
      },
    },
  ],
  observe: ['#mail-app-component', 'body'],
  send: '[data-test-id="compose-send-button"]',
  room: { find: 'body', by: 'hold' },
};
