import type { SiteRecipe } from '../recipe';

/** The new QQ Mail, one document for all. The account stands at the top and comes before any customer. */
export const qqMailNew: SiteRecipe = {
  format: 1,
  id: 'qq-mail-new',
  name: 'QQ Mail, new',
  hosts: ['wx.mail.qq.com'],
  viewer: [
    {
      // The own address in the account's card.
      id: 'account',
      since: '2023',
      each: '.profile-user-info .user-email',
      email: [{ steps: ['address'] }],
    },
  ],
  account: [
    {
      // Each sign-in is a session of its own, which the address names.
      id: 'session',
      since: '2023',
      address: { query: { sid: ':session' } },
      name: [{ fill: '{session}' }],
    },
  ],
  pages: [
    {
      kind: 'message',
      region: [
        {
          // Beside the list: what shows the one open mail.
          id: 'reader',
          since: '2023',
          find: '.mail-list-page-reader:has(.mail-detail-basic)',
        },
        {
          // A mail in a page of its own.
          id: 'page',
          since: '2023',
          find: '.frame-main:has(.mail-detail-basic)',
        },
      ],
      skip: '.mail-detail-content, .reader-body-children, .mail-detail-reply',
      people: {
        sender: [
          {
            // The first line of the head is the sender's, in every language; the recipients' line comes after it.
            id: 'head',
            since: '2025',
            each: '.mail-detail-basic .basic-body-item:first-child',
            email: [{ find: '.cmp-account-email', steps: ['address'] }],
            name: [{ find: '.cmp-account-nick' }],
            nameOnly: true,
          },
        ],
        recipient: [
          {
            // The lines of the head after the sender's.
            id: 'head',
            since: '2025',
            each: '.mail-detail-basic .basic-body-item:not(:first-child) .cmp-account-wrap',
            email: [{ find: '.cmp-account-email', steps: ['address'] }],
            name: [{ find: '.cmp-account-nick' }],
            nameOnly: true,
          },
        ],
      },
      subject: [{ find: '.mail-detail-subject .mail-subject-text' }],
      at: [{ find: '.mail-detail-basic .time-text' }],
    },
    {
      kind: 'compose',
      region: [
        {
          // A draft; several may be kept and one is shown.
          id: 'page',
          since: '2023',
          find: '.mail-compose-page',
        },
        {
          // The same without a page around, as below a mail that is answered.
          id: 'draft',
          since: '2026-09',
          find: '.mail-compose-draft',
        },
      ],
      editor: [
        {
          // What is written in; recipients are no text and have no such class.
          id: 'content',
          since: '2026-09',
          find: '.xmail-cmp-editor-content[contenteditable="true"]',
        },
        {
          // Builds before it.
          id: 'inner',
          since: '2025',
          find: '.mail-content-editor-inner[contenteditable="true"]',
        },
      ],
      people: {
        recipient: [
          {
            // Recipients that the page has understood; what it takes for no address is marked invalid.
            id: 'account',
            since: '2025',
            each: '.receiver-editor .xmail-cmp-account:not(.cmp-account-invalid)',
            email: [
              { find: '[data-email]', attr: 'data-email' },
              { find: '.cmp-account-email', steps: ['address'] },
              { steps: ['address'] },
            ],
            name: [{ find: '.cmp-account-nick' }],
            nameOnly: true,
          },
          {
            // Every recipient is a button with the address as data, or with the name alone.
            id: 'button',
            since: '2026-09',
            each: '.mail-compose-receivers .xmail-cmp-accounts-editor-account-btn:not(.cmp-account-invalid)',
            email: [
              { attr: 'data-email' },
              { find: '[data-email]', attr: 'data-email' },
              { steps: ['address'] },
            ],
            name: [{ find: '.cmp-account-nick' }, { text: 'own' }],
            nameOnly: true,
          },
        ],
      },
      // The page tells its fields apart by words alone, in the two languages that it has.
      subject: [
        { find: 'input[aria-label="主题"]', attr: 'value' },
        { find: 'input[aria-label="Subject"]', attr: 'value' },
      ],
    },
    {
      kind: 'list',
      region: [
        {
          // Any page with rows.
          id: 'page',
          since: '2023',
          find: '.frame-main:has(.mail-list-page-item)',
        },
      ],
      people: {
        mention: [
          {
            // A row tells the address only where the site writes it as title.
            id: 'row',
            since: '2025',
            unseen: true,
            each: '.mail-list-page-item .mail-sender [title*="@"], .mail-list-page-item .mail-sender[title*="@"]',
            email: [{ attr: 'title', steps: ['address'] }],
            name: [{}],
          },
        ],
      },
    },
  ],
  observe: ['.frame-main', 'body'],
  // The one primary button of a draft's head; saving and the rest are plain.
  send: '.mail-compose-header .ui-btn-them-blue-lighten',
  room: { find: 'body', by: 'hold' },
};
