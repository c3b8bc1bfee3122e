import type { PersonRule, SiteRecipe } from '../recipe';

/** Name and address are two elements of one block, in the reading module and in drafts. */
const block = (each: string) => ({
  each,
  email: [{ find: '.nui-addr-email', steps: ['address'] }, { steps: ['address'] }] as PersonRule['email'],
  name: [{ find: '.nui-addr-name' }] as PersonRule['name'],
});

/** NetEase 163, 126 and yeah: several modules are kept in the page and all but one are hidden; a mail's text is a frame. */
export const neteaseMail: SiteRecipe = {
  format: 1,
  id: 'netease-mail',
  name: 'NetEase Mail',
  hosts: ['*.mail.163.com', '*.mail.126.com', '*.mail.yeah.net', 'mail.188.com', 'mail.vip.163.com'],
  viewer: [
    {
      // The own address at the top of the page.
      id: 'uid',
      since: '2013',
      each: '#spnUid',
      email: [{ steps: ['address'] }],
    },
  ],
  account: [
    {
      // Each sign-in is a session of its own, which the address names.
      id: 'session',
      since: '2013',
      address: { query: { sid: ':session' } },
      name: [{ fill: '{session}' }],
    },
  ],
  pages: [
    {
      kind: 'message',
      region: [
        {
          // The reading module that is shown; its id is the module's name and a number.
          id: 'module',
          since: '2013',
          find: '[id^="_dvModuleContainer_read.ReadModule"]',
        },
      ],
      skip: '.netease_mail_readhtml, [id^="_dvAttach_reply"]',
      people: {
        sender: [
          {
            // The lines of recipients bear an id; the sender's does not.
            id: 'block',
            since: '2013',
            ...block('li:not([id]) .nui-addr, li:not([id]) .js-component-emailblock'),
          },
        ],
        recipient: [
          {
            // The lines of recipients are named after the header of the mail.
            id: 'line',
            since: '2013',
            ...block(
              '[id$="_dvReadto"] .nui-addr, [id$="_dvReadcc"] .nui-addr, [id$="_dvReadto"] .js-component-emailblock, [id$="_dvReadcc"] .js-component-emailblock',
            ),
          },
        ],
      },
      subject: [{ find: 'h1' }],
      at: [{ find: '#liTime .fU' }],
    },
    {
      kind: 'compose',
      region: [
        {
          // The drafting module that is shown.
          id: 'module',
          since: '2013',
          find: '[id^="_dvModuleContainer_compose.ComposeModule"]',
        },
      ],
      editor: [
        {
          // The frame of the editor, its body is edited in place.
          id: 'frame',
          since: '2013',
          find: 'iframe.APP-editor-iframe',
        },
      ],
      people: {
        recipient: [
          {
            // A recipient that the page has understood is a block with the address.
            id: 'block',
            since: '2023',
            ...block('.js-component-emailblock'),
          },
        ],
      },
    },
    {
      kind: 'list',
      region: [
        {
          // The module of the list that is shown.
          id: 'module',
          since: '2013',
          unseen: true,
          find: '[id^="_dvModuleContainer_mbox.ListModule"]',
        },
      ],
      people: {
        mention: [
          {
            // Only what bears one address as title.
            id: 'row',
            since: '2013',
            unseen: true,
            each: '[title*="@"]',
            email: [{ attr: 'title', steps: ['address'] }],
            name: [{}],
          },
        ],
      },
    },
  ],
  observe: ['#dvContainer', 'body'],
  attributes: { names: ['style', 'class'], on: '[id^="_dvModuleContainer_"]' },
  // The primary button of the drafting module; those of the dialogs that ask back stand outside of it.
  send: '[id^="_dvModuleContainer_compose.ComposeModule"] .nui-mainBtn',
  room: { find: 'body', by: 'hold' },
};
