import type { PersonRule, SiteRecipe } from '../recipe';

const person = (id: string, since: string, each: string): PersonRule => ({
  id,
  since,
  each,
  email: [{ attr: 'email' }, { attr: 'data-hovercard-id' }],
  name: [{ attr: 'name' }, { attr: 'data-name' }, {}],
});

const DELEGATED = { path: '/mail/u/:account/d/:box/*' };
/** As it was linked before, and still is here and there. */
const DELEGATED_B = { path: '/mail/b/:lent/u/:account/*' };
const ACCOUNT = [DELEGATED, DELEGATED_B, { path: '/mail/u/:account/*' }, { path: '/mail/*' }];

/** Gmail: several main regions are kept in the page and all but one are hidden. */
export const gmail: SiteRecipe = {
  format: 1,
  id: 'gmail',
  name: 'Gmail',
  hosts: ['mail.google.com'],
  viewer: [
    {
      // The account button names the address of this account in every language; found by its link.
      id: 'account-link',
      since: '2018',
      each: 'a[href^="https://accounts.google.com/SignOutOptions"]',
      email: [{ attr: 'aria-label', steps: ['address'] }],
    },
    {
      // The title ends in "address - product"; the part counts only if it is an address and nothing else.
      id: 'title',
      since: '2012',
      each: 'title',
      email: [{ steps: ['title-account'] }],
    },
  ],
  account: [
    {
      // A mailbox that its owner lets the user into: seen at its address, below the number of the user's own account.
      id: 'delegated',
      since: '2022',
      address: DELEGATED,
      name: [{ fill: 'd/{box}' }],
      lent: true,
    },
    {
      // The same at its older address.
      id: 'delegated-b',
      since: '2014',
      address: DELEGATED_B,
      name: [{ fill: 'b/{lent}' }],
      lent: true,
    },
    {
      // Accounts are numbered in the order in which they were signed in to.
      id: 'number',
      since: '2012',
      address: { path: '/mail/u/:account/*' },
      name: [{ fill: '{account}' }],
    },
    {
      // A link to an account by its number or address, until the page has found its own.
      id: 'authuser',
      since: '2014',
      address: { path: '/mail/*', query: { authuser: ':account' } },
      name: [{ fill: '{account}' }],
    },
    {
      // Without a number it is the first.
      id: 'first',
      since: '2012',
      address: { path: '/mail/*' },
      name: [{ fill: '0' }],
    },
  ],
  pages: [
    {
      kind: 'message',
      address: ACCOUNT,
      region: [
        {
          // The preview pane stands in the same main region as the list.
          id: 'preview',
          since: '2015',
          find: '[role="main"] .aia:has([data-message-id])',
        },
        {
          // A main region counts as a thread only if it holds messages.
          id: 'thread',
          since: '2023-11',
          find: '[role="main"]:has([data-message-id])',
        },
        {
          // A thread in its own window may have no main region.
          id: 'pop-out',
          since: '2015',
          find: 'body:not(:has([role="main"])):has([data-message-id])',
        },
      ],
      open: [
        {
          // h7 marks an expanded message; collapsed ones show their sender too.
          id: 'expanded',
          since: '2015',
          find: '[data-message-id].h7',
        },
        {
          // Open, neither collapsed nor hidden.
          id: 'open',
          since: '2015',
          find: '[data-message-id].ads:not(.kv):not(.kQ)',
        },
        {
          // Only an open message has a body.
          id: 'body',
          since: '2020',
          find: '[data-message-id]:has(.a3s)',
        },
      ],
      skip: '.a3s, .ii.gt',
      people: {
        sender: [
          // The email attribute is data of Gmail itself, the same in every language.
          person('gd', '2014', 'span.gD[email]'),
          // Builds without the class of the sender: the address in the sender's own cell.
          person('gf', '2016', '.gF span[email]'),
          // Builds without the email attribute: the card that opens on hover is found by the address.
          person('hovercard', '2020', 'span.gD[data-hovercard-id]'),
        ],
        recipient: [
          // The email attribute, as for the sender.
          person('g2', '2014', 'span.g2[email]'),
          // Builds without the class: the line of recipients.
          person('hb', '2016', '.hb span[email]'),
        ],
      },
      subject: [{ find: 'h2.hP' }, { find: 'h2[data-thread-perm-id]' }],
      messageKey: [{ attr: 'data-legacy-message-id' }, { attr: 'data-message-id' }],
      threadKey: [
        { find: 'h2[data-legacy-thread-id]', attr: 'data-legacy-thread-id' },
        { find: '[data-legacy-thread-id]', attr: 'data-legacy-thread-id' },
      ],
      at: [{ find: '.g3[title]', attr: 'title' }],
      permalink: [
        '{origin}/mail/u/{account}/d/{box}/#all/{thread}',
        '{origin}/mail/b/{lent}/u/{account}/#all/{thread}',
        '{origin}/mail/u/{account}/#all/{thread}',
      ],
    },
    {
      kind: 'compose',
      address: ACCOUNT,
      region: [
        {
          // A dialog with a subject field is a draft.
          id: 'dialog',
          since: '2013',
          find: '[role="dialog"]:has([name="subjectbox"])',
        },
        {
          // The draft form itself, where it has no dialog: pop-out.
          id: 'full',
          since: '2013',
          find: 'div.M9',
        },
      ],
      editor: [
        {
          // Edited in place, within the form of a draft; the recipients' fields are no elements edited in place.
          id: 'body',
          since: '2013',
          find: '.M9 [g_editable="true"], [role="dialog"] [g_editable="true"], .M9 .Am.Al.editable, [role="dialog"] .Am.Al.editable',
        },
        {
          // Builds without these marks: a text box of several lines beside the subject.
          id: 'textbox',
          since: '2013',
          find: '[role="dialog"]:has([name="subjectbox"]) [contenteditable="true"][role="textbox"], .M9 [contenteditable="true"][role="textbox"]',
        },
      ],
      people: {
        recipient: [
          // Chips of the three named fields; the hovercard id is the address.
          person(
            'chip',
            '2021-10',
            '[name="to"] [data-hovercard-id], [name="cc"] [data-hovercard-id], [name="bcc"] [data-hovercard-id]',
          ),
          // The same chips where the fields have lost their names.
          person('chip-class', '2021-10', '.afV[data-hovercard-id]'),
          {
            // Before the chips of 2021 the mailboxes stood in hidden inputs named after their field.
            id: 'hidden-input',
            since: '2013',
            each: 'input[type="hidden"][name="to"], input[type="hidden"][name="cc"], input[type="hidden"][name="bcc"], textarea[name="to"]',
            many: { as: 'mailboxes', from: { attr: 'value' } },
          },
        ],
      },
      subject: [{ find: 'input[name="subjectbox"]', attr: 'value' }],
    },
    {
      kind: 'list',
      address: ACCOUNT,
      region: [
        {
          // The visible main region, if it has rows.
          id: 'main',
          since: '2012',
          find: '[role="main"]:has(tr.zA)',
        },
      ],
      people: {
        mention: [
          // Names in the sender's cell of a row; the address is data.
          person('row', '2012', 'tr.zA .yW span[email]'),
          // Builds without the class of the cell; nothing else in a row bears an address.
          person('row-any', '2012', 'tr.zA span[email]'),
        ],
      },
    },
  ],
  observe: ['div.aeF', 'div.nH.bkK', 'body'],
  attributes: { names: ['style', 'class'], on: '.nH, [role="main"], [data-message-id]' },
  send: '.aoO[role="button"]',
  room: { find: 'body', by: 'hold' },
};
