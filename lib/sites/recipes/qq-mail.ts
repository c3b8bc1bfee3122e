import type { SiteRecipe } from '../recipe';

/** QQ Mail classic and Exmail: every page is a document of its own in the main frame; the account stands in the frame around. */
export const qqMail: SiteRecipe = {
  format: 1,
  id: 'qq-mail',
  name: 'QQ Mail',
  hosts: ['*.mail.qq.com', '*.exmail.qq.com'],
  viewer: [
    {
      // The own address at the top of the frame around; it stands before any customer.
      id: 'useraddr',
      since: '2012',
      each: '#useraddr',
      email: [{ steps: ['address'] }],
    },
  ],
  account: [
    {
      // Each sign-in is a session of its own, which every address within it names.
      id: 'session',
      since: '2012',
      address: { query: { sid: ':session' } },
      name: [{ fill: '{session}' }],
    },
  ],
  pages: [
    {
      kind: 'message',
      address: [{ path: '/cgi-bin/readmail', query: { mailid: ':mail' } }],
      region: [
        {
          // The document in the frame is one mail.
          id: 'document',
          since: '2012',
          find: 'body',
        },
      ],
      skip: '#mailContentContainer, #contentDiv, #qm_con_body',
      people: {
        sender: [
          {
            // The one element that says from whom the mail is.
            id: 'tip',
            since: '2012',
            each: '#tipFromAddr_readmail[fromaddr]',
            email: [{ attr: 'fromaddr' }],
          },
        ],
        recipient: [
          {
            // Address and name are attributes that the page itself works with.
            id: 'span',
            since: '2012',
            each: 'span[e][n]',
            email: [{ attr: 'e' }],
            name: [{ attr: 'n' }],
          },
        ],
      },
      subject: [{ find: '#subject' }],
      messageKey: [{ fill: '{mail}' }],
    },
    {
      kind: 'compose',
      address: [{ path: '/cgi-bin/readtemplate', query: { t: 'compose*' } }],
      region: [
        {
          // The document in the frame is one draft.
          id: 'document',
          since: '2012',
          find: 'body',
        },
      ],
      editor: [
        {
          // The frame of the editor, its body is edited in place.
          id: 'frame',
          since: '2012',
          find: 'iframe.qmEditorIfrmEditArea',
        },
        {
          // Exmail: the same frame by an id.
          id: 'frame-id',
          since: '2026',
          find: 'iframe#QMEditorIfrmEditArea',
        },
      ],
      people: {
        recipient: [
          {
            // A recipient that the page has understood carries the address.
            id: 'chip',
            since: '2014',
            each: '#addrsDiv .addr_base[addr]',
            email: [{ attr: 'addr' }, { attr: 'addr', steps: ['address'] }],
            name: [{ find: 'b' }, { text: 'own' }],
          },
          {
            // The same in a box for each line of recipients, as Exmail has them.
            id: 'area',
            since: '2019',
            each: '#toAreaCtrl .addr_base[addr], #ccAreaCtrl .addr_base[addr], #bccAreaCtrl .addr_base[addr]',
            email: [{ attr: 'addr' }, { attr: 'addr', steps: ['address'] }],
            name: [{ find: 'b' }, { text: 'own' }],
          },
          {
            // The field that is sent.
            id: 'field',
            since: '2012',
            each: 'textarea#to, textarea#cc',
            many: { as: 'mailboxes', from: { attr: 'value' } },
          },
        ],
      },
      subject: [{ find: 'input#subject', attr: 'value' }],
    },
    {
      kind: 'list',
      address: [{ path: '/cgi-bin/mail_list' }],
      region: [
        {
          // The document in the frame is one list.
          id: 'document',
          since: '2012',
          find: 'body',
        },
      ],
      people: {
        mention: [
          {
            // Address and name are attributes that the page itself works with.
            id: 'span',
            since: '2012',
            each: 'span[t="u"][e]',
            email: [{ attr: 'e' }],
            name: [{ attr: 'n' }],
          },
          {
            // Address and name are attributes that the page itself works with.
            id: 'box',
            since: '2012',
            each: 'input[name="mailid"][fa]',
            email: [{ attr: 'fa' }],
            name: [{ attr: 'fn' }],
          },
        ],
      },
    },
  ],
  observe: ['body'],
  send: '[name="sendbtn"]',
  room: { find: 'body', by: 'hold' },
};
