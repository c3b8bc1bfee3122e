import type { SiteRecipe } from '../recipe';

/** Fastmail. The class names are the product's own and have stood for ten years. */
export const fastmail: SiteRecipe = {
  format: 1,
  id: 'fastmail',
  name: 'Fastmail',
  hosts: ['app.fastmail.com', 'beta.fastmail.com', 'www.fastmail.com'],
  // The page does not say whose account it is: the user's addresses are asked for in the settings.
  viewer: [],
  pages: [
    {
      kind: 'message',
      address: [
        { path: '/mail/:folder/:thread', query: { u: ':account' } },
        { path: '/mail/:folder/:thread' },
        { path: '/*' },
      ],
      region: [
        {
          // The thread with its cards.
          id: 'thread',
          since: '2016',
          find: '.v-Thread:has(.v-MessageCard)',
        },
        {
          // The part for reading, where the thread has no box of its own.
          id: 'conversation',
          since: '2014',
          find: '#conversation:has(.v-MessageCard)',
        },
      ],
      open: [
        {
          // An open card shows what can be done with its mail.
          id: 'actions',
          since: '2018',
          find: '.v-MessageCard:has(.v-MessageCard-actions)',
        },
        {
          // Builds without that: every card, the last of which is open.
          id: 'card',
          since: '2014',
          find: '.v-MessageCard',
        },
      ],
      skip: '.v-Message-body',
      people: {
        sender: [
          {
            // The title of the sender's name is the address.
            id: 'from',
            since: '2016',
            each: '.v-MessageCard-from[title*="@"]',
            email: [{ attr: 'title', steps: ['address'] }],
            name: [{}],
          },
          {
            // A sender who is not in the address book is shown with the address.
            id: 'unknown',
            since: '2019',
            each: '.v-MessageCard-unknownSender',
            email: [{ steps: ['address'] }],
          },
        ],
        recipient: [
          {
            // The title of a recipient's name is the address.
            id: 'to',
            since: '2016',
            each: '.v-Message-toName[title*="@"]',
            email: [{ attr: 'title', steps: ['address'] }],
            name: [{}],
          },
        ],
      },
      subject: [{ find: '.v-Thread-title h1', in: 'region' }],
      threadKey: [{ fill: '{thread}' }],
      at: [{ find: '.v-MessageCard-time[title]', attr: 'title' }],
      permalink: '{origin}{path}?u={account}',
    },
    {
      kind: 'compose',
      region: [
        {
          // The form of a draft, on its own page or below the mail that it answers.
          id: 'compose',
          since: '2015',
          find: '.v-Compose',
        },
      ],
      editor: [
        {
          // What is written in, below its bar of buttons; the class is of the element that is edited.
          id: 'text',
          since: '2016',
          find: '.v-RichText-input[contenteditable="true"]',
        },
        {
          // The one field of several lines that holds no addresses, where mails are written as plain text.
          id: 'plain',
          since: '2016',
          unseen: true,
          find: 'textarea:not(.v-EmailInput-input, [id$="-input"])',
        },
      ],
      people: {
        recipient: [
          {
            // Recipients that the page has understood, each an item with a button of its own; a name may hide the address.
            id: 'token',
            since: '2026',
            each: '.v-EmailInput-tokens > li',
            email: [
              { attr: 'title', steps: ['address'] },
              { find: '[title*="@"]', attr: 'title', steps: ['address'] },
              { find: ':scope > :not(button)', steps: ['address'] },
              { text: 'own', steps: ['address'] },
            ],
            name: [{ find: ':scope > :not(button)' }, { text: 'own' }],
            nameOnly: true,
          },
          {
            // The fields that are sent, each with a whole list.
            id: 'field',
            since: '2016',
            each: 'textarea.v-EmailInput-input',
            many: { as: 'mailboxes', from: { attr: 'value' } },
          },
        ],
      },
      subject: [{ find: 'input[id$="subject-input"]', attr: 'value' }],
    },
    {
      kind: 'list',
      region: [
        {
          // Any page with rows.
          id: 'page',
          since: '2014',
          find: 'body:has(.v-MailboxItem)',
        },
      ],
      people: {
        mention: [
          {
            // Only names that bear the address as title; most builds show the name alone.
            id: 'row',
            since: '2016',
            unseen: true,
            each: '.v-MailboxItem .v-MailboxItem-name[title*="@"]',
            email: [{ attr: 'title', steps: ['address'] }],
            name: [{}],
          },
        ],
      },
    },
  ],
  observe: ['#conversation', 'body'],
  send: '.v-Compose .s-send',
  room: { find: 'body', by: 'hold' },
};
