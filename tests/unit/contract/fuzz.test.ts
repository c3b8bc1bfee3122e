import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { API_VERSION, isRequest } from '@/lib/api/message';
import { type OperationName, operations } from '@/lib/api/operations';
import { deviceOf } from '@/lib/store/settings';
import { newStore } from '../store/support';
import { emptyBrowser } from './fake-browser';
import { asking, pageContext, person, rowsOf, SENDERS, switchOnSite } from './harness';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser')).browser }));
vi.mock('@/lib/platform/native', async () => ({ browser: (await import('./fake-browser')).browser }));
beforeEach(() => {
  emptyBrowser();
  switchOnSite();
});

const names = Object.keys(operations) as OperationName[];

/** Values as a hostile or broken sender might pack them: JSON with poisoned keys, long texts, deep nests. */
const poisoned = fc.constantFrom<unknown>(
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  'x'.repeat(300_000),
  JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`),
  { id: { toString: 1 }, ids: ['__proto__'], draft: JSON.parse('{"__proto__":{"name":"x"}}') },
  { contexts: Array.from({ length: 50 }, () => ({})), generation: -1 },
  [null],
  -0,
  1e308,
);
const anything = fc.oneof({ weight: 3, arbitrary: fc.jsonValue({ maxDepth: 4 }) }, poisoned);
const senders = fc.constantFrom(...Object.values(SENDERS));

test('no message makes the background throw, and what it refuses writes nothing', async () => {
  const { db } = await newStore();
  const { send } = asking(db);
  let before = await rowsOf(db);
  const codes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), anything, senders, async (op, input, sender) => {
      const answer = await send({ api: API_VERSION, op, input, commandId: 'fuzz-command' }, sender);
      expect(typeof answer.ok).toBe('boolean');
      codes.add(answer.ok ? 'ok' : answer.error.code);
      const after = await rowsOf(db);
      if (!answer.ok) {
        expect([op, answer.error.code]).not.toEqual([op, 'failed']);
        expect([op, after === before]).toEqual([op, true]);
      }
      before = after;
    }),
    { numRuns: 400, seed: 20261121 },
  );
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect([...codes]).toEqual(expect.arrayContaining(['ok', 'forbidden', 'invalid']));
}, 60_000);

test('no shape of a message is taken for another', async () => {
  const { db } = await newStore();
  const { send } = asking(db);
  const before = await rowsOf(db);
  await fc.assert(
    fc.asyncProperty(anything, anything, anything, senders, async (api, op, input, sender) => {
      const message = { api, op, input };
      expect(isRequest(message)).toBe(true);
      const answer = await send(message, sender);
      expect(answer.ok).toBe(false);
    }),
    { numRuns: 300, seed: 20261121 },
  );
  expect(await rowsOf(db)).toBe(before);
});

test('whatever a page names its people, a report is answered by one mark a person or refused, and stores nothing of it', async () => {
  const { db } = await newStore();
  const { ask } = asking(db);
  const before = await rowsOf(db);
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 320 }),
    fc.constantFrom(
      '<img src=x onerror=alert(1)>',
      '\u202Egnp.exe',
      '__proto__',
      '\u0000',
      '=HYPERLINK("x")',
      '',
    ),
  );
  const people = fc.array(
    fc.record({
      name: fc.option(text),
      contactPoints: fc.array(
        fc.record({ kind: fc.constantFrom('email', 'phone', 'handle', 'url'), value: text }),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 6 },
  );
  let generation = 0;
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(people, fc.option(text), async (given, subject) => {
      generation += 1;
      const context = pageContext({ people: given.map((one) => person(one as never)), subject });
      const sender = { ...SENDERS.overlay, documentId: `d${Math.floor(generation / 50)}` };
      const answer = await ask(
        'tab.report',
        { contexts: [context], generation, theme: 'dark', claimed: true },
        sender,
      );
      if (!answer.ok) {
        expect(answer.error.code).toBe('invalid');
        return;
      }
      taken += 1;
      expect((answer.value as { marks: unknown[][] }).marks.map((marks) => marks.length)).toEqual([
        given.length,
      ]);
    }),
    { numRuns: 150, seed: 20261121 },
  );
  expect(taken).toBeGreaterThan(50);
  // That the site was read is noted in counts, and nothing else.
  const { siteReadings } = await deviceOf(db);
  expect(siteReadings).toEqual({
    'https://mail.example': {
      recipe: 'roundcube',
      kinds: { message: { day: expect.any(String), variant: null, people: { sender: expect.any(Number) } } },
      unread: null,
    },
  });
  await db.device.clear();
  expect(await rowsOf(db)).toBe(before);
}, 30_000);
