import type { PersonRule, SiteRecipe } from '../recipe';

/** The server puts this class on every address in every skin; the mailto link is there even without a title. */
const contact = (id: string, since: string, each: string): PersonRule => ({
  id,
  since,
  each,
  email: [{ attr: 'href', steps: ['mailto'] }, { attr: 'title', steps: ['address'] }, { steps: ['address'] }],
  name: [{}],
  twin: '.header-summary .rcmContactAddress',
});

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
      // The sender select of the draft holds the own identities only.
      id: 'identity',
      since: '2012',
      each: 'select#_from option',
      many: { as: 'mailboxes', from: {} },
    },
    {
      // Account name above the folders (elastic) or at the top of every page (larry); counts only if it is an address.
      id: 'username',
      since: '2019',
      each: '.username',
      email: [{ steps: ['address'] }],
    },
  ],
  account: [
    {
      // The name of whoever signed in, whether it is an address or not; of the classic skin none is known.
      id: 'username',
      since: '2012',
      name: [{ find: '.username' }],
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
          // Holds the header fields and nothing of the mail.
          id: 'elastic',
          since: '2019',
          find: '#message-header',
        },
        {
          // The same in the larry skin.
          id: 'larry',
          since: '2012',
          find: '#messageheader',
        },
        {
          // The classic skin has the same table without a box around it.
          id: 'classic',
          since: '2008',
          find: 'table.headers-table',
        },
      ],
      people: {
        sender: [
          // The cell is named after the header field.
          contact('from', '2012', 'td.header.from .rcmContactAddress'),
        ],
        recipient: [
          // The cells are named after the header fields.
          contact(
            'to',
            '2012',
            'td.header.to .rcmContactAddress, td.header.cc .rcmContactAddress, td.header.bcc .rcmContactAddress',
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
      region: [
        {
          // The one form that is sent.
          id: 'form',
          since: '2008',
          find: 'form[name="form"]',
        },
      ],
      editor: [
        {
          // The frame of the HTML editor is named after its field, which is hidden meanwhile.
          id: 'html',
          since: '2019',
          find: 'iframe#composebody_ifr',
        },
        {
          // The text of the mail in every skin.
          id: 'plain',
          since: '2008',
          find: 'textarea#composebody',
        },
      ],
      people: {
        recipient: [
          {
            // Elastic shows each recipient as a list item; a bare address stands where the name would be.
            id: 'chip',
            since: '2019',
            each: '#compose_to li.recipient, #compose_cc li.recipient, #compose_bcc li.recipient',
            email: [
              { find: '.email', steps: ['address'] },
              { find: '.name', steps: ['address'] },
            ],
            name: [{ find: '.name' }],
          },
          {
            // The fields hold "Name <address>, ..." in every skin.
            id: 'field',
            since: '2008',
            each: 'textarea[name="_to"], textarea[name="_cc"], textarea[name="_bcc"]',
            many: { as: 'mailboxes', from: { attr: 'value' } },
          },
        ],
      },
      subject: [{ find: 'input[name="_subject"]', attr: 'value' }],
    },
    {
      kind: 'list',
      region: [
        {
          // The list of mails in every skin.
          id: 'list',
          since: '2008',
          find: '#messagelist',
        },
      ],
      people: {
        mention: [
          // Rows only; the head of the table holds no people.
          contact('row', '2012', 'tbody .rcmContactAddress'),
        ],
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
  room: {
    find: 'body',
    // The older skins lay everything out absolutely.
    by: 'inset',
    // Elastic goes by the width of the window: beside the panel its folders and its list leave the mail's tool bar too little.
    shrink: [
      { find: '#layout-sidebar', min: 150 },
      { find: '#layout-list', min: 240 },
    ],
    // The classic skin's draft: the text, the attachments and what parts them were laid out before the panel came.
    end: [
      { find: '#compose-div > #compose-body-div', right: 175 },
      { find: '#compose-div > #compose-attachments', width: 163 },
      { find: '#composesplitterv2', right: 165, width: 10 },
    ],
  },
};
