import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, test } from 'vitest';
import { Toasts } from '@/components/ui/toasts';
import { SurveyPage } from '@/entrypoints/workspace/pages/surveys/survey-page';
import { loadLanguage } from '@/lib/i18n';
import type { AuthorForm, Choice, Texts } from '@/lib/surveys/form';
import { renderOver, workspaceTests } from '../workspace/setup';
import { formOf, idsOf, question } from './forms';
import { surveyClient, surveyView } from './survey-client';

workspaceTests();
beforeEach(() => loadLanguage('en', ['surveys', 'logic']));

async function build(form: AuthorForm) {
  const survey = surveyView(form);
  const client = surveyClient([survey], {
    'changes.undo': () => ({ changeId: 'undo', restored: 1, kept: [] }),
  });
  renderOver(
    client,
    <>
      <SurveyPage id={survey.id} part="build" />
      <Toasts />
    </>,
  );
  const outline = await screen.findByRole('region', { name: 'Outline' });
  const saved = () => client.inputs('surveys.edit').at(-1)?.draft as AuthorForm | undefined;
  const line = (name: string | RegExp) => within(outline).getByRole('button', { name });
  return { client, outline, saved, line };
}

const outlineIds = (outline: HTMLElement) =>
  [...outline.querySelectorAll('[data-question]')].map((each) => (each as HTMLElement).dataset.question);

describe('the outline by keyboard', () => {
  test('Alt and the arrows move a question, say where, and keep the focus on it', async () => {
    const { outline, saved, line } = await build(formOf(['a', 'b'], ['c']));
    line('About b').focus();
    fireEvent.keyDown(line('About b'), { key: 'ArrowDown', altKey: true });
    await waitFor(() => expect(saved() && idsOf(saved() as AuthorForm)).toEqual([['a'], ['b', 'c']]));
    expect(within(outline).getByRole('status').textContent).toBe('Now question 1 of 2 on page 2.');
    await waitFor(() => expect(document.activeElement).toBe(line('About b')));
    fireEvent.keyDown(line('About b'), { key: 'ArrowUp', altKey: true });
    await waitFor(() => expect(outlineIds(outline)).toEqual(['a', 'b', 'c']));
  });

  test('the menu moves to another page, and copies', async () => {
    const { outline, saved, line } = await build(formOf(['a', 'b'], []));
    fireEvent.click(line('More about question 1'));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Move to page 2' }));
    await waitFor(() => expect(saved() && idsOf(saved() as AuthorForm)).toEqual([['b'], ['a']]));
    fireEvent.click(line('More about question 1'));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Duplicate' }));
    await waitFor(() => expect(outlineIds(outline)).toHaveLength(3));
  });

  test('Delete takes a question away, its neighbour has the focus, and Undo is offered', async () => {
    const { client, outline, line } = await build(formOf(['a', 'b']));
    fireEvent.keyDown(line('About a'), { key: 'Delete' });
    await waitFor(() => expect(outlineIds(outline)).toEqual(['b']));
    await waitFor(() => expect(document.activeElement).toBe(line('About b')));
    expect(await screen.findByText('Question deleted.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(client.inputs('changes.undo')).toHaveLength(1));
  });

  test('a question, a page and an ending are added', async () => {
    const { outline, saved, line } = await build(formOf(['a']));
    fireEvent.click(line('Add page'));
    expect(await screen.findByRole('region', { name: 'Page' })).toBeTruthy();
    fireEvent.click(line('Add question'));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Yes or no' }));
    await waitFor(() => expect(saved()?.pages[1]?.questions[0]?.type).toBe('yesno'));
    fireEvent.click(line('Add ending'));
    await waitFor(() => expect(saved()?.endings).toHaveLength(2));
    expect(within(outline).getAllByRole('img', { name: 'Has a fault' }).length).toBeGreaterThan(0);
  });
});

test('a step of the ending that is emptied pulls no other under the caret, and goes when the steps are left', async () => {
  const form = formOf(['a']);
  const steps = [{ en: 'We read it' }, { en: 'We write to you' }];
  form.endings = [{ id: 'e1', title: { en: 'Thank you.' }, steps }];
  const { saved, line } = await build(form);
  fireEvent.click(line('Ending'));
  const step = async (number: number) =>
    (await screen.findByRole('textbox', { name: `Step ${number}` })) as HTMLInputElement;
  fireEvent.input(await step(1), { target: { value: '' } });
  expect((await step(1)).value).toBe('');
  expect((await step(2)).value).toBe('We write to you');
  fireEvent.focusOut(await step(1), { relatedTarget: await step(2) });
  expect((await step(2)).value).toBe('We write to you');
  fireEvent.focusOut(await step(2));
  await waitFor(() => expect(saved()?.endings[0]?.steps).toEqual([{ en: 'We write to you' }]));
});

describe('the question', () => {
  test('a pasted list fills the choices, Enter adds one, Alt moves one', async () => {
    const choices: Choice<Texts>[] = [
      { id: 'c1', text: {} },
      { id: 'c2', text: { en: 'Red' } },
    ];
    const { saved } = await build(formOf([question('a', 'single', { choices })]));
    const field = (n: number) => screen.getByRole('textbox', { name: `Choice ${n}` });
    fireEvent.paste(field(1), { clipboardData: { getData: () => '1. Blue\n- Green\n\n• White\n' } });
    const texts = () => saved()?.pages[0]?.questions[0]?.choices?.map(({ text }) => text.en);
    await waitFor(() => expect(texts()).toEqual(['Blue', 'Green', 'White', 'Red']));
    fireEvent.keyDown(field(4), { key: 'ArrowUp', altKey: true });
    await waitFor(() => expect(texts()).toEqual(['Blue', 'Green', 'Red', 'White']));
    fireEvent.keyDown(field(1), { key: 'Enter' });
    await waitFor(() => expect(texts()).toEqual(['Blue', undefined, 'Green', 'Red', 'White']));
    expect(new Set(saved()?.pages[0]?.questions[0]?.choices?.map(({ id }) => id)).size).toBe(5);
  });

  test('is asked only when an earlier answer says so', async () => {
    const { saved, line } = await build(formOf(['a', 'b']));
    fireEvent.click(line('About b'));
    fireEvent.click(await screen.findByRole('button', { name: 'Add condition' }));
    await waitFor(() => expect(saved()?.pages[0]?.questions[1]?.when).toEqual({ q: 'a', is: 'is', to: 10 }));
    fireEvent.change(screen.getByRole('combobox', { name: 'How' }), { target: { value: 'lte' } });
    await waitFor(() => expect(saved()?.pages[0]?.questions[1]?.when).toMatchObject({ is: 'lte' }));
    fireEvent.input(screen.getByRole('textbox', { name: 'With what' }), { target: { value: '6' } });
    await waitFor(() => expect(saved()?.pages[0]?.questions[1]?.when).toEqual({ q: 'a', is: 'lte', to: 6 }));
    fireEvent.click(screen.getByRole('button', { name: 'Add group' }));
    await waitFor(() => expect(saved()?.pages[0]?.questions[1]?.when).toHaveProperty('all'));
    for (const button of screen.getAllByRole('button', { name: 'Remove condition' }).reverse())
      fireEvent.click(button);
    await waitFor(() => expect(saved()?.pages[0]?.questions[1]).not.toHaveProperty('when'));
  });

  test('a page leads elsewhere by what was answered', async () => {
    const { saved, line } = await build(formOf(['a'], ['b'], ['c']));
    fireEvent.click(line('Page 1'));
    fireEvent.click(await screen.findByRole('button', { name: 'Add another way' }));
    fireEvent.change(await screen.findByRole('combobox', { name: 'Then go to' }), {
      target: { value: 'p3' },
    });
    await waitFor(() =>
      expect(saved()?.pages[0]?.next).toEqual([{ when: { q: 'a', is: 'is', to: 10 }, to: 'p3' }]),
    );
  });

  test('another language has words of its own, and the first stands behind it', async () => {
    const { saved } = await build(formOf(['a']));
    fireEvent.click(screen.getByRole('button', { name: 'Add language' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Deutsch' }));
    const title = await waitFor(() => {
      const field = screen.getByRole('textbox', { name: 'What is asked' });
      expect(field.getAttribute('placeholder')).toBe('About a');
      return field;
    });
    fireEvent.input(title, { target: { value: 'Über a' } });
    await waitFor(() =>
      expect(saved()?.pages[0]?.questions[0]?.title).toEqual({ en: 'About a', de: 'Über a' }),
    );
  });
});

describe('saving', () => {
  test('what is typed in one go is one change; leaving the field saves at once', async () => {
    const { client, saved } = await build(formOf(['a']));
    const title = screen.getByRole('textbox', { name: 'What is asked' });
    for (const value of ['H', 'Ho', 'How']) fireEvent.input(title, { target: { value } });
    expect(client.inputs('surveys.edit')).toEqual([]);
    fireEvent.focusOut(title);
    await waitFor(() => expect(saved()?.pages[0]?.questions[0]?.title.en).toBe('How'));
    expect(client.inputs('surveys.edit')).toHaveLength(1);
  });

  test('a page that goes saves first', async () => {
    const { client, saved } = await build(formOf(['a']));
    const title = screen.getByRole('textbox', { name: 'What is asked' });
    fireEvent.input(title, { target: { value: 'Half a' } });
    expect(client.inputs('surveys.edit')).toEqual([]);
    window.dispatchEvent(new Event('pagehide'));
    await waitFor(() => expect(saved()?.pages[0]?.questions[0]?.title.en).toBe('Half a'));
  });

  test('what was changed elsewhere is taken over, but not over what is being typed', async () => {
    const { client, line } = await build(formOf(['a']));
    const elsewhere = formOf([question('a', 'nps', { title: { en: 'Undone' } })]);
    const title = screen.getByRole('textbox', { name: 'What is asked' });
    fireEvent.input(title, { target: { value: 'Mine' } });
    await client.call('surveys.edit', { id: surveyView(elsewhere).id, draft: elsewhere });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((title as HTMLInputElement).value).toBe('Mine');
    expect(await screen.findByText('Saved')).toBeTruthy();
    await client.call('surveys.edit', { id: surveyView(elsewhere).id, draft: elsewhere });
    await waitFor(() => expect(line('Undone')).toBeTruthy());
  });

  test('a failure says so, keeps the words, and can be tried again', async () => {
    const survey = surveyView(formOf(['a']));
    let fails = true;
    const good = surveyClient([survey]);
    const client = surveyClient([survey], {
      'surveys.edit': (input) => {
        if (fails) throw new Error('full');
        return good.call('surveys.edit', input);
      },
    });
    renderOver(client, <SurveyPage id={survey.id} part="build" />);
    const title = await screen.findByRole('textbox', { name: 'What is asked' });
    fireEvent.input(title, { target: { value: 'Kept' } });
    fireEvent.focusOut(title);
    expect((await screen.findByRole('alert')).textContent).toContain('The last change is not saved.');
    expect((title as HTMLInputElement).value).toBe('Kept');
    fails = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(client.inputs('surveys.edit')).toHaveLength(2);
  });
});
