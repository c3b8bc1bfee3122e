import { expect, test } from 'vitest';
import { callerOf } from '@/entrypoints/background/caller';
import type { Sender } from '@/lib/platform/messaging';

const EXTENSION = { id: 'sidelight', origin: 'chrome-extension://sidelight' };
const sender = (change: Partial<Sender>): Sender => ({
  id: 'sidelight',
  url: 'https://mail.example/inbox',
  tabId: 1,
  frameId: 0,
  documentId: 'd',
  ...change,
});

test.each([
  ['a content script', {}, 'overlay'],
  ['a content script in a frame', { frameId: 7 }, 'overlay'],
  ['the panel in a page', { url: 'chrome-extension://sidelight/panel.html', frameId: 3 }, 'panel'],
  ['the side panel', { url: 'chrome-extension://sidelight/panel.html', tabId: null, frameId: null }, 'panel'],
  ['the popup', { url: 'chrome-extension://sidelight/popup.html', tabId: null, frameId: null }, 'popup'],
  ['the workspace', { url: 'chrome-extension://sidelight/workspace.html#/today' }, 'workspace'],
  ['another extension', { id: 'other' }, null],
  ['no sender', { id: null }, null],
  ['no address', { url: null }, null],
  ['another extension page', { url: 'chrome-extension://sidelight/other.html' }, null],
  ['a page of another extension', { url: 'chrome-extension://evil/workspace.html' }, null],
  [
    'the workspace framed by a page',
    { url: 'chrome-extension://sidelight/workspace.html', frameId: 2 },
    null,
  ],
  ['the popup framed by a page', { url: 'chrome-extension://sidelight/popup.html', frameId: 2 }, null],
  ['a file', { url: 'file:///workspace.html' }, null],
  ['a data address', { url: 'data:text/html,workspace.html' }, null],
  ['a page that calls itself the workspace', { url: 'https://evil.example/workspace.html' }, 'overlay'],
])('%s', (_, change, caller) => {
  expect(callerOf(sender(change), EXTENSION)).toBe(caller);
});
