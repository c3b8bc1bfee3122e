import type { PersonRule, SiteRecipe } from '../recipe';

const contact = (id: string, each: string, since: string, why: string): PersonRule => ({
  id,
  since,
  why,
  each,
  email: [{ attr: 'href', steps: ['mailto'] }, { attr: 'title', steps: ['address'] }, { steps: ['address'] }],
  name: [{}],
  twin: '.header-summary .rcmContactAddress',
});

const ADDRESS =
  'rcmContactAddress is put on by the server for every skin; the mailto link is there even without a title';

const KEY = { fill: '{mbox}/{uid}' };

/** Roundcube on any host. The preview is a document of its own in a frame, and is read there. */
export const roundcube: SiteRecipe = {
  format: 1,
  id: 'roundcube',
  name: 'Roundcube',
  hosts: ['*'],
  mark: ['script[src*="program/js/app.min.js"]', 'script[src*="program/js/app.js"]'],
  viewer: [
    {
      id: 'identity',
      since: '2012',
      why: 'The sender select of the draft holds the own identities only',
      each: 'select#_from option',
      many: { as: 'mailboxes', from: {} },
    },
    {
      id: 'username',
      since: '2019',
      why: 'Account name above the folders (elastic) or at the top of every page (larry); counts only if it is an address',
      each: '.username',
      email: [{ steps: ['address'] }],
    },
  ],
  pages: [
    {
      kind: 'message',
      address: [
        { query: { _task: 'mail', _action: 'show', _mbox: ':mbox', _uid: ':uid' } },
        { query: { _task: 'mail', _action: 'preview', _mbox: ':mbox', _uid: ':uid' } },
      ],
      region: [
        {
          id: 'elastic',
          since: '2019',
          find: '#message-header',
          why: 'Holds the header fields and nothing of the mail',
        },
        { id: 'larry', since: '2012', find: '#messageheader', why: 'The same in the larry skin' },
        {
          id: 'classic',
          since: '2008',
          find: 'table.headers-table',
          why: 'The classic skin has the same table without a box around it',
        },
      ],
      people: {
        sender: [contact('from', 'td.header.from .rcmContactAddress', '2012', ADDRESS)],
        recipient: [
          contact(
            'to',
            'td.header.to .rcmContactAddress, td.header.cc .rcmContactAddress, td.header.bcc .rcmContactAddress',
            '2012',
            ADDRESS,
          ),
        ],
      },
      subject: [
        { find: '.subject:has(> .voice), .subject > :has(> .voice)', text: 'own' },
        { find: 'td.subject' },
      ],
      messageKey: [KEY],
      at: [{ find: '.header-summary .text-nowrap' }, { find: 'td.header.date' }],
      permalink: '{origin}{path}?_task=mail&_mbox={mbox}&_uid={uid}&_action=show',
    },
    {
      kind: 'compose',
      address: [{ query: { _task: 'mail', _action: 'compose' } }],
      region: [{ id: 'form', since: '2008', find: 'form[name="form"]', why: 'The one form that is sent' }],
      people: {
        recipient: [
          {
            id: 'chip',
            since: '2019',
            why: 'Elastic shows each recipient as a list item; a bare address stands where the name would be',
            each: '#compose_to li.recipient, #compose_cc li.recipient, #compose_bcc li.recipient',
            email: [
              { find: '.email', steps: ['address'] },
              { find: '.name', steps: ['address'] },
            ],
            name: [{ find: '.name' }],
          },
          {
            id: 'field',
            since: '2008',
            why: 'The fields hold "Name <address>, ..." in every skin',
            each: 'textarea[name="_to"], textarea[name="_cc"], textarea[name="_bcc"]',
            many: { as: 'mailboxes', from: { attr: 'value' } },
          },
        ],
      },
      subject: [{ find: 'input[name="_subject"]', attr: 'value' }],
    },
    {
      kind: 'list',
      region: [{ id: 'list', since: '2008', find: '#messagelist', why: 'The list of mails in every skin' }],
      people: {
        mention: [contact('row', 'tbody .rcmContactAddress', '2012', ADDRESS)],
      },
    },
  ],
  observe: [
    '#messagelist-content',
    '#messagelistcontainer',
    '#compose-content',
    'form[name="form"]',
    '#message-header',
  ],
  send: 'a.send, button.send, input[onclick*="\'send\'"]',
  room: { find: 'body', by: 'width' },
};
