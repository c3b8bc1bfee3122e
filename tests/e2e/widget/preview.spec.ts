import { bundleRender } from '../../support/widget/bundle.ts';
import { makeForm, QUESTIONS } from '../../support/widget/forms.ts';
import { expect, test } from '../../support/widget/world.ts';

/** The preview of the builder: the widget's own code in an element of the workspace. */

const form = makeForm({
  pages: [
    Object.values(QUESTIONS).map((question) => ({ ...question, id: question.type })),
    [{ ...QUESTIONS.text, title: 'Since {{nps}} and {{single}}?' }],
  ],
});

const pageOf = () =>
  `<!doctype html><html lang="en"><title>Preview</title><input id="own"><div id="root"></div><script src="/drawn.js"></script><script>own.focus();drawn.render(root,${JSON.stringify(form)},{place:'page'})</script>`;

test('sends nothing, keeps the focus where it is, goes on and back', async ({ widget: page, world }) => {
  const posts: string[] = [];
  page.on('request', (request) => posts.push(request.method()));
  world.site.set('/drawn.js', { html: await bundleRender(), type: 'text/javascript' });
  world.site.set('/', { html: pageOf() });
  await page.goto(world.site.url);
  await expect(page.locator('#own')).toBeFocused();
  await page
    .getByRole('radiogroup', { name: /recommend/ })
    .getByRole('radio', { name: '0' })
    .first()
    .click();
  await page.getByRole('radio', { name: 'Refund' }).click();
  await page.getByRole('button', { name: 'Move down: Send it again' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('heading', { name: 'Since 0 and Refund?' })).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('listitem')).toHaveText([/Refund/, /Send it again/, /A voucher/]);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('heading', { name: /Thank you/ })).toBeVisible();
  expect(new Set(posts)).toEqual(new Set(['GET']));
});
