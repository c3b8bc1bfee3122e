import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { Toasts } from '@/components/ui/toasts';
import { SurveyPages } from '@/entrypoints/workspace/pages/surveys/survey-pages';
import { followAddress, route } from '@/entrypoints/workspace/router';
import { loadLanguage } from '@/lib/i18n';
import { renderOver, workspaceTests } from '../workspace/setup';
import { HUB, KEY, surveyClient } from './survey-client';

workspaceTests();
// The builder is fetched when it is first opened; here it is there before the clock runs.
beforeAll(() => import('@/entrypoints/workspace/pages/surveys/survey-pages'), 30_000);
beforeEach(() => loadLanguage('en', ['surveys', 'logic']));

function Page() {
  const { rest } = route.value;
  return <SurveyPages key={rest} rest={rest} />;
}

test('from the empty list to a published survey, with its snippet', async () => {
  const stop = followAddress();
  location.hash = '#/surveys';
  const client = surveyClient([], { 'hub.get': () => HUB });
  renderOver(
    client,
    <>
      <Page />
      <Toasts />
    </>,
  );

  // The empty list teaches with templates.
  expect(await screen.findByText('No surveys yet.')).toBeTruthy();
  const cards = screen.getAllByRole('listitem').map((item) => within(item).getByRole('button'));
  expect(cards).toHaveLength(9);
  fireEvent.click(cards[0] as HTMLElement);

  const question = await screen.findByRole('region', { name: 'Question' });
  for (const name of ['Outline', 'Preview', 'Checks'])
    expect(screen.getByRole('region', { name })).toBeTruthy();
  const title = within(question).getByRole('textbox', { name: 'What is asked' });
  fireEvent.input(title, { target: { value: 'Would you recommend the bowls?' } });
  expect(screen.getByText('Saving')).toBeTruthy();
  await waitFor(() => expect(client.inputs('surveys.edit')).toHaveLength(1));
  const [saved] = client.inputs('surveys.edit');
  expect(saved?.draft?.pages[0]?.questions[0]?.title.en).toBe('Would you recommend the bowls?');
  expect(await screen.findByText('Saved')).toBeTruthy();

  fireEvent.click(screen.getByRole('button', { name: 'Publish' }));
  expect(await screen.findByText('Nobody can see it yet.', { exact: false })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Publish' }));
  const snippet = await screen.findByRole('region', { name: 'Snippet' });
  expect(snippet.textContent).toContain(`key: "${KEY}"`);
  expect(snippet.textContent).toContain('Would you recommend the bowls?');
  expect(screen.getByRole('button', { name: 'Copy snippet' })).toBeTruthy();
  expect(screen.getByText('Waiting for the first answer')).toBeTruthy();
  stop();
});
