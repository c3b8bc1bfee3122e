import type { SiteRecipe } from '../recipe';

const DATA = 'Address and name are attributes that the page itself works with';

/** QQ Mail classic and Exmail: every page is a document of its own in the main frame; the account stands in the frame around. */
export const qqMail: SiteRecipe = {
  format: 1,
  id: 'qq-mail',
  name: 'QQ Mail',
  hosts: ['*.mail.qq.com', 'exmail.qq.com'],
  viewer: [
    {
      id: 'useraddr',
      since: '2012',
      why: 'The own address at the top of the frame around; it stands before any customer',
      each: '#useraddr',
      email: [{ steps: ['address'] }],
    },
  ],
  pages: [
    {
      kind: 'message',
      address: [{ path: '/cgi-bin/readmail', query: { mailid: ':mail' } }],
      region: [{ id: 'document', since: '2012', find: 'body', why: 'The document in the frame is one mail' }],
      skip: '#mailContentContainer, #contentDiv, #qm_con_body',
      people: {
        sender: [
          {
            id: 'tip',
            since: '2012',
            why: 'The one element that says from whom the mail is',
            each: '#tipFromAddr_readmail[fromaddr]',
            email: [{ attr: 'fromaddr' }],
          },
        ],
        recipient: [
          {
            id: 'span',
            since: '2012',
            why: DATA,
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
        { id: 'document', since: '2012', find: 'body', why: 'The document in the frame is one draft' },
      ],
      people: {
        recipient: [
          {
            id: 'chip',
            since: '2014',
            why: 'A recipient that the page has understood carries the address',
            each: '#addrsDiv .addr_base[addr]',
            email: [{ attr: 'addr' }, { attr: 'addr', steps: ['address'] }],
            name: [{ find: 'b' }, { text: 'own' }],
          },
          {
            id: 'field',
            since: '2012',
            why: 'The field that is sent',
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
      region: [{ id: 'document', since: '2012', find: 'body', why: 'The document in the frame is one list' }],
      people: {
        mention: [
          {
            id: 'span',
            since: '2012',
            why: DATA,
            each: 'span[t="u"][e]',
            email: [{ attr: 'e' }],
            name: [{ attr: 'n' }],
          },
          {
            id: 'box',
            since: '2012',
            why: DATA,
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
  room: { find: 'body', by: 'width' },
};
