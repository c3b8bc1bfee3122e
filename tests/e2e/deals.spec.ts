import { faultsIn } from '../support/axe.ts';
import { expect, test } from '../support/extension.ts';
import { settled } from '../support/practice.ts';
import { send } from '../support/send.ts';

test.use({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });

const day = (inDays: number) => new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10);

function bornToday(years: number) {
  const now = new Date();
  return { year: now.getFullYear() - years, month: now.getMonth() + 1, day: now.getDate() };
}

test('a deal goes over the board by keyboard, is forecast and closed; a date of the calendar reminds', async ({
  openPage,
}) => {
  test.setTimeout(180_000);
  const page = await openPage('workspace.html#/contacts');
  await settled(page);
  const at = (hash: string) => page.goto(`${page.url().split('#')[0]}${hash}`);
  const { id: anna } = await send(page, 'contacts.add', {
    draft: {
      name: 'Anna Berg',
      facts: [{ field: 'company', value: 'Fjordlys' }],
      dates: [{ kind: 'birthday', date: { calendar: 'gregorian', ...bornToday(42) } }],
    },
  });
  await send(page, 'deals.add', {
    title: 'Greenhouse roof',
    amount: { minor: 920_000, currency: 'USD' },
    stageId: 'proposal',
    expectedOn: day(-20),
  });

  await at('#/deals/new');
  const dialog = page.getByRole('dialog', { name: 'New deal' });
  await dialog.getByLabel('What it is about').fill('Forty desk lamps');
  await dialog.getByPlaceholder('Find someone').fill('Anna');
  await page.getByRole('option', { name: /Anna Berg/ }).click();
  await dialog.getByLabel('Amount').fill('18,400');
  await dialog.getByPlaceholder(/What you do next/).fill('send the offer on Friday');
  await dialog.getByLabel('Expected on').fill(day(30));
  expect(await faultsIn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();

  const lead = page.getByRole('region', { name: /^First contact/ });
  const card = lead.getByRole('link', { name: 'Forty desk lamps' });
  await expect(card).toBeVisible();
  await expect(lead.getByText('EUR 18,400').first()).toBeVisible();
  const proposal = page.getByRole('region', { name: /^Proposal/ });
  await expect(proposal.getByText('no next step')).toBeVisible();
  await expect(proposal.getByText(/^was expected/)).toBeVisible();
  const forecast = page.getByRole('region', { name: 'Forecast' });
  await expect(forecast.getByText('EUR 1,840').first()).toBeVisible();
  await expect(forecast.getByText(/want of a rate: USD/)).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);

  await card.focus();
  await page.keyboard.press('Alt+ArrowRight');
  const qualified = page.getByRole('region', { name: /^Qualified/ });
  await expect(qualified.getByRole('link', { name: 'Forty desk lamps' })).toBeFocused();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(proposal.getByRole('link', { name: 'Forty desk lamps' })).toBeFocused();
  await expect(forecast.getByText('EUR 9,200').first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(qualified.getByRole('link', { name: 'Forty desk lamps' })).toBeVisible();

  await page.getByRole('button', { name: 'More about Forty desk lamps' }).click();
  await page.getByRole('menuitem', { name: 'Close as won' }).click();
  const why = page.getByRole('dialog', { name: 'Why was it won?' });
  await why.getByRole('button', { name: 'Close as won' }).click();
  await expect(why.getByText('Write a few words on why.')).toBeVisible();
  await why.getByRole('textbox').fill('The light was the best.');
  await why.getByLabel('Also log a purchase of EUR 18,400').check();
  await why.getByRole('button', { name: 'Close as won' }).click();
  await expect(page.getByRole('link', { name: 'Forty desk lamps' })).toHaveCount(0);
  await page.getByLabel('Won', { exact: true }).check();
  await expect(page.getByRole('grid', { name: 'Deals' }).getByText('The light was the best.')).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);

  await at(`#/contacts/${anna}`);
  await expect(
    page.getByRole('region', { name: 'Timeline' }).getByText('EUR 18,400, Forty desk lamps'),
  ).toBeVisible();

  await at('#/deals');
  await page.getByRole('button', { name: 'Edit stages' }).click();
  await page.getByRole('button', { name: 'Remove Proposal' }).click();
  await page.getByLabel('Deals of Proposal go to').selectOption({ label: 'Negotiation' });
  expect(await faultsIn(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(
    page.getByRole('region', { name: /^Negotiation/ }).getByRole('link', { name: 'Greenhouse roof' }),
  ).toBeVisible();
  await expect(proposal).toHaveCount(0);

  await at('#/calendar');
  await expect(page.getByRole('table').getByRole('button', { name: /Anna Berg, Birthday/ })).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);
  await page.getByLabel('List').check();
  await page.getByRole('button', { name: 'Anna Berg, Birthday, turns 42' }).click();
  const reminder = page.getByRole('dialog', { name: 'Anna Berg, Birthday, turns 42' });
  await expect(reminder.getByText('none logged')).toHaveCount(2);
  const draft = reminder.getByRole('region', { name: 'Draft of a greeting' });
  const first = await draft.getByText(/Anna Berg/).innerText();
  expect(await faultsIn(page)).toEqual([]);
  await draft.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('Copied, and not offered to Anna Berg again.')).toBeVisible();
  await expect(draft.getByText(first)).toHaveCount(0);
});
