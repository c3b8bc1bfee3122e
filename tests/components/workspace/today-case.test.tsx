import { screen, within } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { TodayRow } from '@/entrypoints/workspace/pages/today/today-row';
import type { Step, TodayItem } from '@/lib/api/views';
import { type Language, loadLanguage } from '@/lib/i18n';
import { fakeClient } from './fake-client';
import { renderOver, workspaceTests } from './setup';

workspaceTests();

const ROW: Pick<Parameters<typeof TodayRow>[0], 'id' | 'current' | 'onChoose'> = {
  id: 'row',
  current: true,
  onChoose: () => {},
};

function itemOf(kind: Step['kind'], more: Partial<Step>): TodayItem {
  const words = { key: 'advice.case_reply_title', params: { what: 'Cracked bowls' } };
  const step: Step = {
    key: `${kind}:k`,
    neverKey: `${kind}:k`,
    kind,
    contactId: 'c',
    title: words,
    reason: words,
    evidence: [],
    due: null,
    lateDays: 0,
    activityId: null,
    taskId: null,
    link: null,
    ...more,
  };
  return { contact: { id: 'c', name: 'Lena Wirth', company: null, stage: null }, step, ageDays: 0 };
}

beforeEach(async () => {
  for (const lang of ['zh-Hans', 'zh-Hant', 'en'] as const)
    await loadLanguage(lang, ['common', 'advice', 'panel', 'unfolded', 'workspace']);
});

test.each<[Language, string, string]>([
  ['en', 'Go to case', 'Done'],
  ['zh-Hans', '打开工单', '完成'],
  ['zh-Hant', '開啟案件', '完成'],
])('in %s a case is opened from its row: %s', async (lang, open, done) => {
  await loadLanguage(lang, ['common', 'advice', 'panel', 'unfolded', 'workspace']);
  // The mail that the case came from has a link too: it is the case that says what is left to do.
  const item = itemOf('case', { caseId: 'k', link: 'https://post.example/m/1' });
  renderOver(fakeClient({}), <TodayRow {...ROW} item={item} />);
  expect(screen.getByRole('link', { name: open }).getAttribute('href')).toBe('#/cases/k');
  expect(screen.queryByRole('button', { name: done })).toBeNull();
});

test('what is no case is done from its row', () => {
  renderOver(fakeClient({}), <TodayRow {...ROW} item={itemOf('task', { taskId: 't' })} />);
  const row = screen.getByRole('listitem');
  within(row).getByRole('button', { name: 'Done' });
  expect(within(row).queryByRole('link', { name: 'Go to case' })).toBeNull();
});
