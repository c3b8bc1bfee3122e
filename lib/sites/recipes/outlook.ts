import type { PersonRule, SiteRecipe } from '../recipe';

const FROM = '[id^="MSG_"][id$="_FROM"]';
const BODY = '[id^="UniqueMessageBody"]';
const MESSAGE = 'The id of the field outlives builds and languages; class names are hashes';

/** The address is often not in the page: a person may be a name alone. */
const person = (id: string, since: string, each: string, why: string): PersonRule => ({
  id,
  since,
  why,
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

const chip = (id: string, since: string, each: string, why: string): PersonRule => ({
  ...person(id, since, each, why),
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
      id: 'login-hint',
      since: '2022',
      why: 'The link of the app name carries the address of the signed-in account',
      each: '#O365_AppName[href*="login_hint="]',
      email: [{ attr: 'href', pattern: '*login_hint=:value*' }],
    },
    {
      id: 'account-card',
      since: '2021',
      why: 'The account card, once it was opened, names the signed-in account',
      each: '#mectrl_currentAccount_secondary',
      email: [{ steps: ['address'] }],
      name: [{ find: '#mectrl_currentAccount_primary', in: 'document' }],
    },
  ],
  pages: [
    {
      kind: 'message',
      address: [{ path: '/mail/:folder/id/:item' }, { path: '/mail/:account/:folder/id/:item' }, {}],
      region: [
        {
          id: 'pane',
          since: '2019',
          find: `#ReadingPaneContainerId:has(${FROM})`,
          why: 'The reading pane by its id',
        },
        {
          id: 'main',
          since: '2021',
          find: `[role="main"]:has(${FROM})`,
          why: 'The main region, if it holds a sender field',
        },
        {
          id: 'section',
          since: '2023',
          find: `[data-app-section="ConversationContainer"]:has(${FROM})`,
          why: 'The conversation by its section name, which is not translated',
        },
      ],
      open: [
        {
          id: 'body',
          since: '2021',
          find: `div:has(${FROM}):has(${BODY})`,
          why: 'The last element with a sender and a body is an open message; a collapsed one has no body',
        },
      ],
      skip: BODY,
      people: {
        sender: [person('from', '2021', FROM, MESSAGE)],
        recipient: [
          person(
            'well',
            '2024',
            '[data-testid="RecipientWell"] [role="button"][aria-label]',
            'Each recipient is a button; its label is the name or the whole mailbox',
          ),
          person(
            'to',
            '2021',
            '[id^="MSG_"][id$="_TO"] [aria-label], [id^="MSG_"][id$="_CC"] [aria-label]',
            MESSAGE,
          ),
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
      permalink: '{origin}/mail/{folder}/id/{item}',
    },
    {
      kind: 'compose',
      region: [
        {
          id: 'docked',
          since: '2021',
          find: '[id^="docking_InitVisiblePart_"]:has([id$="_TO"], ._EType_RECIPIENT_ENTITY)',
          why: 'A draft is docked in a part of its own',
        },
        {
          id: 'pane',
          since: '2021',
          find: '#ReadingPaneContainerId:has(._EType_RECIPIENT_ENTITY)',
          why: 'A draft in the reading pane',
        },
      ],
      people: {
        recipient: [
          chip(
            'group',
            '2026',
            '[id$="_TO"] ._EType_RECIPIENT_ENTITY, [id$="_CC"] ._EType_RECIPIENT_ENTITY, [id$="_BCC"] ._EType_RECIPIENT_ENTITY',
            'Chips in the three fields; their label holds the address',
          ),
          chip(
            'chip',
            '2021',
            '._EType_RECIPIENT_ENTITY',
            'Chips of recipients; their label holds the address',
          ),
        ],
      },
      subject: [{ find: 'input[id*="Subject"], input[maxlength="255"]', attr: 'value' }],
    },
    {
      kind: 'list',
      region: [
        {
          id: 'list',
          since: '2021',
          find: '[role="listbox"]:has([data-convid])',
          why: 'The list of conversations; attachments are options without a conversation',
        },
      ],
      people: {
        mention: [
          {
            id: 'row',
            since: '2021',
            why: 'The title of a sender in a row is the address; nothing else in a row has one',
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
  room: { find: 'body', by: 'width' },
};
