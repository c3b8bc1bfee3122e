import { randomUUID } from 'node:crypto';
import type { Answer } from '../../../lib/surveys/answer.ts';
import { seal } from '../../../widget/seal/seal.ts';
import { injected, TEXTS } from '../../support/hostile/texts.ts';
import { shopSurvey } from '../../support/surveys/answers.ts';
import { addPerson, expect, test } from '../../support/surveys/fixtures.ts';

/** A low answer that is hostile wherever its visitor, or a page that forges one, can write. */
async function hostileAnswer(survey: { key: string; code: string }, text: string): Promise<string> {
  const at = Date.now();
  const answer: Answer = {
    v: 1,
    id: randomUUID(),
    seq: 0,
    form: survey.code,
    version: 1,
    lang: 'en',
    startedAt: at - 30_000,
    at,
    done: true,
    page: `https://kiln.example/${encodeURIComponent(text)}?${text}`,
    hidden: { [text.slice(0, 40)]: text },
    who: { name: text, email: `${text.slice(0, 20)}@lab.test`, id: text, phone: text.slice(0, 60) },
    values: {
      q1: 1,
      q2: `${text}\n${text}`,
      q3: 'other',
      'q3.other': text,
      q4: { r1: 'c1' },
      q5: ['c1', 'c2', 'c3'],
    },
  };
  return seal(survey.key, answer);
}

test('texts of answers stay texts: in the inbox, in a case, in the results', async ({
  desk: { ask, key },
  workspace: page,
  publish,
}) => {
  const form = shopSurvey('kilnstreet');
  const [question] = form.pages[0]!.questions;
  question!.title = { en: TEXTS[1], 'zh-Hans': TEXTS[1], 'zh-Hant': TEXTS[1] };
  const { id: surveyId, code } = await publish(form, TEXTS[0]);
  const lena = await addPerson(ask, TEXTS[2], 'lena@lab.test');
  const sealed = await Promise.all(TEXTS.map((text) => hostileAnswer({ key, code }, text)));
  expect(await ask('responses.takeFile', { text: sealed.join('\n') })).toMatchObject({ new: TEXTS.length });

  const place = async (hash: string) => {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
  };
  const clean = async (where: string) => {
    expect([where, await page.evaluate(injected)]).toEqual([where, []]);
    expect(await page.title()).toContain('Sidelight');
  };

  await place('#/responses');
  const rows = page.getByRole('list', { name: 'List of answers' }).getByRole('listitem');
  await expect(rows).toHaveCount(TEXTS.length);
  const detail = page.getByRole('article', { name: 'Answer' });
  for (let at = 0; at < TEXTS.length; at += 1) {
    const name = await rows.nth(at).getByRole('link').first().innerText();
    await rows.nth(at).getByRole('link').first().click();
    await expect(detail.getByRole('heading', { level: 2 })).toHaveText(name);
    await clean(`answer of ${name}`);
  }
  const { items } = (await ask('responses.list', {})) as { items: { id: string; name: string }[] };
  expect(items.map(({ name }) => name).sort()).toEqual([...TEXTS].sort());
  await ask('responses.assign', { id: items[0]!.id, contactId: lena });
  await ask('responses.setAside', { ids: [items[1]!.id], why: TEXTS[3] });
  await expect(rows).toHaveCount(TEXTS.length - 1);

  // The row opens a case by its key; what the customer wrote goes into it.
  await rows.first().getByRole('link').first().focus();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog');
  await clean('a case being opened');
  await dialog.getByRole('button', { name: 'Open case' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(TEXTS[0]);
  const [opened] = (await ask('cases.list', { which: 'all' })) as { id: string }[];
  await ask('cases.edit', {
    id: opened!.id,
    owner: TEXTS[4].slice(0, 100),
    expectation: TEXTS[0],
    cause: TEXTS[1],
  });
  await expect(page.getByRole('textbox', { name: 'What the customer expects' })).toHaveValue(TEXTS[0]);
  await clean('a case');
  await place('#/cases');
  await expect(page.getByRole('row').filter({ hasText: TEXTS[0] })).toHaveCount(1);
  await clean('cases');

  await place(`#/surveys/${surveyId}/results`);
  await expect(page.getByRole('heading', { level: 2, name: TEXTS[1] })).toBeVisible();
  await expect(page.getByText(TEXTS[3], { exact: false }).first()).toBeVisible();
  await clean('results');
  await place(`#/contacts/${lena}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TEXTS[2]);
  await clean('the contact');
});
