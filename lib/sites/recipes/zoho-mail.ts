import type { SiteRecipe } from '../recipe';

/**
 * Zoho Mail. What tells a sender from a recipient is not publicly known, so nobody is called either: whom the head of the
 * open mail names with an address is mentioned.
 */
export const zohoMail: SiteRecipe = {
  format: 1,
  id: 'zoho-mail',
  name: 'Zoho Mail',
  hosts: [
    'mail.zoho.com',
    'mail.zoho.eu',
    'mail.zoho.in',
    'mail.zoho.com.cn',
    'mail.zoho.com.au',
    'mail.zoho.jp',
    'mail.zoho.sa',
    'mail.zohocloud.ca',
  ],
  viewer: [],
  pages: [
    {
      kind: 'post',
      region: [
        {
          // The sheet that is shown, if it holds the text of a mail.
          id: 'sheet',
          since: '2023',
          unseen: true,
          find: '.SCm:has(.jsConTent)',
        },
      ],
      skip: '.jsConTent',
      people: {
        mention: [
          {
            // An attribute that is an address and nothing else, outside of the mail's text.
            id: 'data',
            since: '2023',
            each: '[data-email]',
            email: [{ attr: 'data-email' }],
            name: [{}],
          },
          {
            // A title that holds one address.
            id: 'title',
            since: '2023',
            each: '[title*="@"]',
            email: [{ attr: 'title', steps: ['address'] }],
            name: [{}],
          },
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
      atMost: 20,
    },
  ],
  observe: ['body'],
  send: '.SCtxt.SCBtn',
  room: { find: 'body', by: 'width' },
};
