import type { Page } from '@playwright/test';
import { faultsIn } from '../../support/axe.ts';
import type { TestHub } from '../../support/hub.ts';
import {
  addPerson,
  answerNps,
  answersOf,
  expect,
  npsSurvey,
  OPEN_ROOTS,
  test,
} from '../../support/surveys/fixtures.ts';

/** Makes a survey of the first template, connects the hub and publishes, as a user does. */
async function publishNps(page: Page, hub: TestHub): Promise<void> {
  await page.getByRole('button', { name: /Recommendation \(NPS\)/ }).click();
  await expect(page.getByRole('region', { name: 'Question' })).toBeVisible();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('textbox', { name: 'Connection address' }).fill(hub.connection);
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByText(`The hub at ${hub.url}.`)).toBeVisible();
  await page.getByRole('region', { name: 'Version' }).getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Waiting for the first answer')).toBeVisible();
}

test('try it: a link is opened, 9 is tapped, and the answer stands here', async ({
  openPage,
  hub,
  visitor,
}) => {
  const page = await openPage('workspace.html#/surveys/new');
  await publishNps(page, hub);
  const link = await page.locator('.link-address').innerText();
  expect(link).toMatch(new RegExp(`^${hub.url}/f/${hub.space}/[0-9a-z]{10}#`));
  await visitor.goto(link);
  await visitor.getByRole('radio', { name: '9', exact: true }).click();
  await expect(page.getByText('Somebody has answered: 9 of 10.')).toBeVisible();
});

test('one contact is asked, and the answer stands on their time line', async ({
  desk: { ask },
  openPage,
  hub,
  visitor,
}) => {
  const lena = await addPerson(ask, 'Lena Wirth', 'lena.wirth@lab.test');
  const page = await openPage('workspace.html#/surveys/new');
  await publishNps(page, hub);
  await page.goto(page.url().replace(/#.*/, `#/contacts/${lena}`));
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask Lena Wirth' });
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await dialog.getByRole('textbox', { name: 'Personal link' }).inputValue();
  await page.keyboard.press('Escape');

  // Who was asked lately is not asked again without a word: it is said before a link can be made.
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(dialog.getByText(/^Lena Wirth was asked on /)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Ask all the same' })).toBeVisible();
  await page.keyboard.press('Escape');

  await visitor.goto(link);
  await visitor.getByRole('radio', { name: '3', exact: true }).click();
  await expect
    .poll(async () => {
      await ask('hub.pull', {});
      return ask('responses.list', { contactId: lena });
    })
    .toMatchObject({ items: [{ contactId: lena, proof: 'token', score: { value: 3 } }] });
});

test('somebody is asked on the telephone, without a hub: what they said is on their time line, and the form is printed', async ({
  desk: { ask },
  openPage,
  publish,
}) => {
  const lena = await addPerson(ask, 'Lena Wirth', 'lena.wirth@lab.test');
  await publish(npsSurvey('kilnstreet'));
  const page = await openPage(`workspace.html#/contacts/${lena}`);
  await page.addInitScript(OPEN_ROOTS);
  await page.reload();
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ask in person' }).click();
  await expect(page.getByRole('region', { name: 'Whom do you ask?' })).toContainText('Lena Wirth');

  await answerNps(page, 3, 'The box was wet');
  await expect(page.getByText('Answer noted.')).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);
  expect(await answersOf(ask, lena)).toMatchObject([{ subject: 'Shop', text: '3 / 10\nThe box was wet' }]);
  expect(await ask('today.view', {})).toMatchObject({ due: [{ step: { contactId: lena } }] });

  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('.paper');
  await expect(paper).toBeVisible();
  await expect(paper.locator('.paper-step')).toHaveCount(11);
  await expect(page.locator('.in-person')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
});

test('a question is dragged to another place, and Ctrl+Z takes it back', async ({ openPage }) => {
  const page = await openPage('workspace.html#/surveys/new');
  await page.getByRole('button', { name: /Satisfaction after a case/ }).click();
  const lines = page.locator('[data-question]');
  await expect(lines).toHaveCount(4);
  const ids = () => lines.evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.question));
  const before = await ids();
  const target = await lines.nth(0).boundingBox();
  const from = await lines.nth(2).boundingBox();
  if (!target || !from) throw new Error('the outline has no lines');
  await page.mouse.move(from.x + 80, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x + 80, target.y + target.height / 2, { steps: 6 });
  await page.mouse.move(target.x + 80, target.y + 4, { steps: 4 });
  await expect(page.locator('[data-drop=before]')).toHaveCount(1);
  await page.mouse.up();
  await expect.poll(ids).toEqual([before[2], before[0], before[1], before[3]]);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(ids).toEqual(before);
});

test('what is typed as the page goes stands there when it comes again', async ({ openPage }) => {
  const page = await openPage('workspace.html#/surveys/new');
  await page.getByRole('button', { name: /Recommendation \(NPS\)/ }).click();
  const title = page.getByRole('textbox', { name: 'What is asked' });
  await expect(title).toBeVisible();
  for (const words of ['Would you send a friend?', 'Would you send two?', 'Would you send three?']) {
    await title.fill(words);
    await page.reload();
    await expect(title).toHaveValue(words);
  }
});

test('a press in a mail fills in an answer, and records nothing', async ({
  openPage,
  hub,
  visitor,
  desk: { ask },
}) => {
  const page = await openPage('workspace.html#/surveys/new');
  await publishNps(page, hub);
  await page.evaluate(() => {
    navigator.clipboard.write = async ([item]: ClipboardItem[]) => {
      const html = await (await item?.getType('text/html'))?.text();
      document.body.dataset.copied = html ?? '';
    };
  });
  await page.getByRole('button', { name: 'Copy for a mail' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const html = await page.evaluate(() => document.body.dataset.copied ?? '');
  await visitor.setContent(html);
  const cells = visitor.getByRole('link');
  await expect(cells).toHaveCount(12);
  await cells.nth(0).click();
  await expect(visitor.getByRole('radio', { name: '0', exact: true })).toBeChecked();
  await visitor.waitForTimeout(500);
  expect(await ask('hub.pull', {})).toEqual({ taken: 0 });
});
