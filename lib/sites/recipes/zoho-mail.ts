import type { SiteRecipe } from '../recipe';

/**
 * Zoho Mail. What tells the sender of a mail from its recipients is not publicly known, so nobody is called either: whom the head of the
 * open mail names with an address is mentioned. Of a draft the recipients are known.
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
      kind: 'compose',
      region: [
        {
          // The sheet of a draft that is shown; several are kept as tabs.
          id: 'draft',
          since: '2018',
          find: '.zmCnew:has(.recipient-field)',
        },
        {
          // The sheet that is shown, where the draft has no class of its own.
          id: 'sheet',
          since: '2018',
          find: '.SCm:has(.recipient-field)',
        },
      ],
      editor: [
        {
          // The frame of the editor, in which an element is edited. A decoy that takes pasted text stands beside it.
          id: 'frame',
          since: '2018',
          find: 'iframe.ze_area',
        },
        {
          // A mail in plain text.
          id: 'plain',
          since: '2018',
          unseen: true,
          find: 'textarea',
        },
      ],
      people: {
        recipient: [
          {
            // A recipient that the page has understood, in the fields of recipients alone: the own address stands in that above.
            id: 'chip',
            since: '2018',
            each: '.recipient-field .SC_cs',
            email: [
              { attr: 'data-tooltip', steps: ['address'] },
              { attr: 'title', steps: ['address'] },
              { find: 'input', attr: 'value', steps: ['address'] },
              { steps: ['address'] },
            ],
            name: [{ text: 'own' }, { find: 'span, b' }],
            nameOnly: true,
          },
        ],
      },
      subject: [{ find: 'input[id^="zmsub_"]', attr: 'value' }],
    },
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
  send: '.zmCnew [data-event="s"], .SCtxt.SCBtn',
  room: { find: 'body', by: 'hold' },
};
