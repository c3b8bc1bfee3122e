import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { SurveyPage } from '@/entrypoints/workspace/pages/surveys/survey-page';
import { loadLanguage } from '@/lib/i18n';
import type { AuthorForm } from '@/lib/surveys/form';
import { renderOver, workspaceTests } from '../workspace/setup';
import { formOf, question } from './forms';
import { surveyClient, surveyView } from './survey-client';

workspaceTests();
beforeEach(() => loadLanguage('en', ['surveys', 'logic']));

async function checksOf(form: AuthorForm) {
  const survey = surveyView(form);
  const client = surveyClient([survey]);
  renderOver(client, <SurveyPage id={survey.id} part="build" />);
  const checks = await screen.findByRole('region', { name: 'Checks' });
  return { client, checks: within(checks) };
}

test('a fault goes to the question that has it', async () => {
  const { checks } = await checksOf(formOf(['a'], [question('b', 'nps', { title: {} })]));
  expect(checks.getByText('1 thing keeps it from being published.')).toBeTruthy();
  fireEvent.click(checks.getByRole('button', { name: /Words are missing/ }));
  const title = await screen.findByRole('textbox', { name: 'What is asked' });
  expect((title as HTMLInputElement).value).toBe('');
  fireEvent.input(title, { target: { value: 'What about b?' } });
  await waitFor(() => expect(checks.queryByText('1 thing keeps it from being published.')).toBeNull());
});

test('a better wording is taken by one press, as a change of its own', async () => {
  const leading = question('a', 'csat', {
    title: { en: 'How satisfied are you with our amazing delivery?' },
  });
  const { client, checks } = await checksOf(formOf([leading]));
  const [use] = checks.getAllByRole('button', { name: 'Use this' });
  const proposed = use?.parentElement?.querySelector('[lang=en]')?.textContent;
  expect(proposed).toBe('How satisfied are you with our delivery?');
  fireEvent.click(use as HTMLElement);
  await waitFor(() =>
    expect(client.inputs('surveys.edit').at(-1)?.draft?.pages[0]?.questions[0]?.title.en).toBe(proposed),
  );
});

test('time and margin follow the form and the people', async () => {
  const { checks } = await checksOf(formOf([question('a', 'nps', { title: { en: 'How likely is it?' } })]));
  expect(checks.getByText(/^Takes about \d+ seconds\./)).toBeTruthy();
  const said = () => checks.getByRole('status').textContent;
  // 1.96 * sqrt(.25 / 100) = 9.8 points; an NPS varies twice as much at its widest.
  expect(said()).toContain('within 9.8 points. An NPS within 19.6.');
  expect(said()).toContain('For 5 points it wants 385 answers.');
  fireEvent.input(checks.getByRole('textbox', { name: 'Answers expected' }), { target: { value: '385' } });
  expect(said()).not.toContain('it wants');
  fireEvent.input(checks.getByRole('textbox', { name: 'Out of how many people' }), {
    target: { value: '385' },
  });
  expect(said()).toContain('within 0 points');
});

test('a survey without faults says so', async () => {
  const { checks } = await checksOf(formOf([question('a', 'nps', { title: { en: 'How likely is it?' } })]));
  expect(checks.getByText('Nothing to mend.')).toBeTruthy();
});
