import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Caller } from '@/lib/api/contract';
import { behind } from '@/lib/api/handlers/behind';
import { API_VERSION } from '@/lib/api/message';
import { type OperationName, operations } from '@/lib/api/operations';
import { newStore } from '../store/support';
import { emptyBrowser, held } from './fake-browser';
import { asking, rowsOf, SENDERS, STRANGERS, switchOnSite } from './harness';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser')).browser }));
vi.mock('@/lib/platform/native', async () => ({ browser: (await import('./fake-browser')).browser }));
beforeEach(emptyBrowser);

const names = Object.keys(operations) as OperationName[];
const classes = Object.keys(SENDERS) as (keyof typeof SENDERS)[];

describe('who may call what, through the background', () => {
  test.each(classes)('%s is refused all that does not name it, and nothing else', async (caller) => {
    const { db } = await newStore();
    const { ask } = asking(db);
    switchOnSite();
    for (const name of names) {
      const answer = await ask(name, { nothing: 'here' }, SENDERS[caller]);
      const code = answer.ok ? 'ok' : answer.error.code;
      const declared = (operations[name].callers as readonly Caller[]).includes(caller);
      // What only pages with a database of their own can do is unknown here, to everybody.
      const answered = (await behind(name)) !== null;
      const refusal = answered ? 'forbidden' : 'unknown';
      expect([name, code === refusal]).toEqual([name, !answered || !declared]);
    }
  });

  test.each(STRANGERS)('%s is refused everything, and nothing is written', async (_, change) => {
    const { db } = await newStore();
    const { ask } = asking(db);
    const before = await rowsOf(db);
    const sender = { ...SENDERS.overlay, frameId: 0, documentId: null, ...change };
    for (const name of names) {
      const answer = await ask(name, { token: null }, sender);
      expect([name, answer.ok ? 'ok' : answer.error.code]).toEqual([name, 'forbidden']);
    }
    expect(await rowsOf(db)).toBe(before);
    expect([held.session.size, held.local.size, held.opened]).toEqual([0, 0, 0]);
  });

  test('content scripts have eleven operations, all about their own tab', () => {
    const narrow = names.filter((name) =>
      (operations[name].callers as readonly Caller[]).includes('overlay'),
    );
    expect(narrow.sort()).toEqual([
      'sites.teach',
      'tab.choose',
      'tab.fold',
      'tab.forget',
      'tab.hide',
      'tab.panel',
      'tab.recipes',
      'tab.report',
      'tab.sent',
      'tab.state',
      'tab.width',
    ]);
    expect(
      names.filter((name) => (operations[name].callers as readonly Caller[]).includes('bridge')),
    ).toEqual(['responses.take']);
  });

  test('a site without the bridge hands over no answer, and one with the bridge alone asks nothing about people', async () => {
    const { db } = await newStore();
    const { ask } = asking(db);
    switchOnSite();
    const answer = { sealed: 'x', via: 'bridge' };
    const codes = [];
    for (const [op, input, sender] of [
      ['responses.take', answer, SENDERS.overlay],
      ['responses.take', answer, SENDERS.bridge],
      ['tab.state', {}, SENDERS.overlay],
      ['tab.state', {}, SENDERS.bridge],
    ] as const) {
      const got = await ask(op, input, sender);
      codes.push(got.ok ? 'ok' : got.error.code);
    }
    expect(codes).toEqual(['forbidden', 'invalid', 'ok', 'forbidden']);
  });

  test('a page that hands over answers without end is told that it is too much', async () => {
    const { db } = await newStore();
    const { ask } = asking(db);
    switchOnSite();
    const codes = new Set();
    for (let n = 0; n < 60; n += 1) {
      const got = await ask('responses.take', { sealed: `${n}`, via: 'bridge' }, SENDERS.bridge);
      codes.add(got.ok ? 'ok' : got.error.code);
    }
    expect([...codes]).toEqual(['invalid', 'busy']);
  });

  test.each([0, 2, -1, '1', null, undefined, {}, Number.NaN])(
    'version %j is asked to reload',
    async (api) => {
      const { db } = await newStore();
      const { send } = asking(db);
      const answer = await send({ api, op: 'contacts.find', input: { text: '' } }, SENDERS.workspace);
      expect(answer).toMatchObject({ ok: false, error: { code: 'reload' } });
    },
  );

  test.each([
    '',
    'contacts',
    'contacts.find ',
    'constructor',
    '__proto__',
    'toString',
    7,
    null,
    ['contacts.find'],
  ])('operation %j is unknown', async (op) => {
    const { db } = await newStore();
    const { send } = asking(db);
    const answer = await send({ api: API_VERSION, op, input: {} }, SENDERS.workspace);
    expect(answer).toMatchObject({ ok: false });
  });
});
