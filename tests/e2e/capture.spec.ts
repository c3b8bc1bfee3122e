import { faultsIn } from '../support/axe.ts';
import { BARE_WORKSPACE } from '../support/bare-workspace.ts';
import { expect, test } from '../support/extension.ts';
import { addContact, panelOf, shows } from '../support/product.ts';
import { callFrom, giveRemoteClient } from '../support/remote-client/index.ts';
import { openSite, sitePage } from '../support/site-pages.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('a profile is linked to a contact and completes it; a conversation is logged', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  const profile = sitePage('linkedin/profile-2024');
  const message = sitePage('linkedin/message');
  const kept = { name: 'Priya Raghunathan', company: 'Northquay Survey' };
  await openSite({ context, page, openPage, grantHost }, [profile, message], [kept]);

  const panel = await panelOf(page);
  await expect(
    panel.getByRole('heading', { name: 'Is this Priya Raghunathan of Northquay Survey?' }),
  ).toBeVisible();
  await panel.getByRole('button', { name: /^Yes, Priya/ }).click();
  await expect(panel.getByText('by LinkedIn: priya-raghunathan-7b1', { exact: true })).toBeVisible();
  await expect(panel.getByText(/^linked /)).toBeVisible();

  const box = (name: string) => panel.getByRole('checkbox', { name, exact: true });
  await expect(box('Role: Head of Procurement')).toBeChecked();
  await expect(box('City: Bengaluru, Karnataka, India')).toBeChecked();
  await expect(box('Company: Bengaluru Soft')).not.toBeChecked();
  await box('Company: Bengaluru Soft').check();
  expect(await faultsIn(panel)).toEqual([]);
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(box('Role: Head of Procurement')).toHaveCount(0);
  await expect(panel.getByText('Head of Procurement, Bengaluru Soft')).toBeVisible();

  const workspace = await openPage(BARE_WORKSPACE);
  await giveRemoteClient(workspace);
  const companies = await callFrom<{ name: string; people: number }[]>(workspace, 'companies.list', {});
  expect(companies.map(({ name }) => name)).toContain('Bengaluru Soft');
  const [hit] = await callFrom<{ id: string }[]>(workspace, 'contacts.find', { text: 'Priya' });
  const priya = await callFrom<{
    facts: { field: string; provenance: object }[];
    points: { provenance: object }[];
  }>(workspace, 'contacts.view', { id: hit?.id });
  const told = [...priya.facts.filter(({ field }) => field !== 'company'), ...priya.points];
  expect(told).toHaveLength(3);
  for (const { provenance } of told)
    expect(provenance).toMatchObject({ how: 'page', source: 'www.linkedin.com', link: profile.url });
  await workspace.close();

  await page.goto(message.url);
  const chat = await panelOf(page);
  await shows(chat, 'Li Wei');
  await addContact(chat);
  await chat.getByRole('button', { name: 'Log this message' }).click();
  await expect(chat.getByText('Logged', { exact: true })).toBeVisible();
  await page.reload();
  const again = await panelOf(page);
  await expect(again.getByText('Logged', { exact: true })).toBeVisible();
});
