import type { QuestionType, Value } from '../../../lib/surveys/form.ts';
import { faultsIn } from '../../support/axe.ts';
import { makeForm, QUESTIONS } from '../../support/widget/forms.ts';
import { expect, test } from '../../support/widget/world.ts';

const TYPES = Object.keys(QUESTIONS) as QuestionType[];

for (const theme of ['light', 'dark'] as const) {
  for (const lang of ['en', 'ar']) {
    test(`axe finds nothing on any type of question, ${theme}, ${lang}`, async ({ widget: page, world }) => {
      test.setTimeout(120_000);
      const forms = TYPES.map((type) =>
        makeForm({
          pages: [[QUESTIONS[type]]],
          show: { place: 'popover', on: { code: true }, theme },
          more: { lang, langs: [lang] },
        }),
      );
      world.site.set('/', {
        html: world.page('<main><h1>Made this week</h1></main>', { config: { forms, hub: undefined } }),
      });
      await page.goto(world.site.url);
      for (const [index, type] of TYPES.entries()) {
        await page.evaluate((id) => {
          const { sidelight } = window as unknown as { sidelight: (...call: unknown[]) => void };
          sidelight('close');
          sidelight('show', id);
        }, forms[index]!.id);
        const box = page.getByRole('dialog', { name: 'Kiln Street' });
        await expect(box).toBeVisible();
        await expect(box).toHaveAttribute('dir', lang === 'ar' ? 'rtl' : 'ltr');
        expect([type, await faultsIn(page)]).toEqual([type, []]);
      }
    });
  }
}

test('an answer of each type arrives as it was given', async ({ widget: page, world }) => {
  const questions = TYPES.map((type) => ({ ...QUESTIONS[type], id: type }));
  const form = makeForm({ pages: [questions], show: { place: 'dialog' } });
  await world.publish(form);
  world.site.set('/', { html: world.page() });
  await page.goto(world.site.url);
  const ask = (type: QuestionType) =>
    page
      .getByRole('radiogroup', { name: QUESTIONS[type].title })
      .or(page.getByRole('group', { name: QUESTIONS[type].title }));
  await ask('nps').getByRole('radio', { name: '0', exact: true }).click();
  await ask('csat').getByRole('radio', { name: '4/5' }).click();
  await ask('ces').getByRole('radio', { name: '7', exact: true }).click();
  await ask('single').getByRole('radio', { name: 'Something else' }).click();
  await ask('single').getByRole('textbox', { name: 'Something else' }).fill('A smile');
  await ask('multiple').getByRole('checkbox', { name: 'Refund' }).click();
  await ask('multiple').getByRole('checkbox', { name: 'Send it again' }).click();
  await page.getByRole('combobox', { name: 'Which shop?' }).selectOption('Refund');
  await ask('yesno').getByRole('radio', { name: 'Yes' }).click();
  await page.getByRole('radiogroup', { name: 'Delivery' }).getByRole('radio', { name: 'Good' }).click();
  await page.getByRole('radiogroup', { name: 'Packing' }).getByRole('radio', { name: 'Poor' }).click();
  await ask('ranking').getByRole('button', { name: 'Move down: Send it again' }).click();
  await page.getByRole('slider').focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('textbox', { name: 'Order number' }).fill('KS-20418');
  await page.getByRole('textbox', { name: 'What happened?' }).fill('Two\nlines');
  await page.getByRole('textbox', { name: 'Your mail' }).fill('lena@kiln.example');
  await page.getByRole('textbox', { name: 'Your telephone' }).fill('+49 30 901820');
  await page.getByRole('textbox', { name: 'How many pieces?' }).pressSequentially('1.05');
  await page.getByLabel('When did it arrive?').fill('2026-11-20');
  await page.getByRole('checkbox', { name: 'You may write to me about this.' }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const [answer] = await world.answers(form.id);
  const expected: Record<Exclude<QuestionType, 'statement'>, Value> & Record<string, Value> = {
    nps: 0,
    csat: 4,
    ces: 7,
    single: 'other',
    'single.other': 'A smile',
    multiple: ['a', 'b'],
    dropdown: 'b',
    yesno: 'yes',
    matrix: { r1: 'good', r2: 'bad' },
    ranking: ['b', 'a', 'c'],
    slider: 51,
    text: 'KS-20418',
    longtext: 'Two\nlines',
    email: 'lena@kiln.example',
    phone: '+49 30 901820',
    number: 1.05,
    date: '2026-11-20',
    consent: true,
  };
  expect(answer!.values).toEqual(expected);
});

test('a slider and a ranking that nobody touched are no answers', async ({ widget: page, world }) => {
  const form = makeForm({
    pages: [
      [
        { ...QUESTIONS.slider, id: 'q1' },
        { ...QUESTIONS.ranking, id: 'q2' },
        { ...QUESTIONS.text, id: 'q3' },
      ],
    ],
  });
  await world.publish(form);
  world.site.set('/', { html: world.page() });
  await page.goto(world.site.url);
  await page.getByRole('textbox', { name: 'Order number' }).fill('1');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const [answer] = await world.answers(form.id);
  expect(answer!.values).toEqual({ q3: '1' });
});

test('what is wrong stands under its field and is read with it; the focus goes there', async ({
  widget: page,
  world,
}) => {
  const form = makeForm({
    pages: [
      [
        { ...QUESTIONS.email, id: 'q1', required: true },
        { ...QUESTIONS.single, id: 'q2', required: true },
      ],
    ],
  });
  await world.publish(form);
  world.site.set('/', { html: world.page() });
  await page.goto(world.site.url);
  const mail = page.getByRole('textbox', { name: 'Your mail' });
  await mail.fill('lena.wirth@');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(mail).toBeFocused();
  await expect(mail).toHaveAccessibleDescription(
    'The address ends after the @. Add the rest, such as example.com.',
  );
  await expect(
    page.getByRole('radiogroup', { name: 'What would put it right?' }),
  ).toHaveAccessibleDescription('This needs an answer.');
  await mail.fill('lena.wirth@example.com');
  await expect(mail).toHaveAccessibleDescription('');
  await page.getByRole('radio', { name: 'Refund' }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const [answer] = await world.answers(form.id);
  expect(answer!.values).toEqual({ q1: 'lena.wirth@example.com', q2: 'b' });
});

test('a ranking is moved by dragging, and by Alt with the arrows', async ({ widget: page, world }) => {
  const form = makeForm({ pages: [[QUESTIONS.ranking]] });
  await world.publish(form);
  world.site.set('/', { html: world.page() });
  await page.goto(world.site.url);
  const rows = page.getByRole('listitem');
  await expect(rows).toHaveText([/Send it again/, /Refund/, /A voucher/]);
  // What drags comes with the buttons, which widen the rows.
  await expect(page.getByRole('button', { name: 'Move up: A voucher' })).toBeVisible();
  const from = (await rows.nth(2).boundingBox())!;
  const to = (await rows.nth(0).boundingBox())!;
  await page.mouse.move(from.x + 60, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + 30, { steps: 4 });
  await page.mouse.move(to.x + 60, to.y + 5, { steps: 4 });
  await page.mouse.up();
  await expect(rows).toHaveText([/A voucher/, /Send it again/, /Refund/]);
  await page.getByRole('button', { name: 'Move up: Refund' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(rows).toHaveText([/A voucher/, /Refund/, /Send it again/]);
  await expect(page.getByRole('button', { name: 'Move up: Refund' })).toBeFocused();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const [answer] = await world.answers(form.id);
  expect(answer!.values).toEqual({ q1: ['c', 'b', 'a'] });
});

test('after a fault the focus stands in the question that has it, also where boxes or an order are asked', async ({
  widget: page,
  world,
}) => {
  const form = makeForm({
    pages: [
      [{ ...QUESTIONS.nps, id: 'q1' }],
      [
        { ...QUESTIONS.multiple, id: 'q2', pick: [1, 1] },
        { ...QUESTIONS.ranking, id: 'q3', required: true },
        { ...QUESTIONS.text, id: 'q4', required: true },
      ],
    ],
    show: { place: 'popover', on: { after: 0 } },
  });
  await world.publish(form);
  world.site.set('/', { html: world.page() });
  await page.goto(world.site.url);
  const status = page.getByRole('dialog').getByRole('status').first();
  await expect(status).toHaveText(QUESTIONS.nps.title);
  await page.getByRole('radio', { name: '9', exact: true }).click();
  const boxes = page.getByRole('group', { name: QUESTIONS.multiple.title });
  await boxes.getByRole('checkbox', { name: 'Refund' }).check();
  await boxes.getByRole('checkbox', { name: 'Send it again' }).check();
  // The question that is gone is not said on this page.
  await expect(status).toHaveText('');
  const send = page.getByRole('button', { name: 'Send', exact: true });
  await send.press('Enter');
  await expect(page.getByText('Choose 1 at most.')).toBeVisible();
  await expect(boxes.getByRole('checkbox').first()).toBeFocused();
  await boxes.getByRole('checkbox', { name: 'Refund' }).uncheck();
  await send.press('Enter');
  await expect(page.getByRole('button', { name: /^Move up/ }).first()).toBeFocused();
  await page.getByRole('button', { name: 'Keep this order' }).click();
  await send.press('Enter');
  await expect(page.getByRole('textbox', { name: QUESTIONS.text.title })).toBeFocused();
});
