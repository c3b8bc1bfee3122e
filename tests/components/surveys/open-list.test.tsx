import { screen, within } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { OpenList } from '@/components/surveys/schedule/open-list';
import { loadLanguage } from '@/lib/i18n';
import { renderOver, workspaceTests } from '../workspace/setup';
import { formOf } from './forms';
import { HUB, surveyClient, surveyView } from './survey-client';

workspaceTests();
beforeEach(() => loadLanguage('en', ['surveys', 'schedules']));

const survey = surveyView(formOf(['a']), { version: 1, state: 'open', hub: HUB });
const asked = (name: string, channel: 'mail' | 'phone', address: string) => ({
  contactId: `id-${name}`,
  name,
  address,
  token: `token-${name}`,
  at: Date.UTC(2026, 10, 2),
  channel,
});

test('who was asked by mail is written to and who was asked by telephone is called, whatever the schedule says now', () => {
  renderOver(
    surveyClient([survey]),
    <OpenList
      survey={survey}
      open={[asked('Ann', 'mail', 'ann@lab.test'), asked('Bo', 'phone', '+49 30 1234567')]}
    />,
  );
  const [ann, bo] = screen.getAllByRole('listitem') as [HTMLElement, HTMLElement];
  expect(within(ann).getByRole('link', { name: 'Write to Ann' }).getAttribute('href')).toMatch(
    /^mailto:ann@lab\.test/,
  );
  expect(within(bo).queryByRole('link', { name: 'Write to Bo' })).toBeNull();
  expect(within(bo).getByRole('link', { name: 'Ask Bo in person or by telephone' })).toBeDefined();
  expect(within(bo).queryByRole('button')).toBeNull();
  expect(screen.getByText(/Write opens your mail program/)).toBeDefined();
  expect(screen.getByText(/Ask opens the questions/)).toBeDefined();
});
