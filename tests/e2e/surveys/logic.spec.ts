import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { AuthorForm, Question, Rule, Texts } from '../../../lib/surveys/form.ts';
import { faultsIn } from '../../support/axe.ts';
import { settled } from '../../support/practice.ts';
import { expect, npsSurvey, test } from '../../support/surveys/fixtures.ts';

const SCREENS = path.resolve('.screens');
const en = (text: string, de?: string): Texts => ({ en: text, ...(de ? { de } : {}) });

/** Three things are rated in an order of their own, and why is asked of whom is content with few of them. */
function ratings(): AuthorForm {
  const rate = (id: string, what: string): Question<Texts> => ({
    id,
    type: 'csat',
    title: en(`How was the ${what}?`),
    required: true,
  });
  const rated = ['glaze', 'shape', 'weight'];
  return npsSurvey('kilnstreet', {
    pages: [
      ...rated.map((what, at) => ({ id: `p${at + 1}`, questions: [rate(`q${at + 1}`, what)] })),
      {
        id: 'p4',
        questions: [
          {
            id: 'q4',
            type: 'longtext',
            title: en('You gave {{@rated}} on average. Why?'),
            when: { q: '@rated', is: 'lt', to: 3 },
          },
        ],
      },
    ],
    computed: [{ name: 'rated', by: 'mean', of: rated.map((_, at) => ({ q: `q${at + 1}` })) }],
    blocks: [{ id: 'b1', of: ['p1', 'p2', 'p3'] }],
  });
}

/** What is asked now. */
const asked = (page: Page) => page.locator('h2').textContent();

test('an order is drawn, kept through loading anew and written with the answer; what is computed leads and is a result', async ({
  desk: { ask, key },
  workspace,
  hub,
  publish,
  visitor,
}) => {
  await ask('hub.connect', { address: hub.connection });
  const { id, code } = await publish(ratings());
  const link = `${hub.url}/f/${hub.space}/${code}#${key}`;

  const orders = new Set<string>();
  let order: string[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    await visitor.goto('about:blank');
    await visitor.goto(link);
    const first = await asked(visitor);
    await visitor.reload();
    expect(await asked(visitor)).toBe(first);
    order = [];
    for (let place = 0; place < 3; place += 1) {
      const title = (await asked(visitor)) ?? '';
      order.push(title);
      // 2, 2 and 1: 1.67 on average.
      await visitor.getByRole('radio', { name: place < 2 ? '2' : '1', exact: true }).click();
      await expect.poll(() => asked(visitor)).not.toBe(title);
    }
    orders.add(order.join());
    expect(await asked(visitor)).toBe('You gave 1.67 on average. Why?');
    await visitor.getByRole('textbox').fill('Too thin.');
    await visitor.getByRole('button', { name: 'Send' }).click();
    await expect(visitor.getByText('Thank you.')).toBeVisible();
    await expect(visitor.getByText(/^Sent|received|Delivered/i)).toBeVisible();
  }
  // Four times the same of six orders: once in 216.
  expect(orders.size).toBeGreaterThan(1);

  await ask('hub.pull', {});
  await workspace.evaluate((to) => {
    location.hash = to;
  }, `#/surveys/${id}/results`);
  const rated = workspace.getByRole('region', { name: 'rated', exact: true });
  await expect(rated).toContainText('1.67');
  const places = workspace.getByRole('table', { name: 'By place in the drawn order' });
  await expect(places).toHaveCount(3);
});

/** Forty questions with jumps, in two languages; one is never reached, one jump leads back. */
function long(): AuthorForm {
  const low: Rule = { q: 'q1', is: 'lte', to: 6 };
  const high: Rule = { q: 'q1', is: 'gte', to: 9 };
  const choices = [
    { id: 'c1', text: en('The glaze came off', 'Die Glasur ist ab') },
    { id: 'c2', text: en('It arrived broken') },
  ];
  return npsSurvey('kilnstreet', {
    title: en('Forty questions', 'Vierzig Fragen'),
    langs: ['en', 'de'],
    pages: Array.from({ length: 40 }, (_, at) => ({
      id: `p${at + 1}`,
      questions: [
        {
          id: `q${at + 1}`,
          type: at === 1 ? 'single' : 'nps',
          title: en(
            `How was part ${at + 1} of your order at Kiln Street?`,
            at % 3 ? `Wie war Teil ${at + 1}?` : '',
          ),
          ...(at === 1 ? { choices } : {}),
          ...(at % 7 === 4 ? { when: at === 11 ? { all: [low, high] } : low } : {}),
        },
      ],
      ...(at % 6 === 1
        ? {
            next: [
              { when: { q: 'q2', is: 'is', to: 'c2' }, to: at === 13 ? 'p3' : `p${Math.min(at + 5, 40)}` },
            ],
          }
        : {}),
    })),
    stale: { 'question.q2.title': { de: 'How was the second part?' } },
    computed: [
      {
        name: 'total',
        by: 'mean',
        of: [{ q: 'q1', times: 2 }, { q: 'q3' }, { value: 5, when: low }],
        round: 1,
      },
    ],
    blocks: [{ id: 'b1', of: ['p21', 'p22', 'p23'], shows: 2 }],
  });
}

for (const [language, locale, colorScheme] of [
  ['en', 'en-US', 'light'],
  ['zh-Hans', 'zh-CN', 'dark'],
] as const) {
  test.describe(`in ${language}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme, viewport: { width: 1280, height: 800 } });
    test('paths, translations, computed values and drawn orders', async ({
      desk: { ask },
      workspace: page,
    }) => {
      mkdirSync(SCREENS, { recursive: true });
      const { id } = (await ask('surveys.add', { name: 'Forty', form: long() })) as { id: string };
      const open = (hash: string) =>
        page.evaluate((to) => {
          location.hash = to;
        }, `#/surveys/${id}${hash}`);
      const look = async (name: string) => {
        await settled(page);
        await page.screenshot({ path: path.join(SCREENS, `logic-${name}-${language}-${colorScheme}.png`) });
        expect.soft(await faultsIn(page), name).toEqual([]);
        expect.soft(await page.locator('body').innerText()).not.toMatch(/\blogic\.[a-z_]{3,}\b/);
      };

      await open('/paths');
      const node = (id: string) => page.locator(`[data-node=${id}]`);
      await expect(node('q40')).toBeAttached();
      await node('q1').focus();
      await page.keyboard.press('ArrowDown');
      await expect(node('q2')).toBeFocused();
      await page.keyboard.press('ArrowRight');
      await expect(node('q6')).toBeFocused();
      await page.keyboard.press('ArrowLeft');
      await expect(node('q2')).toBeFocused();
      await look('paths');
      await page.keyboard.press('Enter');
      await expect(page.locator('.editor .choices')).toBeVisible();

      await open('/texts');
      await expect(page.locator('.text-pair').first()).toBeVisible();
      await look('texts');
      await open('?at=computed');
      await expect(page.locator('.computed')).toBeVisible();
      await look('computed');
      await page.locator('.outline-sheet > .outline-entry').nth(-2).click();
      await expect(page.locator('.block-head')).toBeVisible();
      await look('blocks');
    });
  });
}
