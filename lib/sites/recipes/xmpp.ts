import type { PersonRule, SiteRecipe } from '../recipe';

/** An XMPP address is the handle: it looks like an e-mail address, and need not be one. */
const at = (attr: string): PersonRule['handle'] => [
  { attr, pattern: ':value/*' },
  { attr, pattern: ':value' },
];

/** Converse.js, the web chat of many sites. Conversations are elements of their own, and all but one may be hidden. */
export const xmpp: SiteRecipe = {
  format: 1,
  id: 'xmpp',
  name: 'Converse.js',
  hosts: ['*'],
  mark: ['converse-root', '#conversejs'],
  viewer: [
    {
      // What was written here bears the class of one's own messages, in every language.
      id: 'own-message',
      since: '2021',
      each: 'converse-chat .message[data-from]:has(.chat-msg__content--me)',
      handle: at('data-from'),
    },
    {
      // The own profile, as long as it has no other name than the address: a handle holds no blank.
      id: 'profile',
      since: '2024',
      each: 'converse-user-profile converse-avatar[name*="@"]',
      handle: at('name'),
    },
  ],
  pages: [
    {
      kind: 'message',
      region: [
        {
          // A conversation of two; rooms are elements of another name.
          id: 'chat',
          since: '2021',
          find: 'converse-chat[jid]:has(.chatbox-title__text)',
        },
      ],
      skip: 'converse-chat-content',
      people: {
        sender: [
          {
            // The heading's title is the address; the name is shown in it.
            id: 'heading',
            since: '2021',
            each: 'converse-chat-heading[jid] .chatbox-title__text[title*="@"]',
            handle: at('title'),
            name: [{ find: '.user' }, {}],
          },
        ],
      },
      threadKey: [{ attr: 'jid' }],
      // The class of one's own messages is the same in every language.
      messages: {
        each: '.chat-msg[data-from]',
        own: '.chat-msg:has(.chat-msg__content--me)',
        at: [{ attr: 'data-isodate' }],
      },
    },
    {
      kind: 'list',
      region: [
        {
          // The people whom the user keeps there.
          id: 'roster',
          since: '2021',
          find: '#converse-roster',
        },
      ],
      people: {
        mention: [
          {
            // The link that opens the conversation bears the address.
            id: 'contact',
            since: '2021',
            each: 'a.open-chat[data-jid*="@"]',
            handle: at('data-jid'),
            name: [{ find: '.contact-name' }],
          },
        ],
      },
    },
  ],
  observe: ['converse-root', '#conversejs', 'body'],
  attributes: { names: ['jid', 'title', 'class'], on: 'converse-chat, .chatbox-title__text' },
};
