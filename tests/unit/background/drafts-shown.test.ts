import { expect, test } from 'vitest';
import { shownDraft } from '@/entrypoints/background/drafts-shown';
import type { FrameRecord, TabRecord } from '@/entrypoints/background/tab-records';
import type { PageContext } from '@/lib/sites/page-context';

const context = (kind: PageContext['kind'], ...emails: string[]): PageContext => ({
  site: 'gmail',
  kind,
  people: emails.map((value) => ({
    role: 'recipient',
    name: null,
    contactPoints: [{ kind: 'email', value }],
  })),
  viewer: [],
  subject: null,
  permalink: null,
  messageKey: null,
  threadKey: null,
  at: null,
  precision: null,
  direction: null,
  variant: null,
});
const frame = (at: number, ...contexts: PageContext[]): FrameRecord => ({
  documentId: `document-${at}`,
  generation: at,
  contexts,
  claimed: true,
  theme: 'light',
  at,
  windowAt: at,
  reports: 1,
});
const tab = (frames: Record<number, FrameRecord>): TabRecord => ({
  origin: 'https://mail.google.com',
  frames,
  clicked: null,
  turn: 1,
});

test('the draft of a tab is found beside an open message, in whatever document was reported last', () => {
  expect(shownDraft(null)).toBeNull();
  expect(shownDraft(tab({ 0: frame(1, context('message', 'a@one.example')) }))).toBeNull();
  const both = tab({
    0: frame(1, context('message', 'a@one.example'), context('compose', 'b@one.example')),
    3: frame(2, context('compose', 'c@one.example')),
  });
  expect(shownDraft(both)).toMatchObject({ frameId: 3, frame: { generation: 2 } });
});

test('a draft is another one with other recipients or in another document, and the same in whatever order they stand', () => {
  const key = (at: number, ...emails: string[]) =>
    shownDraft(tab({ 0: frame(at, context('compose', ...emails)) }))?.key;
  const known = key(1, 'a@one.example', 'b@one.example');
  expect(key(1, 'b@one.example', 'a@one.example')).toBe(known);
  expect(key(1, 'a@one.example')).not.toBe(known);
  expect(key(2, 'a@one.example', 'b@one.example')).not.toBe(known);
});
