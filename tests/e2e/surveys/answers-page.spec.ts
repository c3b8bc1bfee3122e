import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { AuthorForm } from '../../../lib/surveys/form.ts';
import { seal } from '../../../widget/seal/seal.ts';
import { faultsIn } from '../../support/axe.ts';
import { settled } from '../../support/practice.ts';
import { sealedAnswers, shopSurvey } from '../../support/surveys/answers.ts';
import { addPerson, type Desk, expect, npsSurvey, test } from '../../support/surveys/fixtures.ts';

const SCREENS = path.resolve('.screens');
const LANGUAGES = { en: 'en-US', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' } as const;
const THEMES = ['light', 'dark'] as const;
const PEOPLE = [
  { name: 'Lena Wirth', email: 'lena.wirth@lab.test' },
  { name: 'Oskar Lind', email: 'oskar.lind@lab.test' },
  { name: 'Samuel Osei', email: 'samuel.osei@lab.test' },
];

test.use({ viewport: { width: 1440, height: 900 } });

interface Given {
  desk: Desk;
  publish: (form: ReturnType<typeof shopSurvey>, name?: string) => Promise<{ id: string; code: string }>;
}

/** A shop that asked, knows two of who answered, and has a text with their sealed answers. */
async function asked({ desk, publish }: Given, count: number) {
  const contactIds: string[] = [];
  for (const { name, email } of PEOPLE.slice(0, 2)) contactIds.push(await addPerson(desk.ask, name, email));
  const survey = await publish(shopSurvey('kilnstreet'), 'Spring at Kiln Street');
  const sealed = await sealedAnswers({ key: desk.key, code: survey.code }, PEOPLE, count);
  return { ...survey, sealed, contactIds };
}

async function open(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

test('from a sealed text to answers that are assigned, answered and set aside', async ({
  desk,
  workspace: page,
  publish,
}) => {
  const { ask } = desk;
  const { sealed } = await asked({ desk, publish }, 12);
  await open(page, '#/responses');
  await expect(page.getByText('No answers yet.')).toBeVisible();

  // Import: what is no answer is said so, what is one comes in once.
  await page.getByRole('button', { name: 'Import answers' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Sealed text' }).fill('Dear shop, nothing here.');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByText('There is no sealed answer in this text.', { exact: false })).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Sealed text' }).fill(`Dear shop,\n${sealed}\nRegards`);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByText('12 new answers')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();

  const list = page.getByRole('list', { name: 'List of answers' });
  await expect(list.getByRole('listitem')).toHaveCount(12);
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Answers' })).toBeVisible();
  const detail = page.getByRole('article', { name: 'Answer' });
  await expect(detail.getByRole('heading', { level: 2 })).toHaveText('Lena Wirth');

  // j and k move, Enter reads, and what is beside the list follows.
  await page.keyboard.press('j');
  await expect(detail.getByRole('heading', { level: 2 })).toHaveText('Oskar Lind');
  await expect(detail.getByText('Two of six bowls were cracked', { exact: false })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(detail.getByRole('heading', { level: 2 })).toBeFocused();
  const reply = detail.getByRole('link', { name: 'Reply' });
  await expect(reply).toHaveAttribute('href', /^mailto:oskar\.lind@lab\.test\?subject=Re%3A%20How%20likely/);

  // A low score becomes a case.
  await detail.getByRole('button', { name: 'Open case' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open case' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Spring at Kiln Street: 3 of 10' })).toBeVisible();
  await page.goBack();
  await expect(list.getByRole('listitem')).toHaveCount(12);

  // E closes, and the next one takes its place.
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(list.locator('[aria-current]')).toContainText('Lena Wirth');
  await page.keyboard.press('e');
  await expect(list.getByRole('listitem')).toHaveCount(11);
  await expect(detail.getByRole('heading', { level: 2 })).toHaveText('Oskar Lind');

  // A asks whose it is.
  await page.getByRole('radio', { name: 'Unassigned' }).check();
  await page.getByRole('listitem').getByRole('link', { name: 'Samuel Osei' }).first().click();
  await expect(detail.getByText('Nobody is known to have given it.')).toBeVisible();
  await page.keyboard.press('a');
  await page.keyboard.type('Lena');
  await page.getByRole('option', { name: 'Lena Wirth' }).click();
  await expect(detail.getByRole('link', { name: 'Lena Wirth' })).toHaveCount(0);
  const names = async () => {
    const found = await ask('responses.list', { which: 'all', text: 'samuel' });
    return (found as { items: { name: string }[] }).items.map(({ name }) => name);
  };
  await expect.poll(names).toContain('Lena Wirth');

  // Set aside with the reason, and taken back.
  await page.getByRole('radio', { name: 'All', exact: true }).check();
  await detail.getByRole('button', { name: 'More about this answer' }).click();
  await page.getByRole('menuitem', { name: 'Set aside' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('A test of ours');
  await page.getByRole('dialog').getByRole('button', { name: 'Set aside' }).click();
  await expect(detail.getByText('A test of ours', { exact: false }).first()).toBeVisible();
  await detail.getByRole('button', { name: 'Keep' }).click();
  await expect(detail.getByRole('button', { name: 'Keep' })).toHaveCount(0);
});

const ZERO_TO_TEN = ['csat', 'ces', 'slider', 'number', 'nps'] as const;

/** One question from 0 to 10, of the type. */
function zeroToTen(type: (typeof ZERO_TO_TEN)[number]): AuthorForm {
  const question = { id: 'q1', type, title: { en: 'From 0 to 10?' } };
  const range: [number, number] = [0, 10];
  return npsSurvey('kilnstreet', {
    pages: [{ id: 'p1', questions: [type === 'nps' ? question : { ...question, range }] }],
  });
}

test('a question from 0 to 10 has an NPS where it asks for one, and nowhere else', async ({
  desk: { ask, key },
  workspace: page,
  publish,
}) => {
  for (const [index, type] of ZERO_TO_TEN.entries()) {
    const { id, code } = await publish(zeroToTen(type), `Kiln ${index}`);
    const sealed: string[] = [];
    const at = Date.now();
    for (const value of [0, 3, 6, 7, 8, 9, 9, 9, 10, 10, 10]) {
      const answer = { v: 1 as const, id: crypto.randomUUID(), seq: 0, form: code, version: 1, lang: 'en' };
      sealed.push(await seal(key, { ...answer, startedAt: at, at, done: true, values: { q1: value } }));
    }
    expect(await ask('responses.takeFile', { text: sealed.join('\n') })).toMatchObject({ new: 11 });
    for (const part of ['results', 'analysis', 'report']) {
      await open(page, `#/surveys/${id}/${part}`);
      const main = page.getByRole('main');
      await expect(main.getByRole('heading', { level: 1, name: /^Kiln/ })).toBeVisible();
      if (part === 'results') await expect(main.getByText('11 whole answers')).toBeVisible();
      if (part === 'report') await expect(main.locator('.report h2')).toHaveCount(5);
      await settled(page);
      // What else it could ask is no figure of it.
      const text = (await main.innerText()).replaceAll('a question of type NPS, CSAT or CES', '');
      const said = text.match(/\bNPS\b|promoter|detractor/gi) ?? [];
      if (type !== 'nps') expect([type, part, said]).toEqual([type, part, []]);
      else if (part !== 'analysis') expect([part, said.length > 0]).toEqual([part, true]);
    }
  }
});

/** Puts answers that came just now back over half a year, for a trend that can be looked at; what is counted from is made anew. */
async function spread(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opening = indexedDB.open('sidelight');
    await new Promise((done) => opening.addEventListener('success', done));
    const writing = opening.result.transaction(['responses', 'meta'], 'readwrite');
    const store = writing.objectStore('responses');
    const reading = store.getAll();
    await new Promise((done) => reading.addEventListener('success', done));
    for (const [place, row] of reading.result.entries()) {
      const earlier = (place % 6) * 30 * 86_400_000 + place * 3_600_000;
      row.body.at -= earlier;
      row.body.startedAt = row.body.at - 30_000 - place * 1000;
      // The keys of an answer end in its moment, counted backwards.
      for (const name of ['all', 'survey', 'contact', 'open', 'unassigned']) {
        const key: string | undefined = row.k[name];
        if (key === undefined) continue;
        const moment = Number.parseInt(key.slice(-12), 16) + earlier;
        row.k[name] = key.slice(0, -12) + moment.toString(16).padStart(12, '0');
      }
      store.put(row);
    }
    writing.objectStore('meta').delete('answers');
    await new Promise((done) => writing.addEventListener('complete', done));
    opening.result.close();
  });
}

for (const [language, locale] of Object.entries(LANGUAGES)) {
  test.describe(language, () => {
    test.use({ locale });
    test('answers and results: pictures, axe finds nothing', async ({ desk, workspace: page, publish }) => {
      mkdirSync(SCREENS, { recursive: true });
      const { ask } = desk;
      const look = async (name: string, fullPage = false) => {
        for (const colorScheme of THEMES) {
          await page.emulateMedia({ colorScheme });
          await settled(page);
          await page.screenshot({
            path: path.join(SCREENS, `answers-${name}-${language}-${colorScheme}.png`),
            fullPage,
          });
          expect.soft(await faultsIn(page), `${name}, ${colorScheme}`).toEqual([]);
          const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
          expect.soft(sideways, `${name}, ${colorScheme}`).toBe(false);
        }
        const bare = await page.evaluate(
          () =>
            document.body.innerText.match(
              /\b(analysis|common|insights|report|responses|results|surveys)\.[a-z_]{3,}\b/g,
            ) ?? [],
        );
        expect.soft(bare, name).toEqual([]);
      };
      await open(page, '#/responses');
      await expect(page.locator('.answers-page')).toBeVisible();
      await look('empty');
      // Of people the newest answer counts, of nobody each: so many are enough for what moves the score.
      const { id, sealed, contactIds } = await asked({ desk, publish }, 60);
      // In two parts: what comes is compared with what was there.
      for (const part of sealed.match(/(?:.+\n?){1,18}/g) ?? [])
        await ask('responses.takeFile', { text: part });
      await expect(page.locator('.answer-row').first()).toBeVisible();
      await page.keyboard.press('j');
      await expect(page.locator('.answer')).toBeVisible();
      await look('inbox');
      const { items } = (await ask('responses.list', { which: 'unassigned' })) as {
        items: { id: string }[];
      };
      await open(page, `#/responses/${items[0]?.id}`);
      await expect(page.locator('.answer')).toBeVisible();
      await look('unassigned');
      await ask('tags.assign', { path: 'Regulars', contactIds });
      await ask('invites.add', { surveyId: id, contactIds, channel: 'link' });
      await spread(page);
      await open(page, `#/surveys/${id}/results`);
      await expect(page.locator('.trend canvas')).toBeVisible();
      await page.setViewportSize({ width: 1440, height: 2200 });
      await look('results');
      await open(page, `#/surveys/${id}/analysis`);
      await expect(page.locator('.driver-point').first()).toBeVisible();
      await look('analysis');
      await open(page, `#/surveys/${id}/report`);
      await expect(page.locator('.report h2')).toHaveCount(5);
      await look('report');
    });
  });
}
