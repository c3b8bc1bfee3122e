import { fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { Effect } from '@/entrypoints/workspace/pages/plays/effect';
import { compare, compareByPlay, type Turn } from '@/lib/advice/engine/effect';
import type { EffectView } from '@/lib/api/advice-views';
import { type Language, loadLanguage } from '@/lib/i18n';
import { fakeClient } from './fake-client';
import { renderOver, workspaceTests } from './setup';

workspaceTests();

const WORDS = ['common', 'advising', 'plays', 'insights', 'workspace'] as const;
beforeEach(async () => {
  for (const lang of ['zh-Hans', 'zh-Hant', 'en'] as const) await loadLanguage(lang, [...WORDS]);
});

const group = (playId: string, held: boolean, n: number, came: number) =>
  Array.from({ length: n }, (_, at): Turn & { came: boolean } => ({
    contactId: `${at}`,
    playId,
    at: 0,
    held,
    came: at < came,
  }));

function viewOf(turns: ReturnType<typeof group>, more: Partial<EffectView> = {}): EffectView {
  return {
    of: 'contact',
    days: 28,
    needs: 500,
    advised: 500,
    fewest: 10,
    since: '2026-01-05',
    early: 0,
    total: compare(turns),
    plays: compareByPlay(turns).map((row) => ({
      ...row,
      title: { key: 'plays.silent_title', params: { name: row.playId } },
    })),
    ...more,
  };
}

const CLEAR = [...group('silent', false, 400, 240), ...group('silent', true, 40, 10)];

const drawn = (view: EffectView, other = view) =>
  renderOver(fakeClient({ 'advice.effect': ({ of }) => (of === 'contact' ? view : other) }), <Effect />);

test.each<[string, EffectView, RegExp]>([
  [
    'before anybody is held out',
    viewOf([], { since: null, advised: 120 }),
    /120 contacts so far; 500 are needed/,
  ],
  [
    'of too few',
    viewOf(group('silent', false, 90, 4)),
    /Too few to say: at least 10 of each .* 90 .* 0 are held out/,
  ],
  [
    'of a clear one',
    viewOf(CLEAR),
    /You heard from contacts with a suggestion more often: 35 points more, between 19 and 47/,
  ],
  [
    'of one that is worse',
    viewOf([...group('silent', false, 400, 100), ...group('silent', true, 40, 24)]),
    /less often: 35 points fewer/,
  ],
  [
    'of none that is sure',
    viewOf([...group('silent', false, 400, 100), ...group('silent', true, 40, 11)]),
    /No difference that is sure: -3 points/,
  ],
  [
    'of less than half a point',
    viewOf([...group('silent', false, 1000, 247), ...group('silent', true, 40, 10)]),
    /No difference that is sure: 0 points/,
  ],
])('%s the page says so', async (_, view, words) => {
  drawn(view);
  await screen.findByText(words);
});

test('a play that differs surely is marked, and the words are of what was answered', async () => {
  const bought = viewOf(group('silent', false, 30, 3), { of: 'purchase', early: 2 });
  drawn(viewOf(CLEAR), bought);
  const table = await screen.findByRole('table', { name: 'Heard from' });
  expect(within(table).getAllByRole('row').at(-1)?.textContent).toMatch(/60% of 400.*25% of 40.*\*$/);
  screen.getByText(/A play marked \*/);
  fireEvent.change(screen.getByRole('combobox', { name: 'What counts' }), { target: { value: 'purchase' } });
  await screen.findByRole('table', { name: 'Bought' });
  screen.getByText('2 contacts whose 28 days are not over are not counted yet.');
  expect(screen.queryByText(/A play marked/)).toBeNull();
});

test.each<[Language, string]>([
  ['zh-Hans', '给过建议的联系人更常有联系：多35个百分点，区间19到47。'],
  ['zh-Hant', '給過建議的聯絡人更常有聯絡：多35個百分點，區間19到47。'],
])('in %s it is said too', async (lang, words) => {
  await loadLanguage(lang, [...WORDS]);
  drawn(viewOf(CLEAR));
  await screen.findByText(words);
});
