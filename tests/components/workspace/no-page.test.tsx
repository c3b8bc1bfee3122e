import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { CurrentPage } from '@/entrypoints/workspace/current-page';
import { goInstead } from '@/entrypoints/workspace/router';
import { fakeClient } from './fake-client';
import { renderOver, workspaceTests } from './setup';

workspaceTests();

const given = { gate: {}, notifications: null, practice: {}, version: '' } as never as Parameters<
  typeof CurrentPage
>[0];

test('an address that names no page is said, as it was typed and as text, with a way on', () => {
  goInstead('#/<b>answerz</b>');
  renderOver(fakeClient({}), <CurrentPage {...given} onAdd={() => {}} onImport={() => {}} />);
  expect(screen.getByRole('heading', { level: 1, name: 'No such page' })).toBeTruthy();
  expect(screen.getByText('There is no page at #/<b>answerz</b>.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Go to Today' }).getAttribute('href')).toBe('#/today');
  goInstead('#/%zz');
  expect(screen.getByRole('heading', { level: 1 })).toBeTruthy();
});
