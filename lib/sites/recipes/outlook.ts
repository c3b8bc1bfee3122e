import type { PersonRule, SiteRecipe } from '../recipe';

const FROM = '[id^="MSG_"][id$="_FROM"]';
const BODY = '[id^="UniqueMessageBody"]';

/** The link of the app name, if it names the mailbox of the address bar as the login: whole, not as the beginning of a longer one. */
const OWN_BOX = ['{box}@{domain}', '{box}%40{domain}']
  .flatMap((box) => [`[href*="login_hint=${box}&" i]`, `[href$="login_hint=${box}" i]`])
  .map((link) => `#O365_AppName${link}`)
  .join(', ');

/** The address is often not in the page: a person may be a name alone. */
const person = (id: string, since: string, each: string): PersonRule => ({
  id,
  since,
  each,
  email: [
    { find: '[title*="@"]', attr: 'title', steps: ['address'] },
    { attr: 'title', steps: ['address'] },
    { find: '[aria-label*="@"]', attr: 'aria-label', steps: ['address'] },
    { attr: 'aria-label', steps: ['address'] },
    { steps: ['address'] },
  ],
  name: [{}, { attr: 'aria-label' }],
  nameOnly: true,
});

const chip = (id: string, since: string, each: string): PersonRule => ({
  ...person(id, since, each),
  name: [{ find: '[class^="textContainer-"]' }, {}],
});

/** Outlook on the web, personal and work accounts. */
export const outlook: SiteRecipe = {
  format: 1,
  id: 'outlook',
  name: 'Outlook',
  hosts: ['outlook.live.com', 'outlook.office.com', 'outlook.office365.com', 'outlook.cloud.microsoft'],
  viewer: [
    {
      // The link of the app name carries the address of the signed-in account.
      id: 'login-hint',
      since: '2022',
      each: '#O365_AppName[href*="login_hint="]',
      email: [{ attr: 'href', pattern: '*login_hint=:value*' }],
    },
    {
      // The account card, once it was opened, names the signed-in account.
      id: 'account-card',
      since: '2021',
      each: '#mectrl_currentAccount_secondary',
      email: [{ steps: ['address'] }],
      name: [{ find: '#mectrl_currentAccount_primary', in: 'document' }],
    },
    {
      // A mailbox that was opened beside the own one: the address of the page names it.
      id: 'mailbox',
      since: '2019',
      unseen: true,
      each: ':scope',
      email: [{ fill: '{box}@{domain}' }],
    },
  ],
  account: [
    // The own mailbox under its own address is no lent one: that address stands as the login's, written in either way, in the link of the app name.
    ...['@', '%40'].map((at) => ({
      id: at === '@' ? 'own' : 'own-encoded',
      since: '2022',
      unseen: true as const,
      address: { path: `/mail/:box${at}:domain/*` },
      name: [{ find: OWN_BOX, attr: 'href', pattern: '*login_hint=:value*' }],
    })),
    // Somebody else's mailbox, or a shared one, by its address, written in either way.
    ...['@', '%40'].map((at) => ({
      id: at === '@' ? 'mailbox' : 'mailbox-encoded',
      since: '2019',
      unseen: true as const,
      address: { path: `/mail/:box${at}:domain/*` },
      name: [{ fill: '{box}@{domain}' }],
      lent: true as const,
    })),
    // The second of several accounts is a number before the folder, and so is the first, here and there.
    ...[0, 1, 2, 3, 4].map((number) => ({
      id: `number-${number}`,
      since: '2021',
      address: { path: `/mail/${number}/*` },
      name: [{ fill: `${number}` }],
    })),
    {
      // Without a number it is the first.
      id: 'first',
      since: '2021',
      address: { path: '/mail/*' },
      name: [{ fill: '0' }],
    },
  ],
  pages: [
    {
      kind: 'message',
      address: [{ path: '/mail/:folder/id/:item' }, { path: '/mail/:account/:folder/id/:item' }, {}],
      region: [
        {
          // The reading pane by its id.
          id: 'pane',
          since: '2019',
          find: `#ReadingPaneContainerId:has(${FROM})`,
        },
        {
          // The main region, if it holds a sender field.
          id: 'main',
          since: '2021',
          find: `[role="main"]:has(${FROM})`,
        },
        {
          // The conversation by its section name, which is not translated.
          id: 'section',
          since: '2023',
          find: `[data-app-section="ConversationContainer"]:has(${FROM})`,
        },
      ],
      open: [
        {
          // The last element with a sender and a body is an open message; a collapsed one has no body.
          id: 'body',
          since: '2021',
          find: `div:has(${FROM}):has(${BODY})`,
        },
      ],
      skip: BODY,
      people: {
        sender: [
          // The id of the field outlives builds and languages; class names are hashes.
          person('from', '2021', FROM),
        ],
        recipient: [
          // Each recipient is a button; its label is the name or the whole mailbox.
          person('well', '2024', '[data-testid="RecipientWell"] [role="button"][aria-label]'),
          // Ids of the fields, as for the sender.
          person('to', '2021', '[id^="MSG_"][id$="_TO"] [aria-label], [id^="MSG_"][id$="_CC"] [aria-label]'),
        ],
      },
      subject: [
        { find: '[id^="MSG_"][id$="_SUBJECT"] [title]', attr: 'title' },
        { find: '[id^="CONV_"][id$="_SUBJECT"] [title]', attr: 'title' },
        { find: '[id^="CONV_"][id$="_SUBJECT"], [id^="MSG_"][id$="_SUBJECT"]' },
      ],
      messageKey: [{ find: FROM, attr: 'id', pattern: 'MSG_:value_FROM' }],
      threadKey: [{ find: '[id^="CONV_"][id$="_SUBJECT"]', attr: 'id', pattern: 'CONV_:value_SUBJECT' }],
      at: [{ find: '[id^="MSG_"][id$="_DATETIME"]' }, { find: '[data-testid="SentReceivedSavedTime"]' }],
      // The second of several accounts is a number before the folder.
      permalink: ['{origin}/mail/{account}/{folder}/id/{item}', '{origin}/mail/{folder}/id/{item}'],
    },
    {
      kind: 'compose',
      region: [
        {
          // A draft is docked in a part of its own.
          id: 'docked',
          since: '2021',
          find: '[id^="docking_InitVisiblePart_"]:has([id$="_TO"], ._EType_RECIPIENT_ENTITY)',
        },
        {
          // A draft in the reading pane.
          id: 'pane',
          since: '2021',
          find: '#ReadingPaneContainerId:has(._EType_RECIPIENT_ENTITY)',
        },
      ],
      editor: [
        {
          // The editor's own id, which is not translated; the recipients' fields, which are edited in place too, have others.
          id: 'editor',
          since: '2021',
          find: '[id^="editorParent_"] [contenteditable="true"]',
        },
        {
          // The element that stands for the mail's text in a draft.
          id: 'body',
          since: '2021',
          find: '[id^="docking_InitVisiblePart_"] [contenteditable="true"][id^="UniqueMessageBody"], [contenteditable="true"].elementToProof',
          unseen: true,
        },
      ],
      people: {
        recipient: [
          // Chips in the three fields; their label holds the address.
          chip(
            'group',
            '2026',
            '[id$="_TO"] ._EType_RECIPIENT_ENTITY, [id$="_CC"] ._EType_RECIPIENT_ENTITY, [id$="_BCC"] ._EType_RECIPIENT_ENTITY',
          ),
          // Chips of recipients; their label holds the address.
          chip('chip', '2021', '._EType_RECIPIENT_ENTITY'),
        ],
      },
      subject: [{ find: 'input[id*="Subject"], input[maxlength="255"]', attr: 'value' }],
    },
    {
      kind: 'list',
      region: [
        {
          // The list of conversations; attachments are options without a conversation.
          id: 'list',
          since: '2021',
          find: '[role="listbox"]:has([data-convid])',
        },
      ],
      people: {
        mention: [
          {
            // The title of a sender in a row is the address; nothing else in a row has one.
            id: 'row',
            since: '2021',
            each: '[data-convid] span[title*="@"]',
            email: [{ attr: 'title', steps: ['address'] }],
            name: [{}],
          },
        ],
      },
    },
  ],
  observe: ['#MainModule', '#ReadingPaneContainerId', '#app', 'body'],
  send: '[data-testid="ComposeSendButton"], [id*="primaryActionButton"]',
  room: { find: 'body', by: 'hold' },
};
