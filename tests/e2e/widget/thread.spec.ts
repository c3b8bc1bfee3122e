import { npsForm } from '../../support/widget/forms.ts';
import { expect, test } from '../../support/widget/world.ts';

test('a question comes from the hub, and its sealed answer goes back there', async ({
  widget: page,
  world,
}) => {
  const form = npsForm();
  await world.publish(form);
  world.site.set('/', { html: world.page('<h1>Made this week</h1>') });
  await page.goto(`${world.site.url}/?secret=1#part`);
  await page.getByRole('radio', { name: '9', exact: true }).click();
  await page.getByRole('textbox', { name: 'What is the main reason for your 9?' }).fill('The glaze');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Thank you. A person at Kiln Street reads this.')).toBeVisible();
  await expect(page.getByText(/^Sent \d/)).toBeVisible();
  const [answer] = await world.answers(form.id);
  expect(answer).toMatchObject({
    form: form.id,
    version: 1,
    lang: 'en',
    done: true,
    seq: 1,
    values: { q1: 9, q2: 'The glaze' },
    page: `${world.site.url}/`,
  });
  expect(answer).not.toHaveProperty('bot');
  expect(Object.keys(answer!.times!)).toEqual(['p1', 'p2']);
});
