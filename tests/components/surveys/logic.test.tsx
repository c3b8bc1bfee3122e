import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { Toasts } from '@/components/ui/toasts';
import { SurveyPage } from '@/entrypoints/workspace/pages/surveys/survey-page';
import { loadLanguage } from '@/lib/i18n';
import type { AuthorForm } from '@/lib/surveys/form';
import { renderOver, workspaceTests } from '../workspace/setup';
import { formOf, question } from './forms';
import { surveyClient, surveyView } from './survey-client';

workspaceTests();
beforeEach(() => loadLanguage('en', ['surveys', 'logic']));

function show(form: AuthorForm, part: 'build' | 'paths' | 'texts') {
  const survey = surveyView(form);
  const client = surveyClient([survey]);
  renderOver(
    client,
    <>
      <SurveyPage id={survey.id} part={part} />
      <Toasts />
    </>,
  );
  return () => client.inputs('surveys.edit').at(-1)?.draft as AuthorForm | undefined;
}

test('what is computed is named, made of parts, and its new name goes into what names it', async () => {
  const form = formOf(['a'], [question('b', 'text', { when: { q: '@total', is: 'gte', to: 5 } })]);
  const saved = show(form, 'build');
  const outline = await screen.findByRole('region', { name: 'Outline' });
  fireEvent.click(within(outline).getByRole('button', { name: 'Computed' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Compute something' }));
  await waitFor(() => expect(saved()?.computed).toEqual([{ name: 'total', by: 'sum', of: [{ q: 'a' }] }]));
  fireEvent.input(await screen.findByRole('textbox', { name: 'Name' }), { target: { value: 'how sure' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'Is' }), { target: { value: 'mean' } });
  await waitFor(() =>
    expect(saved()?.computed).toEqual([{ name: 'how_sure', by: 'mean', of: [{ q: 'a' }] }]),
  );
  expect(saved()?.pages[1]?.questions[0]?.when).toEqual({ q: '@how_sure', is: 'gte', to: 5 });
});

test('an order is drawn of the pages, and a page that goes leaves it', async () => {
  const saved = show(formOf(['a'], ['b'], ['c']), 'build');
  const outline = await screen.findByRole('region', { name: 'Outline' });
  fireEvent.click(within(outline).getByRole('button', { name: 'Drawn order' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Draw an order' }));
  await waitFor(() => expect(saved()?.blocks?.[0]?.of).toEqual(['p1', 'p2', 'p3']));
  fireEvent.change(screen.getByRole('combobox', { name: 'Shown' }), { target: { value: '2' } });
  await waitFor(() => expect(saved()?.blocks?.[0]?.shows).toBe(2));
  fireEvent.click(within(outline).getByRole('button', { name: 'More about page 3' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  await waitFor(() => expect(saved()?.blocks?.[0]?.of).toEqual(['p1', 'p2']));
});

test('the paths say in words where each question leads, and arrows go along them', async () => {
  const form = formOf(['a'], ['b'], ['c']);
  form.pages[0]!.next = [{ when: { q: 'a', is: 'lte', to: 6 }, to: 'p3' }];
  show(form, 'paths');
  const first = await screen.findByRole('button', { name: /^1\s*About a$/ });
  const words = document.getElementById(first.getAttribute('aria-describedby') ?? '')?.textContent;
  expect(words).toBe('When question 1 ≤ 6, then Question 3: About c. Then Question 2: About b.');
  first.focus();
  fireEvent.keyDown(first, { key: 'ArrowRight' });
  expect(document.activeElement?.textContent).toContain('About c');
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowLeft' });
  expect(document.activeElement).toBe(first);
  expect(screen.getByText('Every question and every ending is reached.')).toBeTruthy();
});

test('a translation is written beside its original, copied, and marked once the original changes', async () => {
  const form = formOf(['a']);
  form.langs = ['en', 'de'];
  form.stale = { 'question.a.title': { de: 'About the a' } };
  form.pages[0]!.questions[0]!.title = { en: 'About a', de: 'Zu a' };
  const saved = show(form, 'texts');
  expect(await screen.findByText('2 missing · 1 to be looked at')).toBeTruthy();
  expect(screen.getByText('About the a')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Next' }));
  expect(document.activeElement?.getAttribute('placeholder')).toBe('Missing');
  fireEvent.click(screen.getByRole('button', { name: 'It still fits' }));
  await waitFor(() => expect(saved()?.stale).toBeUndefined());
  fireEvent.click(screen.getByRole('button', { name: 'Copy all missing' }));
  await waitFor(() => expect(saved()?.endings[0]?.title).toEqual({ en: 'Thank you.', de: 'Thank you.' }));
  expect(await screen.findByText('Everything is translated.')).toBeTruthy();
});
