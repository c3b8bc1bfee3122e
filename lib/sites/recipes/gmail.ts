import type { PersonRule, SiteRecipe } from '../recipe';

const EMAIL_ATTRIBUTE = 'The email attribute is data of Gmail itself, the same in every language';

const person = (id: string, each: string, since: string, why = EMAIL_ATTRIBUTE): PersonRule => ({
  id,
  since,
  why,
  each,
  email: [{ attr: 'email' }, { attr: 'data-hovercard-id' }],
  name: [{ attr: 'name' }, { attr: 'data-name' }, {}],
});

const ACCOUNT = [{ path: '/mail/u/:account/*' }, { path: '/mail/*' }];

/** Gmail: several main regions are kept in the page and all but one are hidden. */
export const gmail: SiteRecipe = {
  format: 1,
  id: 'gmail',
  name: 'Gmail',
  hosts: ['mail.google.com'],
  viewer: [
    {
      id: 'account-link',
      since: '2018',
      why: 'The account button names the address of this account in every language; found by its link',
      each: 'a[href^="https://accounts.google.com/SignOutOptions"]',
      email: [{ attr: 'aria-label', steps: ['address'] }],
    },
    {
      id: 'title',
      since: '2012',
      why: 'The title ends in "address - product"; the part counts only if it is an address and nothing else',
      each: 'title',
      email: [{ steps: ['title-account'] }],
    },
  ],
  pages: [
    {
      kind: 'message',
      address: ACCOUNT,
      region: [
        {
          id: 'preview',
          since: '2015',
          find: '[role="main"] .aia:has([data-message-id])',
          why: 'The preview pane stands in the same main region as the list',
        },
        {
          id: 'thread',
          since: '2023-11',
          find: '[role="main"]:has([data-message-id])',
          why: 'A main region counts as a thread only if it holds messages',
        },
        {
          id: 'pop-out',
          since: '2015',
          find: 'body:not(:has([role="main"])):has([data-message-id])',
          why: 'A thread in its own window may have no main region',
        },
      ],
      open: [
        {
          id: 'expanded',
          since: '2015',
          find: '[data-message-id].h7',
          why: 'h7 marks an expanded message; collapsed ones show their sender too',
        },
        {
          id: 'open',
          since: '2015',
          find: '[data-message-id].ads:not(.kv):not(.kQ)',
          why: 'Open, neither collapsed nor hidden',
        },
        {
          id: 'body',
          since: '2020',
          find: '[data-message-id]:has(.a3s)',
          why: 'Only an open message has a body',
        },
      ],
      skip: '.a3s, .ii.gt',
      people: {
        sender: [
          person('gd', 'span.gD[email]', '2014'),
          person('gf', '.gF span[email]', '2016'),
          person('hovercard', 'span.gD[data-hovercard-id]', '2020'),
        ],
        recipient: [person('g2', 'span.g2[email]', '2014'), person('hb', '.hb span[email]', '2016')],
      },
      subject: [{ find: 'h2.hP' }, { find: 'h2[data-thread-perm-id]' }],
      messageKey: [{ attr: 'data-legacy-message-id' }, { attr: 'data-message-id' }],
      threadKey: [
        { find: 'h2[data-legacy-thread-id]', attr: 'data-legacy-thread-id' },
        { find: '[data-legacy-thread-id]', attr: 'data-legacy-thread-id' },
      ],
      at: [{ find: '.g3[title]', attr: 'title' }],
      permalink: '{origin}/mail/u/{account}/#all/{thread}',
    },
    {
      kind: 'compose',
      address: ACCOUNT,
      region: [
        {
          id: 'dialog',
          since: '2013',
          find: '[role="dialog"]:has([name="subjectbox"])',
          why: 'A dialog with a subject field is a draft',
        },
        {
          id: 'full',
          since: '2013',
          find: 'div.M9',
          why: 'The draft form itself, where it has no dialog: pop-out',
        },
      ],
      people: {
        recipient: [
          person(
            'chip',
            '[name="to"] [data-hovercard-id], [name="cc"] [data-hovercard-id], [name="bcc"] [data-hovercard-id]',
            '2021-10',
            'Chips of the three named fields; the hovercard id is the address',
          ),
          person(
            'chip-class',
            '.afV[data-hovercard-id]',
            '2021-10',
            'The same chips where the fields have lost their names',
          ),
          {
            id: 'hidden-input',
            since: '2013',
            why: 'Before the chips of 2021 the mailboxes stood in hidden inputs named after their field',
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
          id: 'main',
          since: '2012',
          find: '[role="main"]:has(tr.zA)',
          why: 'The visible main region, if it has rows',
        },
      ],
      people: {
        mention: [
          person('row', 'tr.zA .yW span[email]', '2012'),
          person('row-any', 'tr.zA span[email]', '2012'),
        ],
      },
    },
  ],
  observe: ['div.aeF', 'div.nH.bkK', 'body'],
  attributes: { names: ['style', 'class'], on: '.nH, [role="main"], [data-message-id]' },
  send: '.aoO[role="button"]',
  room: { find: 'body', by: 'width' },
};
