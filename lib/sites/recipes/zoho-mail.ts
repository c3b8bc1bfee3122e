import type { SiteRecipe } from '../recipe';

/**
 * Zoho Mail. Builds of 2026 tell the sender of a mail from its recipients; of others that is not publicly known, so nobody is called
 * either: whom the head of the open mail names with an address is mentioned.
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
  viewer: [
    {
      // From whom the draft goes: the label is a word of the site's language and the address.
      id: 'from',
      since: '2026-09',
      unseen: true,
      each: '[data-testid="com_cur_from_address"]',
      email: [{ attr: 'aria-label', steps: ['address'] }],
    },
  ],
  pages: [
    {
      kind: 'message',
      address: [{ hash: '#mail/folder/:folder/p/:item' }, {}],
      region: [
        {
          // The pane that is shown, if it holds the head of a mail; one that was closed keeps the last mail and loses the class.
          id: 'pane',
          since: '2026-09',
          unseen: true,
          find: '[role="region"].shw:has(.zmMHFrom [data-eid])',
        },
        {
          // The same by the class of the pane, as older builds have it.
          id: 'pane-class',
          since: '2021',
          find: '.SC_pv.shw:has(.zmMHFrom [data-eid])',
        },
      ],
      open: [
        {
          // The container bears the number of the mail that is open.
          id: 'container',
          since: '2026-09',
          unseen: true,
          find: '[id^="zm_Container_m"]:has(.zmMHFrom [data-eid])',
        },
      ],
      skip: '[role="document"], .jsConTent',
      people: {
        sender: [
          {
            // The sender's part of the head. It stands there twice, folded and unfolded; both bear the address as data.
            id: 'from',
            since: '2026-09',
            unseen: true,
            each: '.zmMHFrom [data-eid]',
            email: [{ attr: 'data-eid' }],
            name: [{}],
          },
        ],
        recipient: [
          {
            // Recipients in the rows of the head; each bears the address as data.
            id: 'row',
            since: '2021',
            each: '.zmMHdrData .jsReciID[data-eid]',
            email: [{ attr: 'data-eid' }],
            name: [{}],
          },
        ],
      },
      // The row in the list of the mail that both the address and the pane name.
      subject: [
        {
          in: 'document',
          find: ':root:has(.shw [id="zm_Container_m{item}"]) :is([id="{item}"], [id="t{item}"]) [data-testid="lst-sub"]',
        },
      ],
      messageKey: [{ attr: 'id', pattern: 'zm_Container_m:value' }],
      permalink: '{origin}{path}#mail/folder/{folder}/p/{message}',
      at: [{ find: '.jsRevTS' }],
    },
    {
      kind: 'compose',
      region: [
        {
          // The tab of a draft that is shown.
          id: 'tab',
          since: '2026-09',
          unseen: true,
          find: '[id^="jstab-Cmp"]:has([data-testid="com_To_field"])',
        },
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
          // The frame within the editor of this draft, whose body is edited.
          id: 'editor',
          since: '2026-09',
          unseen: true,
          find: '[id^="zmComposeEditor_Cmp"] iframe',
        },
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
            // A recipient that the page has understood; its label is the address.
            id: 'option',
            since: '2026-09',
            unseen: true,
            each: '.zmCRow [role="option"].zmCB[aria-label]',
            email: [{ attr: 'aria-label', steps: ['address'] }],
            name: [{}],
          },
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
      subject: [
        { find: 'input[id^="zmsub_"]', attr: 'value' },
        { find: '[data-testid="com_subject_field"] input', attr: 'value' },
      ],
    },
    {
      kind: 'post',
      region: [
        {
          // The sheet that is shown, if it holds the text of a mail.
          id: 'sheet',
          since: '2023',
          unseen: true,
          find: '.SCm:has(.jsConTent):not(:has(.zmMHFrom [data-eid]))',
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
  send: '.zmCnew [data-event="s"], .SCtxt.SCBtn, [data-testid="com_send"]',
  room: { find: 'body', by: 'hold' },
};
