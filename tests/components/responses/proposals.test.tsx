import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { plain } from '@/components/responses/counted-words';
import type { ReportPart } from '@/components/responses/report/report';
import { ReportSheet } from '@/components/responses/report/report-sheet';
import { PlaySetting } from '@/lib/crm/plays';
import { loadLanguage } from '@/lib/i18n';
import { fakeClient } from '../workspace/fake-client';
import { renderOver, workspaceTests } from '../workspace/setup';

workspaceTests();
beforeEach(() => loadLanguage('en', ['common', 'workspace', 'report', 'schedules', 'plays']));

const surveyId = '00000000-0000-4000-8000-000000000001';
const long = 'Call them. '.repeat(30).trim();
const part: ReportPart = {
  id: 'proposals',
  title: 'Proposals',
  blocks: [
    {
      kind: 'proposals',
      survey: 'Spring survey',
      proposals: [
        { key: 'a', ...plain(long), whom: { ask: 'answer', surveyId, score: { max: 6 }, has: true } },
        { key: 'b', ...plain('Ask again') },
      ],
    },
  ],
};

test('a proposal that concerns somebody becomes a play of the user’s own for them; another a task alone', async () => {
  const set = vi.fn((_: { setting: unknown }) => ({}));
  const client = fakeClient({ 'plays.set': set });
  renderOver(client, <ReportSheet parts={[part]} />);
  expect(screen.getAllByRole('button', { name: /^Make a task/ })).toHaveLength(2);
  const play = screen.getAllByRole('button', { name: /^Make a play/ });
  expect(play).toHaveLength(1);
  fireEvent.click(play[0]!);
  await waitFor(() => expect(set).toHaveBeenCalledOnce());
  const { setting } = set.mock.calls[0]![0];
  expect(PlaySetting.parse(setting)).toMatchObject({
    condition: { ask: 'answer', surveyId, score: { max: 6 } },
    own: { reason: 'From the report on Spring survey.', kind: 'look' },
  });
});
