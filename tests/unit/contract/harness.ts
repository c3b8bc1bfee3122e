import { route } from '@/entrypoints/background/router';
import type { Caller } from '@/lib/api/contract';
import { type Answer, API_VERSION, type Request } from '@/lib/api/message';
import type { OperationName } from '@/lib/api/operations';
import type { Sender } from '@/lib/platform/messaging';
import type { PublicState } from '@/lib/platform/sites';
import type { PageContext, Person } from '@/lib/sites/page-context';
import type { Database } from '@/lib/store/database';
import { held } from './fake-browser';

export const EXTENSION = { id: 'sidelight', origin: 'chrome-extension://sidelight' };

const own = (page: string, more: Partial<Sender> = {}): Sender => ({
  id: 'sidelight',
  url: `chrome-extension://sidelight/${page}`,
  tabId: null,
  frameId: null,
  documentId: null,
  ...more,
});

/** A sender of each class. The panel is the browser's side panel, which needs no token; the bridge's site must be switched on. */
export const SENDERS: Record<Caller, Sender> = {
  workspace: own('workspace.html', { tabId: 9, frameId: 0, documentId: 'w' }),
  panel: own('panel.html'),
  popup: own('popup.html'),
  overlay: { id: 'sidelight', url: 'https://mail.example/inbox', tabId: 1, frameId: 0, documentId: 'd' },
  bridge: { id: 'sidelight', url: 'https://shop.example/thanks', tabId: 2, frameId: 0, documentId: 'b' },
};

/** Senders that are nobody's. */
export const STRANGERS: [string, Partial<Sender>][] = [
  ['another extension', { id: 'other' }],
  ['no extension', { id: null }],
  ['no address', { url: null }],
  ['an unknown page of the extension', { url: 'chrome-extension://sidelight/other.html' }],
  ['a page of another extension', { url: 'chrome-extension://evil/workspace.html' }],
  ['a framed workspace', { url: 'chrome-extension://sidelight/workspace.html', tabId: 1, frameId: 4 }],
  [
    'a framed panel without a token',
    { url: 'chrome-extension://sidelight/panel.html', tabId: 1, frameId: 4, documentId: 'x' },
  ],
  ['a file', { url: 'file:///home/workspace.html', tabId: 1 }],
];

/** Routes one message as the background does. */
export function asking(database: Database) {
  const send = (message: unknown, sender: Sender): Promise<Answer> =>
    route(message as Request, sender, EXTENSION, Promise.resolve(database));
  let commands = 0;
  const ask = (op: OperationName | string, input: unknown, sender: Sender): Promise<Answer> => {
    commands += 1;
    return send({ api: API_VERSION, op, input, commandId: `command-${commands}` }, sender);
  };
  return { send, ask };
}

export const person = (change: Partial<Person> = {}): Person => ({
  role: 'sender',
  name: 'Z. Q.',
  contactPoints: [{ kind: 'email', value: 'zq@lab.test' }],
  ...change,
});

/** A page as a content script reports it. */
export const pageContext = (change: Partial<PageContext> = {}): PageContext => ({
  site: 'roundcube',
  kind: 'message',
  people: [person()],
  viewer: [],
  subject: 'A bait',
  permalink: null,
  messageKey: 'INBOX/7',
  threadKey: null,
  at: null,
  precision: null,
  direction: null,
  variant: null,
  ...change,
});

/** The site of the overlay's sender is on, and that of the bridge's hands over answers. */
export function switchOnSite(): void {
  const state: PublicState = {
    sites: {
      'https://mail.example': { on: true, folded: false, width: 360 },
      'https://shop.example': { on: false, folded: false, width: 360, bridge: true },
    },
    hiddenUntil: null,
    language: 'en',
  };
  held.local.set('public', state);
}

/** Every row of every table of the store, as text. */
export async function rowsOf(db: Database): Promise<string> {
  const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()]));
  return JSON.stringify(tables);
}
