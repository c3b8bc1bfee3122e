import { fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { ScheduleSheet } from '@/components/surveys/schedule/schedule-sheet';
import type { SchedulePreview } from '@/lib/api/schedule-views';
import { loadLanguage } from '@/lib/i18n';
import { EVERY_90_DAYS } from '../../support/schedule';
import { fakeClient } from '../workspace/fake-client';
import { renderOver, workspaceTests } from '../workspace/setup';
import { formOf } from './forms';
import { surveyView } from './survey-client';

workspaceTests();
beforeEach(() => loadLanguage('en', ['surveys', 'schedules', 'workspace']));

const preview: SchedulePreview = {
  today: '2026-03-02',
  count: 0,
  gone: false,
  filling: { done: 512, of: 1000 },
  wave: null,
  ask: [],
  held: 0,
  waiting: 0,
  left: [],
  quotas: [],
  days: [],
  open: [],
};

test('while lists are made anew the schedule says that some people are missing, and not a moment longer', async () => {
  let now = preview;
  const client = fakeClient({ 'schedules.preview': () => now });
  const survey = surveyView(formOf(['a']), { version: 1, state: 'open' });
  renderOver(
    client,
    <ScheduleSheet survey={survey} row={{ id: 's1', schedule: EVERY_90_DAYS, names: {} }} />,
  );
  const words = /Getting your lists ready: 512 of 1,000\. Until then some people are missing/;
  expect(await screen.findByText(words)).toBeDefined();
  now = { ...preview, filling: null };
  client.wake();
  await expect.poll(() => screen.queryByText(words)).toBeNull();
});

test('a schedule whose audience holds nobody says what to do, in its editor too', async () => {
  const client = fakeClient({ 'schedules.preview': () => ({ ...preview, filling: null }) });
  const survey = surveyView(formOf(['a']), { version: 1, state: 'open' });
  const agreed = { ...EVERY_90_DAYS, audience: { by: 'agreed' as const } };
  renderOver(client, <ScheduleSheet survey={survey} row={{ id: 's1', schedule: agreed, names: {} }} />);
  const words = /^Nobody has agreed to surveys yet\. Set Consent → Surveys to Given/;
  expect(await screen.findByText(words)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
  const editor = await screen.findByRole('dialog');
  expect(await within(editor).findByText(words)).toBeDefined();
  expect(within(editor).queryByText(/Today it would ask/)).toBeNull();
});
