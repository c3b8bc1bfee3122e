import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { PageContext } from '@/lib/sites/page-context';
import { newStore } from '../store/support';
import { emptyBrowser } from './fake-browser';
import { asking, SENDERS, switchOnSite } from './harness';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser')).browser }));
vi.mock('@/lib/platform/native', async () => ({ browser: (await import('./fake-browser')).browser }));
beforeEach(() => {
  emptyBrowser();
  switchOnSite();
});

const FOLDER = path.join(import.meta.dirname, '../../fixtures/sites');

/** What is read of every page on which something may be logged by itself: mails and conversations that are open, and drafts. */
const CONTEXTS = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .sort()
  .flatMap((file): [string, PageContext, string][] => {
    const { expected } = JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as {
      expected: PageContext | null;
    };
    if (!expected || !/message|compose/.test(expected.kind)) return [];
    const wanted = expected.kind === 'compose' || expected.direction === 'out' ? 'recipient' : 'sender';
    const partner = expected.people.find(
      ({ role, contactPoints }) => role === wanted && contactPoints.length > 0,
    );
    const point = partner?.contactPoints[0]?.value;
    return partner && point ? [[file.slice(0, -5), { ...expected, people: [partner], at: null }, point]] : [];
  });

/** How many activities there are after the page was shown, or the draft sent, by such a contact and list. */
async function logged(
  context: PageContext,
  point: string,
  never: string[],
  sender = SENDERS.overlay,
): Promise<number> {
  const store = await newStore();
  const kind = context.people[0]?.contactPoints[0]?.kind as 'email' | 'handle' | 'url';
  const { id } = await store.call('contacts.add', {
    draft: { name: 'Zephyrine', points: [{ kind, value: point }] },
  });
  await store.call('contacts.edit', { id, autolog: true });
  if (never.length) await store.call('settings.include', { list: 'neverLog', values: never, on: true });
  const { ask } = asking(store.db);
  const told =
    context.kind === 'compose'
      ? await ask('tab.sent', { context }, sender)
      : await ask(
          'tab.report',
          { contexts: [context], generation: 1, theme: 'light', claimed: true },
          sender,
        );
  expect(told).toMatchObject({ ok: true });
  return store.db.activities.count();
}

test('there are mails of each webmail and conversations', () => {
  expect(new Set(CONTEXTS.map(([, { site }]) => site)).size).toBeGreaterThanOrEqual(11);
});

describe.each(CONTEXTS)('%s', (_, context, point) => {
  const domain = point.split('@')[1];

  test('is logged for a contact whose mails are, if the page tells it from others', async () => {
    expect(await logged(context, point, [])).toBe(context.kind === 'compose' || context.messageKey ? 1 : 0);
  });

  test('never for whom the user excluded, by address or domain', async () => {
    expect(await logged(context, point, [point])).toBe(0);
    expect(await logged(context, point, [point.toUpperCase()])).toBe(0);
    if (domain) expect(await logged(context, point, [`@${domain}`])).toBe(0);
    if (domain) expect(await logged(context, point, [domain.split('.').slice(-2).join('.')])).toBe(0);
  });

  test('never from a private window', async () => {
    expect(await logged(context, point, [], { ...SENDERS.overlay, isPrivate: true })).toBe(0);
  });
});

test('a domain that merely ends alike is another', async () => {
  const [, context, point] = CONTEXTS.find(([, { messageKey }]) => messageKey) as (typeof CONTEXTS)[number];
  expect(
    await logged(context, point, [`x${point.split('@')[1]}`, (point.split('@')[1] as string).slice(1)]),
  ).toBe(1);
});
